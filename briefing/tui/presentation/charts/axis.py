"""An axis of time: the months it covers, the cell of a day, the labels above."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.model.dates import month_end

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_YEAR = 365  # days: a shorter axis has room for everything
_ENDS = 50  # so many days at most are tried at an end
_SHARE = 4  # the power by which a day that is left out counts
# months between two labels: a month, a quarter, half a year, then years
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 120000)


class Axis(NamedTuple):
    """Months in so many cells, each as wide as the others: the first, and the one past the last.

    Months are counted from January of the year 0.
    """

    first: int
    past: int
    cells: int

    def cell(self, day: date) -> int:
        """The cell that a day falls into: from 0 on the axis, outside it less or more."""
        length = month_end(day.year, day.month).day
        gone = (month_of(day) - self.first) * length + day.day - 1
        return gone * self.cells // ((self.past - self.first) * length)


def month_of(day: date) -> int:
    """The month of a day, counted from January of the year 0."""
    return day.year * 12 + day.month - 1


def fitted(days: Iterable[date], cells: int) -> Axis:
    """The axis of the months that hold the days, but for a few days far off.

    Raises IndexError where there is no day.
    """
    near = _near(sorted(days))
    return Axis(month_of(near[0]), month_of(near[-1]) + 1, cells)


def _near(days: list[date]) -> list[date]:
    """The days without those at either end that would take far more of the axis than their share.

    At most a third is left out, and each the more reluctantly the more there are.
    """

    def cost(ends: tuple[int, int]) -> float:
        left = len(days) - sum(ends)
        length = days[ends[0] + left - 1] - days[ends[0]]
        return max(length.days, _YEAR) * (len(days) / left) ** _SHARE

    most = min(len(days) // 3, _ENDS)
    ends = ((before, after) for before in range(most + 1) for after in range(most + 1 - before))
    before, after = min(ends, key=cost)
    return days[before : len(days) - after]


def labels(axis: Axis) -> str:
    """The row above the axis: a label at each step, the closest steps whose labels fit."""
    months = axis.past - axis.first
    step = next(
        s for s in _STEPS if s * axis.cells >= months * (len(_label(0, s)) + 1) or s > months
    )
    row = ""
    for month in range(-(-axis.first // step) * step, axis.past, step):
        cell, label = (month - axis.first) * axis.cells // months, _label(month, step)
        if cell > len(row) - (not row) and cell + len(label) <= axis.cells:
            row = row.ljust(cell) + label
    return (row or _label(axis.first, 1)[: axis.cells]).ljust(axis.cells)


def _label(month: int, step: int) -> str:
    year = f"{month // 12:04}"
    return year if step >= 12 else f"{year}-{month % 12 + 1:02}"
