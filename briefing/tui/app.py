"""The app wires: themes, the safety filter, signals, the palette. Reading is the screens' work."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.reactive import Initialize, Reactive

from briefing import early
from briefing.config import DEFAULTS, Config, read_config
from briefing.library import memory as remembered
from briefing.model.sections import SECTIONS
from briefing.tui import garbage
from briefing.tui.commands import commands_on, key_of, own_keys, with_keys
from briefing.tui.keymap import bindings, keymap
from briefing.tui.safety import ControlFilter
from briefing.tui.screens.bound import BoundScreen
from briefing.tui.screens.reader import Reader
from briefing.tui.themes import DARK, LIGHT, TERMINAL, THEMES, first_theme, is_colourless
from briefing.tui.widgets.panes import Panes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from textual import events
    from textual.binding import BindingType
    from textual.dom import DOMNode
    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.screen import Screen
    from textual.theme import Theme

    from briefing.model.brief import Brief
    from briefing.state import Memory
    from briefing.tui.commands import Scene
    from briefing.tui.keyboard import Background

_SIGNALLED = 128  # the exit status of what a signal ends is more than that
_DIGITS = 3  # of the columns or rows that a terminal may have
_BESIDE = 72  # columns at least for what stands beside a text that need not be narrower


class BriefingApp(App[None]):
    """The reader of one brief; without a memory it remembers for as long as it is open.

    Without a brief it needs another first screen (see `library_app`).
    """

    CSS_PATH = "briefing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("app"),
        Binding("ctrl+z", "suspend_process", "suspend", show=False),
    ]
    # what fits at which size: briefing.tcss says what each class means
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-narrow"),
        (100, "-medium"),
        (120, "-wide"),
        (150, "-roomy"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 - the same

    # ours from the start: a theme that is set later has all style sheets parsed once more
    theme: Reactive[str] = Reactive(Initialize(lambda app: vars(app)["_first_theme"]))

    def __init__(
        self,
        brief: Brief | None,
        config: Config = DEFAULTS,
        memory: Memory | None = None,
        *,
        theme: str | None = None,
        ascii_only: bool = False,
    ) -> None:
        colourless = is_colourless(os.environ)
        if not colourless:
            os.environ.pop("NO_COLOR", None)  # an empty one counts for Textual
        for name in ("COLUMNS", "LINES"):  # which Textual believes more than the terminal
            if len(os.environ.get(name, "")) > _DIGITS:
                del os.environ[name]
        self.config = config  # which the style sheet asks for
        chosen = theme or config.theme
        self._first_theme = first_theme(chosen, os.environ)
        # whether the terminal's background decides: nobody has chosen, and ours can be light
        self.asks_background = chosen not in THEMES and self._first_theme != TERMINAL.name
        if self.asks_background and early.now.theme in THEMES:  # so that what is seen stays
            self._first_theme = early.now.theme
        # no colour at all only comes from the terminal's own palette
        super().__init__(ansi_color=True if colourless else None)
        self._wall = ControlFilter()
        self._ascii = _ascii_filters() if ascii_only else ()
        self.animation_level = "none"
        if brief:
            self.brief = brief
        self.memory = memory or remembered(kept=False)
        self.commands = with_keys(config.keys)
        if config.keys:
            self.set_keymap(keymap(config.keys))
        if config.width != DEFAULTS.width:  # the widest size has its place for a text of that width
            roomy = (max(121, _BESIDE + config.width), "-roomy")
            self.HORIZONTAL_BREAKPOINTS = [*self.HORIZONTAL_BREAKPOINTS[:-1], roomy]
        self.title = brief.header.title if brief else "briefing"
        for ours in THEMES.values():
            self.register_theme(ours)
        # until the keys that were typed meanwhile are answered: else both pages would be drawn
        self.holds_back = early.now.painted

    def get_theme(self, theme_name: str) -> Theme | None:
        """A theme of ours, which is known before any is registered, or another one."""
        return THEMES.get(theme_name) or super().get_theme(theme_name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """How wide a line of prose may be, and its pane: with the gutter and the scroll bar."""
        width = self.config.width
        return {"measure": str(width), "text-width": str(width + 4)}

    def get_driver_class(self) -> type[Driver]:
        """The driver of the terminal: ours, whatever the environment names."""
        if sys.platform == "win32":
            return super().get_driver_class()
        from briefing.tui.keyboard import Keyboard  # noqa: PLC0415 - for terminals only

        return Keyboard

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Whatever is drawn goes through our filter last."""
        before = [*super().get_line_filters(), *self._ascii]
        if before != self._wall.before:  # else what it made of rows before stays good
            self._wall = ControlFilter(before)
        return [self._wall]

    def get_default_screen(self) -> Screen[None]:
        """Open on the brief."""
        return Reader(self.brief, self.memory, self.config)

    def _handle_exception(self, error: Exception) -> None:
        """End with it, unless a signal ends us already: then it is what that has interrupted."""
        if (self._return_code or 0) > _SIGNALLED:
            self._close_messages_no_wait()
        else:
            super()._handle_exception(error)

    def panic(self, *_: object) -> None:
        """End because of an error, which `run` tells of: Textual would show what is in the brief."""
        self._return_code = 1
        self._close_messages_no_wait()

    _fatal_error = panic

    def fail(self, error: BaseException) -> None:
        """End because of an error that Textual does not hear of: one of a thread, or of a task."""
        if self._loop and self.is_running:
            told: Any = error  # a panic of the engine is no Exception
            self._loop.call_soon_threadsafe(self._handle_exception, told)

    def on_mount(self) -> None:
        """Miss no error; collect garbage once the first frame is out."""
        asyncio.get_running_loop().set_exception_handler(partial(_failed, self))
        # after Ctrl+Z and fg the terminal has forgotten what was drawn
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.call_after_refresh(garbage.begin)
        self.screen_change_signal.subscribe(self, garbage.let_go)

    def on_ready(self) -> None:
        """The screen is laid out: draw, once the keys that wait are answered."""
        if self.holds_back:
            self.call_later(self.draw)

    def draw(self) -> None:
        """Draw what was held back."""
        self.holds_back = False
        self.screen.refresh()

    def choose_theme(self, name: str) -> None:
        """Take the theme that somebody chose; from then on the terminal does not decide."""
        self.asks_background = False
        self.memory.set("theme", name)
        self.theme = name

    def on_background(self, message: Background) -> None:
        """The terminal is light or dark: so is the reader, as long as nobody chose."""
        if self.asks_background:
            self.theme = (LIGHT if message.light else DARK).name

    def on_key(self, event: events.Key) -> None:
        """Type what was pressed before the line of a window had the keyboard: nobody took it yet."""
        if event.is_printable and self.screen.AUTO_FOCUS == "QueryLine":
            from briefing.tui.widgets.query_line import QueryLine  # noqa: PLC0415 - not at launch

            for line in self.screen.query(QueryLine):
                line.on_key(event)

    def action_help(self) -> None:
        """Show every key of the screen."""
        from briefing.tui.screens.help import HelpScreen  # noqa: PLC0415 - not at launch

        self.push_screen(HelpScreen(commands_on(_scene(self.screen), self.commands)))

    async def _dispatch_action(self, namespace: DOMNode, action_name: str, params: Any) -> bool:
        """Do what a key asks for, unless the key before it has closed its screen."""
        above = set(namespace.ancestors_with_self)
        if namespace is not self and above.isdisjoint(self.screen_stack):
            return True
        return await super()._dispatch_action(namespace, action_name, params)

    def action_command_palette(self) -> None:
        """Show every command by name."""
        from briefing.tui.screens.palette import Palette  # noqa: PLC0415 - not at launch

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def action_help_quit(self) -> None:
        """Ctrl+C, which quits no reader by mistake: say what does."""
        quits = key_of("quit", self.commands)
        self.notify(f"Esc closes a window, {quits} quits.", markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every command for the palette, from the one list of them."""
        scene = _scene(screen)
        for section in () if scene == "library" else SECTIONS:
            run = partial(self.run_action, f"screen.section('{section.name}')")
            yield SystemCommand(section.title, "go to this section", run)
        for command in commands_on(scene, self.commands):
            if command.palette:
                owner: DOMNode = self if command.owner == "app" else screen
                if command.owner == "panes":
                    owner = screen.query_one(Panes)
                run = partial(self.run_action, command.action, owner)
                key = f" ({command.shown})" if command.shown else ""
                title = f"{command.help[0].upper()}{command.help[1:]}{key}"
                yield SystemCommand(title, command.group, run)


def _failed(app: BriefingApp, _: object, context: dict[str, Any]) -> None:
    """What asyncio tells of an error that nobody waited for; one of a pipe or socket is none of ours."""
    error = context.get("exception")
    if error and not isinstance(error, OSError):
        app.fail(error)


def _scene(screen: Screen[Any]) -> Scene:
    return screen.SCENE if isinstance(screen, BoundScreen) else "brief"


def _ascii_filters() -> Sequence[LineFilter]:
    from briefing.tui.ascii import AsciiFilter  # noqa: PLC0415 - for few terminals

    return (AsciiFilter(sys.stdout.encoding),)


def read(
    brief: Brief, memory: Memory, path: Path | None, *, ascii_only: bool, early_frame: bool
) -> int:
    """Open the reader on a brief, as the user likes it; returns the exit code once it is closed.

    `path` is where the brief was looked for. `ascii_only` draws our own marks and rules with ASCII
    characters. `early_frame` keeps what the next launch shows first.
    """
    make = partial(_app, ascii_only=ascii_only)
    app = make(brief, memory)
    status = run(app)
    if early_frame and app.config.early_frame and not status:
        from briefing.tui.firstframe import keep_reader  # noqa: PLC0415 - at the end

        with suppress(Exception):  # then the next launch is as quick as the first
            keep_reader(app, path, make)
    memory.close()
    return status


def run(app: BriefingApp) -> int:
    """Run an app to its end; the exit code. An error of ours that ended it is told and kept."""
    threading.excepthook = lambda told: app.fail(told.exc_value or told.exc_type())
    app.run()
    if app._exception:  # noqa: SLF001 - the first one, as Textual's own tests know it
        from briefing import crash  # noqa: PLC0415 - hardly ever

        return crash.tell(app._exception)  # noqa: SLF001
    return app.return_code or 0


def _app(brief: Brief, memory: Memory, *, ascii_only: bool) -> BriefingApp:
    config = read_config(own_keys())
    theme = memory.get("theme") if config.theme == DEFAULTS.theme else None
    return BriefingApp(brief, config, memory, theme=theme, ascii_only=ascii_only)
