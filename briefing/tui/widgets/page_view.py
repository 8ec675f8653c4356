"""The pane that shows a page and moves through its items."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.text import width
from briefing.tui.commands import bindings
from briefing.tui.presentation.layout import Row, rows
from briefing.tui.presentation.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style
    from textual import events
    from textual.binding import BindingType

    from briefing.tui.presentation.layout import Marks

MEASURE = 78  # cells: prose is never wider (WCAG 2.2, 1.4.8: at most 80)
_GUTTER = 2  # cells before the text: the cursor's bar and a space
_STYLES = ("text", "strong", "muted", "heading", "id", "cited", "warning", "match", "bar")


class PageView(ScrollView, can_focus=True):
    """Shows one page; a bar in the gutter marks the selected item.

    `aside` says that the pane stands beside another one. Rows are drawn one by one as the screen asks for them, so a page of any length costs what is
    in sight.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("page")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page--{style}" for style in _STYLES}

    class Selected(Message):
        """Another item was selected, by key or mouse. `key` names it."""

        def __init__(self, view: PageView, key: str) -> None:
            super().__init__()
            self.view = view
            self.key = key

        @property
        def control(self) -> PageView:
            return self.view

    class Opened(Message):
        """Enter or a click on the selected item. `opens` is the page it leads to, or ""."""

        def __init__(self, view: PageView, key: str, opens: str) -> None:
            super().__init__()
            self.view = view
            self.key = key
            self.opens = opens

        @property
        def control(self) -> PageView:
            return self.view

    def __init__(self, *, id: str, aside: bool = False) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._aside = aside
        self._pointed = False
        self._start = ""
        self.page = Page("", "", ())
        self._make: Callable[[int, int], Page] = lambda _cells, _height: self.page
        self._rows: list[Row] = []
        self._selected = -1
        self._marks: Marks | None = None

    @property
    def _cursor_shown(self) -> bool:
        """A pane beside has its bar only with the keyboard, or where it was told to point."""
        return self.has_focus or not self._aside or self._pointed

    @property
    def measure(self) -> int:
        """How many cells the text of this pane may take."""
        return max(1, min(MEASURE, self.scrollable_content_region.width - _GUTTER))

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
        if not self.size:
            return
        self._lay_out()
        if found:
            self._reveal(aim=self.size.height // 3)
        else:
            self.scroll_to(y=0, animate=False, force=True)

    def _lay_out(self) -> None:
        self._rows = rows(self.page, self.measure, self._marks)
        self.virtual_size = Size(self.size.width, len(self._rows))
        self.refresh()

    def on_resize(self) -> None:
        """Rows depend on the size; the selected item stays in sight."""
        asked = self._start or self._selected != self.page.first
        self._fill(self.key if asked else "")

    def _extent(self, number: int) -> tuple[int, int]:
        """First row of an item and the row behind its last."""
        found = [y for y, row in enumerate(self._rows) if row.item == number]
        return (found[0], found[-1] + 1) if found else (0, 0)

    def _reveal(self, aim: int | None = None) -> None:
        """Scroll no further than needed to show the selected item, or to row `aim` of the pane."""
        if self._selected < 0:
            return
        top, bottom = self._extent(self._selected)
        height, y = self.size.height, round(self.scroll_y)
        if bottom <= height and not any(item.key for item in self.page.items[: self._selected]):
            top = 0  # what stands above the first item cannot be selected, so show it with it
        if aim is not None:
            if not y <= top < bottom <= y + height * 2 // 3:
                y = top - aim
        elif top < y or bottom - top > height:
            y = top
        elif bottom > y + height:
            y = bottom - height
        self.scroll_to(y=max(0, y), animate=False, force=True)

    def select(self, number: int) -> None:
        """Select an item by its number and say so."""
        if number == self._selected or not self.page.items[number].key:
            return
        self._selected = number
        self._reveal()
        self.refresh()
        self.post_message(self.Selected(self, self.key))

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
            self.scroll_to(y=self.scroll_y + by, animate=False, force=True)

    def _scroll_on(self, by: int) -> bool:
        """Scroll by a row where the selected item goes on ahead, or lies out of sight there."""
        top, bottom = self._extent(self._selected)
        y, height = round(self.scroll_y), self.size.height
        hidden = bottom > y + height if by > 0 else top < y
        away = top >= y + height or bottom <= y
        if hidden and (away or bottom - top > height):
            self.scroll_to(y=y + by, animate=False, force=True)
            return True
        return False

    def action_page(self, by: int) -> None:
        """A page down or up; the selection follows to the first item in sight."""
        height = self.size.height
        y = round(self.scroll_y) + by * max(1, height - 1)
        y = max(0, min(y, len(self._rows) - height))
        if y == round(self.scroll_y):
            self.action_end(by)
            return
        self.scroll_to(y=y, animate=False, force=True)
        seen = [row.item for row in self._rows[y : y + height] if row.item >= 0]
        whole = [n for n in dict.fromkeys(seen) if self.page.items[n].key]
        first = [n for n in whole if self._extent(n)[0] >= y]
        if target := first or whole:
            self._selected = target[0]
            self.refresh()
            self.post_message(self.Selected(self, self.key))

    def action_end(self, by: int) -> None:
        """The first or the last item."""
        if numbers := self._keyed():
            self.select(numbers[-1] if by > 0 else numbers[0])
        self.scroll_to(y=len(self._rows) if by > 0 else 0, animate=False, force=True)

    def action_open(self) -> None:
        """Say that the selected item is to be opened."""
        if self._selected >= 0:
            item = self.page.items[self._selected]
            self.post_message(self.Opened(self, item.key, item.opens))

    def on_click(self, event: events.Click) -> None:
        """A click selects the item below it; a click on the selected item opens it."""
        y = event.y + round(self.scroll_y)
        number = self._rows[y].item if 0 <= y < len(self._rows) else -1
        if number < 0 or not self.page.items[number].key:
            return
        if number == self._selected:
            self.action_open()
        self.select(number)

    def render_line(self, y: int) -> Strip:
        """One row of the pane, as the screen asks for it."""
        plain = self.rich_style
        number = y + round(self.scroll_y)
        if number >= len(self._rows):
            return Strip.blank(self.size.width, plain)
        row = self._rows[number]
        selected = row.item >= 0 and row.item == self._selected
        bar = Segment("▌ " if selected and self._cursor_shown else "  ", self._style("bar"))
        segments = [bar, *(Segment(text, self._style(style)) for text, style in row.pieces)]
        cells = _GUTTER + sum(width(text) for text, _ in row.pieces)
        return Strip(segments, cells).adjust_cell_length(self.size.width, plain)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"page--{name}")
