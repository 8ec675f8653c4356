"""The pane that shows a page and moves through its items."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from briefing.text import width
from briefing.tui.commands import bindings
from briefing.tui.ink import inks
from briefing.tui.presentation.layout import Row, rows
from briefing.tui.presentation.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Region

    from briefing.tui.presentation.layout import Marks

MEASURE = 78  # cells: prose is never wider (WCAG 2.2, 1.4.8: at most 80)
_GUTTER = 2  # cells before the text: the cursor's bar and a space
_WHEEL = 3  # rows that a turn of the wheel moves


class PageView(Widget, can_focus=True):
    """Shows one page; a bar in the gutter marks the selected item.

    `aside` says that the pane stands beside another one. `on_select` is told the key of the item
    that a person selects; `on_open` the key of the one opened, and the page it leads to or "".
    They are called and not sent messages: a message comes after the keys that follow, and then
    speaks of a page that is gone. Rows are drawn one by one as the screen asks for them, so a
    page of any length costs what is in sight.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("page")]

    def __init__(
        self,
        *,
        id: str,  # noqa: A002 - Textual's own name
        aside: bool = False,
        on_select: Callable[[str], None] = lambda _key: None,
        on_open: Callable[[str, str], None] = lambda _key, _opens: None,
    ) -> None:
        super().__init__(id=id)
        self._on_select, self._on_open = on_select, on_open
        self._aside = aside
        self._pointed = False  # whether it was told which item to show, so that it has a bar
        self._start = ""  # that item
        self.page = Page("", "", ())
        self._make: Callable[[int, int], Page] = lambda _cells, _height: self.page
        self._rows: list[Row] = []
        self.top = 0  # the row at the top of the pane
        self._laid = Size(0, 0)  # the size that the rows are for
        self._selected = -1
        self._marks: Marks | None = None

    @property
    def _cursor_shown(self) -> bool:
        """A pane beside has its bar only with the keyboard, or where it was told to point."""
        return self.has_focus or not self._aside or self._pointed

    @property
    def measure(self) -> int:
        """How many cells the text of this pane may take."""
        edge = 1 if self.size.width > MEASURE else 2  # the scroll bar, and a space where it is near
        return max(1, min(MEASURE, self.size.width - _GUTTER - edge))

    @property
    def key(self) -> str:
        """The key of the selected item, or ""."""
        return self.page.items[self._selected].key if self._selected >= 0 else ""

    def show(
        self, make: Callable[[int, int], Page], key: str = "", marks: Marks | None = None
    ) -> None:
        """Show a page with the item of that key selected, else its first, and what to mark.

        `make` gives the page for a pane of so many cells and rows; it is asked again when the
        size changes.
        """
        self._make, self._marks, self._pointed, self._start = make, marks, bool(key), key
        self._fill(key)

    def _fill(self, key: str) -> None:
        # not laid out yet: the page is wanted for its heading and its first item only
        measure, height = (self.measure, self.size.height) if self.size else (MEASURE, MEASURE)
        self.page = self._make(measure, height)
        keys = [item.key for item in self.page.items]
        found = bool(key) and key in keys
        self._selected = keys.index(key) if found else self.page.first
        self._laid = self.size
        if not self.size:
            return
        self._rows = rows(self.page, self.measure, self._marks)
        self._move_to(self.top if found else 0)
        if found:
            self._reveal(aim=height // 3)
        self.refresh()

    @property
    def _last_top(self) -> int:
        return max(0, len(self._rows) - self.size.height)

    def _move_to(self, top: int, *, beyond: bool = False) -> None:
        """Put a row on top; `beyond` lets the pane stay empty below the last row."""
        self.top = max(0, top if beyond else min(top, self._last_top))
        self.refresh()

    def _extent(self, number: int) -> tuple[int, int]:
        """First row of an item and the row behind its last."""
        found = [y for y, row in enumerate(self._rows) if row.item == number]
        return (found[0], found[-1] + 1) if found else (0, 0)

    def _reveal(self, aim: int | None = None) -> None:
        """Scroll no further than needed to show the selected item, or to row `aim` of the pane."""
        if self._selected < 0:
            return
        first, end = self._extent(self._selected)
        top, height = self.top, self.size.height
        if end <= height and not any(item.key for item in self.page.items[: self._selected]):
            first = 0  # what stands above the first item cannot be selected, so show it with it
        if aim is not None:
            if not top <= first < end <= top + height * 2 // 3:
                # what a pane beside points at stands high even where the page ends
                self._move_to(first - aim, beyond=self._aside)
            return
        if first < top or end - first > height:
            top = first
        elif end > top + height:
            top = end - height
        self._move_to(top)

    def select(self, number: int) -> None:
        """Select an item by its number and say so."""
        if number == self._selected or not self.page.items[number].key:
            return
        self._selected = number
        self._reveal()
        self._on_select(self.key)

    def _keyed(self) -> list[int]:
        return [number for number, item in enumerate(self.page.items) if item.key]

    def action_step(self, by: int) -> None:
        """The next or previous item; row by row through what is taller than the pane."""
        if self._scroll_on(by):
            return
        numbers = self._keyed()
        ahead = [n for n in numbers if (n > self._selected if by > 0 else n < self._selected)]
        if ahead:
            self.select(ahead[0] if by > 0 else ahead[-1])
        else:
            self._move_to(self.top + by)

    def _scroll_on(self, by: int) -> bool:
        """Scroll by a row where the selected item goes on ahead, or lies out of sight there."""
        first, end = self._extent(self._selected)
        top, bottom = self.top, self.top + self.size.height
        hidden = end > bottom if by > 0 else first < top
        away = first >= bottom or end <= top
        if hidden and (away or end - first > self.size.height):
            self._move_to(top + by)
            return True
        return False

    def action_page(self, by: int) -> None:
        """A page down or up; the selection follows to the first item in sight."""
        height, before = self.size.height, self.top
        self._move_to(before + by * max(1, height - 1))
        if self.top == before:
            self.action_end(by)
            return
        seen = [row.item for row in self._rows[self.top : self.top + height] if row.item >= 0]
        keyed = [number for number in dict.fromkeys(seen) if self.page.items[number].key]
        whole = [number for number in keyed if self._extent(number)[0] >= self.top]
        if target := whole or keyed:
            self._selected = target[0]
            self._on_select(self.key)

    def action_end(self, by: int) -> None:
        """The first or the last item."""
        if numbers := self._keyed():
            self.select(numbers[-1] if by > 0 else numbers[0])
        self._move_to(len(self._rows) if by > 0 else 0)

    def action_open(self) -> None:
        """Say that the selected item is to be opened."""
        if self._selected >= 0:
            item = self.page.items[self._selected]
            self._on_open(item.key, item.opens)

    def on_click(self, event: events.Click) -> None:
        """A click selects the item below it; a click on the selected item opens it."""
        y = event.y + self.top
        number = self._rows[y].item if 0 <= y < len(self._rows) else -1
        if number < 0 or not self.page.items[number].key:
            return
        if number == self._selected:
            self.action_open()
        self.select(number)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the text, not the selection."""
        event.stop()
        self._move_to(self.top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The same, the other way."""
        event.stop()
        self._move_to(self.top - _WHEEL)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows in sight. A pane of another size than its page was made for makes it anew."""
        if self._laid != self.size:
            before = self.key
            asked = self._start or self._selected != self.page.first
            self._fill(before if asked else "")
            if self.key != before:  # it has no place at this size
                self.call_next(self._on_select, self.key)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row of the pane, as the screen asks for it."""
        ink = inks(self.app)
        number = y + self.top
        row = self._rows[number] if number < len(self._rows) else Row(())
        selected = row.item >= 0 and row.item == self._selected and self._cursor_shown
        bar = Segment("▌ " if selected else "  ", ink["bar" if self.has_focus else "idle"])
        segments = [bar, *(Segment(text, ink[style]) for text, style in row.pieces)]
        used = _GUTTER + sum(width(text) for text, _ in row.pieces)
        line = Strip(segments, used).adjust_cell_length(self.size.width - 1, ink["text"])
        thumb = Segment("▐" if self._in_thumb(y) else " ", ink["rule"])
        return Strip([*line, thumb], self.size.width)

    def _in_thumb(self, y: int) -> bool:
        """Whether the thumb of the scroll bar, as long as the part in sight, covers this row."""
        height, total = self.size.height, len(self._rows)
        if total <= height:
            return False
        length = max(1, height * height // total)
        start = (height - length) * min(self.top, self._last_top) // self._last_top
        return start <= y < start + length
