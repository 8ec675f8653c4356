"""Whatever is pressed in a library, and whatever the librarian tells meanwhile: it stays whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.library.events import Idle, Progress, Rows, Sound, Told
from briefing.tui.screens.library import LibraryScreen
from tests.examples import FEW
from tests.tui.shelves import browse, listed
from tests.tui.test_library_search import KEYS, library, listings

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.library.events import Event
    from briefing.model.catalogue import Listing
    from tests.tui.shelves import Shelves

__all__ = ["library", "listings"]  # fixtures

PRESSED = [*"jkgGfoOrdAnN/5t?", "space", "enter", "enter", "escape", "escape", "tab", "down", "up"]
PRESSED += [*"site mil:", "backspace", "right", "pagedown"]
EVENTS = [
    Progress(1, 3),
    Sound(1),
    Sound(2, "The index was damaged."),
    Told("Another one is at work."),
    Idle(),
    Rows(rows=(listed("quay", "A quay"), listed("mill", "A mill", as_of_day=9))),
    Rows(gone=("quay", "port")),
    Rows(rows=tuple(listed(key) for key in KEYS), anew=True),
]
steps = st.lists(
    st.sampled_from(PRESSED)
    | st.sampled_from(EVENTS)
    | st.tuples(st.integers(1, 130), st.integers(1, 40))
    | st.lists(st.sampled_from(PRESSED), min_size=2, max_size=5),
    max_size=40,
)


@settings(FEW, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(size=st.sampled_from([(40, 15), (100, 30)]), steps=steps)
def test_no_sequence_of_keys_and_events_breaks_it(
    library: Path,
    listings: list[Listing],
    size: tuple[int, int],
    steps: list[str | Event | tuple[int, int] | list[str]],
) -> None:
    async def story(shelves: Shelves) -> None:
        for step in steps:
            if isinstance(step, str):
                await shelves.reading.press(step)
            elif isinstance(step, list):
                await shelves.reading.burst(*step)
            elif isinstance(step, tuple):
                await shelves.reading.resize(*step)
            else:
                await shelves.tell(step)
            assert shelves.reading.app._exception is None
        await shelves.answered()
        await shelves.reading.press(*["escape"] * 12)
        assert shelves.reading.app._exception is None
        assert isinstance(shelves.reading.screen, LibraryScreen)

    browse(library, listings, story, size=size)
