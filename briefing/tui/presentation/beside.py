"""The source beside a claim: the places that `n` and `N` walk through, and the page they are on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.model.entries import Entry, Risk
from briefing.model.points import Point
from briefing.model.source import Paragraph
from briefing.model.statements import by_id, points_of
from briefing.tui.presentation.cited import Claim, how_to_read, sentence_at, subject
from briefing.tui.presentation.page import Block, Item, Page, tagged
from briefing.tui.presentation.phrases import stance
from briefing.tui.presentation.source import marked_paragraph, route
from briefing.tui.presentation.why import is_reasoned, name_of, title_of, tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.anchors import Anchor
    from briefing.model.brief import Brief
    from briefing.model.statements import Statement


class Stop(NamedTuple):
    """A place of the walk: a statement that the claim rests on, or one of its sentences.

    `through` is None for a sentence that the claim cites itself.
    """

    through: Statement | None
    at: Anchor | None

    @property
    def key(self) -> str:
        """What names it beside the claim, such as "P1.2", "R1" or "R1 P1.2"."""
        return " ".join(part for part in (self.through and self.through.id, self.at) if part)


def stops(brief: Brief, key: str) -> list[Stop]:
    """The citations of a claim in their order: its own, then each ground with its sentences.

    A point cites for itself. A judgment or a risk cites by way of its points (a risk last by what is
    done about it), and a judgment it rests on is followed by that one's; each is visited once.
    """
    found = sentence_at(brief, key)
    if found:
        return [Stop(None, found[1].at)]
    statement = by_id(brief).get(key)
    if statement is None or brief.source is None:
        return []
    own = [Stop(None, at) for at in _anchors(brief, statement)]
    grounds = (
        Stop(s, at) for s in _grounds(brief, statement) for at in (None, *_anchors(brief, s))
    )
    return [*grounds, *own] if is_reasoned(statement.part) else [*own, *grounds]


def _anchors(brief: Brief, statement: Statement) -> list[Anchor]:
    """What a statement cites itself, each paragraph or sentence that the record has once."""
    part = statement.part
    if isinstance(part, Paragraph):
        return [part.at]
    at: Sequence[Anchor] = getattr(part, "at", ())
    if isinstance(part, Risk) and part.response:
        at = part.response.at
    there = {p.at.paragraph for p in brief.source.paragraphs} if brief.source else set()
    return [anchor for anchor in dict.fromkeys(at) if anchor.paragraph in there]


def _grounds(brief: Brief, statement: Statement) -> list[Statement]:
    part = statement.part
    known = by_id(brief)
    if is_reasoned(part):
        return [branch.statement for branch in tree(brief, statement.id) if not branch.again]
    if isinstance(part, Entry):
        return [known[point.id] for point in points_of(brief, part)]
    between: Sequence[str] = getattr(part, "between", ())
    return [known[name] for name in dict.fromkeys(between) if name in known]


def beside(brief: Brief, key: str, current: str) -> tuple[Page, str]:
    """The page beside a claim, and the key of the item on it that the stop `current` is about."""
    found = stops(brief, key)
    here = next((stop for stop in found if stop.key == current), None)
    heading = f"SOURCE for {name_of_key(brief, key)}"
    detail = f"{here.key} · {route(brief)}" if here else route(brief)
    if any(stop.through for stop in found):
        return Page(heading, detail, tuple(_chain(brief, key, found, current))), current
    at = str(here.at) if here else ""
    claim = Claim([stop.at for stop in found if stop.at], key, at)
    items = [
        Item(marked_paragraph(brief, paragraph, claim), str(paragraph.at), str(paragraph.at))
        for paragraph in (brief.source.paragraphs if brief.source else ())
    ]
    paragraph = at.partition(".")[0]
    return Page(heading, detail, tuple(_with_advice(brief, items, paragraph))), paragraph


def name_of_key(brief: Brief, key: str) -> str:
    """What people call the statement of that key."""
    statement = by_id(brief).get(subject(key))
    return name_of(statement) if statement else subject(key)


def _with_advice(brief: Brief, items: list[Item], key: str) -> Iterator[Item]:
    """The items, with a line on how to read the sentence itself below the one looked at."""
    advice = how_to_read(brief)
    for item in items:
        if advice and item.key == key:
            indent = item.blocks[0].hang + item.blocks[0].indent
            yield item._replace(blocks=(*item.blocks, Block(advice, "muted", indent=indent)))
        else:
            yield item


def _chain(brief: Brief, key: str, found: Sequence[Stop], current: str) -> Iterator[Item]:
    """Each ground of a claim followed by what it cites."""
    paragraphs = {p.at.paragraph: p for p in (brief.source.paragraphs if brief.source else ())}
    items = []
    for stop in found:
        if stop.at is None and stop.through:
            items.append(_ground(stop.through))
            continue
        if stop.at is None:
            continue
        claim = Claim([stop.at], stop.through.id if stop.through else key)
        blocks = marked_paragraph(brief, paragraphs[stop.at.paragraph], claim)
        items.append(Item(blocks, stop.key, str(stop.at)))
    return _with_advice(brief, items, _looked_at(found, current))


def _looked_at(found: Sequence[Stop], current: str) -> str:
    """The key of the sentence looked at: of a ground, its first."""
    here = next((n for n, stop in enumerate(found) if stop.key == current), 0)
    return next((stop.key for stop in found[here:] if stop.at), "")


def _ground(statement: Statement) -> Item:
    part = statement.part
    block = tagged(statement.id, title_of(statement), "strong")
    kind = stance(part) if isinstance(part, Point) else "our own, no sentence"
    if is_reasoned(part):
        kind = "our judgment"
    return Item((block, Block(kind, "muted", indent=block.hang)), statement.id, statement.id)
