"""Which item of a page is selected, and which of its rows stands on top of the pane."""

from __future__ import annotations

from briefing.text import width
from briefing.tui.presentation.layout import Laid
from briefing.tui.presentation.page import Page


class Cursor:
    """Moves through the items of a page and scrolls its rows; knows no screen.

    `selected` is the number of an item, -1 where none can be selected. `top` is the row on top;
    it goes past the last pane of rows only where `reveal` was told to point beyond the end.
    """

    def __init__(self) -> None:
        self.page = Page("", "", ())
        self.rows = Laid((), 0)
        self.height = 0
        self.top = 0
        self.selected = -1

    @property
    def key(self) -> str:
        """The key of the selected item, or ""."""
        return self.page.items[self.selected].key if self.selected >= 0 else ""

    @property
    def at_start(self) -> bool:
        """Whether the first item is selected, as where nobody has moved."""
        return self.selected == self.page.first

    @property
    def last_top(self) -> int:
        """The row on top when the last row is at the bottom."""
        return max(0, len(self.rows) - self.height)

    @property
    def at_end(self) -> bool:
        """Whether the last row is in sight."""
        return not self.rows.reaches(self.top + self.height)

    def turn_to(self, page: Page, key: str = "", near: int = -1) -> bool:
        """Take another page; select the item of that key. Whether it was there.

        Else its first, or the one about as far down the page as the number `near`.
        """
        self.page = page
        keys = [item.key for item in page.items]
        found = bool(key) and key in keys
        self.selected = keys.index(key) if found else page.first
        if key and not found and near >= 0:
            after = (number for number in self._keyed() if number >= near)
            self.selected = next(after, (self._keyed() or [-1])[-1])
        return found

    def lay(self, rows: Laid, height: int) -> None:
        """Take the rows of the page, for a pane of so many rows."""
        self.rows, self.height = rows, height

    def scroll(self, top: int, *, beyond: bool = False) -> None:
        """Put a row on top; `beyond` lets the pane stay empty below the last row."""
        within = beyond or self.rows.reaches(top + self.height - 1)
        self.top = max(0, top if within else self.last_top)

    def extent(self, number: int) -> tuple[int, int]:
        """First row of an item and the row behind its last."""
        return self.rows.extent(number)

    @property
    def in_sight(self) -> bool:
        """Whether the pane shows a row of the selected item, as it does before it has any rows."""
        first, end = self.extent(self.selected)
        return first == end or (first < self.top + self.height and end > self.top)

    def reveal(self) -> None:
        """Scroll no further than needed to show the selected item."""
        if self.selected < 0:
            return
        first, end = self.extent(self.selected)
        top, height = self.top, self.height
        if end <= height and not any(item.key for item in self.page.items[: self.selected]):
            first = 0  # what stands above the first item cannot be selected, so show it with it
        if first < top or end - first > height:
            top = first
        elif end > top + height:
            top = end - height
        self.scroll(top)

    def aim(self, *, beyond: bool = False) -> None:
        """Show the selected item in the upper two thirds, its sentence where one is marked in it.

        `beyond` is for a pane that points: what it points at stands high even where a page ends.
        """
        if self.selected < 0:
            return
        first, end = self._pointed()
        low = self.height * 2 // 3
        if self.top <= first < end <= self.top + low:
            return
        top = first - self.height // 3
        start = self.extent(self.selected)[0]
        if start < top and end - start <= low:
            top = start  # the name of the paragraph, where it fits with the sentence
        self.scroll(top, beyond=beyond)

    def _pointed(self) -> tuple[int, int]:
        """The rows of the selected item to look at: those of its marked sentence, else all."""
        first, end = self.extent(self.selected)
        marked = [
            y
            for y in range(first, end)
            if any(piece.style == "sentence" for piece in self.rows[y].pieces)
        ]
        return (marked[0], marked[-1] + 1) if marked else (first, end)

    def select(self, number: int) -> bool:
        """Select an item by its number, and show it. Whether that changed anything."""
        if number == self.selected or not self.page.items[number].key:
            return False
        self.selected = number
        self.reveal()
        return True

    def step(self, by: int) -> bool:
        """The next or previous item; row by row through what is taller than the pane.

        Whether another item is selected now, as with `page` and `end`.
        """
        if self._scrolled_on(by):
            return False
        numbers = self._keyed()
        ahead = [n for n in numbers if (n > self.selected if by > 0 else n < self.selected)]
        if ahead:
            return self.select(ahead[0] if by > 0 else ahead[-1])
        self.scroll(self.top + by)
        return False

    def turn(self, by: int) -> bool:
        """A page down or up; the selection follows to the first item in sight."""
        before = self.top
        self.scroll(before + by * max(1, self.height - 1))
        if self.top == before:
            return self.end(by)
        seen = [row.item for row in self.rows[self.top : self.top + self.height] if row.item >= 0]
        keyed = [number for number in dict.fromkeys(seen) if self.page.items[number].key]
        whole = [number for number in keyed if self.extent(number)[0] >= self.top]
        if target := whole or keyed:
            self.selected = target[0]
        return bool(target)

    def end(self, by: int) -> bool:
        """The first or the last item."""
        numbers = self._keyed()
        moved = bool(numbers) and self.select(numbers[-1] if by > 0 else numbers[0])
        self.scroll(len(self.rows) if by > 0 else 0)
        return moved

    def across(self, by: int) -> bool:
        """The next or previous item in the order in which the page steps sideways."""
        keys = self.page.across
        if self.key in keys:
            place = keys.index(self.key) + by
            keys = keys[place : place + 1] if place >= 0 else ()
        number = self._number(keys[0 if by > 0 else -1]) if keys else -1
        return number >= 0 and self.select(number)

    def at(self, y: int, x: int = -1) -> int:
        """The number of the item in row `y` of the pane; -1 for none to select.

        With `x`, a cell of the row, it is the item that the piece in that cell stands for, if any.
        """
        y += self.top
        row = self.rows[y] if y >= 0 and self.rows.reaches(y) else None
        if row is None:
            return -1
        end = 0
        for piece in row.pieces:
            end += width(piece.text)
            if 0 <= x < end:
                if (number := self._number(piece.key)) >= 0:
                    return number
                break
        return row.item if row.item >= 0 and self.page.items[row.item].key else -1

    def in_thumb(self, y: int) -> bool:
        """Whether the thumb of the scroll bar, as long as the part in sight, covers this row."""
        height = self.height
        if not self.rows.reaches(height):
            return False
        last = self.rows.about - height
        length = max(1, height * height // (last + height))
        start = (height - length) * min(self.top, last) // last
        return start <= y < start + length

    def _number(self, key: str) -> int:
        """The number of the item of that key, -1 for none."""
        return next((n for n, item in enumerate(self.page.items) if key and item.key == key), -1)

    def _keyed(self) -> list[int]:
        return [number for number, item in enumerate(self.page.items) if item.key]

    def _scrolled_on(self, by: int) -> bool:
        """Scroll by a row where the selected item goes on ahead, or lies out of sight there."""
        first, end = self.extent(self.selected)
        top, bottom = self.top, self.top + self.height
        hidden = end > bottom if by > 0 else first < top
        away = first >= bottom or end <= top
        if hidden and (away or end - first > self.height):
            self.scroll(top + by)
            return True
        return False
