"""Searching a library from its list and from a brief, and the walk from brief to brief."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefing.library import index_folder, memory, update
from briefing.library.events import Idle, Progress, Sound
from briefing.model.catalogue import listing
from briefing.search import Shelf
from briefing.state import Mark
from briefing.tui.reach import Newest, Reach
from briefing.tui.screens.library_search import LibrarySearch
from briefing.tui.screens.shelved import ShelvedReader
from briefing.tui.widgets.page_view import PageView
from tests.briefs import REGIONS, write_brief
from tests.tui.shelves import browse

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model.catalogue import Listing
    from briefing.search import Results
    from tests.tui.shelves import Shelves

KEYS = ("mill", "port", "tram")
WORDS = {"mill": "sawdust", "port": "sawdust quay", "tram": "rails"}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Three briefs that differ in a title and in a note, with their index."""
    for key, words in WORDS.items():
        regions = REGIONS.replace("The headline speaks of one.", f"A note on {words}.")
        folder = write_brief(tmp_path / "valley" / key, regions=regions)
        head = (folder / "brief.yaml").read_text()
        (folder / "brief.yaml").write_text(head.replace("Northwind plans a mill", f"The {key}"))
    update(tmp_path / "valley")
    return tmp_path / "valley"


@pytest.fixture
def listings(library: Path) -> list[Listing]:
    from briefing.library import open_brief

    return [listing(open_brief(library / key), key) for key in KEYS]


def title(shelves: Shelves) -> str:
    return next(line for line in shelves.reading.lines if "╭─" in line)


def marked(shelves: Shelves, selector: str = "#hits") -> list[str]:
    return shelves.reading.styles(selector, "match")


async def search(shelves: Shelves, query: str) -> None:
    await shelves.reading.press("/")
    await shelves.ask(query)


# -- the window


def test_hits_of_all_briefs_stand_below_their_titles(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await search(shelves, "sawdust")
        text = shelves.reading.words("#hits")
        assert "The mill in Arland as of 2031-05-04" in text
        assert "The port in Arland as of 2031-05-04" in text
        assert "The tram" not in text
        assert set(marked(shelves)) == {"sawdust"}
        assert "2 matches · regions 2" in title(shelves)

    browse(library, listings, story, size=(100, 30))


def test_enter_opens_the_brief_there_and_n_walks_on_into_the_next(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await search(shelves, "sawdust")
        await shelves.reading.press("enter")
        opened = []
        for key in ("", "n", "n", "N"):
            await shelves.reading.press(*key)
            reader = shelves.reading.screen
            assert isinstance(reader, ShelvedReader)
            assert shelves.reading.pane().key == "R2"
            assert marked(shelves, "#text") == ["sawdust"]
            opened.append(reader.shelf_key)
            await shelves.reading.settle()
            assert (
                f"hit {1 + len(set(opened[:1])) * (len(opened) in {2, 4})} of 2" in shelves.message
            )
        assert opened in (["mill", "port", "mill", "port"], ["port", "mill", "port", "mill"])
        assert len(shelves.reading.app.screen_stack) == 2
        await shelves.reading.press("escape")
        assert marked(shelves, "#text") == []
        await shelves.reading.press("escape")
        assert shelves.reading.app.screen_stack == [shelves.library]

    browse(library, listings, story, size=(100, 30))


def test_keys_pressed_faster_than_briefs_open_break_nothing(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await search(shelves, "sawdust")
        await shelves.reading.burst("enter", "n", "n", "n", "escape", "escape", "enter", "escape")
        await shelves.reading.burst("escape", "enter", "/", "s", "escape", "escape", "r", "enter")
        await shelves.answered()
        assert shelves.reading.app._exception is None

    browse(library, listings, story)


def test_the_index_is_opened_before_a_word_is_typed(
    library: Path, listings: list[Listing], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    usual = Shelf.open

    def noted(folder: Path) -> Shelf:
        opened.append(folder)
        return usual(folder)

    monkeypatch.setattr(Shelf, "open", noted)

    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await shelves.reading.press("/")
        await shelves.answered()
        assert opened == [index_folder(library)]
        assert "both words, in any form" in shelves.reading.words("#hits")
        await shelves.ask("rails")
        assert "1 match" in title(shelves)

    browse(library, listings, story, size=(100, 30))


def test_the_window_opens_with_the_last_query_that_gives_way(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await search(shelves, "sawdust")
        await shelves.reading.press("escape", "/")
        await shelves.answered()
        assert "2 matches" in title(shelves)
        await shelves.ask("rails")
        assert "1 match ·" in title(shelves)

    browse(library, listings, story)


def test_before_there_is_an_index_it_says_so_and_what_comes_is_searched(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.reading.press("/")
        assert "The index is being looked through." in shelves.reading.words("#hits")
        assert "both words, in any form" in shelves.reading.text
        await shelves.tell(Progress(1, 3))
        await shelves.ask("sawdust")
        assert "2 of 3 briefs are still to be indexed." in shelves.reading.words("#hits")
        await shelves.tell(Sound(1))
        await shelves.answered()
        assert "2 matches" in title(shelves)
        await shelves.tell(Idle())
        assert "still to be" not in shelves.reading.words("#hits")

    browse(library, listings, story)


def test_until_a_person_moves_the_best_hit_is_chosen(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Progress(1, 3), Sound(1))
        await search(shelves, "sawdust")
        later = (library / "mill" / "brief.yaml").read_text().replace("2031-05-04", "2032-05-04")
        regions = REGIONS.replace("No site is named.", "Sawdust.")
        folder = write_brief(library / "quay", regions=regions)
        (folder / "brief.yaml").write_text(later)
        update(library)
        await shelves.tell(Progress(2, 4), Sound(2))
        await shelves.answered()
        assert shelves.reading.pane("#hits").key == "quay\tR2"
        assert "2 of 4 briefs are still to be indexed." in shelves.reading.words("#hits")

    browse(library, listings, story)


def test_what_is_searched_again_leaves_the_chosen_hit_chosen(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await search(shelves, "sawdust")
        await shelves.reading.press("down")
        key = shelves.reading.pane("#hits").key
        write_brief(library / "quay", regions=REGIONS.replace("headline", "sawdust"))
        update(library)
        await shelves.tell(Sound(2))
        await shelves.answered()
        assert "3 matches" in title(shelves)
        assert shelves.reading.pane("#hits").key == key

    browse(library, listings, story)


def test_a_stale_answer_is_dropped_and_typing_never_waits(
    library: Path, listings: list[Listing], monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, asked = threading.Event(), []

    def slow(shelf: Shelf, query: str, *arguments: object, **more: object) -> Results:
        asked.append(query)
        if query == "s":
            assert gate.wait(20)
        return real(shelf, query, *arguments, **more)

    real: Callable[..., Results] = Shelf.search
    monkeypatch.setattr(Shelf, "search", slow)

    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await shelves.reading.press("/")
        await shelves.answered()
        await shelves.reading.type("sawdust")
        assert "sawdust" in shelves.reading.rows("QueryLine")[0]
        screen = shelves.reading.screen
        screen._say_so("sawdust")  # type: ignore[attr-defined]
        await shelves.reading.settle()
        assert "searching…" in title(shelves)
        gate.set()
        await shelves.answered()
        assert "2 matches" in title(shelves)
        assert [query for query in asked if query] == ["s", "sawdust"]

    browse(library, listings, story)


def test_an_answer_that_comes_soon_is_told_with_the_question(library: Path) -> None:
    told: list[tuple[str, int | None]] = []

    async def story() -> None:
        reach = Reach(index_folder(library))
        reach.renew()
        end = asyncio.Event()

        def tell(name: str, found: int | None) -> None:
            told.append((name, found))
            if name == "newest":
                end.set()

        newest = Newest(reach, tell)
        newest.ask("soon", lambda shelf: shelf.search("rails").total, patience=60)
        assert told == [("soon", 1)]
        assert not newest.waits
        gate = threading.Event()
        newest.ask("late", lambda _: gate.wait() and 2)
        assert newest.waits
        newest.ask("meanwhile", lambda _: 3, patience=60)
        newest.ask("newest", lambda _: 4, patience=60)
        gate.set()
        await end.wait()
        assert told == [("soon", 1), ("newest", 4)]

    asyncio.run(story())


def test_more_hits_are_listed_when_the_last_one_is_reached(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await search(shelves, "-nowhere")
        assert "the best 30" in title(shelves)
        everything = len(Shelf.open(index_folder(library)).search("-nowhere").hits)
        for _ in range(everything - 1):
            await shelves.reading.press("down")
            await shelves.answered()
        view = shelves.reading.screen.query_one(PageView)
        assert "the best" not in title(shelves)
        assert view.key == [item.key for item in view.page.items if item.key][-1]
        assert len({item.key for item in view.page.items if item.key}) == everything > 30

    browse(library, listings, story)


@pytest.mark.parametrize("within", [False, True])
def test_enter_before_the_answer_opens_what_is_found_and_nothing_of_the_other(
    library: Path, listings: list[Listing], monkeypatch: pytest.MonkeyPatch, *, within: bool
) -> None:
    gate = threading.Event()
    usual = Shelf.search

    def slowly(shelf: Shelf, query: str, *arguments: Any, **options: Any) -> Results:
        if query == "sawdust quay":
            gate.wait(60)
        return usual(shelf, query, *arguments, **options)

    monkeypatch.setattr(Shelf, "search", slowly)

    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        if within:  # the list is of the brief, then the library is asked
            await shelves.reading.press("enter")
            await shelves.reading.press("/")
            await shelves.reading.type("sawdust quay")
            await shelves.reading.press("tab")
        else:  # the list is of the query before
            await search(shelves, "sawdust")
            await shelves.reading.type(" quay")
        await shelves.reading.press("enter")
        assert isinstance(shelves.reading.screen, LibrarySearch)
        gate.set()
        await shelves.answered()
        reader = shelves.reading.screen
        assert isinstance(reader, ShelvedReader)
        assert reader.shelf_key == "port"

    browse(library, listings, story, size=(100, 30))


def test_what_was_not_understood_is_told(library: Path, listings: list[Listing]) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await search(shelves, "likelyhood:likely")
        assert "likelihood" in shelves.reading.words("#hits")

    browse(library, listings, story)


def test_marks_and_readings_can_be_asked_for(library: Path, listings: list[Listing]) -> None:
    remembered = memory(kept=False)
    remembered.mark(str((library / "port").resolve()), Mark("R2", "", "No site is named.", "2031"))

    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await search(shelves, "is:marked")
        assert "1 match" in title(shelves)
        await shelves.reading.press("enter")
        assert shelves.reading.screen.shelf_key == "port"  # type: ignore[attr-defined]

    browse(library, listings, story, remembered=remembered)


def test_a_damaged_index_is_no_end(library: Path, listings: list[Listing]) -> None:
    (index_folder(library) / "meta.json").write_text("{")

    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await search(shelves, "sawdust")
        assert shelves.reading.app._exception is None
        assert "The index cannot be read" in shelves.reading.words("#hits")
        update(library)
        await shelves.tell(Sound(2))
        await shelves.answered()
        assert "2 matches" in title(shelves)

    browse(library, listings, story)


class Panic(BaseException):
    """As the engine raises it where it meets damage."""


@pytest.mark.parametrize("met", [ValueError, Panic])
def test_an_index_damaged_while_it_is_open_is_known(
    library: Path, met: type[BaseException]
) -> None:
    def broken(_: Shelf) -> int:
        raise met

    reach = Reach(index_folder(library))
    reach.renew()
    assert reach.asked(broken).result() is None
    assert reach.damaged
    assert reach.asked(lambda shelf: shelf.search("rails").total).result() == 1
    assert not reach.damaged


def test_an_error_in_telling_an_answer_is_heard_and_not_waited_for() -> None:
    class Slow(Reach):
        def asked(self, question: object) -> Future[Any]:  # noqa: ARG002 - it takes its time
            return answer

    def boom(*_: object) -> None:
        raise KeyError

    async def ask() -> list[object]:
        heard = asyncio.Queue[object]()
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, told: heard.put_nowait(told["exception"]))
        Newest(Slow(Path()), boom).ask("rails", lambda _: None)
        answer.set_result(None)
        return [await asyncio.wait_for(heard.get(), 20)]  # or nobody hears of it

    answer: Future[Any] = Future()
    assert [type(error) for error in asyncio.run(ask())] == [KeyError]


def test_an_index_built_anew_is_opened_again_whatever_its_number(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await search(shelves, "rails")
        regions = library / "mill" / "regions.yaml"
        regions.write_text(regions.read_text().replace("sawdust", "rails"))
        update(library, rebuild=True)
        await shelves.tell(Sound(1))
        await shelves.answered()
        assert "2 matches" in title(shelves)

    browse(library, listings, story)


# -- completion


def test_tab_and_right_take_what_is_offered(library: Path, listings: list[Listing]) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await search(shelves, "imp")
        assert shelves.reading.rows("QueryLine")[0].strip() == "impact:"
        await shelves.reading.press("tab")
        await shelves.ask("h")
        assert shelves.reading.rows("QueryLine")[0].strip() == "impact:high"
        await shelves.reading.press("right")
        await shelves.answered()
        assert shelves.library.asked == "impact:high"
        assert "3 matches · risks 3" in title(shelves)
        await shelves.ask(" about:n")
        assert "about:northwind" in shelves.reading.rows("QueryLine")[0]

    browse(library, listings, story)


# -- in a brief of the library


def test_tab_goes_over_from_the_brief_to_the_library_and_back(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await shelves.reading.press("enter")
        await search(shelves, "sawdust")
        assert "Tab all briefs" in shelves.reading.text
        first = title(shelves)
        await shelves.reading.press("tab")
        await shelves.answered()
        assert "Tab this brief" in shelves.reading.text
        assert "2 matches · regions 2" in title(shelves)
        await shelves.reading.press("tab")
        await shelves.answered()
        assert title(shelves) == first

    browse(library, listings, story, size=(100, 30))


def test_from_a_brief_a_hit_leads_into_another_one_or_stays(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await shelves.reading.press("enter")
        opened = shelves.reading.screen
        assert isinstance(opened, ShelvedReader)
        await shelves.reading.press("/", "tab")
        await shelves.ask("note sawdust")
        await shelves.reading.press("enter")
        seen = []
        for _ in range(3):
            reader = shelves.reading.screen
            assert isinstance(reader, ShelvedReader)
            seen.append(reader.shelf_key)
            assert marked(shelves, "#text")[-1] == "sawdust"
            await shelves.reading.press("n")
        assert set(seen) == {"mill", "port"}

    browse(library, listings, story)


def test_the_reasons_of_a_hit_can_be_asked_for_at_once(
    library: Path, listings: list[Listing]
) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await search(shelves, "brief:tram likelihood:likely impact:high")
        await shelves.reading.press("ctrl+y")
        await shelves.reading.settle()
        assert shelves.reading.reader.here.view == "why"
        assert isinstance(shelves.reading.reader, ShelvedReader)
        assert shelves.reading.reader.shelf_key == "tram"

    browse(library, listings, story)


def test_a_search_in_this_brief_walks_in_this_brief(library: Path, listings: list[Listing]) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(1), Idle())
        await search(shelves, "sawdust")
        await shelves.reading.press("enter")
        reader = shelves.reading.screen
        await search(shelves, "northwind")
        await shelves.reading.press("enter")
        for _ in range(4):
            await shelves.reading.press("n")
            assert shelves.reading.screen is reader
        assert isinstance(reader, ShelvedReader)
        assert reader.across is None

    browse(library, listings, story)
