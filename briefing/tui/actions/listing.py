"""What the keys do on the list of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.widgets.roster_view import next_field

if TYPE_CHECKING:
    from briefing.tui.screens.library import LibraryScreen


def filter(library: LibraryScreen) -> None:  # noqa: A001 - the name of what the key does
    """Open the line of the filter."""
    library.show_filter(shown=True)


def out(library: LibraryScreen) -> None:
    """Keep all briefs again."""
    library.show_filter(shown=False)


def sort(library: LibraryScreen) -> None:
    """Sort by the next column that is shown, round at the last."""
    library.sort(next_field(library.roster.by, library.view.cells))


def reverse(library: LibraryScreen) -> None:
    """Sort by the same column the other way round."""
    library.sort(library.roster.by)
