"""The page behind `w`: what a statement rests on with its weakest link, and what falls with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.entries import Risk
from briefing.model.outlook import Assumption, BottomLine, Judgment, Tension
from briefing.model.points import Point
from briefing.tui.presentation.cited import (
    Claim,
    how_to_read,
    once,
    passage,
    statements_on,
    suspect,
)
from briefing.tui.presentation.items import facts, said_of
from briefing.tui.presentation.page import Block, Item, Page, label, muted, tagged
from briefing.tui.presentation.phrases import METERS, anchors, count, judged, stance
from briefing.tui.presentation.source import route
from briefing.tui.presentation.why import (
    assumed,
    can_fall,
    falls,
    is_reasoned,
    name_of,
    supports,
    title_of,
    tree,
    weakest,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.brief import Brief
    from briefing.model.source import Card, Paragraph
    from briefing.model.statements import Statement
    from briefing.tui.presentation.page import Style
    from briefing.tui.presentation.why import Branch, Fall

_COUNTED = {"Rests on": "ground", "Between": "point"}
_STEP = 2  # cells that a further level is set in
_DEEPEST = 4  # levels set in; what lies deeper stands below the last of them


def has_reasons(statement: Statement | None) -> bool:
    """Whether `w` has something to say of a statement."""
    if statement is None:
        return False
    part = statement.part
    return is_reasoned(part) or can_fall(part) or isinstance(part, Tension)


def why_page(brief: Brief, statement: Statement) -> Page:
    """What a statement rests on, and what rests on it."""
    items = [*_said(brief, statement)]
    if is_reasoned(statement.part):
        items += [_links(brief, statement), *_rests_on(brief, statement, "Rests on")]
    elif isinstance(statement.part, Tension):
        items += _rests_on(brief, statement, "Between")
    if can_fall(statement.part):
        items += _bears(brief, statement)
    voice = "the source's" if isinstance(statement.part, Point) else "our own voice"
    return once(brief, Page(f"WHY {name_of(statement)}", voice, tuple(items)))


def why_sentence(brief: Brief, paragraph: Paragraph, card: Card) -> Page:
    """What falls if a sentence of the source does not hold."""
    at = str(card.at)
    blocks = passage(brief, paragraph, Claim([card.at]))
    if advice := how_to_read(brief):
        blocks.append(Block(advice, "muted"))
    items = [Item(tuple(blocks)), label(f"If {at} falls")]
    found = statements_on(brief, at)
    for statement in found:
        block = tagged(name_of(statement), title_of(statement))
        kept, style = _keeps(statement, at)
        text = Block(kept, style, indent=block.hang)
        items.append(Item((block, text), statement.id, statement.id, gap=False))
    if not found:
        items.append(muted("Nothing rests on it."))
    shaken = [statement.id for statement in found if can_fall(statement.part)]
    items += (_fall(fall, at) for fall in falls(brief, shaken))
    return Page(f"WHY {at}", route(brief), tuple(items))


def _keeps(statement: Statement, at: str) -> tuple[str, Style]:
    """What a statement that cites a sentence has left without it."""
    if isinstance(statement.part, Risk):
        return "what is done about it rests on it", "muted"
    others = [each for each in getattr(statement.part, "at", ()) if each != at]
    if others:
        return f"rests on it · keeps {', '.join(others)}", "muted"
    return "rests on it alone", "warning"


def _said(brief: Brief, statement: Statement) -> Iterator[Item]:
    part = statement.part
    if isinstance(part, Judgment | Risk):
        yield Item((Block(judged(brief, part), "heading"), Block(statement.text, "strong")))
        yield Item((Block(f"Confidence: {METERS[part.confidence]} {part.confidence}", "muted"),))
        return
    blocks = [Block(statement.text, "strong")]
    if isinstance(part, Point):
        blocks += said_of(brief, part, indent=0)
    elif isinstance(part, Assumption) and part.if_wrong:
        blocks.append(Block(f"If wrong: {part.if_wrong}", "muted"))
    yield Item(tuple(blocks))


def _links(brief: Brief, statement: Statement) -> Item:
    """The weakest link, the assumptions of ours that come to it, and the sourcing."""
    links, ours = weakest(brief, statement.id), assumed(brief, statement.id)
    below = [branch.statement for branch in tree(brief, statement.id)]
    points = [ground for ground in below if isinstance(ground.part, Point)]
    weak = _reasons(links) or ("no link: the source states each" if points else "")
    if ours:
        names = " and ".join(name_of(assumption) for assumption in ours)
        plural = "s" if len(ours) > 1 else ""
        own = f"our assumption{plural} {names}, which the source does not bear out"
        weak = f"{weak}; and {own}" if weak else own
    sourced = "a single source" if points and brief.source else "no source"
    changed = (p.id for p in points if isinstance(p.part, Point) and suspect(brief, p.part))
    if suspects := ", ".join(dict.fromkeys(changed)):
        sourced += f", which changed since: {suspects}"
    return Item(facts((("Weakest", weak), ("Sourcing", sourced)), column=10))


def _reasons(links: list[tuple[Statement, str]]) -> str:
    """The links by their reasons: "T1, T2: inferred; T3: forecast"."""
    reasons = dict.fromkeys(reason for _, reason in links)
    return "; ".join(
        f"{', '.join(name_of(link) for link, why in links if why == reason)}: {reason}"
        for reason in reasons
    )


def _rests_on(brief: Brief, statement: Statement, title: str) -> list[Item]:
    branches = tree(brief, statement.id)
    if not branches:
        return [label(title), muted("Nothing.")]
    weak = {link.id for link, _ in weakest(brief, statement.id)} if title == "Rests on" else set()
    items = [label(title, right=count(len(supports(brief, statement.id)), _COUNTED[title]))]
    items += (_branch(brief, branch, number, weak) for number, branch in enumerate(branches))
    return items


def _branch(brief: Brief, branch: Branch, number: int, weak: set[str]) -> Item:
    statement, part = branch.statement, branch.statement.part
    indent = min(branch.depth, _DEEPEST) * _STEP
    block = tagged(statement.id, title_of(statement))._replace(indent=indent)
    blocks = [block]
    inner = indent + block.hang
    if isinstance(part, Point):
        if changed := suspect(brief, part):
            blocks.append(Block(changed, "warning", indent=inner))
        blocks.append(Block(f"{stance(part)} · {anchors(part.at)}", "muted", indent=inner))
    else:
        blocks.append(Block(_kind(brief, branch), "muted", indent=inner))
    if statement.id in weak:
        last = blocks[-1]
        blocks[-1] = last._replace(right="weakest link", right_style="strong")
    key = f"{number} {statement.id}" if branch.again else statement.id
    return Item(tuple(blocks), key, statement.id, gap=False)


def _kind(brief: Brief, branch: Branch) -> str:
    part = branch.statement.part
    if isinstance(part, Judgment):
        said = f"our judgment · {judged(brief, part)}"
        return f"{said} · its grounds stand above" if branch.again else said
    return "our assumption"


def _bears(brief: Brief, statement: Statement) -> list[Item]:
    found = falls(brief, [statement.id])
    items = [label(f"If {statement.id} falls")]
    if not found and isinstance(statement.part, Judgment):
        return []
    if not found:
        return [*items, muted("Nothing rests on it.")]
    return [*items, *(_fall(fall, statement.id) for fall in found)]


def _fall(fall: Fall, name: str) -> Item:
    statement = fall.statement
    block = tagged(name_of(statement), title_of(statement))
    if isinstance(statement.part, BottomLine):
        block = Block(name_of(statement), "id", hang=_STEP)
    through = [ground for ground in fall.through if ground != name]
    how = ["rests on it"] if name in fall.through else []
    how += [f"through {', '.join(through)}"] if through else []
    style: Style = "muted" if fall.left else "warning"
    grounds = "its one ground" if fall.supports == 1 else f"its {fall.supports} grounds"
    left = f"keeps {fall.left} of {grounds}" if fall.left else "nothing else left"
    text = Block(f"{', '.join(how)} · {left}", style, indent=block.hang)
    return Item((block, text), f"falls {statement.id}", statement.id, gap=False)
