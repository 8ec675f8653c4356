"""Timeline and figures: points with a time, points with an amount."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefing.model.wording import hedged, months
from briefing.tui.presentation.items import said_of, so_what
from briefing.tui.presentation.page import Block, Item, Page, label, muted, tagged
from briefing.tui.presentation.phrases import NOTHING, count, how_known

if TYPE_CHECKING:
    from briefing.model import dates
    from briefing.model.brief import Brief
    from briefing.model.points import Event, Figure


def timeline(brief: Brief) -> Page:
    """Events with a date in their order, then those without one, said to be undated."""
    events = brief.timeline.points
    dated = sorted((e for e in events if e.id in brief.spans), key=lambda e: _order(brief, e))
    undated = [event for event in events if event.id not in brief.spans]
    items = so_what("timeline", brief.timeline.so_what)
    items += [_event(brief, event) for event in dated]
    if undated:
        items += [label("Undated in the source"), *(_event(brief, event) for event in undated)]
    if not events:
        items.append(muted(NOTHING, gap=bool(items)))
    detail = f"{count(len(events), 'event')} · {len(undated)} undated" if events else ""
    return Page("TIMELINE", detail, tuple(items))


def _order(brief: Brief, event: Event) -> date:
    span = brief.spans[event.id]
    return span.earliest or span.latest or date.max


def _event(brief: Brief, event: Event) -> Item:
    span = brief.spans.get(event.id)
    when = tagged(
        event.id, event.label, "heading", right=hedged(span) if span else months(event.months)
    )
    known = [how_known(span)] if span and how_known(span) else []
    said = said_of(brief, event, *known, *_length(event, span), event.status, indent=when.hang)
    return Item((when, Block(event.text, indent=when.hang), *said), event.id)


def _length(event: Event, span: dates.Span | None) -> list[str]:
    """How long after what it comes, or how long it lasts from its date."""
    lasts = months(event.months) if any(event.months) else ""
    if event.after:
        start = "publication" if event.after == "published" else event.after
        return [f"{lasts} after {start}".strip()]
    return [f"lasts {lasts}"] if lasts and span else []


def figures(brief: Brief) -> Page:
    """The figures with their qualifiers, and what the source leaves out of each."""
    items = so_what("figures", brief.figures.so_what)
    items += [_figure(brief, figure) for figure in brief.figures.points]
    if not brief.figures.points:
        items.append(muted(NOTHING, gap=bool(items)))
    return Page("FIGURES", count(len(brief.figures.points), "figure"), tuple(items))


def _figure(brief: Brief, figure: Figure) -> Item:
    value = " ".join(part for part in (figure.qualifier, figure.value) if part)
    title = tagged(figure.id, value, "heading", right=figure.unit or "")
    blocks = [title, Block(figure.text, indent=title.hang)]
    if figure.missing:
        blocks.append(Block(f"Left out: {figure.missing}", "muted", indent=title.hang))
    blocks += said_of(brief, figure, indent=title.hang)
    return Item(tuple(blocks), figure.id)
