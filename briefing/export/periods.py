"""When an event is, in words: the source's own, then what is known or computed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefing.model.dates import Certainty

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.model.dates import Span
    from briefing.model.points import Event

_DAY = timedelta(days=1)
_WORDS = {
    Certainty.UNCERTAIN: "{}, uncertain",
    Certainty.APPROXIMATE: "about {}",
    Certainty.DOUBTFUL: "about {}, uncertain",
    Certainty.ONE_OF: "one date of {}",
}


def timing(event: Event, brief: Brief) -> str:
    """The label, and in parentheses what it comes to: a date, a computed one, or undated."""
    known = _known(event, brief)
    return event.label if known == event.label else f"{event.label} ({known})"


def _known(event: Event, brief: Brief) -> str:
    span = brief.spans.get(event.id)
    if event.when is None and event.after:
        return _following(event, span, brief)
    lasts = f"lasts {_months(event.months)}" if event.months else ""
    known = dated(span) if span else "" if lasts else "undated"
    return "; ".join(part for part in (known, lasts) if part)


def _following(event: Event, span: Span | None, brief: Brief) -> str:
    """What the time of an event that follows another comes to, and from what it is computed."""
    steps = [f"{_months(event.months)} after [{event.after}]".strip()]
    if event.after == "published":
        steps = [] if span else ["after publication"]
    known = f"computed{_basis(span, brief)}: {period(span)}" if span else "undated"
    return "; ".join([*steps, known])


def _basis(span: Span, brief: Brief) -> str:
    assumed = brief.header.assume
    if assumed and span.certainty is Certainty.ASSUMED:
        return f" from the assumed publication of {assumed.published}"
    return ""


def _months(months: tuple[int, ...]) -> str:
    unit = "month" if months == (1,) else "months"
    return f"{' to '.join(map(str, dict.fromkeys(months)))} {unit}" if months else ""


def dated(span: Span) -> str:
    """A span with how it is known: `2027`, `about 2027`, `2027-10, uncertain`."""
    return _WORDS.get(span.certainty, "{}").format(period(span))


def period(span: Span) -> str:
    """A span in the shortest form that loses nothing: `2027`, `2027-10 to 2028-03`, a day."""
    start, end = span.earliest, span.latest
    if start and end:
        return _closed(start, end)
    return f"{start} or later" if start else f"{end} or earlier"


def _closed(start: date, end: date) -> str:
    for digits, whole in ((len("YYYY"), _whole_years), (len("YYYY-MM"), _whole_months)):
        if whole(start, end):
            return _from_to(str(start)[:digits], str(end)[:digits])
    return _from_to(str(start), str(end))


def _from_to(start: str, end: str) -> str:
    return start if start == end else f"{start} to {end}"


def _whole_months(start: date, end: date) -> bool:
    return start.day == 1 and (end == date.max or (end + _DAY).day == 1)


def _whole_years(start: date, end: date) -> bool:
    return _whole_months(start, end) and start.month == 1 and end.month == 12
