"""The source: its record, its paragraphs or their digests, and what rests on each sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.points import Point
from briefing.tui.presentation.cited import (
    changed,
    coverage,
    how_to_read,
    paragraph_text,
    passage,
    resting_on,
    sentence_text,
    statements_in,
    statements_on,
    told,
)
from briefing.tui.presentation.items import facts, point_item, point_items
from briefing.tui.presentation.page import Block, Item, Page, Span, label, muted, tagged
from briefing.tui.presentation.phrases import count
from briefing.tui.presentation.why import falls, name_of, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.brief import Brief
    from briefing.model.source import Card, Paragraph, SourceRecord
    from briefing.tui.presentation.cited import Claim
    from briefing.tui.presentation.page import Style

_UNKNOWN = "not in the text"


def source(brief: Brief) -> Page:
    """The whole source: the reader's own copy where it matches the record, else our digests."""
    record = brief.source
    if record is None:
        return Page("SOURCE", "", (muted(why_none(brief)),))
    items = [Item(_about(record))]
    items += [_paragraph(brief, paragraph) for paragraph in record.paragraphs]
    if made := _made(brief):
        items += [label("About this brief"), Item(made, gap=False)]
    return Page("SOURCE", _extent(brief, record), tuple(items))


def _extent(brief: Brief, record: SourceRecord) -> str:
    paragraphs = count(len(record.paragraphs), "paragraph")
    return f"{paragraphs}, in full" if brief.article else f"{paragraphs}, as digests"


def why_none(brief: Brief) -> str:
    """A sentence on why there is no source to show."""
    if "source" in brief.broken:
        return "The source record cannot be read."
    if "overview" in brief.broken or brief.header.source:
        return "The source record was not found."
    return "This brief has no source record."


def route(brief: Brief) -> str:
    """Whose words stand for the source: the reader's own copy, or our digest."""
    return "your copy" if brief.article else "our digest"


def _about(record: SourceRecord) -> tuple[Block, ...]:
    told_of = (
        ("Title", record.title or _UNKNOWN),
        ("By", ", ".join(part for part in (record.author, record.publisher) if part) or _UNKNOWN),
        ("Date", record.published or _UNKNOWN),
        ("Kind", record.kind),
        ("Length", f"{record.words} words"),
        ("Quality", record.descriptor),
    )
    return facts(told_of, column=9)


def _made(brief: Brief) -> tuple[Block, ...]:
    """Who made the brief, and the one date it assumes."""
    by, assume = brief.header.prepared, brief.header.assume
    told_of = (
        ("Prepared", f"{by.on} by {by.by}" if by else None),
        ("Tools", by.tools if by else None),
        ("Assumed", f"that the source was published in {assume.published}" if assume else None),
    )
    return facts(told_of, column=10)


def _paragraph(brief: Brief, paragraph: Paragraph) -> Item:
    block = lead_of(paragraph.at)._replace(
        text=f"{paragraph.at}  {paragraph_text(brief, paragraph)}"
    )
    indent = len(paragraph.at) + 2
    blocks = [block, *_troubles(brief, paragraph, indent)]
    return Item(tuple(blocks), str(paragraph.at), str(paragraph.at))


def lead_of(at: str, *, cited: bool = False) -> Block:
    """The number of a paragraph before its text; cited ones have a sign of their own."""
    sign = "▸" if cited else ""
    span = Span(len(sign), len(sign + at), "cited" if cited else "id")
    return Block(f"{sign}{at}  ", "strong" if cited else "text", (span,), hang=len(sign + at) + 2)


def _troubles(brief: Brief, paragraph: Paragraph, indent: int) -> Iterator[Block]:
    """What has to be looked at again: a changed text, sentences that nothing accounts for."""
    if paragraph.changed:
        yield Block(changed(paragraph), "warning", indent=indent)
    missing = [c.at for c in paragraph.sentences if coverage(brief, c) and not c.skip]
    if missing:
        yield Block(f"no point covers {', '.join(missing)}", "warning", indent=indent)


def paragraph_page(brief: Brief, paragraph: Paragraph) -> Page:
    """One paragraph: its text or digest, its sentences one by one, and the points that cite it."""
    blocks = [Block(paragraph_text(brief, paragraph), "strong")]
    if paragraph.changed:
        blocks.append(Block(changed(paragraph), "warning"))
    if paragraph.was:
        blocks.append(Block(f"before: {paragraph.was}", "muted"))
    items = [Item(tuple(blocks))]
    if paragraph.sentences:
        items.append(label("Sentence by sentence"))
        items += sentence_items(brief, paragraph)
    if found := citing(brief, paragraph):
        items += [label("Cited by"), *point_items(brief, found)]
    return Page(f"SOURCE · {paragraph.at}", route(brief), tuple(items))


def sentence_items(brief: Brief, paragraph: Paragraph) -> Iterator[Item]:
    """The sentences of a paragraph, each with what rests on it or that nothing does."""
    for number, card in enumerate(paragraph.sentences):
        block = tagged(card.at, sentence_text(brief, paragraph, card) or told(card))
        resting = ", ".join(resting_on(brief, card.at))
        blocks = [block]
        if resting:
            blocks.append(Block(f"rests on it: {resting}", "muted", indent=block.hang))
        if left := coverage(brief, card):
            style: Style = "muted" if card.skip else "warning"
            blocks.append(Block(left, style, indent=block.hang))
        yield Item(tuple(blocks), str(card.at), str(card.at), gap=number > 0)


def sentence_page(brief: Brief, paragraph: Paragraph, card: Card) -> Page:
    """One sentence and every statement that rests on it, at once or by way of another."""
    words = sentence_text(brief, paragraph, card)
    blocks = [Block(words, "strong")] if words else [Block(told(card), "strong")]
    if not words:
        blocks.append(Block(f"Its paragraph: {paragraph_text(brief, paragraph)}", "muted"))
        blocks += [Block(line, "muted") for line in (how_to_read(brief),) if line]
    if paragraph.changed:
        blocks.append(Block(changed(paragraph), "warning"))
    if left := coverage(brief, card):
        blocks.append(Block(left, "muted" if card.skip else "warning"))
    heading = f"SOURCE · {card.at}"
    return Page(heading, route(brief), (Item(tuple(blocks)), *resting_items(brief, card.at)))


def resting_items(brief: Brief, at: str) -> list[Item]:
    """What cites a sentence, and below it what rests on that."""
    found = statements_on(brief, at)
    items = [label("Cited by")] if found else []
    for number, statement in enumerate(found):
        if isinstance(statement.part, Point):
            item = point_item(brief, statement.part, gap=number > 0)
        else:
            block = tagged(statement.id, title_of(statement))
            item = Item((block,), statement.id, gap=number > 0)
        items.append(item._replace(opens=statement.id))
    above = falls(brief, [statement.id for statement in found])
    items += [label("Which bear")] if above else []
    for fall in above:
        through = f"through {', '.join(fall.through)}"
        block = tagged(name_of(fall.statement), title_of(fall.statement), right=through)
        items.append(Item((block,), fall.statement.id, fall.statement.id, gap=False))
    return items


def citing(brief: Brief, paragraph: Paragraph) -> list[Point]:
    """The points that cite a paragraph, or a sentence of it."""
    return [s.part for s in statements_in(brief, paragraph) if isinstance(s.part, Point)]


def marked_paragraph(brief: Brief, paragraph: Paragraph, claim: Claim) -> tuple[Block, ...]:
    """A paragraph of the source beside a claim, cited or not (see `passage`)."""
    is_cited = any(at.paragraph == paragraph.at.paragraph for at in claim.cited)
    lead = lead_of(paragraph.at, cited=is_cited)
    blocks = passage(brief, paragraph, claim, lead)
    if not is_cited:  # in line with those that have the sign
        return tuple(block._replace(indent=block.indent + 1) for block in blocks)
    if paragraph.changed:
        blocks.append(Block(changed(paragraph), "warning", indent=len(lead.text)))
    return tuple(blocks)
