"""The risks as the analyst sees them, heaviest first, and the dangers the source itself names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.export.entries import own_points
from briefing.export.layout import BLANK, Passage
from briefing.export.points import point_passages
from briefing.export.view import bracketed, labelled, led, listed, margin
from briefing.model.entries import by_weight
from briefing.model.wording import likelihood

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.export.view import View
    from briefing.model.entries import Risk


def risks(view: View) -> Iterator[Passage]:
    """The risks, each with likelihood and impact side by side."""
    brief = view.brief
    entries, points = by_weight(brief.risks.entries, brief.header.scale), brief.risks.points
    room = margin(entries)
    for number, risk in enumerate(entries):
        if number and view.full:
            yield BLANK
        yield from _risk(view, risk, room)
    if points and (view.full or not entries):
        if entries:
            yield BLANK
        yield Passage("Dangers the source names:")
        yield from point_passages(points, view, indent=2)


def _risk(view: View, risk: Risk, room: int) -> Iterator[Passage]:
    yield led(risk.id, risk.title, room)
    words = likelihood(view.brief, risk.likelihood)
    yield Passage(f"Likelihood: {words}. Impact: {risk.impact}.", indent=room)
    if view.full:
        yield Passage(f"Confidence: {risk.confidence}.", indent=room)
    yield Passage(risk.summary, indent=room)
    if view.full:
        for name, text in _fields(risk):
            if text:
                yield labelled(name, text, room)
        yield from own_points(view, risk, room)


def _fields(risk: Risk) -> Iterator[tuple[str, str | None]]:
    yield "Cause", risk.cause
    yield "Event", risk.event
    yield "Consequence", risk.consequence
    yield "Trigger", risk.trigger
    yield "Borne by", risk.bearer
    if risk.response:
        at = f" {bracketed(*risk.response.at)}" if risk.response.at else ""
        yield "Response", risk.response.text + at
    yield "Rests on", listed(risk.rests_on) if risk.rests_on else None
