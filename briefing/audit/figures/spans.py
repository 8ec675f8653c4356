"""The days that a date can mean, in a wide and in a narrow reading.

Of a year or a decade, early is the first quarter of it (wide: the first half), late the last, mid the
middle third (wide: the middle half), the end its last twelfth (wide: the last quarter), the start
its first. Of anything shorter the same parts are counted in days; the end of a month is its last
day (wide: its last week). Seasons are those of the north, by calendar months (wide: a month
more). A fiscal year is the calendar year of its number (wide: from the April before to the March
after).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefing.audit.figures.words import MONTH_NAMES
from briefing.model.dates import Certainty, Date, Span

if TYPE_CHECKING:
    from briefing.audit.figures.quantity import Quantity

_QUARTERS = {"Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
# part: numerator of its first and last share, of how many; narrow, then wide
_SHARES = {
    "early": ((0, 1, 4), (0, 1, 2)),
    "late": ((3, 4, 4), (1, 2, 2)),
    "mid": ((1, 2, 3), (1, 3, 4)),
    "end": ((11, 12, 12), (3, 4, 4)),
    "start": ((0, 1, 12), (0, 1, 4)),
}
_Days = tuple[date, date]


def bounds(quantity: Quantity) -> tuple[Span, Span] | None:
    """The wide and the narrow span of a date; None for what is no date, and for relative times.

    The certainty is "approximate" where a wording leaves the bounds open ("late 2027", "spring").
    """
    if quantity.kind != "date":
        return None
    part, base = _part(quantity.when)
    wide, narrow = _base(base)
    if part:
        wide, narrow = (_share(wide, *_SHARES[part][1]), _share(narrow, *_SHARES[part][0]))
    exact = wide == narrow and not quantity.qualifier
    certainty = Certainty.EXACT if exact else Certainty.APPROXIMATE
    return Span(*wide, certainty), Span(*narrow, certainty)


def _part(when: str) -> tuple[str, str]:
    if when.startswith("mid-"):
        return "mid", when.removeprefix("mid-")
    first, _, rest = when.partition(" ")
    return (first, rest.removeprefix("of ")) if first in _SHARES else ("", when)


def _base(text: str) -> tuple[_Days, _Days]:
    """The wide and the narrow days of a date without a part of it."""
    *before, last = text.split(" ")
    if before and before[-1] in _SEASONS:
        return _season(int(last), _SEASONS[before[-1]])
    if before == ["fiscal"]:
        year = int(last)
        return (date(year - 1, 4, 1), date(year + 1, 3, 31)), _edtf(last)
    days = _days(before, last)
    return days, days


def _season(year: int, month: int) -> tuple[_Days, _Days]:
    first, final = year * 12 + month - 1, year * 12 + month + 1
    wide = (_months(first - 1), _months(final + 2) - timedelta(days=1))
    if month == 12:  # the winter of a year can be that before or that after
        wide = (_months(first - 12), wide[1])
    return wide, (_months(first), _months(final + 1) - timedelta(days=1))


def _months(count: int) -> date:
    return date(count // 12, count % 12 + 1, 1)


def _days(before: list[str], last: str) -> _Days:
    if last.endswith("s"):
        year = int(last[:-1])
        return date(year, 1, 1), date(year + 9, 12, 31)
    if not before:
        first, _, final = last.partition("-")
        return _edtf(first)[0], _edtf(final or first)[1]
    if before[-1] in _QUARTERS:
        return _edtf(f"{last}-{_QUARTERS[before[-1]]}")
    month = f"{last}-{MONTH_NAMES.index(before[-1]):02}"
    if len(before) == 1:
        return _edtf(month)
    first, _, final = before[0].partition("-")
    return _day(month, first), _day(month, final or first)


def _day(month: str, day: str) -> date:
    """A day of a month; 29 February of a common year is taken for its last day."""
    start, end = _edtf(month)
    return min(start + timedelta(days=int(day) - 1), end)


def _edtf(text: str) -> _Days:
    span = Date(text).span
    return span.earliest or date.min, span.latest or date.max


def _share(days: _Days, first: int, final: int, of: int) -> _Days:
    """From the first to the last of so many equal parts, in months where these divide."""
    start, end = days
    after = end + timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    if start.day == after.day == 1 and months % 12 == 0:
        origin = start.year * 12 + start.month - 1
        return (
            _months(origin + months * first // of),
            _months(origin + months * final // of) - timedelta(days=1),
        )
    count = (after - start).days
    if of == 12 and count <= 31:
        return (end, end) if first else (start, start)
    return (
        start + timedelta(days=count * first // of),
        start + timedelta(days=max(count * final // of, count * first // of + 1) - 1),
    )
