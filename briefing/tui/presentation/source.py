"""The source: its record, its paragraphs or their digests, the cited ones marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.statements import points
from briefing.tui.presentation.items import facts, point_items
from briefing.tui.presentation.page import Block, Item, Page, Span, label, muted
from briefing.tui.presentation.phrases import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.anchors import Anchor
    from briefing.model.brief import Brief
    from briefing.model.points import Point
    from briefing.model.source import Card, Paragraph, SourceRecord
    from briefing.tui.presentation.page import Style

_UNKNOWN = "not in the text"


def source(brief: Brief, cited: Sequence[Anchor] = (), *, heading: str = "SOURCE") -> Page:
    """The whole source; `cited` are the anchors whose paragraphs are marked.

    Shows the reader's own copy of the text where it matches the record, else the digests, and
    says which.
    """
    record = brief.source
    if record is None:
        return Page(heading, "", (muted(why_none(brief)),))
    detail = _route(brief, record)
    items = [] if cited else [Item(_about(record))]
    items += [_paragraph(brief, paragraph, cited) for paragraph in record.paragraphs]
    if not cited and (made := _made(brief)):
        items += [label("About this brief"), Item(made, gap=False)]
    return Page(heading, detail, tuple(items))


def _route(brief: Brief, record: SourceRecord) -> str:
    paragraphs = count(len(record.paragraphs), "paragraph")
    return f"{paragraphs}, in full" if brief.article else f"{paragraphs}, as digests"


def why_none(brief: Brief) -> str:
    """A sentence on why there is no source to show."""
    if "source" in brief.broken:
        return "The source record cannot be read."
    if "overview" in brief.broken or brief.header.source:
        return "The source record was not found."
    return "This brief has no source record."


def _about(record: SourceRecord) -> tuple[Block, ...]:
    told = (
        ("Title", record.title or _UNKNOWN),
        ("By", ", ".join(part for part in (record.author, record.publisher) if part) or _UNKNOWN),
        ("Date", record.published or _UNKNOWN),
        ("Kind", record.kind),
        ("Length", f"{record.words} words"),
        ("Quality", record.descriptor),
    )
    return facts(told, column=9)


def _made(brief: Brief) -> tuple[Block, ...]:
    """Who made the brief, and the one date it assumes."""
    by, assume = brief.header.prepared, brief.header.assume
    told = (
        ("Prepared", f"{by.on} by {by.by}" if by else None),
        ("Tools", by.tools if by else None),
        ("Assumed", f"that the source was published in {assume.published}" if assume else None),
    )
    return facts(told, column=10)


def _paragraph(brief: Brief, paragraph: Paragraph, cited: Sequence[Anchor]) -> Item:
    marked = [anchor for anchor in cited if anchor.paragraph == paragraph.at.paragraph]
    sign = "▸" if marked else ""
    lead = f"{sign}{paragraph.at}  "
    text = paragraph_text(brief, paragraph)
    spans = (Span(len(sign), len(lead) - 2, "cited" if marked else "id"),)
    indent = 1 if cited and not marked else 0  # where the others have the sign
    style: Style = "strong" if marked else "text"
    blocks = [Block(lead + text, style, spans, indent, hang=len(lead))]
    for anchor in marked:
        cards = (card for card in paragraph.sentences if card.at == anchor)
        blocks += (card_block(card, len(lead)) for card in cards)
    return Item(tuple(blocks), str(paragraph.at), str(paragraph.at))


def paragraph_text(brief: Brief, paragraph: Paragraph) -> str:
    """The paragraph itself where the reader has it, else our digest of it."""
    number = paragraph.at.paragraph - 1
    if brief.article and number < len(brief.article):
        return brief.article[number]
    return paragraph.digest or "No digest has been written."


def card_block(card: Card, indent: int = 0) -> Block:
    """What the record knows of one sentence: figures, names and markers."""
    known = " · ".join((*card.figures, *card.names, *(f'"{word}"' for word in card.markers)))
    lead = f"{card.at}  "
    return Block(
        lead + (known or "no figure, name or marker"), "muted", indent=indent, hang=len(lead)
    )


def paragraph_page(brief: Brief, paragraph: Paragraph) -> Page:
    """One paragraph: its text or digest, a card for each sentence, and the points that cite it."""
    items = [Item((Block(paragraph_text(brief, paragraph), "strong"),))]
    if paragraph.sentences:
        cards = tuple(card_block(card) for card in paragraph.sentences)
        items += [label("Sentence by sentence"), Item(cards, gap=False)]
    if found := citing(brief, paragraph):
        items += [label("Cited by"), *point_items(found)]
    return Page(f"SOURCE · {paragraph.at}", route(brief), tuple(items))


def citing(brief: Brief, paragraph: Paragraph) -> list[Point]:
    """The points that cite a paragraph, or a sentence of it."""
    number = paragraph.at.paragraph
    return [p for p in points(brief) if any(a.paragraph == number for a in p.at)]


def route(brief: Brief) -> str:
    """Whose words stand for the source: the reader's own copy, or our digest."""
    return "your copy" if brief.article else "our digest"
