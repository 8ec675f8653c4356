"""The evidence pane: what the selected statement rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.entries import Entry, Risk
from briefing.model.outlook import BottomLine, Judgment, Tension
from briefing.model.points import Event, Figure, Point
from briefing.model.source import Paragraph
from briefing.model.statements import by_id, points_of
from briefing.tui.presentation.cited import (
    Claim,
    card_block,
    changed,
    coverage,
    how_to_read,
    once,
    passage,
    sentence_at,
    sentence_text,
    subject,
)
from briefing.tui.presentation.dated import timed
from briefing.tui.presentation.items import facts, point_items, rests_on
from briefing.tui.presentation.page import Block, Item, Page, label, muted
from briefing.tui.presentation.phrases import METERS, count, judged, stance
from briefing.tui.presentation.source import citing, resting_items, route, why_none
from briefing.tui.presentation.why import bearing, called, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.anchors import Anchor
    from briefing.model.brief import Brief
    from briefing.model.source import Card
    from briefing.model.statements import Part
    from briefing.tui.presentation.page import Style


def evidence(brief: Brief, key: str, audited: Sequence[str] = ()) -> Page:
    """What stands behind the statement with that id: sentences, points, the analyst's notes.

    First stands what the audit found in it, in the words of `audited`.
    """
    key = subject(key)
    items = [Item(tuple(Block(text, "warning") for text in audited))] if audited else []
    if found := sentence_at(brief, key):
        items += _sentence(brief, *found)
        return once(brief, Page(f"EVIDENCE {key}", "", tuple(items)))
    statement = by_id(brief).get(key)
    behind = _behind(brief, statement.part) if statement else []
    if not behind:
        behind = [muted("The analyst's own words." if statement else "No statement is selected.")]
    name = called(statement) if statement else ""
    return once(brief, Page(f"EVIDENCE {name}".rstrip(), "", (*items, *behind)))


def _behind(brief: Brief, part: Part) -> list[Item]:
    items: list[Item] = []
    match part:
        case Point():
            items = _point(brief, part)
        case Judgment():
            items = _judgment(brief, part)
        case Risk() | BottomLine():
            items = rests_on(brief, part.rests_on)
        case Entry():
            items = point_items(brief, points_of(brief, part))
        case Tension():
            items = [*rests_on(brief, part.between), *sentences(brief, part.at, part.id)]
        case Paragraph():
            items = _paragraph(brief, part)
    return items


def _point(brief: Brief, point: Point) -> list[Item]:
    items = sentences(brief, point.at, point.id)
    told = [("Stance", stance(point)), ("Note", point.note)]
    if isinstance(point, Figure):
        told += [("Unit", point.unit), ("Left out", point.missing)]
    if isinstance(point, Event):
        told += [("When", timed(brief, point))]
    if point.checked:
        told.append(("Checked", f"by {point.checked.by} on {point.checked.on}"))
    told += [
        ("Bears on", ", ".join(map(name_of, bearing(brief, point.id)))),
        ("Same as", point.same_as),
    ]
    return [*items, Item(facts(told, column=10))]


def sentences(brief: Brief, at: Sequence[Anchor], key: str) -> list[Item]:
    """The paragraphs cited by a statement, each once, with the cited sentences marked."""
    if brief.source is None:
        return [muted(why_none(brief))]
    items = []
    numbers = {anchor.paragraph for anchor in at}
    for paragraph in brief.source.paragraphs:
        if paragraph.at.paragraph not in numbers:
            continue
        blocks = [
            Block(paragraph.at, "cited", right=route(brief)),
            *passage(brief, paragraph, Claim(at, key)),
        ]
        if paragraph.changed:
            blocks.append(Block(changed(paragraph), "warning"))
        items.append(Item(tuple(blocks), str(paragraph.at)))
    if items and (advice := how_to_read(brief)):
        items.append(muted(advice))
    return items


def _sentence(brief: Brief, paragraph: Paragraph, card: Card) -> list[Item]:
    """A sentence is its own evidence: what rests on it stands here."""
    blocks = [Block(card.at, "cited", right=route(brief))]
    blocks += passage(brief, paragraph, Claim([card.at]))[:1]
    if not sentence_text(brief, paragraph, card):
        blocks.append(card_block(card))
    resting = resting_items(brief, card.at)
    return [Item(tuple(blocks)), *(resting or [muted("No statement rests on it.", gap=True)])]


def _judgment(brief: Brief, judgment: Judgment) -> list[Item]:
    change = judgment.would_change
    told = (
        ("Because", judgment.because),
        ("Up if", change.up if change else None),
        ("Down if", change.down if change else None),
    )
    head = (
        Block(judged(brief, judgment), "heading"),
        Block(judgment.text),
    )
    sure = Block(f"Confidence: {METERS[judgment.confidence]} {judgment.confidence}", "muted")
    return [
        Item(head),
        Item((sure,)),
        Item(facts(told, column=9)),
        *rests_on(brief, judgment.rests_on),
    ]


def _paragraph(brief: Brief, paragraph: Paragraph) -> list[Item]:
    blocks = [Block(changed(paragraph), "warning")] if paragraph.changed else []
    for card in paragraph.sentences:
        blocks.append(card_block(card))
        if left := coverage(brief, card):
            style: Style = "muted" if card.skip else "warning"
            blocks.append(Block(left, style, indent=len(card.at) + 2))
    found = citing(brief, paragraph)
    items = [Item(tuple(blocks))] if blocks else []
    return [*items, label(f"Cited by {count(len(found), 'point')}"), *point_items(brief, found)]
