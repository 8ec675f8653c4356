"""Dates and likelihoods in words, the same on every route."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefing.model.dates import Certainty
from briefing.model.scales import with_range

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.model.dates import Span

_DAY = timedelta(days=1)
_HEDGED = {
    Certainty.UNCERTAIN: "{}, uncertain",
    Certainty.APPROXIMATE: "about {}",
    Certainty.DOUBTFUL: "about {}, uncertain",
}


def hedged(span: Span) -> str:
    """A span with the doubt its author has: `2027`, `about 2027`, `2027-10, uncertain`."""
    return _HEDGED.get(span.certainty, "{}").format(period(span))


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


def months(span: tuple[int, ...]) -> str:
    """A number of months, or the shortest and longest: `1 month`, `18 to 24 months`."""
    unit = "month" if set(span) == {1} else "months"
    return f"{' to '.join(map(str, dict.fromkeys(span)))} {unit}" if span else ""


def likelihood(brief: Brief, word: str) -> str:
    """The word with its range: `Likely (55-80%)`.

    Which range is meant, brief.yaml says: where that could not be read, none is claimed.
    """
    if "overview" in brief.broken:
        return f"{word.capitalize()} (range unknown)"
    return with_range(brief.header.scale, word)
