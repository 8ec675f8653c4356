"""A library that is open, with a librarian who tells what a test has told."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from unittest.mock import patch

from briefing.config import DEFAULTS
from briefing.library import memory
from briefing.model.catalogue import Listing
from briefing.tui.library_app import LibraryApp
from briefing.tui.screens.library import LibraryScreen
from tests.tui.reading import Reading, drive

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from pathlib import Path

    from briefing.config import Config
    from briefing.library.events import Event
    from briefing.state import Memory


def listed(key: str, title: str = "", **more: str | int) -> Listing:
    """What a library tells of a brief."""
    return Listing(key, title or f"On {key}", "Northwind", **more)  # type: ignore[arg-type]


class Shelves:
    """An open library: the reading of it, and the librarian."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.told: Callable[[Event], None] | None = None
        self.ended = asyncio.Event()

    @property
    def library(self) -> LibraryScreen:
        """The list itself, whatever is open above it."""
        found = self.reading.app.screen_stack[0]
        assert isinstance(found, LibraryScreen)
        return found

    @property
    def rows(self) -> list[str]:
        """The rows of the list in sight, below the names of its columns."""
        rows = self.reading.rows("#list")[1:]
        return [row[2:].rstrip(" ▐") for row in rows[: self.library.roster.height]]

    @property
    def titles(self) -> list[str]:
        """The titles in sight."""
        return [row.split("  ")[0] for row in self.rows if row]

    @property
    def selected(self) -> str:
        """The title with the cursor's bar."""
        found = [row[2:] for row in self.reading.rows("#list") if row.startswith("▌")]
        return found[0].split("  ")[0] if found else ""

    @property
    def message(self) -> str:
        """What the footer says."""
        return self.reading.rows("#footer")[0].strip()

    async def tell(self, *events: Event) -> None:
        """Have the librarian tell."""
        assert self.told
        for event in events:
            self.told(event)
        await self.reading.settle()

    async def answered(self) -> None:
        """Come back when the index has answered all that was asked."""
        from briefing.tui.reach import Heeding

        await self.reading.settle()
        while any(s.newest.waits for s in self.reading.app.screen_stack if isinstance(s, Heeding)):
            await self.reading.pilot.pause()
        await self.reading.settle()

    async def ask(self, query: str) -> None:
        """Type a query, and wait for the answer."""
        await self.reading.type(query)
        await self.answered()

    async def follow(self, _library: Path, told: Callable[[Event], None], **_: object) -> str:
        """In place of `briefing.tui.librarian.follow`."""
        self.told = told
        await self.ended.wait()
        return "it ended with status 3"


def browse(  # noqa: PLR0913 - each may be left out
    library: Path,
    listings: Iterable[Listing],
    story: Callable[[Shelves], Awaitable[None]],
    *,
    size: tuple[int, int] = (80, 24),
    config: Config = DEFAULTS,
    remembered: Memory | None = None,
) -> None:
    """Open a library of which these briefs are known, and let the story press its keys."""

    async def run(reading: Reading) -> None:
        shelves.reading = reading
        await reading.settle()
        await story(shelves)
        shelves.ended.set()

    shelves = Shelves.__new__(Shelves)
    shelves.told, shelves.ended = None, asyncio.Event()
    with patch("briefing.tui.librarian.follow", shelves.follow):
        app = LibraryApp(library, listings, config, remembered or memory(kept=False))
        drive(app, run, size=size)
