"""Dates that may be uncertain: the part of EDTF (ISO 8601-2:2019) that briefs are written in.

Understood: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, quarters `YYYY-33` to `-36`, halves `YYYY-40` and
`-41`; a trailing `?` (uncertain), `~` (approximate) or `%` (both); intervals `A/B`, `../B`, `A/..`;
one unknown date of a set, `[A..B]` or `[A,B]`. Grammar: Library of Congress, "Extended Date/Time
Format (EDTF) Specification", levels 0 to 2.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, Self

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)", re.ASCII)
_MONTHS_OF_PART = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}
_CERTAINTY_OF_SIGN = {"": "exact", "?": "uncertain", "~": "approximate", "%": "doubtful"}
_EXPECTED = (
    'expected a date such as "2027", "2027-10", "2027-36" (its fourth quarter)'
    ' or "[2027-10..2028-03]" (one unknown day between)'
)


class Certainty(StrEnum):
    """How a date is known. `one_of` is one unknown date inside a span, not a duration."""

    EXACT = "exact"
    UNCERTAIN = "uncertain"
    APPROXIMATE = "approximate"
    DOUBTFUL = "doubtful"
    ONE_OF = "one of"
    COMPUTED = "computed"
    ASSUMED = "assumed"


class Span(NamedTuple):
    """The earliest and the latest day a date can mean; None where an end is open."""

    earliest: date | None
    latest: date | None
    certainty: Certainty


class Date(str):
    """An EDTF date: the text as it was typed, with its bounds.

    Raises ValueError with a sentence for people where the text is not such a date.
    """

    __slots__ = ("span",)
    span: Span

    def __new__(cls, text: str) -> Self:
        self = super().__new__(cls, text)
        self.span = _parse(text)
        return self


def _parse(text: str) -> Span:
    if text.startswith("[") and text.endswith("]"):
        return _one_of(text[1:-1])
    if "/" in text:
        start, _, end = text.partition("/")
        return _between(start, end, None)
    return _point(text)


def _one_of(inside: str) -> Span:
    if ".." in inside:
        start, _, end = inside.partition("..")
        return _between(start or "..", end or "..", Certainty.ONE_OF)
    points = [_point(part.strip()) for part in inside.split(",")]
    earliest = min(p.earliest for p in points if p.earliest)
    latest = max(p.latest for p in points if p.latest)
    return Span(earliest, latest, Certainty.ONE_OF)


def _between(start: str, end: str, certainty: Certainty | None) -> Span:
    first = None if start == ".." else _point(start)
    last = None if end == ".." else _point(end)
    if first is None and last is None:
        msg = "a date that is open at both ends says nothing; leave it out"
        raise ValueError(msg)
    earliest, latest = first and first.earliest, last and last.latest
    if earliest and latest and earliest > latest:
        msg = f"the date starts ({earliest}) after it ends ({latest})"
        raise ValueError(msg)
    known = certainty or max((p.certainty for p in (first, last) if p), key=list(Certainty).index)
    return Span(earliest, latest, known)


def _point(text: str) -> Span:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(_EXPECTED)
    year, month, day = (int(g) if g else None for g in match.group(1, 2, 3))
    certainty = Certainty(_CERTAINTY_OF_SIGN[match[4]])
    if not year:
        msg = "year 0000 is not supported"
        raise ValueError(msg)
    if month is None:
        return Span(date(year, 1, 1), date(year, 12, 31), certainty)
    if day is not None:
        return Span(_day(year, month, day), _day(year, month, day), certainty)
    first, last = _MONTHS_OF_PART.get(month, (month, month))
    if not 1 <= first <= 12:
        msg = f"there is no month {month:02}; quarters are 33 to 36, halves 40 and 41"
        raise ValueError(msg)
    return Span(date(year, first, 1), month_end(year, last), certainty)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        msg = f"there is no day {year:04}-{month:02}-{day:02} in the calendar"
        raise ValueError(msg) from None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    if (year, month) == (date.max.year, date.max.month):
        return date.max
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def shift(span: Span, months: tuple[int, ...], certainty: Certainty) -> Span:
    """The span moved on by the shortest of `months` at its start and the longest at its end.

    Negative months move it back. A day that the later month lacks becomes its last. A span that covers whole months still does.
    """
    earliest = span.earliest and _add_months(span.earliest, min(months))
    latest = span.latest and _add_months(span.latest, max(months))
    if latest and _ends_with_its_month(span):
        latest = month_end(latest.year, latest.month)
    return Span(earliest, latest, certainty)


def _add_months(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    return date(year, month, min(day.day, month_end(year, month).day))


def _ends_with_its_month(span: Span) -> bool:
    """Whether a span covers whole months, as far as can be seen where its start is open."""
    start, end = span.earliest, span.latest
    if end is None or (start and start.day != 1):
        return False
    return end == month_end(end.year, end.month)
