"""A window that asks for a day of publication."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen

from briefing.text import on_one_line
from briefing.tui.presentation.assumed import assume, day_of
from briefing.tui.presentation.page import Block, Item, Page
from briefing.tui.widgets.page_view import PageView
from briefing.tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from briefing.model.brief import Brief

_WHAT = (
    "Every date that counts from the day of publication moves with it, until you quit;"
    " the files stay as they are."
)
_HOW = (
    "As in the files: 2026, 2026-03, 2026-03-14, 2026-36 (its fourth quarter), [2026-03..2026-05]."
)


class AssumeScreen(ModalScreen["str | None"]):
    """A line for an EDTF date; answers with its text, "" for the brief's own, None for no answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "close"),
        ("enter", "choose", "assume"),
    ]
    AUTO_FOCUS = "QueryLine"

    def __init__(self, own: Brief, brief: Brief) -> None:
        super().__init__()
        self._own = own
        self._brief = brief

    def compose(self) -> ComposeResult:
        """The window."""
        with Vertical(id="ask") as window:
            window.border_title = "Assume another day of publication"
            window.border_subtitle = "Enter assume · Esc close"
            yield QueryLine(day_of(self._brief), selected=True, on_change=self._changed)
            told = PageView(id="told")
            told.can_focus = False
            yield told

    def on_mount(self) -> None:
        """Say what can be typed."""
        self._tell("")

    def _changed(self, _typed: str) -> None:
        """What was wrong is being changed."""
        self._tell("")

    def action_choose(self) -> None:
        """Answer with the date, or say why it is none."""
        typed = self.query_one(QueryLine).query_text.strip()
        try:
            assume(self._own, typed)
        except ValueError as error:
            self._tell(on_one_line(str(error)))
        else:
            self.dismiss(typed)

    def _tell(self, wrong: str) -> None:
        own = day_of(self._own)
        own_day = f"the brief's own day, {own}." if own else "no day, as in the brief."
        empty = f"Leave empty for {own_day}"
        how = Block(f"{wrong[0].upper()}{wrong[1:]}.", "warning") if wrong else Block(_HOW, "muted")
        page = Page("", "", (Item((how, Block(_WHAT, "muted"), Block(empty, "muted"))),))
        self.query_one(PageView).show(lambda _cells, _height: page)
