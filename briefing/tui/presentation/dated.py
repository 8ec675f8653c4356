"""Timeline and figures: points with a time, points with an amount."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from briefing.model.wording import hedged, months
from briefing.tui.presentation.items import said_of, so_what
from briefing.tui.presentation.page import Block, Item, Page, label, muted, tagged
from briefing.tui.presentation.phrases import NOTHING, count, how_known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import dates
    from briefing.model.brief import Brief
    from briefing.model.points import Event, Figure


def timeline(brief: Brief) -> Page:
    """Events with a date in their order, then those without one, said to be undated."""
    dated, undated = by_date(brief)
    items = so_what("timeline", brief.timeline.so_what)
    items += _events(brief, dated)
    if undated:
        items += [label("Undated in the source"), *_events(brief, undated)]
    if not brief.timeline.points:
        items.append(muted(NOTHING, gap=bool(items)))
    return Page("TIMELINE", detail(dated, undated), tuple(items))


def by_date(brief: Brief) -> tuple[list[Event], list[Event]]:
    """The events with a date in the order of their bounds, and those without one."""
    events = brief.timeline.points
    dated = sorted((e for e in events if e.id in brief.spans), key=lambda e: _order(brief, e))
    return dated, [event for event in events if event.id not in brief.spans]


def detail(dated: Sequence[Event], undated: Sequence[Event]) -> str:
    """How many events there are, and how many of them are undated."""
    number = len(dated) + len(undated)
    return f"{count(number, 'event')} · {len(undated)} undated" if number else ""


def _order(brief: Brief, event: Event) -> tuple[date, date]:
    span = brief.spans[event.id]
    return span.earliest or span.latest or date.max, span.latest or date.max


def _events(brief: Brief, events: Sequence[Event]) -> list[Item]:
    return [Item(partial(_event, brief, event), event.id) for event in events]


def _event(brief: Brief, event: Event) -> tuple[Block, ...]:
    span = brief.spans.get(event.id)
    when = tagged(
        event.id, event.label, "heading", right=hedged(span) if span else months(event.months)
    )
    said = said_of(brief, event, *known(event, span), indent=when.hang)
    return (when, Block(event.text, indent=when.hang), *said)


def known(event: Event, span: dates.Span | None) -> list[str]:
    """How its time is known, in words: computed, after what, for how long, and its status."""
    how = [how_known(span)] if span and how_known(span) else []
    return [*how, *_length(event, span), event.status]


def timed(brief: Brief, event: Event) -> str:
    """Its time in the words of the source, what it was taken for, and how that is known."""
    span = brief.spans.get(event.id)
    when = f"{event.label}: {hedged(span)}" if span else event.label
    return " · ".join(filter(None, (when, *known(event, span))))


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
    items += [Item(partial(_figure, brief, f), f.id) for f in brief.figures.points]
    if not brief.figures.points:
        items.append(muted(NOTHING, gap=bool(items)))
    return Page("FIGURES", count(len(brief.figures.points), "figure"), tuple(items))


def _figure(brief: Brief, figure: Figure) -> tuple[Block, ...]:
    value = " ".join(part for part in (figure.qualifier, figure.value) if part)
    title = tagged(figure.id, value, "heading", right=figure.unit or "")
    blocks = [title, Block(figure.text, indent=title.hang)]
    if figure.missing:
        blocks.append(Block(f"Left out: {figure.missing}", "muted", indent=title.hang))
    return (*blocks, *said_of(brief, figure, indent=title.hang))
