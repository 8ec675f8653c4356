"""Regions, motives, competitors, risks: the list of entries, and the page of one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing.model.entries import Competitor, Entry, Motive, Region, Risk, by_weight
from briefing.model.sections import SECTIONS, TITLES
from briefing.model.statements import by_id, points_of
from briefing.tui.presentation.items import facts, point_items, rests_on, so_what
from briefing.tui.presentation.page import Block, Item, Page, label, muted, tagged
from briefing.tui.presentation.phrases import NOTHING, anchors, count, judged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.brief import Brief
    from briefing.model.entries import Competitors, Motives, Regions, Risks
    from briefing.model.points import Point
    from briefing.model.sections import SectionName

_UNGROUPED = {
    "regions": "On no one region",
    "motives": "On no one motive",
    "competitors": "On no one actor",
    "risks": "Risks the source names",
}


def entry_list(brief: Brief, section: SectionName) -> Page:
    """A section's so_what, its entries with their summaries, and its points of no one entry."""
    entries = _sorted(brief, getattr(brief, section).entries)
    listed = tuple(Item(partial(_summary, brief, e), e.id, e.id) for e in entries)
    return framed(brief, section, Page("", "", listed))


def framed(brief: Brief, section: SectionName, listed: Page) -> Page:
    """The page of a section around the items of its entries."""
    part: Regions | Motives | Competitors | Risks = getattr(brief, section)
    items = [*so_what(section, part.so_what), *listed.items]
    if part.points:
        items += [label(_UNGROUPED[section]), *point_items(brief, part.points)]
    if not part.entries and not part.points:
        items.append(muted(NOTHING, gap=bool(items)))
    return listed._replace(
        heading=TITLES[section].upper(),
        detail=_counts(section, part.entries),
        items=tuple(items),
    )


def _sorted(brief: Brief, entries: Sequence[Entry]) -> Sequence[Entry]:
    risks = [entry for entry in entries if isinstance(entry, Risk)]
    return by_weight(risks, brief.header.scale) if risks else entries


def _counts(section: SectionName, entries: Sequence[Entry]) -> str:
    kind = section.removesuffix("s")
    noun = count(len(entries), "actor" if kind == "competitor" else kind)
    return f"{noun} · by impact, then likelihood" if section == "risks" and entries else noun


def _summary(brief: Brief, entry: Entry) -> tuple[Block, ...]:
    told = (_kind(brief, entry), count(len(points_of(brief, entry)), "point"))
    title = Block(entry.title, "heading", right=" · ".join(filter(None, told)))
    indent = 2
    if isinstance(entry, Risk):
        title = tagged(entry.id, entry.title, "heading", right=_kind(brief, entry))
        indent = title.hang
    return title, Block(entry.summary, indent=indent)


def _kind(brief: Brief, entry: Entry) -> str:
    """What kind of entry it is, in a word or two: place, topic, roles or weight."""
    match entry:
        case Region():
            return entry.place
        case Motive():
            return "" if entry.topic.casefold() == entry.title.casefold() else entry.topic
        case Competitor():
            return ", ".join(entry.roles)
        case Risk():
            return f"{judged(brief, entry)} · impact {entry.impact}"
    return ""


def entry_page(brief: Brief, section: SectionName, entry: Entry) -> Page:
    """One entry: its summary, for a risk how it would come about, and every point about it once."""
    items = [Item((Block(entry.summary, "strong"),))]
    told: Sequence[str] = ()
    if isinstance(entry, Risk):
        items = [items[0]._replace(key=entry.id), *_risk(brief, entry)]  # one may ask why
        told = entry.rests_on
    if isinstance(entry, Competitor):
        items += _by_section(brief, points_of(brief, entry))
    else:
        if own := [point for point in entry.points if point.id not in told]:
            items += [label("The source says"), *point_items(brief, own)]
        others = points_of(brief, entry)[len(entry.points) :]
        if elsewhere := [point for point in others if point.id not in told]:
            items += [label("Said of it in other sections"), *point_items(brief, elsewhere)]
    heading = f"{TITLES[section].upper()} · {entry.title}"
    return Page(heading, _kind(brief, entry), tuple(items))


def _by_section(brief: Brief, points: Sequence[Point]) -> list[Item]:
    """Points below the title of their section, with how many there are in it."""
    items = []
    for section in SECTIONS:
        here = [point for point in points if by_id(brief)[point.id].section == section.name]
        if here:
            items += [label(f"{section.title} {len(here)}"), *point_items(brief, here)]
    return items


def _risk(brief: Brief, risk: Risk) -> list[Item]:
    response = None
    if risk.response:
        response = f"{risk.response.text} {anchors(risk.response.at)}".strip()
    told = (
        ("Cause", risk.cause),
        ("Event", risk.event),
        ("Consequence", risk.consequence),
        ("Watch for", risk.trigger),
        ("Borne by", risk.bearer),
        ("Response", response),
    )
    weight = Block(f"Our assessment: {judged(brief, risk)}, impact {risk.impact}.", "heading")
    sure = Block(f"Confidence: {risk.confidence}.", "muted")
    return [
        Item((weight, sure)),
        Item(facts(told, column=13)),
        *rests_on(brief, risk.rests_on),
    ]
