"""The row that says why a newer version of the brief is not shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from briefing.text import cut, width
from briefing.tui.presentation.phrases import count
from briefing.tui.widgets.bars import Bar, Label, spread

if TYPE_CHECKING:
    from textual.binding import BindingType

    from briefing.problems import Problem

_ACTION = "do('following.problems')"
_LEAST = 44  # cells of the problem, beside which the keys have room


class Banner(Bar, can_focus=True):
    """Names the first problem; Enter or a click lists all of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", f"screen.{_ACTION}", "list the problems"),
        ("j,down,k,up,escape", "screen.do('moving.to_pane')", "back to the text"),
    ]

    def __init__(self, problem: Problem, number: int, way: str) -> None:
        """`way` is the key that leads here."""
        super().__init__()
        self.styles.dock = "top"
        self.styles.height = 1
        self._problem, self._number, self._way = problem, number, way

    def show(self, problem: Problem, number: int) -> None:
        """Name another problem, the first of so many."""
        self._problem, self._number = problem, number
        self.refresh()

    def lines(self) -> list[list[Label]]:
        cells = self.size.width
        mark = re.split(r"[/\\]", str(self._problem.mark))[-1]
        told = f"Not reloaded: {mark}: {self._problem.message}"
        keys = "Enter" if self.has_focus else f"{self._way}, Enter"
        right = f"{keys}: {count(self._number, 'problem')}"
        room = cells - 3
        if room - width(right) - 2 >= _LEAST:
            room -= width(right) + 2
        else:
            right = ""
        left = Label(("▌ " if self.has_focus else "! ") + cut(told, room), "warning", _ACTION)
        return [spread([left], right, cells, "key")]
