"""A window that marks a statement, with a note on one line or without."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.containers import Vertical
from textual.screen import ModalScreen

from briefing.tui.presentation.page import Block, Item, Page
from briefing.tui.widgets.page_view import PageView
from briefing.tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from briefing.state import Mark

REMOVE = "\0"  # the answer that takes the mark away; nobody can type it


class NoteScreen(ModalScreen["str | None"]):
    """A line for a note; answers with it, "" for none, REMOVE, or None for no answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "close"),
        ("enter", "choose", "mark"),
        ("ctrl+d", "remove", "remove the mark"),
    ]
    AUTO_FOCUS = "QueryLine"

    def __init__(self, name: str, text: str, mark: Mark | None) -> None:
        super().__init__()
        self._name, self._text, self._mark = name, text, mark

    def compose(self) -> ComposeResult:
        """The window."""
        with Vertical(id="ask") as window:
            does = "Change the note on" if self._mark else "Mark"
            window.border_title = Text(f"{does} {self._name}")  # in a str markup would count
            remove = " · Ctrl+D unmark" if self._mark else ""
            window.border_subtitle = Text(f"Enter mark{remove} · Esc close")
            yield QueryLine(self._mark.note if self._mark else "")
            told = PageView(id="told")
            told.can_focus = False
            yield told

    def on_mount(self) -> None:
        """Say what is marked."""
        how = Block("A note, or nothing: Enter marks it either way.", "muted")
        page = Page("", "", (Item((how,)), Item((Block(self._text),))))
        self.query_one(PageView).show(lambda _cells, _height: page)

    def action_choose(self) -> None:
        """Answer with the note."""
        self.dismiss(" ".join(self.query_one(QueryLine).query_text.split()))

    def action_remove(self) -> None:
        """Take the mark away, where there is one."""
        if self._mark:
            self.dismiss(REMOVE)
