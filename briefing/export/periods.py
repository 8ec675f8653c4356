"""When an event is, in words: the source's own, then what is known or computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.dates import Certainty
from briefing.model.wording import hedged, months, period

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.model.dates import Span
    from briefing.model.points import Event


def timing(event: Event, brief: Brief) -> str:
    """The label, and in parentheses what it comes to: a date, a computed one, or undated."""
    known = _known(event, brief)
    return event.label if known == event.label else f"{event.label} ({known})"


def _known(event: Event, brief: Brief) -> str:
    span = brief.spans.get(event.id)
    if event.when is None and event.after:
        return _following(event, span, brief)
    lasts = f"lasts {months(event.months)}" if event.months else ""
    known = dated(span) if span else "" if lasts else "undated"
    return "; ".join(part for part in (known, lasts) if part)


def _following(event: Event, span: Span | None, brief: Brief) -> str:
    """What the time of an event that follows another comes to, and from what it is computed."""
    steps = [f"{months(event.months)} after [{event.after}]".strip()]
    if event.after == "published":
        steps = [] if span else ["after publication"]
    known = f"computed{_basis(span, brief)}: {period(span)}" if span else "undated"
    return "; ".join([*steps, known])


def _basis(span: Span, brief: Brief) -> str:
    assumed = brief.header.assume
    if assumed and span.certainty is Certainty.ASSUMED:
        return f" from the assumed publication of {assumed.published}"
    return ""


def dated(span: Span) -> str:
    """A span with how it is known: `2027`, `about 2027`, `one date of 2027-10 to 2028-03`."""
    return f"one date of {period(span)}" if span.certainty is Certainty.ONE_OF else hedged(span)
