"""The app on a library: the same as on a brief, but that it opens on the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.config import DEFAULTS, Config, read_config
from briefing.library import catalogue, index_folder
from briefing.tui.app import BriefingApp
from briefing.tui.commands import own_keys
from briefing.tui.screens.library import LibraryScreen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.screen import Screen

    from briefing.model.catalogue import Listing
    from briefing.state import Memory


class LibraryApp(BriefingApp):
    """The reader of a library, with the listings that are known of it."""

    # of its own screens: those of a first screen are not asked for
    CSS = """
    #filter { height: 1; display: none; }
    Named { width: 10; height: 1; }
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

    def get_default_screen(self) -> Screen[None]:
        """Open on the list."""
        index = index_folder(self._library)
        return LibraryScreen(self._library, index, self._listings, self.memory, self.config)


def read_library(library: Path, memory: Memory, *, ascii_only: bool = False) -> int:
    """Open a library, as the user likes it; returns the exit code once it is closed."""
    config = read_config(own_keys())
    theme = memory.get("theme") if config.theme == DEFAULTS.theme else None
    listings = catalogue(library) or ()
    app = LibraryApp(library, listings, config, memory, theme=theme, ascii_only=ascii_only)
    app.run()
    memory.close()
    return app.return_code or 0
