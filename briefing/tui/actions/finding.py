"""The search window, and the walk through what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.actions import grounds
from briefing.tui.places import Walk
from briefing.tui.recall import READ
from briefing.tui.screens.search import SearchScreen

if TYPE_CHECKING:
    from briefing.search import Kept
    from briefing.tui.screens.reader import Reader
    from briefing.tui.stops import Visit


def search(reader: Reader) -> None:
    """Open the search window; what is chosen there is shown and marked."""

    def found(answer: Visit | None) -> None:
        if answer is not None:
            show(reader, answer)

    reader.app.push_screen(SearchScreen(reader.finder, kept_of(reader)), found)


def kept_of(reader: Reader) -> Kept:
    """What of the brief is marked and read, as far as a query may ask for it."""
    from briefing.search import Kept  # noqa: PLC0415 - not before somebody searches

    read = (name for name, sign in reader.recall.signs().items() if sign == READ)
    marked = frozenset(("", name) for name in reader.recall.marks)
    return Kept(marked, frozenset(("", name) for name in read))


def show(reader: Reader, visit: Visit) -> None:
    """Show what was chosen in this brief, and let n and N walk on from there."""
    across = visit.across
    reader.walk = Walk([stop.place for stop in across.stops], across.position, "hit")
    reader.highlights = across.marks
    reader.go(across.here.place)
    if visit.why:
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
