"""Timeline and figures: points with a time, points with an amount."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefing.model.wording import hedged
from briefing.tui.presentation.items import so_what
from briefing.tui.presentation.page import Block, Item, Page, Span, label, muted
from briefing.tui.presentation.phrases import NOTHING, anchors, count, how_known, stance

if TYPE_CHECKING:
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
    lead = f"{event.id}  {event.label}"
    when = Block(
        lead,
        "heading",
        (Span(0, len(event.id), "id"),),
        hang=len(event.id) + 2,
        right=hedged(span) if span else _length(event),
    )
    said = [f"{event.status}", stance(event), anchors(event.at)]
    if span and (known := how_known(span)):
        said.insert(0, known)
    return Item(
        (when, Block(event.text, indent=2), Block(" · ".join(said), "muted", indent=2)), event.id
    )


def _length(event: Event) -> str:
    if not event.months:
        return ""
    low, high = min(event.months), max(event.months)
    return f"{low} months" if low == high else f"{low}-{high} months"


def figures(brief: Brief) -> Page:
    """The figures with their qualifiers, and what the source leaves out of each."""
    items = so_what("figures", brief.figures.so_what)
    items += [_figure(figure) for figure in brief.figures.points]
    if not brief.figures.points:
        items.append(muted(NOTHING, gap=bool(items)))
    return Page("FIGURES", count(len(brief.figures.points), "figure"), tuple(items))


def _figure(figure: Figure) -> Item:
    value = " ".join(part for part in (figure.qualifier, figure.value) if part)
    title = Block(
        f"{figure.id}  {value}",
        "heading",
        (Span(0, len(figure.id), "id"),),
        right=figure.unit or "",
    )
    blocks = [title, Block(figure.text, indent=2)]
    if figure.missing:
        blocks.append(Block(f"Left out: {figure.missing}", "muted", indent=2))
    blocks.append(Block(f"{stance(figure)} · {anchors(figure.at)}", "muted", indent=2))
    return Item(tuple(blocks), figure.id)
