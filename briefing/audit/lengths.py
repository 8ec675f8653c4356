"""Durations in months, as events of a timeline count them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from briefing.audit.figures import Quantity

_MONTHS = {"months": 1, "quarters": 3, "years": 12, "decades": 120}


def in_months(quantity: Quantity) -> tuple[int, int] | None:
    """The shortest and longest number of months of a duration.

    None for any other figure, and for a duration that is not counted in whole months.
    """
    factor = _MONTHS.get(quantity.unit)
    if factor is None or quantity.kind != "time" or not (quantity.low and quantity.high):
        return None
    ends: list[Decimal] = [quantity.low * factor, quantity.high * factor]
    if any(end != int(end) for end in ends):
        return None
    return int(min(ends)), int(max(ends))
