"""The help: every key on one screen."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from briefing.text import fit, width
from briefing.tui.commands import in_help
from briefing.tui.widgets.bars import Bar, Label

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from briefing.tui.commands import Group

_KEY = 12
_COLUMN = 37
_COLUMNS: tuple[tuple[Group, ...], ...] = (("Move", "Find"), ("Read", "Share"))


class Keys(Bar):
    """The commands by group, in two columns where both fit."""

    def lines(self) -> list[list[Label]]:
        columns = [[line for group in column for line in _group(group)] for column in _COLUMNS]
        if self.size.width < 2 * _COLUMN:
            return [*columns[0], *columns[1]]
        empty = [Label(" " * _COLUMN)]
        return [left + right for left, right in zip_longest(*columns, fillvalue=empty)]

    def get_content_height(self, *_: object) -> int:
        """As high as its lines, so that a low screen can scroll."""
        return len(self.lines())


def _group(group: Group) -> list[list[Label]]:
    lines = [[Label(fit(group, _COLUMN), "heading")]]
    for keys, told in in_help(group):
        cells = max(_KEY, width(keys) + 2)
        lines.append([Label(fit(keys, cells), "key"), Label(fit(told, _COLUMN - cells), "text")])
    return [*lines, [Label(" " * _COLUMN)]]


class HelpScreen(ModalScreen[None]):
    """Every command with its key, from the one list of commands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,question_mark,q", "dismiss(None)", "close"),
        ("j", "scroll(1)", "down"),
        ("k", "scroll(-1)", "up"),
    ]

    def compose(self) -> ComposeResult:
        """The window."""
        with VerticalScroll(id="help") as window:
            window.border_title = "Keys"
            window.border_subtitle = "Esc close"
            yield Keys()

    def action_scroll(self, by: int) -> None:
        """Scroll on where the screen is too low for every key."""
        window = self.query_one(VerticalScroll)
        window.scroll_to(y=window.scroll_y + by, animate=False)
