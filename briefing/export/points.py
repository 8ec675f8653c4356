"""Points, events and figures: what the source says, in its own voice, each with its anchors."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefing.export.layout import Passage
from briefing.export.periods import timing
from briefing.export.view import bracketed, labelled
from briefing.model.points import Event, Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.export.view import View
    from briefing.model.brief import Brief
    from briefing.model.points import Point


def point_passages(points: Iterable[Point], view: View, indent: int = 0) -> Iterator[Passage]:
    """The points, one after the other. Analyst's notes stand apart, labelled."""
    for point in points:
        yield Passage(
            point.text + _stance(point), "- ", indent, tail=bracketed(point.id, *point.at)
        )
        if view.full:
            for label, text in _more(point, view.brief):
                yield labelled(label, text, indent + 2)


def timeline(view: View) -> Iterator[Passage]:
    """The events in order of time, and after them those that nothing dates."""
    if view.full or not view.brief.timeline.so_what:
        yield from point_passages(_in_order(view.brief), view)


def figures(view: View) -> Iterator[Passage]:
    """The figures in the order of their file, the most telling first."""
    if view.full or not view.brief.figures.so_what:
        yield from point_passages(view.brief.figures.points, view)


def _stance(point: Point) -> str:
    """How the source says it, where it does not just state it: ` (reported: "reportedly")`."""
    words: list[str] = [point.stance] if point.stance != "stated" else []
    if point.marker:
        words.append(f'"{point.marker}"')
    return f" ({': '.join(words)})" if words else ""


def _more(point: Point, brief: Brief) -> Iterator[tuple[str, str]]:
    if isinstance(point, Event):
        yield "When", f"{timing(point, brief)}. Status: {point.status}."
    if isinstance(point, Figure):
        yield "Amount", f"{_amount(point)}." + _missing(point)
    if point.same_as:
        yield "Same as", bracketed(point.same_as)
    if point.note:
        yield "Note", point.note


def _amount(figure: Figure) -> str:
    return " ".join(part for part in (figure.qualifier, figure.value, figure.unit) if part)


def _missing(figure: Figure) -> str:
    return f" Not given: {figure.missing}" if figure.missing else ""


def _in_order(brief: Brief) -> list[Event]:
    def time(event: Event) -> tuple[bool, date, date]:
        span = brief.spans.get(event.id)
        if span is None:
            return True, date.max, date.max
        return False, span.earliest or date.min, span.latest or date.max

    return sorted(brief.timeline.points, key=time)
