"""The app on a library: the same as on a brief, but that it opens on the list."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from briefing.config import DEFAULTS, Config, read_config
from briefing.library import catalogue, index_folder, sheltered
from briefing.tui.app import BriefingApp, run
from briefing.tui.commands import own_keys
from briefing.tui.screens.bound import BoundScreen
from briefing.tui.screens.library import LibraryScreen
from briefing.tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual import events
    from textual.screen import Screen

    from briefing.model.catalogue import Listing
    from briefing.state import Memory


class LibraryApp(BriefingApp):
    """The reader of a library, with the listings that are known of it."""

    # of its own screens: those of a first screen are not asked for
    CSS = """
    #filter { height: 1; display: none; }
    FilterName { width: 10; height: 1; }
    #filter QueryLine { width: 1fr; margin: 0; }
    RosterView { height: 1fr; }
    """

    def __init__(  # noqa: PLR0913 - as the app, and what is known
        self,
        library: Path,
        listings: Iterable[Listing] = (),
        config: Config = DEFAULTS,
        memory: Memory | None = None,
        *,
        theme: str | None = None,
        ascii_only: bool = False,
    ) -> None:
        super().__init__(None, config, memory, theme=theme, ascii_only=ascii_only)
        self._library, self._listings = library, listings
        self.said = ""  # on the index, for whoever opens the library

    def on_key(self, event: events.Key) -> None:
        """Type what was pressed before the line of the filter had the keyboard."""
        if isinstance(self.screen, BoundScreen) and isinstance(self.focused, QueryLine):
            self.focused.on_key(event)

    def get_default_screen(self) -> Screen[None]:
        """Open on the list."""
        index = index_folder(self._library)
        screen = LibraryScreen(self._library, index, self._listings, self.memory, self.config)
        screen.said = self.said
        return screen

    def draw(self) -> None:
        """The same with what is read of each brief, which is known a moment after a first frame."""
        if isinstance(self.screen, LibraryScreen):
            self.screen.recount()
        super().draw()


class StillApp(LibraryApp):
    """The list as it is first seen: no librarian tells it more."""

    def get_default_screen(self) -> Screen[None]:
        """Open on the list."""
        index = index_folder(self._library)
        return _Still(self._library, index, self._listings, self.memory, self.config)


class _Still(LibraryScreen):
    def _begin(self) -> None:
        self.recount()


def read_library(library: Path, memory: Memory, *, ascii_only: bool, early_frame: bool) -> int:
    """Open a library, as the user likes it; returns the exit code once it is closed.

    `early_frame` keeps what the next launch shows first.
    """
    with sheltered(library) as why:
        app = _app(LibraryApp, library, memory, ascii_only=ascii_only)
        app.said = why
        status = run(app)
    if early_frame and app.config.early_frame and not status:
        from briefing.tui.firstframe import keep_library  # noqa: PLC0415 - at the end

        with suppress(Exception):  # then the next launch is as quick as the first
            keep_library(app, library, partial(_app, StillApp, library, ascii_only=ascii_only))
    memory.close()
    return status


def _app(kind: type[LibraryApp], library: Path, memory: Memory, *, ascii_only: bool) -> LibraryApp:
    config = read_config(own_keys())
    theme = memory.get("theme") if config.theme == DEFAULTS.theme else None
    listings = catalogue(library) or ()
    return kind(library, listings, config, memory, theme=theme, ascii_only=ascii_only)
