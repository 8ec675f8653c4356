"""What a figure is, how it is written, and when two are the same."""

from decimal import Decimal
from math import gcd
from typing import Literal

from msgspec import Struct

from briefing.audit.figures.writing import amount_text, body_text

Kind = Literal["money", "percent", "number", "time", "date", "relative"]
_IN_MONTHS = {"quarters": 3, "years": 12, "decades": 120, "centuries": 1200}
_IN_DAYS = {"weeks": 7, "fortnights": 14}
_IN_MINUTES = {"hours": 60}


class Quantity(Struct, frozen=True):
    """An amount or a time as a text gives it, in its normal form.

    `low` and `high` are exact and equal where it is one number; a pair that falls, such as the
    score 3-1, stays as it is. `unit` is a currency (ISO 4217, or its name where that names no one
    currency), "%", "percentage points", "basis points", "x" (times), "/3" (thirds), a plural
    ("months"), a symbol ("GW") or nothing. `qualifier` is "over", "under", "about", "up to",
    "at least", "nearly" or nothing. `vague` stands instead of numbers ("hundreds of millions"),
    and so does `when`, the normal wording of a date or of a time that hangs on another.
    """

    kind: Kind
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    qualifier: str = ""
    vague: str = ""
    when: str = ""

    def __str__(self) -> str:
        body = self.when or (
            body_text(self.kind, self.unit, self.vague)
            if self.low is None or self.high is None
            else amount_text(self.kind, self.low, self.high, self.unit)
        )
        return f"{self.qualifier} {body}" if self.qualifier else body


def same(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are the same amount of the same, whatever qualifies them.

    Years and months compare by length, and so do halves and percentages. Two vague amounts of
    which one names no currency are taken for the same.
    """
    if a.vague or b.vague:
        return a.vague == b.vague and (a.unit == b.unit or not (a.unit and b.unit))
    if a.when or b.when:
        return a.when == b.when
    return _measure(a) == _measure(b)


def key(quantity: Quantity) -> object:
    """What figures that are the same have in common: for looking them up."""
    return quantity.vague or quantity.when or _measure(quantity)


def _measure(quantity: Quantity) -> object:
    return _sized(quantity.low, quantity.unit), _sized(quantity.high, quantity.unit)


def _sized(value: Decimal | None, unit: str) -> tuple[object, ...]:
    if value is None:
        return ()
    if unit == "%" or unit.startswith("/"):
        top, bottom = value.as_integer_ratio()
        bottom *= 100 if unit == "%" else int(unit[1:])
        shared = gcd(top, bottom) or 1
        return "ratio", top // shared, bottom // shared
    for base, factors in (("months", _IN_MONTHS), ("days", _IN_DAYS), ("minutes", _IN_MINUTES)):
        if unit in factors:
            return base, value * factors[unit]
    return unit, value
