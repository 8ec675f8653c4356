"""The source beside a claim: the places that `n` and `N` walk through, and the page they are on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.model.entries import Entry, Risk
from briefing.model.points import Point
from briefing.model.source import Paragraph
from briefing.model.statements import by_id, points_of
from briefing.tui.presentation.cited import (
    Claim,
    card_block,
    extent,
    how_to_read,
    once,
    sentence_at,
    sentence_text,
    subject,
    told,
)
from briefing.tui.presentation.page import Block, Item, Page, Span, tagged
from briefing.tui.presentation.phrases import stance
from briefing.tui.presentation.source import lead_of, marked_paragraph, route
from briefing.tui.presentation.why import called, is_reasoned, title_of, tree

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
        chain = tuple(_chain(brief, key, found, current))
        return once(brief, Page(heading, detail, chain)), current
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
    return called(statement) if statement else subject(key)


def claim_of(brief: Brief, key: str) -> tuple[str, str]:
    """A claim in two texts: what names it, and what it says."""
    found = sentence_at(brief, key)
    statement = by_id(brief).get(key)
    if statement is None:
        return key, sentence_text(brief, *found) or told(found[1]) if found else ""
    entry = isinstance(statement.part, Entry) and not isinstance(statement.part, Risk)
    text = getattr(statement.part, "summary", "") if entry else statement.text
    return called(statement), text


def _with_advice(brief: Brief, items: list[Item], key: str) -> Iterator[Item]:
    """The items, with a line on how to read the sentence itself below the one looked at."""
    advice = how_to_read(brief)
    for item in items:
        if advice and item.key == key:
            indent = item.blocks[0].hang + item.blocks[0].indent
            yield item._replace(text=(*item.blocks, Block(advice, "muted", indent=indent)))
        else:
            yield item


def _chain(brief: Brief, key: str, found: Sequence[Stop], current: str) -> Iterator[Item]:
    """Each ground of a claim followed by what it cites."""
    paragraphs = {p.at.paragraph: p for p in (brief.source.paragraphs if brief.source else ())}
    items = []
    shown: set[str] = set()
    for stop in found:
        if stop.at is None and stop.through:
            items.append(_ground(stop.through))
            continue
        if stop.at is None:
            continue
        claim = Claim([stop.at], stop.through.id if stop.through else key)
        paragraph = paragraphs[stop.at.paragraph]
        if paragraph.at in shown:
            blocks = _as_above(brief, paragraph, stop.at, again=stop.at in shown)
        else:
            blocks = marked_paragraph(brief, paragraph, claim)
        shown |= {paragraph.at, stop.at}
        items.append(Item(blocks, stop.key, str(stop.at)))
    return _with_advice(brief, items, _looked_at(found, current))


def _as_above(brief: Brief, paragraph: Paragraph, at: Anchor, *, again: bool) -> tuple[Block, ...]:
    """A sentence whose paragraph stands above; what is known of it, if it has not been told yet."""
    lead = lead_of(at, cited=True)
    card = next((card for card in paragraph.sentences if card.at == at), None)
    above = lead._replace(text=f"{lead.text.rstrip()}, as above", style="text")
    if again or card is None:
        return (above,)
    if extent(brief, paragraph, at):
        words = sentence_text(brief, paragraph, card)
        span = Span(len(lead.text), len(lead.text) + len(words), "sentence")
        return (lead._replace(text=lead.text + words, spans=(*lead.spans, span), style="text"),)
    return (above, card_block(card, lead.hang)._replace(style="strong"))


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
