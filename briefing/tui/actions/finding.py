"""The search window, and the walk through what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.actions import grounds
from briefing.tui.places import Walk
from briefing.tui.screens.search import SearchScreen

if TYPE_CHECKING:
    from briefing.tui.screens.reader import Reader
    from briefing.tui.screens.search import Found


def search(reader: Reader) -> None:
    """Open the search window; what is chosen there is shown and marked."""

    def found(answer: Found | None) -> None:
        if answer is not None:
            _show(reader, answer)

    reader.app.push_screen(SearchScreen(reader.finder), found)


def _show(reader: Reader, found: Found) -> None:
    reader.walk = Walk(found.places, found.position, "hit")
    reader.highlights = found.marks
    reader.go(found.places[found.position])
    if found.why:
        grounds.why(reader)


def walk(reader: Reader, by: int) -> None:
    """Go to the next or previous place of the last walk."""
    if reader.walk is None:
        search, source, on, back = map(reader.key, ("search", "source", "next-hit", "previous-hit"))
        how = f"Search with {search} or open the source with {source}"
        reader.tell(f"{how}: {on} and {back} walk on from there.")
        return
    reader.go(reader.walk.step(by))
    reader.tell(reader.walk.counter)
