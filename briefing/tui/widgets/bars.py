"""The rows above and below the panes: title, navigation, heading, footer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from briefing.text import cut, width
from briefing.tui.commands import in_footer
from briefing.tui.ink import inks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.timer import Timer

    from briefing.tui.presentation.page import Page


class Label(NamedTuple):
    """A piece of a bar: its text, its style, and the action a click on it runs, or ""."""

    text: str
    style: str = "text"
    action: str = ""


class Bar(Widget):
    """Rows of labels; those with an action can be clicked."""

    def lines(self) -> Sequence[Sequence[Label]]:
        """The labels of each row, for the current size. Each bar has its own."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """One row, as the screen asks for it."""
        lines = self.lines()
        ink = inks(self.app)
        labels = lines[y] if y < len(lines) else ()
        strip = Strip(Segment(label.text, ink[label.style]) for label in labels)
        return strip.adjust_cell_length(self.size.width, ink["text"])

    async def on_click(self, event: events.Click) -> None:
        """Run the action of the label that was clicked."""
        lines = self.lines()
        end = 0
        for label in lines[event.y] if event.y < len(lines) else ():
            end += width(label.text)
            if event.x < end:
                if label.action:
                    await self.screen.run_action(label.action)
                return


def spread(left: Sequence[Label], right: str, cells: int) -> list[Label]:
    """Labels at the left, a quiet text at the right where it fits."""
    gap = cells - sum(width(label.text) for label in left) - width(right) - 1
    if not right or gap < 2:
        return list(left)
    return [*left, Label(" " * gap), Label(right, "muted")]


class TitleBar(Bar):
    """The title of the brief, and at the right where it comes from and how old it is.

    What is assumed only here takes that place, and is never left out for the title.
    """

    def __init__(self, title: str, about: str) -> None:
        super().__init__()
        self._title, self._about, self._notice = title, about, ""

    def show(self, notice: str) -> None:
        """Show a notice, or "" for none."""
        self._notice = notice
        self.refresh()

    def lines(self) -> list[list[Label]]:
        cells = self.size.width
        room = cells - 2 - (width(self._notice) + 2 if self._notice else 0)
        title = Label(" " + cut(self._title, room), "strong")
        return [spread([title], self._notice or self._about, cells), [Label("─" * cells, "rule")]]


class Heading(Bar):
    """Names what the pane below shows; it stays while the pane scrolls."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._heading, self._detail = "", ""

    def show(self, page: Page) -> None:
        """Show the heading of a page, and its detail quietly at the right end."""
        if (page.heading, page.detail) != (self._heading, self._detail):
            self._heading, self._detail = page.heading, page.detail
            self.refresh()

    def lines(self) -> list[list[Label]]:
        cells = min(self.size.width, 81)  # so that the detail ends where the text ends
        return [
            spread([Label("  " + cut(self._heading, cells - 3), "heading")], self._detail, cells)
        ]


class Footer(Bar):
    """The few commands everyone needs, whole ones only; Help and Quit stay at any width.

    What the program has to say takes their place for a moment: a window over the text would
    hide what it is about.
    """

    SECONDS = 4.0

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.message = ""
        self._timer: Timer | None = None

    def tell(self, message: str) -> None:
        """Show a message for a moment; "" takes it away."""
        self.message = message
        self.refresh()
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(self.SECONDS, partial(self.tell, "")) if message else None

    def lines(self) -> list[list[Label]]:
        if self.message:
            return [[Label(" " + cut(self.message, self.size.width - 2), "strong")]]
        commands = list(in_footer())
        while (
            commands[1:-1]
            and self._cells(f"{c.shown} {c.footer}" for c in commands) > self.size.width
        ):
            del commands[-2]
        line = [Label(" ")]
        for command in commands:
            action = f"{'app.' if command.owner == 'app' else ''}{command.action}"
            line += [
                Label(command.shown, "key", action),
                Label(f" {command.footer}  ", "muted", action),
            ]
        return [line]

    @staticmethod
    def _cells(labels: Iterable[str]) -> int:
        return sum(width(label) + 2 for label in labels) + 1
