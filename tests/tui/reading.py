"""The reader without a terminal: keys in, rows of text out, and nothing left to chance.

    def test_risks(small: Brief) -> None:
        async def story(reading: Reading) -> None:
            await reading.press("5")
            assert reading.heading == "RISKS"

        read(small, story, size=(80, 24))

Textual's own pilot waits for the processor to be idle, which depends on what else runs. Here every
step ends when no message waits in any queue.
"""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING
from unittest.mock import patch

from textual import events
from textual.command import CommandList
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Offset, Size
from textual.keys import _character_to_key

from briefing.config import DEFAULTS
from briefing.tui import garbage
from briefing.tui.app import BriefingApp
from briefing.tui.screens.reader import Reader
from briefing.tui.screens.search import SearchScreen
from briefing.tui.widgets.bars import Footer
from briefing.tui.widgets.page_view import PageView

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App
    from textual.pilot import Pilot
    from textual.screen import Screen

    from briefing.config import Config
    from briefing.model.brief import Brief
    from briefing.tui.places import Place

# The sizes that are looked at, from a split pane of a laptop to a wall.
SIZES = [(40, 15), (60, 20), (80, 24), (100, 30), (120, 36), (200, 60), (300, 80)]


def read(
    brief: Brief,
    story: Callable[[Reading], Awaitable[None]],
    *,
    size: tuple[int, int] = (80, 24),
    config: Config = DEFAULTS,
) -> None:
    """Open the reader on a brief, and let the story press its keys."""
    drive(BriefingApp(brief, config), story, size=size)


def drive(
    app: App[None], story: Callable[[Reading], Awaitable[None]], *, size: tuple[int, int] = (80, 24)
) -> None:
    """Run any app with a story."""

    async def run() -> None:
        # the reader's collector would stay for all other tests, and look through all they hold
        with patch.object(garbage, "begin"):
            async with app.run_test(size=size, notifications=True) as pilot:
                reading = Reading(pilot)
                await reading.settle()
                await story(reading)

    asyncio.run(run())


class Reading:
    """An open reader: what is pressed, and what is seen."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.app = pilot.app

    # -- what is done

    async def press(self, *keys: str) -> None:
        """Press keys by Textual's names ("enter", "ctrl+p") or as characters, one after another."""
        for key in keys:
            self._key(key)
            await self.settle()

    async def open_palette(self) -> None:
        """Open the palette of commands, which gathers them in its own time."""
        await self.press("ctrl+p")
        while not any(found.option_count for found in self.screen.query(CommandList)):
            await self.pilot.pause()
        await self.settle()

    async def burst(self, *keys: str) -> None:
        """Press keys faster than the program answers, as a slow line delivers them."""
        for key in keys:
            self._key(key)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*text)

    async def paste(self, text: str) -> None:
        """Paste a text as a terminal does."""
        self._send(events.Paste(text))
        await self.settle()

    async def click(self, x: int, y: int) -> None:
        """Click a cell of the screen."""
        for kind in (events.MouseMove, events.MouseDown, events.MouseUp):
            button = 0 if kind is events.MouseMove else 1
            self._send(kind(None, x, y, 0, 0, button, False, False, False, x, y))  # noqa: FBT003
            await self.settle()

    async def wheel(self, x: int, y: int, *, up: bool = False) -> None:
        """Turn the wheel by a notch over a cell."""
        kind = events.MouseScrollUp if up else events.MouseScrollDown
        self._send(kind(None, x, y, 0, 0, 0, False, False, False, x, y))  # noqa: FBT003
        await self.settle()

    async def resize(self, columns: int, rows: int) -> None:
        """Make the terminal another size."""
        size = Size(columns, rows)
        assert isinstance(self.app._driver, HeadlessDriver)
        self.app._driver._size = size
        self.app.post_message(events.Resize(size, size))
        await self.settle()
        self.app._check_resize()  # which the app puts off for more of them to come
        await self.settle()

    async def settle(self) -> None:
        """Come back when every message is handled, and all that follows from it."""
        quiet = 0
        while quiet < 2:
            await self.pilot._wait_for_screen()
            screen = self.app.screen
            screen._on_timer_update()
            pumps = [self.app, *screen.walk_children(with_self=True)]
            waiting = sum(p._message_queue.qsize() + len(p._next_callbacks) for p in pumps)
            waiting += isinstance(screen, SearchScreen) and screen.waits  # for the index
            quiet = 0 if waiting else quiet + 1

    def _key(self, key: str) -> None:
        character = key if len(key) == 1 else " " if key == "space" else None
        self._send(events.Key(_character_to_key(key) if len(key) == 1 else key, character))

    def _send(self, event: events.Event) -> None:
        event.set_sender(self.app)
        assert self.app._driver is not None
        self.app._driver.send_message(event)

    # -- what is seen

    @property
    def screen(self) -> Screen[object]:
        return self.app.screen

    @property
    def reader(self) -> Reader:
        """The reader itself, below whatever window is open."""
        return next(s for s in self.app.screen_stack if isinstance(s, Reader))

    @property
    def place(self) -> Place:
        return self.reader.here

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without the spaces at their ends."""
        return [line.rstrip() for line in self._cropped(Offset(0, 0), self.app.size)]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def rows(self, selector: str) -> list[str]:
        """The rows of one widget as the screen shows them; none where it is not on the screen."""
        region = self.screen.query_one(selector).region
        return self._cropped(region.offset, region.size)

    def words(self, selector: str) -> str:
        """The words of one widget, its wraps and its cursor taken out."""
        return " ".join(re.sub("[▌▐]", " ", " ".join(self.rows(selector))).split())

    def pane(self, selector: str = "#text") -> PageView:
        return self.screen.query_one(selector, PageView)

    @property
    def heading(self) -> str:
        """The heading of the page, without its detail."""
        return self.rows("#heading")[0].strip().split("  ")[0]

    @property
    def side_heading(self) -> str:
        """The heading of the pane beside, without its detail."""
        return self.rows("#side-heading")[0].strip().split("  ")[0]

    @property
    def message(self) -> str:
        return self.reader.query_one(Footer).message

    @property
    def focused(self) -> str | None:
        return self.app.focused.id if self.app.focused else None

    def selected(self, selector: str = "#text") -> list[str]:
        """The rows with the cursor's bar, without it."""
        return [row[1:].strip(" ▐") for row in self.rows(selector) if row.startswith("▌")]

    def styles(self, selector: str, style: str) -> list[str]:
        """The stretches in sight that a pane draws in one of its styles."""
        view = self.pane(selector)
        top = view.cursor.top
        seen = view.cursor.rows[top : top + view.size.height]
        return [piece.text for row in seen for piece in row.pieces if piece.style == style]

    def _cropped(self, offset: Offset, size: Size) -> list[str]:
        strips = self.screen._compositor.render_strips()[offset.y : offset.y + size.height]
        return [strip.crop(offset.x, offset.x + size.width).text for strip in strips]
