"""Filters: the parts of a query that ask for a field, such as `stance:reported`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.dates import Date
from briefing.search.documents import FIRST_DAY, LAST_DAY
from briefing.search.fields import NAMED
from briefing.search.plain import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.search.fields import Field

_UNFINISHED_DATE = re.compile(
    r"(?:.*\.\.)?(?:\d{0,3}|\d{4}(?:-\d?|-?[qQ]|-\d\d-\d?|\.)?)", re.ASCII
)
_QUARTER = re.compile(r"-?[qQ]([1-4])\Z")


@dataclass(frozen=True, slots=True)
class Filter:
    """What a field has to be: one of the values, or, of `when`, a day from `first` to `last`.

    `open` says that the briefs know which values there are, and one that they do not know stands
    for those that open with it, or have a word that does. `either` says that beside another of its field either will do.
    Without values nothing passes.
    """

    field: str
    values: tuple[str, ...] = ()
    open: bool = False
    either: bool = False
    first: int = FIRST_DAY
    last: int = LAST_DAY


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: a filter, or None while its value is still to come; and what to say of it."""

    found: Filter | None = None
    message: str = ""


def unknown_field(name: str) -> str:
    """What to say where a field is asked for that there is not."""
    near = nearest(name, NAMED)
    hint = f"did you mean '{near}:'?" if near else f"there are {_listed(NAMED)}."
    return f"There is no field '{name}:', so it is read as words; {hint}"


def unknown_value(field: str, value: str, known: Iterable[str], *, those: bool = True) -> str:
    """What to say where a field never has a value; `those`: the known ones are all there are."""
    values = tuple(known)
    if near := nearest(value, values):
        return f"{field}: has no '{value}'; did you mean '{near}'?"
    return f"{field}: has no '{value}'" + (f"; it is one of {_listed(values)}." if those else ".")


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of the known words that is written most like a word, or none."""
    from difflib import get_close_matches  # noqa: PLC0415 - few queries need it

    return next(iter(get_close_matches(word.casefold(), list(known), 1)), "")


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def read(name: str, sign: str, value: str, *, at_end: bool) -> Read:
    """The filter of a known field; the sign is ">=", "<=" or none; `at_end`: more may be typed."""
    field, value = NAMED[name], " ".join(value.split())
    if field.name == "when":
        return _when(sign, value, at_end=at_end)
    wanted = folded(value)
    if not wanted:
        return Read(message="" if at_end else _missing(field))
    if not field.values:
        return Read(Filter(field.name, (wanted,), open=True, either=field.single))
    if meant := _meant(wanted, field.values):
        return _closed(field, sign, meant)
    return Read(Filter(field.name), unknown_value(field.name, value, field.values))


def _missing(field: Field) -> str:
    """What to say of a field without a value: what may follow it."""
    of = (
        "a time, such as 2027, 2027-10 or 2027..2028"
        if field.name == "when"
        else "a name or a word"
    )
    return (
        f"{field.name}: is followed by {f'one of {_listed(field.values)}' if field.values else of}."
    )


def _closed(field: Field, sign: str, meant: tuple[str, ...]) -> Read:
    if sign and field.bounds:
        return Read(Filter(field.name, _compared(field, sign, meant)))
    said = f"{field.name}: has no order, so '{sign}' means nothing there." if sign else ""
    return Read(Filter(field.name, meant, either=field.single), said)


def _meant(value: str, known: Iterable[str]) -> tuple[str, ...]:
    """The value itself, else those that open with it."""
    values = tuple(known)
    return (value,) if value in values else tuple(v for v in values if v.startswith(value))


def _compared(field: Field, sign: str, meant: tuple[str, ...]) -> tuple[str, ...]:
    """The values that are at least, or at most, as high: by where their bounds begin, or end."""
    bounds = field.bounds or {}
    if sign == ">=":
        least = min(bounds[value][0] for value in meant)
        return tuple(value for value in field.values if bounds[value][0] >= least)
    most = max(bounds[value][1] for value in meant)
    return tuple(value for value in field.values if bounds[value][1] <= most)


def _when(sign: str, value: str, *, at_end: bool) -> Read:
    start, dots, end = value.partition("..")
    if not start and not end:
        return Read(message="" if at_end else _missing(NAMED["when"]))
    if not dots:
        start, end = (start if sign != "<=" else ""), (start if sign != ">=" else "")
    try:
        first = _date(start).span.earliest if start else None
        last = _date(end).span.latest if end else None
    except ValueError as error:
        if at_end and _UNFINISHED_DATE.fullmatch(value):
            return Read()
        return Read(Filter("when"), f"'{value}' is no time: {error}.")
    if first and last and first > last:
        return Read(Filter("when"), f"'{value}' is no time: it ends before it starts.")
    days = first.toordinal() if first else FIRST_DAY, last.toordinal() if last else LAST_DAY
    return Read(Filter("when", (value,), either=not sign, first=days[0], last=days[1]))


def _date(typed: str) -> Date:
    """A date as EDTF writes it, or with a quarter as people do: 2027-Q3. Raises ValueError."""
    return Date(_QUARTER.sub(lambda found: f"-{32 + int(found[1])}", typed))
