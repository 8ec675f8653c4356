"""What the keys do on the list of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.widgets.roster_view import next_field

if TYPE_CHECKING:
    from briefing.tui.presentation.across import What
    from briefing.tui.screens.library import LibraryScreen
    from briefing.tui.stops import Visit


def filter(library: LibraryScreen) -> None:  # noqa: A001 - the name of what the key does
    """Open the line of the filter."""
    library.show_filter(shown=True)


def out(library: LibraryScreen) -> None:
    """Keep all briefs again."""
    library.show_filter(shown=False)


def search(library: LibraryScreen) -> None:
    """Open the search window; what is chosen there is opened and marked."""
    from briefing.tui.screens.library_search import LibrarySearch  # noqa: PLC0415 - when asked for

    def found(answer: Visit | None) -> None:
        if answer is not None:
            library.visit(answer)

    library.app.push_screen(LibrarySearch(library, None, library.kept()), found)


def sort(library: LibraryScreen) -> None:
    """Sort by the next column that is shown, round at the last."""
    library.sort(next_field(library.roster.by, library.view.cells))


def reverse(library: LibraryScreen) -> None:
    """Sort by the same column the other way round."""
    library.sort(library.roster.by)


def risks(library: LibraryScreen) -> None:
    """Show the risks of all briefs, or of those that the filter keeps."""
    _across(library, "risk")


def dates(library: LibraryScreen) -> None:
    """Show the dates of all briefs, or of those that the filter keeps."""
    _across(library, "event")


def _across(library: LibraryScreen, what: What) -> None:
    from briefing.tui.presentation.across import Asked  # noqa: PLC0415 - when asked for
    from briefing.tui.screens.across import AcrossScreen  # noqa: PLC0415 - the same

    kept = [listing.key for listing in library.roster.rows] if library.roster.words else None
    asked = Asked(what, briefs=None if kept is None else len(kept))
    library.app.push_screen(AcrossScreen(library, asked, kept))
