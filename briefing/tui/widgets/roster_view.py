"""The pane that shows the list of a library: rows of any number, of which those in sight are drawn."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from briefing.text import cut, width
from briefing.tui.ink import inks
from briefing.tui.keymap import bindings
from briefing.tui.presentation.layout import captioned
from briefing.tui.presentation.listed import FIELDS, NOTHING, fields_in, head, row, told
from briefing.tui.presentation.page import Item, Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Region

    from briefing.tui.presentation.layout import Row
    from briefing.tui.presentation.listed import Field
    from briefing.tui.roster import Roster

_GUTTER = 2  # cells before the text: the cursor's bar and a space
_WHEEL = 3  # rows that a turn of the wheel moves
_CAPTION, _ROOMY = (
    (0, 3, 4),
    (14, 24),
)  # rows of a caption and its rule, in a pane from so many rows


class RosterView(Widget, can_focus=True):
    """Shows a roster below the names of its columns, and what is known of the selected brief.

    `on_open` is told the key of the brief to open, `on_sort` the column to sort by.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("page")]

    def __init__(
        self,
        roster: Roster,
        *,
        id: str,  # noqa: A002 - Textual's own name
        on_open: Callable[[str], None],
        on_sort: Callable[[Field], None],
    ) -> None:
        super().__init__(id=id)
        self.roster = roster
        self.empty = ""  # what stands there where nothing is listed
        self._on_open, self._on_sort = on_open, on_sort
        self._caption: Sequence[Row] = ()

    @property
    def cells(self) -> int:
        """The cells of a row, without the gutter and the scroll bar."""
        return max(1, self.size.width - _GUTTER - 2)

    @property
    def _captioned(self) -> int:
        return _CAPTION[sum(self.size.height >= rows for rows in _ROOMY)]

    def action_step(self, by: int) -> None:
        """The next or previous brief."""
        self.roster.step(by)
        self.refresh()

    def action_page(self, by: int) -> None:
        """A page down or up."""
        self.roster.page(by)
        self.refresh()

    def action_end(self, by: int) -> None:
        """The first or the last brief."""
        self.roster.end(by)
        self.refresh()

    def action_across(self, by: int) -> None:
        """Nothing: a list has one direction."""

    def action_open(self) -> None:
        """Open the selected brief; one out of sight comes into sight first."""
        roster = self.roster
        if not roster.key:
            return
        if roster.top <= roster.selected < roster.top + roster.height:
            roster.select(roster.selected)  # from now on it is the one to come back to
            self._on_open(roster.key)
        else:
            roster.reveal()
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click selects a brief, another one opens it; on the name of a column it sorts."""
        number = event.y - 1 + self.roster.top
        if event.y == 0:
            end = _GUTTER
            for piece, field in zip(self._head(), fields_in(self.cells), strict=True):
                end += width(piece.text)
                if event.x < end:
                    self._on_sort(field)
                    return
        elif event.y <= self.roster.height and number < len(self.roster.rows):
            if number == self.roster.selected:
                self.action_open()
            else:
                self.roster.select(number)
                self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the list, not the selection."""
        event.stop()
        self.roster.scroll(self.roster.top + _WHEEL)
        self.refresh()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The same, the other way."""
        event.stop()
        self.roster.scroll(self.roster.top - _WHEEL)
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows in sight."""
        self.roster.lay(max(1, self.size.height - 1 - self._captioned))
        self._caption = ()
        if self._captioned and self.roster.key:
            blocks = told(self.roster[self.roster.key])
            each = (captioned(Item((), below=(block,)), self.cells, 1)[0] for block in blocks)
            self._caption = tuple(islice(each, self._captioned - 1))
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row of the pane, as the screen asks for it."""
        roster = self.roster
        below = y - 1 - roster.height
        if y == 0:
            return self._strip(self._head())
        if self._captioned and below == 0:
            return self._strip((Piece("─" * self.cells, "rule"),))
        if self._captioned and below > 0:
            return self._strip(
                self._caption[below - 1].pieces if below <= len(self._caption) else ()
            )
        number = y - 1 + roster.top
        thumb = "▐" if self._in_thumb(y - 1) else " "
        if number < len(roster.rows):
            listing = roster.rows[number]
            beside = roster.beside.get(listing.key, NOTHING)
            pieces = row(listing, beside, self.cells, roster.words)
            return self._strip(pieces, "▌ " if number == roster.selected else "  ", thumb)
        told_empty = self.empty if y == 1 and not roster.rows else ""
        return self._strip((Piece(cut(told_empty, self.cells), "muted"),), thumb=thumb)

    def _head(self) -> tuple[Piece, ...]:
        return head(self.cells, self.roster.by.name, "▼" if self.roster.falls else "▲")

    def _in_thumb(self, y: int) -> bool:
        """Whether the thumb of the scroll bar, as long as the part in sight, covers this row."""
        height, total = self.roster.height, len(self.roster.rows)
        if total <= height:
            return False
        length = max(1, height * height // total)
        start = (height - length) * self.roster.top // (total - height)
        return start <= y < start + length

    def _strip(self, pieces: Sequence[Piece], bar: str = "  ", thumb: str = " ") -> Strip:
        ink = inks(self.app)
        segments = [Segment(bar, ink["bar" if self.has_focus else "idle"])]
        segments += (Segment(text, ink[style]) for text, style, _ in pieces)
        line = Strip(segments).adjust_cell_length(self.size.width - 1, ink["text"])
        return Strip([*line, Segment(thumb, ink["rule"])], self.size.width)


def next_field(by: Field, cells: int) -> Field:
    """The column to sort by after another one, of those that are shown in so many cells."""
    shown = fields_in(cells)
    at = shown.index(by) if by in shown else -1
    return shown[(at + 1) % len(shown)] if at >= 0 else FIELDS[0]
