"""A table of rows that never wrap: columns are cut, and where that is not enough, left out."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from briefing.text import cut, fit, width
from briefing.tui.presentation.page import Drawn, Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing.tui.presentation.page import Style

CAPTION = 5  # rows that a caption below the page takes off the pane
_BEHIND = 2  # cells behind each column: for the mark of a sorted one, and to the next


class Column(NamedTuple):
    """A column: its name, and its text in every row.

    It can be cut down to `least` cells, or not at all where that is 0. Numbers stand at the
    `right` of it, digit below digit.
    """

    name: str
    texts: tuple[str, ...]
    least: int = 0
    right: bool = False
    style: Style = "text"

    @property
    def wish(self) -> int:
        """The cells of its widest text."""
        return _widest(self.name, self.texts)

    @property
    def need(self) -> int:
        """The cells of it that cannot be cut."""
        return min(self.wish, self.least or self.wish)

    def set(self, text: str, cells: int, mark: str = " ") -> str:
        """One of its texts in so many cells, the mark, and what keeps it from the next column."""
        marked = cut(text, cells) + mark
        before = cells + 1 - width(marked) if self.right else 0
        return fit(" " * before + marked, cells + _BEHIND)


@lru_cache(maxsize=32)
def _widest(name: str, texts: tuple[str, ...]) -> int:
    return max(map(width, (name, *texts)))


def breadth(columns: Sequence[Column]) -> int:
    """How many cells the columns take where none is cut."""
    return sum(column.wish + _BEHIND for column in columns)


def fitting(columns: Sequence[Column], cells: int) -> tuple[Column, ...]:
    """The columns from the left that there is room for, cut as far as they can be."""
    shown = tuple(columns)
    while len(shown) > 1 and sum(column.need + _BEHIND for column in shown) > cells:
        shown = shown[:-1]
    return shown


def table(
    columns: Sequence[Column], cells: int, sort: str = "", mark: str = " "
) -> tuple[Drawn, Sequence[Callable[[], tuple[Drawn]]]]:
    """The row of names, and what draws the row of each line of texts, none wider than `cells`.

    The `mark`, one cell, stands behind the name of the column `sort`.
    """
    shown = fitting(columns, cells)
    placed = tuple(zip(shown, _rooms(shown, cells), strict=True))
    names = []
    for column, room in placed:
        named = column.name == sort
        name = column.set(column.name, room, mark if named else " ")
        names.append(Piece(name, "heading" if named else "muted"))
    lines = range(len(shown[0].texts))
    return Drawn(tuple(names)), [partial(_row, placed, line) for line in lines]


def _row(placed: Iterable[tuple[Column, int]], line: int) -> tuple[Drawn]:
    pieces = (Piece(c.set(c.texts[line], room), c.style) for c, room in placed)
    return (Drawn(tuple(pieces)),)


def _rooms(columns: Sequence[Column], cells: int) -> list[int]:
    """The cells of each column: where they are too many, those on the right give way first."""
    over = breadth(columns) - cells
    rooms = []
    for column in reversed(columns):
        given = min(max(over, 0), column.wish - column.need)
        rooms.append(column.wish - given)
        over -= given
    if over > 0:  # a single column, and no room for all that it needs
        rooms[-1] = max(0, rooms[-1] - over)
    return rooms[::-1]
