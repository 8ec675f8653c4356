"""The pane that shows a page and moves through its items."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from briefing.text import width
from briefing.tui.cursor import Cursor
from briefing.tui.ink import inks
from briefing.tui.keymap import bindings
from briefing.tui.presentation.layout import FEW, Row, captioned, rows
from briefing.tui.presentation.page import Item, Piece
from briefing.tui.widgets.bars import MEASURE, measure

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Region

    from briefing.tui.presentation.layout import Marks
    from briefing.tui.presentation.page import Page

_GUTTER = 2  # cells before the text: the cursor's bar and a space
_WHEEL = 3  # rows that a turn of the wheel moves
_CAPTION, _LOW = (5, 3), 16  # rows of a caption and its rule, in a pane and in one lower than that
_LEAST = 6  # rows of a pane that has none


class PageView(Widget, can_focus=True):
    """Shows one page; a bar in the gutter marks the selected item.

    `aside` says that the pane stands beside another one. `on_select` is told the key of the item
    that a person selects; `on_open` the key of the one opened, and the page it leads to or "";
    `on_page` each page that is made, for what stands around it.
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
        on_page: Callable[[Page], None] = lambda _page: None,
    ) -> None:
        super().__init__(id=id)
        self._on_select, self._on_open, self._on_page = on_select, on_open, on_page
        self._aside = aside
        self._pointed = False  # whether it was told which item to show, so that it has a bar
        self._start = ""  # that item
        self.cursor = Cursor()
        self._make: Callable[[int, int], Page] = lambda _cells, _height: self.page
        self.laid = Size(0, 0)  # the size that the rows are for
        self._accompanied = False  # whether they are for a pane that has another beside it
        self._marks: Marks | None = None
        self._on_end: Callable[[], None] | None = None
        self._resumed: tuple[int, tuple[int, int]] | None = None

    @property
    def _cursor_shown(self) -> bool:
        """A pane beside has its bar only with the keyboard, or where it was told to point."""
        return self.has_focus or not self._aside or self._pointed

    @property
    def measure(self) -> int:
        """How many cells the text of this pane may take."""
        most = measure(self)
        edge = 1 if self.size.width > most else 2  # the scroll bar, and a space where it is near
        return max(1, min(most, self.size.width - _GUTTER - edge))

    @property
    def page(self) -> Page:
        """The page it shows."""
        return self.cursor.page

    @property
    def key(self) -> str:
        """The key of the selected item, or ""."""
        return self.cursor.key

    def _told(self, item: Item, most: int) -> list[Row]:
        """The caption of an item: its text, and where no other pane tells it, what is known of it."""
        if self._accompanied:
            item = item._replace(below=item.caption[:1])
        return captioned(item, self.measure, max(most, 0), self._marks)

    def show(
        self,
        make: Callable[[int, int], Page],
        key: str = "",
        marks: Marks | None = None,
        on_end: Callable[[], None] | None = None,
    ) -> None:
        """Show a page with the item of that key selected, else its first, and what to mark.

        `make` gives the page for a pane of so many cells and rows; it is asked again when the
        size changes. `on_end` is called once its last row has been on the screen.
        """
        self._make, self._marks, self._pointed, self._start = make, marks, bool(key), key
        self._on_end, self._resumed = on_end, None
        self._fill(key)
        self._on_page(self.page)

    def resume(self, top: int, size: tuple[int, int]) -> None:
        """Put that row on top once the pane has that size, unless something moves before.

        Until then its end has not been looked at either.
        """
        self._resumed = (top, size)

    def renew(self, make: Callable[[int, int], Page] | None = None) -> None:
        """Make the page anew where it is, by `make` if that is given.

        What is selected stays in its row, if it is there still, or what is in its place.
        """
        self._make = make or self._make
        cursor = self.cursor
        top, seen, row = cursor.top, cursor.in_sight, cursor.extent(cursor.selected)[0]
        self._fill(self.key, near=cursor.selected)
        moved = cursor.extent(cursor.selected)[0] - row if cursor.selected >= 0 else 0
        cursor.scroll(top and top + moved)
        if seen and not cursor.in_sight:
            cursor.reveal()
        self._on_page(self.page)

    def _fill(self, key: str, near: int = -1) -> None:
        # not laid out yet: the page is wanted for its heading and its first item only
        measure, height = (self.measure, self.size.height) if self.size else (MEASURE, MEASURE)
        found = self.cursor.turn_to(self._make(measure, height), key, near)
        self.laid = self.size
        if not self.size:
            return
        self._accompanied = _has_company(self)
        most = _CAPTION[height < _LOW] if self.page.caption and height > _LEAST else 0
        told = _highest(self._told, self.page, most - 1) if most else 0
        below = told + 1 if told else 0
        self.cursor.lay(rows(self.page, self.measure, self._marks), max(1, height - below))
        self.cursor.scroll(self.cursor.top if found else 0)
        if found:
            self.cursor.aim(beyond=self._aside)
        if self._resumed and self._resumed[1] == self.size:
            self.cursor.scroll(self._resumed[0])
        self.refresh()

    def action_step(self, by: int) -> None:
        """The next or previous item; row by row through what is taller than the pane."""
        self._moved(selected=self.cursor.step(by))

    def action_page(self, by: int) -> None:
        """A page down or up; the selection follows to the first item in sight."""
        self._moved(selected=self.cursor.turn(by))

    def action_across(self, by: int) -> None:
        """The next or previous item across, where the page is a drawing that has such an order."""
        self._moved(selected=self.cursor.across(by))

    def action_end(self, by: int) -> None:
        """The first or the last item."""
        self._moved(selected=self.cursor.end(by))

    def _moved(self, *, selected: bool) -> None:
        self._resumed = None
        self.refresh()
        if selected:
            self._on_select(self.key)

    def action_open(self) -> None:
        """Say that the selected item is to be opened; one out of sight comes into sight first."""
        if self.cursor.selected >= 0 and not self.cursor.in_sight:
            self.cursor.reveal()
            self.refresh()
        elif self.cursor.selected >= 0:
            item = self.page.items[self.cursor.selected]
            self._on_open(item.key, item.opens)

    def on_click(self, event: events.Click) -> None:
        """A click selects the item below it; a click on the selected item opens it."""
        if event.y >= self.cursor.height:
            return
        number = self.cursor.at(event.y, event.x - _GUTTER)
        if number < 0:
            return
        if number == self.cursor.selected:
            self.action_open()  # from here on it may be another page
        else:
            self._moved(selected=self.cursor.select(number))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the text, not the selection."""
        event.stop()
        self.cursor.scroll(self.cursor.top + _WHEEL)
        self._moved(selected=False)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The same, the other way."""
        event.stop()
        self.cursor.scroll(self.cursor.top - _WHEEL)
        self._moved(selected=False)

    def on_resize(self) -> None:
        """Make the page anew for another size, where the screen has not been drawn meanwhile."""
        self._fit(lambda tell: tell())

    def _fit(self, soon: Callable[[Callable[[], None]], object]) -> None:
        """Make the page anew where it was made for a pane of another size; `soon` calls who is told."""
        if self.laid != self.size or (
            self.page.caption and self._accompanied != _has_company(self)
        ):
            before = self.key
            asked = self._start or self.cursor.selected != self.page.first
            self._fill(before if asked else "")
            soon(lambda: self._on_page(self.page))
            if self.key != before:  # it has no place at this size
                soon(lambda: self._on_select(self.key))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows in sight."""
        self._fit(self.call_next)  # not while it is drawn; by then a key may have brought another
        if self._on_end and self.cursor.at_end and self._resumed is None:
            self.call_next(self._on_end)
            self._on_end = None
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row of the pane, as the screen asks for it."""
        if y >= self.cursor.height and self.page.caption:
            return self._below(y - self.cursor.height)
        number = y + self.cursor.top
        row = self.cursor.rows[number] if self.cursor.rows.reaches(number) else Row(())
        selected = row.item >= 0 and row.item == self.cursor.selected and self._cursor_shown
        return self._strip(row, "▌ " if selected else "  ", "▐" if self.cursor.in_thumb(y) else " ")

    def _below(self, y: int) -> Strip:
        """A row of the caption: a rule, then what it says of the selected item."""
        if y == 0:
            return self._strip(Row((Piece("─" * self.measure, "rule"),)))
        told = self.page.items[self.cursor.selected] if self.cursor.selected >= 0 else Item(())
        room = self.size.height - self.cursor.height - 1
        found = self._told(told, room)
        return self._strip(found[y - 1] if y <= len(found) else Row(()))

    def _strip(self, row: Row, bar: str = "  ", thumb: str = " ") -> Strip:
        ink = inks(self.app)
        segments = [Segment(bar, ink["bar" if self.has_focus else "idle"])]
        for text, style, key in row.pieces:
            marked = key and key == self.key and self._cursor_shown
            drawn = ink.get(f"{style} selected", ink["cited"]) if marked else ink[style]
            shown = f"▸{text[1:]}" if marked and text.startswith(" ") else text
            segments.append(Segment(shown, drawn))
        used = _GUTTER + sum(width(piece.text) for piece in row.pieces)
        line = Strip(segments, used).adjust_cell_length(self.size.width - 1, ink["text"])
        return Strip([*line, Segment(thumb, ink["rule"])], self.size.width)


def _highest(told: Callable[[Item, int], list[Row]], page: Page, most: int) -> int:
    """How many rows the highest caption of a page takes, of at most so many.

    As many as that where a page has more captions than can be laid out before it is shown.
    """
    having = [item for item in page.items if item.below]
    if len(having) > FEW:
        return most
    return max((len(told(item, most)) for item in having), default=0)


def _has_company(view: PageView) -> bool:
    """Whether another pane tells more of what is selected in this one."""
    return any(other is not view and other.region for other in view.screen.query(PageView))
