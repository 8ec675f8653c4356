"""The evidence pane: what the selected statement rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.entries import Entry, Risk
from briefing.model.outlook import BottomLine, Judgment, Tension
from briefing.model.points import Event, Figure, Point
from briefing.model.source import Paragraph
from briefing.model.statements import by_id, points_of
from briefing.model.wording import hedged
from briefing.tui.presentation.items import facts, point_items, rests_on
from briefing.tui.presentation.page import Block, Item, Page, label, muted
from briefing.tui.presentation.phrases import METERS, count, how_known, judged, stance
from briefing.tui.presentation.source import (
    card_block,
    citing,
    paragraph_text,
    route,
    why_none,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.anchors import Anchor
    from briefing.model.brief import Brief
    from briefing.model.statements import Part, Statement


def evidence(brief: Brief, key: str) -> Page:
    """What stands behind the statement with that id: sentences, points, the analyst's notes."""
    statement = by_id(brief).get(key)
    items = _behind(brief, statement.part) if statement else []
    if not items:
        items = [muted("The analyst's own words." if statement else "No statement is selected.")]
    name = key.rpartition(".")[2].replace("_", " ") if statement else ""
    return Page(f"EVIDENCE {name}".rstrip(), "", tuple(items))


def cited_by(brief: Brief, key: str) -> tuple[Anchor, ...]:
    """The anchors a statement cites, its own or those of the points it rests on."""
    statement = by_id(brief).get(key)
    return _anchors(brief, statement) if statement else ()


def paragraphs_cited(brief: Brief, key: str) -> list[str]:
    """The paragraphs a statement cites, each once, in the order of its anchors."""
    return list(dict.fromkeys(f"P{anchor.paragraph}" for anchor in cited_by(brief, key)))


def _anchors(brief: Brief, statement: Statement) -> tuple[Anchor, ...]:
    part = statement.part
    if isinstance(part, Paragraph):
        return (part.at,)
    own: tuple[Anchor, ...] = getattr(part, "at", ())
    below: Sequence[Point] = ()
    if isinstance(part, Entry) and not isinstance(part, Risk):
        below = points_of(brief, part)
    known = by_id(brief)
    ids = (*getattr(part, "rests_on", ()), *getattr(part, "between", ()))
    named = [known[name].part for name in ids if name in known]
    found = [anchor for p in (*named, *below) if isinstance(p, Point) for anchor in p.at]
    return tuple(dict.fromkeys((*own, *found)))


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
            items = point_items(points_of(brief, part))
        case Tension():
            items = [*rests_on(brief, part.between), *sentences(brief, part.at)]
        case Paragraph():
            items = _paragraph(brief, part)
    return items


def _point(brief: Brief, point: Point) -> list[Item]:
    items = sentences(brief, point.at)
    told = [("Stance", stance(point)), ("Note", point.note)]
    if isinstance(point, Figure):
        told += [("Unit", point.unit), ("Left out", point.missing)]
    if isinstance(point, Event) and (span := brief.spans.get(point.id)):
        told += [("When", " · ".join(filter(None, (hedged(span), how_known(span)))))]
    resting = (s for s in by_id(brief).values() if point.id in getattr(s.part, "rests_on", ()))
    bearing = [s.id.replace("_", " ") for s in resting]
    told += [("Bears on", ", ".join(bearing)), ("Same as", point.same_as)]
    return [*items, Item(facts(told, column=10))]


def sentences(brief: Brief, at: Sequence[Anchor]) -> list[Item]:
    """The cited paragraphs, each once, with the cards of the cited sentences."""
    if brief.source is None:
        return [muted(why_none(brief))]
    items = []
    numbers = dict.fromkeys(anchor.paragraph for anchor in at)
    for paragraph in brief.source.paragraphs:
        if paragraph.at.paragraph not in numbers:
            continue
        blocks = [
            Block(paragraph.at, "cited", right=route(brief)),
            Block(paragraph_text(brief, paragraph)),
            *(card_block(card) for card in paragraph.sentences if card.at in at),
        ]
        items.append(Item(tuple(blocks), str(paragraph.at)))
    return items


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
    cards = tuple(card_block(card) for card in paragraph.sentences)
    found = citing(brief, paragraph)
    items = [Item(cards)] if cards else []
    return [*items, label(f"Cited by {count(len(found), 'point')}"), *point_items(found)]
