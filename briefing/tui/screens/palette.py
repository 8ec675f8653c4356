"""The palette of commands: Textual's, which ends the program where somebody is quicker than it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.css.query import NoMatches
from textual.errors import NoWidget
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.events import Click

_LONGEST = 80  # characters of what is looked for


class Palette(CommandPalette):
    """Closes once, however many clicks wait to close it, and nothing is listed after that."""

    def on_mount(self) -> None:
        """Take no more than a name: a line takes the longer for each letter, the more there are."""
        line = self.query_one(Input)
        line.max_length = _LONGEST
        line.restricted = lambda: None  # type: ignore[method-assign]  # no bell for each

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it, and no screen below where it is closed already."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    def _on_click(self, event: Click) -> None:  # type: ignore[override]
        event.prevent_default()  # else Textual does it once more
        with suppress(NoWidget):  # where it was clicked there is nothing any more
            super()._on_click(event)

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):  # of a list that was not drawn yet
            super()._action_command_list(action)

    # What is found late finds no list to be shown in.

    def _watch__list_visible(self) -> None:
        with suppress(NoMatches):
            super()._watch__list_visible()

    async def _watch__show_busy(self) -> None:
        with suppress(NoMatches):
            await super()._watch__show_busy()
