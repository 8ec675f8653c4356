"""What stands before the line of a filter."""

from __future__ import annotations

from briefing.tui.widgets.bars import Bar, Label
from briefing.tui.widgets.query_line import QueryLine


class FilterName(Bar):
    """What the line of a filter is called, with a bar while it has the keyboard."""

    def on_mount(self) -> None:
        """Follow the keyboard from the line to the list and back."""

        def moved() -> None:
            self.refresh()

        self.watch(self.screen, "focused", moved, init=False)

    def lines(self) -> list[list[Label]]:
        focused = isinstance(self.screen.focused, QueryLine)
        return [[Label("▌ " if focused else "  ", "bar"), Label("Filter", "muted")]]
