"""What stands in all briefs of a library: its risks, its dates, what is said of one actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.library.events import Idle, Progress, Sound
from briefing.tui.screens.across import AcrossScreen
from briefing.tui.screens.shelved import ShelvedReader
from tests.tui.reading import SIZES
from tests.tui.shelves import browse
from tests.tui.test_library_search import library, listings

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.catalogue import Listing
    from tests.tui.shelves import Shelves

__all__ = ["library", "listings"]  # fixtures


async def opened(shelves: Shelves, *keys: str) -> None:
    await shelves.tell(Sound(1), Idle())
    await shelves.reading.press(*keys)
    await shelves.answered()


def test_the_risks_of_all_briefs_with_their_ranges(library: Path, listings: list[Listing]) -> None:
    async def story(shelves: Shelves) -> None:
        await opened(shelves, "r")
        assert shelves.reading.heading == "RISKS"
        words = shelves.reading.words("#text")
        assert words.startswith("IMPACT HIGH RK1")
        assert words.count("Likely (55-80%)") == 3
        assert all(f"The {key} in Arland" in words for key in ("mill", "port", "tram"))
        assert "3 risks in 3 briefs" in shelves.reading.rows("#heading")[0]

    browse(library, listings, story, size=(100, 30))


def test_of_the_briefs_that_the_filter_keeps(library: Path, listings: list[Listing]) -> None:
    async def story(shelves: Shelves) -> None:
        await opened(shelves, "f", *"port", "tab", "r")
        assert shelves.reading.heading == "RISKS · 1 brief"
        assert shelves.reading.words("#text").count("RK1") == 1
        assert "The port" in shelves.reading.words("#text")
        await shelves.reading.press("d")
        await shelves.answered()
        assert shelves.reading.heading == "DATES · 1 brief"

    browse(library, listings, story, size=(100, 30))


def test_the_dates_stand_by_year(library: Path, listings: list[Listing]) -> None:
    async def story(shelves: Shelves) -> None:
        await opened(shelves, "d")
        page = shelves.reading.pane().page
        years = [item.blocks[0].text for item in page.items if not item.key]
        assert years == sorted(years)
        assert "events in 3 briefs" in page.detail

    browse(library, listings, story)


def test_enter_opens_the_brief_there_and_n_goes_on(library: Path, listings: list[Listing]) -> None:
    async def story(shelves: Shelves) -> None:
        await opened(shelves, "r")
        await shelves.reading.press("j")
        key = shelves.reading.pane().key
        await shelves.reading.press("enter")
        reader = shelves.reading.screen
        assert isinstance(reader, ShelvedReader)
        assert key == f"{reader.shelf_key}\tRK1"
        assert (shelves.reading.heading, shelves.reading.pane().key) == ("RISKS", "RK1")
        assert shelves.message == "risk 2 of 3"
        await shelves.reading.press("n")
        await shelves.reading.settle()
        assert shelves.message == "risk 3 of 3"
        await shelves.reading.press("escape")
        assert isinstance(shelves.reading.screen, AcrossScreen)
        assert shelves.reading.pane().key == key
        await shelves.reading.press("escape")
        assert shelves.reading.app.screen_stack == [shelves.library]

    browse(library, listings, story)


def test_a_query_makes_it_fewer_and_escape_brings_all_back(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await opened(shelves, "r", "f")
        await shelves.ask("brief:tr")
        assert "brief:tram" in shelves.reading.rows("QueryLine")[0]
        assert "1 risk in 1 brief" in shelves.reading.rows("#heading")[0]
        await shelves.reading.press("tab")
        await shelves.ask(" zebra")
        assert "No risk found for 'brief:tram zebra'." in shelves.reading.text
        await shelves.reading.press("escape")
        await shelves.answered()
        assert "3 risks in 3 briefs" in shelves.reading.rows("#heading")[0]

    browse(library, listings, story, size=(100, 30))


@pytest.mark.parametrize("keys", ["3", "4 enter", "2 enter j", "2 enter j j"])
def test_all_that_the_library_says_of_an_entry(
    library: Path, listings: list[Listing], keys: str
) -> None:
    async def story(shelves: Shelves) -> None:
        await opened(shelves, "enter", *keys.split(), "A")
        words = shelves.reading.words("#text")
        assert shelves.reading.heading in {"Wood", "Northwind", "Arland", "Southgate"}
        assert all(f"The {key} in Arland" in words for key in ("mill", "port", "tram"))
        assert "statements in 3 briefs" in shelves.reading.rows("#heading")[0]
        await shelves.reading.press("G", "enter")
        assert isinstance(shelves.reading.screen, ShelvedReader)
        await shelves.reading.press("escape", "escape")
        assert isinstance(shelves.reading.screen, ShelvedReader)
        assert len(shelves.reading.app.screen_stack) == 2

    browse(library, listings, story, size=(120, 60))


def test_of_what_is_no_entry_it_says_what_the_key_is_for(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await opened(shelves, "enter", "9", "A")
        assert shelves.message.startswith("A works on entries")

    browse(library, listings, story)


def test_more_comes_as_more_is_indexed(library: Path, listings: list[Listing]) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Progress(1, 3))
        await shelves.reading.press("r")
        await shelves.answered()
        assert "2 of 3 briefs are still to be indexed." in shelves.reading.words("#text")
        await shelves.tell(Sound(1), Idle())
        await shelves.answered()
        assert "3 risks in 3 briefs" in shelves.reading.rows("#heading")[0]

    browse(library, listings, story)


def test_the_page_on_an_entry_is_not_made_fewer(library: Path, listings: list[Listing]) -> None:
    async def story(shelves: Shelves) -> None:
        await opened(shelves, "enter", "4", "A", "f")
        assert shelves.message.startswith("Search with /")
        await shelves.reading.press("r")
        await shelves.answered()
        assert shelves.reading.heading == "RISKS"
        await shelves.reading.press("d", "r")
        await shelves.answered()
        assert "3 risks in 3 briefs" in shelves.reading.rows("#heading")[0]

    browse(library, listings, story)


def test_other_keys_of_the_list_say_what_they_do_here(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await opened(shelves, "r", "o")
        assert "by impact, then likelihood" in shelves.message
        await shelves.reading.press("/", "escape", "t", "?")
        assert "filter the list" in shelves.reading.text

    browse(library, listings, story)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_it_fits_every_size(library: Path, listings: list[Listing], size: tuple[int, int]) -> None:
    async def story(shelves: Shelves) -> None:
        for key in ("r", "d"):
            await opened(shelves, key)
            assert all(len(line) <= size[0] for line in shelves.reading.lines)
            assert shelves.reading.selected()
            await shelves.reading.press("escape")

    browse(library, listings, story, size=size)


def test_a_key_that_waits_when_its_page_is_closed_closes_no_other(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await opened(shelves, "enter", "4", "A")
        page = shelves.reading.screen
        assert isinstance(page, AcrossScreen)
        for _ in range(3):
            await shelves.reading.app.run_action("do('moving.out')", page)
        assert isinstance(shelves.reading.screen, ShelvedReader)

    browse(library, listings, story)
