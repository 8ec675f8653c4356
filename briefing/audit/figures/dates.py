"""Dates: "late 2027", "Q4 2027", "3 May 2026", "the 2030s", "2025-26", and years alone.

Four digits from 1800 to 2199 without separator, unit or currency are taken for a year. So "2000
jobs" is read as a date, which is rarer than a year in front of a noun ("the 2026 budget").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.figures.naming import joined, numbers_a_thing
from briefing.audit.figures.numbers import number, year
from briefing.audit.figures.quantity import Quantity
from briefing.audit.figures.tokens import DASH, NUMERAL, WORD, hyphened
from briefing.audit.figures.units import unit
from briefing.audit.figures.words import MONTH_NAMES, MONTHS, SEASONS, wordset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.audit.figures.tokens import Token

    Reading = tuple[str, int]  # the normal wording, and the token after it

_PARTS = {"early": "early", "late": "late", "later": "late", "mid": "mid", "end": "end of"} | {
    "start": "start of",
    "beginning": "start of",
    "middle": "mid",
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_DAYS_IN = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SUFFIXES = wordset("st nd rd th")
_FISCAL = wordset("fiscal fy financial")

HEADS = frozenset(_PARTS) | frozenset(MONTHS) | frozenset(SEASONS) | frozenset(_ORDINALS) | _FISCAL
HEADS |= {"q", "h", "the"}


def read(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """The date that starts at this token, and the token after it."""
    if joined(tokens, at):
        return None
    found = _part(tokens, at) or _whole(tokens, at)
    if found is None:
        return None
    when, end = found
    if tokens[end].kind == WORD and tokens[end].glued and tokens[end - 1].kind == NUMERAL:
        return None  # letters on digits
    return Quantity("date", when=when), end


def _part(tokens: Sequence[Token], at: int) -> Reading | None:
    """As in "late 2027", "mid-2026", "end of March 2028", "early in 2028", "late-2027"."""
    at += tokens[at].low == "the" and tokens[at + 1].low in {"end", "start", "beginning", "middle"}
    part = _PARTS.get(tokens[at].low)
    if part is None or (part == "end of" and tokens[at + 1].low == "in"):
        return None  # loans "end in 2025"
    at += 1
    if (tokens[at].kind == DASH and tokens[at].glued and tokens[at + 1].glued) or tokens[
        at
    ].low in {"of", "in"}:
        at += 1
    at += tokens[at].low == "the"
    found = _span(tokens, at)
    if found is None:
        return None
    return f"{part}{'-' if part == 'mid' else ' '}{found[0]}", found[1]


def _whole(tokens: Sequence[Token], at: int) -> Reading | None:
    if tokens[at].kind == NUMERAL:
        return _iso(tokens, at) or _day_first(tokens, at) or _years(tokens, at)
    at += tokens[at].low == "the"
    if tokens[at].kind == NUMERAL:
        return _day_first(tokens, at) or _span(tokens, at)
    return _month_first(tokens, at) or _span(tokens, at)


def _span(tokens: Sequence[Token], at: int) -> Reading | None:
    """A year, decade, season, quarter, half or month of a year: what can have an early part."""
    token, following = tokens[at], tokens[at + 1].low
    if token.kind == NUMERAL:
        return _year(tokens, at)
    if month := _month(token):
        return _named(tokens, MONTH_NAMES[month], at + 1 + (following in {"of", ","}))
    if token.low in SEASONS:
        return _named(tokens, SEASONS[token.low], at + 1 + (following == "of"))
    if token.low in _FISCAL and (token.low != "financial" or following == "year"):
        return _named(tokens, "fiscal", at + 1 + (following == "year"))
    return _quarter(tokens, at) if token.kind == WORD else None


def _named(tokens: Sequence[Token], name: str, at: int) -> Reading | None:
    value = year(tokens, at)
    return (f"{name} {value}", at + 1) if value and not _counts(tokens, at) else None


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether the four digits here count something after all: "2000 MW", "2000 million"."""
    found = number(tokens, at)
    return found is None or not found.bare or _measures(tokens, at + 1)


def _measures(tokens: Sequence[Token], at: int) -> bool:
    measured = unit(tokens, at)
    if measured is None:
        return False
    last = tokens[measured.end - 1].low  # "the 2027 fiscal year" is one, "2027 years" are many
    return measured.kind != "time" or last.endswith("s") or tokens[at].kind == DASH


def _quarter(tokens: Sequence[Token], at: int) -> Reading | None:
    """As in "Q4 2027", "H1 of 2026", "fourth quarter of 2027", "second-half 2026"."""
    token = tokens[at]
    if token.low in {"q", "h"}:
        digit = tokens[at + 1]
        if not digit.glued or digit.text not in ("1234" if token.low == "q" else "12"):
            return None
        start = at + 2
        name = f"{token.text.upper()}{digit.text}"
    else:
        ordinal = _ORDINALS.get(token.low, 0)
        word = at + 2 if hyphened(tokens, at + 1) else at + 1
        noun = tokens[word].low
        if not ordinal or noun not in {"quarter", "half"} or (noun == "half" and ordinal == 3):
            return None
        name = f"Q{ordinal}" if noun == "quarter" else f"H{min(ordinal, 2)}"
        start = word + 1
    start += tokens[start].low in {"of", ","}
    return _named(tokens, name, start)


def _year(tokens: Sequence[Token], at: int) -> Reading | None:
    """A year or a decade ("2030s"), where digits can mean nothing else."""
    value = year(tokens, at)
    if not value:
        return None
    suffix = tokens[at + 1]
    if suffix.glued and suffix.low == "s" and value % 10 == 0:
        return f"{value}s", at + 2
    if (
        suffix.text in {"'", "\u2019"}
        and suffix.glued
        and tokens[at + 2].text == "s"
        and not value % 10
    ):
        return f"{value}s", at + 3
    return None if _counts(tokens, at) else (str(value), at + 1)


def _years(tokens: Sequence[Token], at: int) -> Reading | None:
    """A year alone, or "2025-26", "2025/26", "2025-2027"."""
    found = _year(tokens, at)
    if found is None:
        return None
    joint, last = tokens[at + 1], tokens[at + 2]
    if last.kind == NUMERAL and joint.glued and last.glued and found[1] == at + 1:
        first = int(found[0])
        until = _until(first, last.text)
        if until > first and (joint.kind == DASH or joint.text == "/"):
            return None if _measures(tokens, at + 3) else (f"{first}-{until}", at + 3)
        if joint.kind == DASH and not year(tokens, at + 2):
            return None
    return None if numbers_a_thing(tokens, at) else found


def _until(first: int, text: str) -> int:
    if not text.isdigit():
        return 0
    if len(text) == 2:
        return first - first % 100 + int(text)
    return int(text) if len(text) == 4 and text < "2200" else 0


def _iso(tokens: Sequence[Token], at: int) -> Reading | None:
    """As in "2026-05-03" and "2026-05"; "2004-05" are the years 2004 and 2005."""
    value = year(tokens, at)
    month, day = tokens[at + 2], tokens[at + 4]
    if not (value and tokens[at + 1].kind == DASH and tokens[at + 1].glued and month.glued):
        return None
    if month.kind != NUMERAL or len(month.text) != 2 or not "01" <= month.text <= "12":
        return None
    name = MONTH_NAMES[int(month.text)]
    more = tokens[at + 3].kind == DASH and tokens[at + 3].glued and day.glued
    more = more and day.kind == NUMERAL
    if not more:
        return None if int(month.text) == value % 100 + 1 else (f"{name} {value}", at + 3)
    if len(day.text) != 2 or not _is_day(int(month.text), day):
        return None
    return f"{int(day.text)} {name} {value}", at + 5


def _is_day(month: int, token: Token) -> bool:
    text = token.text
    return (
        token.kind == NUMERAL
        and len(text) <= 2
        and text.isdigit()
        and (1 <= int(text) <= _DAYS_IN[month])
    )


def _month(token: Token) -> int:
    return MONTHS.get(token.low, 0) if token.text[:1].isupper() else 0


def _day(tokens: Sequence[Token], at: int, month: int) -> int:
    """The token after a day of the month ("3", "3rd"), or 0."""
    if not _is_day(month, tokens[at]):
        return 0
    return at + 2 if tokens[at + 1].glued and tokens[at + 1].low in _SUFFIXES else at + 1


def _month_first(tokens: Sequence[Token], at: int) -> Reading | None:
    """As in "May 3, 2026", "May 3-5, 2026"; the year can be missing, see `relative`."""
    month = _month(tokens[at])
    end = _day(tokens, at + 1, month) if month else 0
    if not end:
        return None
    days, end = _days(tokens, at + 1, end, month)
    last = end + 1 if tokens[end].text == "," else end
    value = year(tokens, last)
    if not value or _counts(tokens, last):
        return None
    return f"{days} {MONTH_NAMES[month]} {value}", last + 1


def _days(tokens: Sequence[Token], at: int, end: int, month: int) -> tuple[str, int]:
    first = int(tokens[at].text)
    if tokens[end].kind == DASH and tokens[end].glued and tokens[end + 1].glued:
        last = _day(tokens, end + 1, month)
        if last and int(tokens[end + 1].text) > first:
            return f"{first}-{int(tokens[end + 1].text)}", last
    return str(first), end


def _day_first(tokens: Sequence[Token], at: int) -> Reading | None:
    """As in "3 May 2026", "the 3rd of May, 2026", "3-5 May 2026"."""
    found = day_of_month(tokens, at)
    if found is None:
        return None
    wording, end = found
    last = end + 1 if tokens[end].text == "," else end
    value = year(tokens, last)
    return (f"{wording} {value}", last + 1) if value and not _counts(tokens, last) else None


def day_of_month(tokens: Sequence[Token], at: int) -> Reading | None:
    """As in "3 May", "3rd of May", "May 3": a day without its year."""
    month = _month(tokens[at])
    if month:
        end = _day(tokens, at + 1, month)
        if not end:
            return None
        days, end = _days(tokens, at + 1, end, month)
        return f"{days} {MONTH_NAMES[month]}", end
    end = _day(tokens, at, 1)
    if not end:
        return None
    days, end = _days(tokens, at, end, 1)
    end += tokens[end].low == "of"
    month = _month(tokens[end])
    largest = int(days.rpartition("-")[2])
    return (
        (f"{days} {MONTH_NAMES[month]}", end + 1) if month and largest <= _DAYS_IN[month] else None
    )
