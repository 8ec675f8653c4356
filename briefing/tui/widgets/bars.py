"""The rows above and below the panes: title, navigation, heading, footer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from briefing.config import DEFAULTS
from briefing.text import cut, width, wrapped
from briefing.tui.commands import commands_on, in_footer
from briefing.tui.ink import inks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.geometry import Region
    from textual.timer import Timer

    from briefing.tui.commands import Command
    from briefing.tui.presentation.page import Page


MEASURE = DEFAULTS.width  # cells: prose is no wider unless a user wants it
_LEAST_TITLE = 16  # cells of a title that still tell briefs apart


class Label(NamedTuple):
    """A piece of a bar: its text, its style, and the action a click on it runs, or ""."""

    text: str
    style: str = "text"
    action: str = ""


class Bar(Widget):
    """Rows of labels; those with an action can be clicked."""

    _drawn: Sequence[Sequence[Label]] = ()

    def lines(self) -> Sequence[Sequence[Label]]:
        """The labels of each row, for the current size. Each bar has its own."""
        raise NotImplementedError

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows, of which the labels are made once."""
        self._drawn = self.lines()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row, as the screen asks for it."""
        ink = inks(self.app)
        labels = self._drawn[y] if y < len(self._drawn) else ()
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


def spread(left: Sequence[Label], right: str, cells: int, style: str = "muted") -> list[Label]:
    """Labels at the left, a text at the right where it fits, quiet if no other style is given."""
    gap = cells - sum(width(label.text) for label in left) - width(right) - 1
    if not right or gap < 2:
        return list(left)
    return [*left, Label(" " * gap), Label(right, style)]


class TitleBar(Bar):
    """The title of the brief, and at the right where it comes from and how old it is.

    What is assumed only here takes that place, and is never left out for the title.
    """

    def __init__(self, title: str, about: str) -> None:
        super().__init__()
        self._title, self._about = title, about
        self._notices: Sequence[str] = ()

    def name_it(self, title: str, about: str) -> None:
        """Take another title, and where the brief comes from now."""
        self._title, self._about = title, about
        self.refresh()

    def show(self, *notices: str) -> None:
        """Show a notice, in the first of these wordings that fits; none takes it away."""
        self._notices = notices
        self.refresh()

    def lines(self) -> list[list[Label]]:
        cells = self.size.width
        fitting = (n for n in self._notices if width(n) + _LEAST_TITLE <= cells)
        notice = next(fitting, self._notices[-1] if self._notices else "")
        room = cells - 2 - (width(notice) + 2 if notice else 0)
        title = Label(" " + cut(self._title, room), "strong")
        return [spread([title], notice or self._about, cells), [Label("─" * cells, "rule")]]


class Heading(Bar):
    """Names what the pane below shows; it stays while the pane scrolls."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._shown = ("", "", "muted")

    def show(self, page: Page) -> None:
        """Show the heading of a page, and its detail at the right end."""
        shown = (page.heading, page.detail, page.detail_style)
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def lines(self) -> list[list[Label]]:
        heading, detail, style = self._shown
        cells = min(self.size.width, measure(self) + 3)  # so that it ends where the text ends
        return [spread([Label("  " + cut(heading, cells - 3), "heading")], detail, cells, style)]


class ClaimBar(Bar):
    """The claim in two rows, where its source covers the text it stands in."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._name, self._text = "", ""

    def show(self, name: str, text: str) -> None:
        """Show a statement by what people call it and its text."""
        self._name, self._text = name, text
        self.refresh()

    def lines(self) -> list[list[Label]]:
        lead = f"  {self._name}  "
        room = max(1, min(self.size.width, measure(self) + 3) - width(lead) - 2)
        rows = wrapped(self._text, room)
        first = [Label(lead, "id"), Label(rows[0], "strong")]
        rest = cut(" ".join(rows[1:]), room)
        return [first, [Label(" " * width(lead)), Label(rest, "strong")]]


class Footer(Bar):
    """The few commands everyone needs, whole ones only; Help and Quit stay at any width.

    What the program has to say takes their place for a moment: a window over the text would
    hide what it is about.
    """

    SECONDS = 4.0

    def __init__(self, *, id: str, commands: Sequence[Command] | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._commands = tuple(in_footer(commands or commands_on("brief")))
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
        commands = list(self._commands)
        while (
            commands[1:-1]
            and self._cells(f"{_first(c)} {c.footer}" for c in commands) > self.size.width
        ):
            del commands[-2]
        line = [Label(" ")]
        for command in commands:
            action = f"{'app.' if command.owner == 'app' else ''}{command.action}"
            line += [
                Label(_first(command), "key", action),
                Label(f" {command.footer}  ", "muted", action),
            ]
        return [line]

    @staticmethod
    def _cells(labels: Iterable[str]) -> int:
        return sum(width(label) + 2 for label in labels) + 1


def measure(widget: Widget) -> int:
    """How many cells a line of prose takes at most, as the user likes it."""
    return int(widget.app.theme_variables.get("measure", MEASURE))


def _first(command: Command) -> str:
    return command.shown.partition(" ")[0]
