"""Rows of choices: of each row one is taken, and keys move between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.text import fit
from briefing.tui.widgets.bars import Bar, Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events

NAME = 10  # cells of what a row is called
_STEPS = {"j": 1, "down": 1, "tab": 1, "k": -1, "up": -1, "shift+tab": -1}
_DIGITS = set("123456789")
_TURNS = {"l": 1, "right": 1, "space": 1, "h": -1, "left": -1}


class Choice(NamedTuple):
    """A row: what it is called, what there is to choose, and the number of what is chosen."""

    name: str
    options: tuple[str, ...]
    chosen: int = 0


class Choices(Bar, can_focus=True):
    """Shows rows of choices: j, k and the arrows move between them, space and h, l change one.

    `on_step` is told 1 or -1 where the next or the previous row is wanted, `on_turn` where the
    next or the previous choice is, `on_digit` a digit that was typed. They are called and not
    sent messages, which would come after the keys that follow.
    """

    def __init__(
        self,
        *,
        on_step: Callable[[int], None],
        on_turn: Callable[[int], None],
        on_digit: Callable[[int], None],
    ) -> None:
        super().__init__()
        self._on_step, self._on_turn, self._on_digit = on_step, on_turn, on_digit
        self._choices: Sequence[Choice] = ()
        self.row = 0

    def show(self, choices: Sequence[Choice]) -> None:
        """Show these rows."""
        self._choices = choices
        self.refresh()

    def lines(self) -> list[list[Label]]:
        return [self._line(row, choice) for row, choice in enumerate(self._choices)]

    def _line(self, row: int, choice: Choice) -> list[Label]:
        here = row == self.row and self.has_focus
        line = [Label("▌ " if here else "  ", "bar"), Label(fit(choice.name, NAME), "muted")]
        for number, option in enumerate(choice.options):
            taken = number == choice.chosen
            line.append(Label(f"{'●' if taken else '○'} {option}", "strong" if taken else "muted"))
            line.append(Label("  "))
        return line

    def on_key(self, event: events.Key) -> None:
        """Ask for another row or choice; other letters do nothing here."""
        if event.key in _STEPS:
            self._on_step(_STEPS[event.key])
        elif event.key in _TURNS:
            self._on_turn(_TURNS[event.key])
        elif event.key in _DIGITS:
            self._on_digit(int(event.key))
        elif not event.is_printable:
            return
        event.stop()
        event.prevent_default()

    async def on_click(self, event: events.Click) -> None:
        """A click moves to its row; another one there takes the next choice."""
        if event.y == self.row:
            self._on_turn(1)
        else:
            self._on_step(event.y - self.row)
