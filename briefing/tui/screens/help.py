"""The help: every key on one screen."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from briefing.text import fit, width
from briefing.tui.commands import commands_on, in_help
from briefing.tui.widgets.bars import Bar, Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from briefing.tui.commands import Command, Group

_KEY = 12
_COLUMN = 37
_LEAST = 12  # cells of what a command does that still tell it
_COLUMNS: tuple[tuple[Group, ...], ...] = (("Move", "Find"), ("Read", "Share"))


class Keys(Bar):
    """The commands by group, in two columns where both fit."""

    def __init__(self, commands: Sequence[Command] | None = None) -> None:
        super().__init__()
        self._commands = commands or commands_on("brief")

    def lines(self) -> list[list[Label]]:
        columns = [
            [line for group in column for line in _group(group, self._commands)]
            for column in _COLUMNS
        ]
        if self.size.width < 2 * _COLUMN:
            return [*columns[0], *columns[1]]
        empty = [Label(" " * _COLUMN)]
        return [left + right for left, right in zip_longest(*columns, fillvalue=empty)]

    def get_content_height(self, *_: object) -> int:
        """As high as its lines, so that a low screen can scroll."""
        return len(self.lines())


def _group(group: Group, commands: Sequence[Command]) -> list[list[Label]]:
    lines = [[Label(fit(group, _COLUMN), "heading")]]
    for keys, told in in_help(group, commands):
        cells = min(max(_KEY, width(keys) + 2), _COLUMN - _LEAST)
        lines.append(
            [Label(fit(keys, cells - 1) + " ", "key"), Label(fit(told, _COLUMN - cells), "text")]
        )
    return [*lines, [Label(" " * _COLUMN)]]


class HelpScreen(ModalScreen[None]):
    """Every command with its key, from the one list of commands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "close"),
        # with the names of commands, whose keys a user may have chosen
        Binding("question_mark", "dismiss(None)", "close", id="help"),
        Binding("q", "dismiss(None)", "close", id="quit"),
        Binding("j", "scroll(1)", "down", id="next-item"),
        Binding("k", "scroll(-1)", "up", id="previous-item"),
    ]

    def __init__(self, commands: Sequence[Command] | None = None) -> None:
        super().__init__()
        self._commands = commands or commands_on("brief")

    def compose(self) -> ComposeResult:
        """The window."""
        with VerticalScroll(id="help") as window:
            window.border_title = "Keys"
            window.border_subtitle = "Esc close"
            yield Keys(self._commands)

    def action_scroll(self, by: int) -> None:
        """Scroll on where the screen is too low for every key."""
        window = self.query_one(VerticalScroll)
        window.scroll_to(y=window.scroll_y + by, animate=False)
