"""The search window: hits as one types, and the way on from them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from briefing.tui.places import Place
from briefing.tui.presentation.hits import grouped, hit_page
from briefing.tui.screens.search import SearchScreen
from briefing.tui.widgets.query_line import QueryLine
from tests.tui.pages import headings, text_of
from tests.tui.reading import SIZES, read

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.search import Index, Results
    from tests.tui.reading import Reading

WIDE = (120, 36)


@pytest.fixture(scope="module")
def index(small: Brief) -> Index:
    from briefing.library import index_of

    return index_of(small)


def found(index: Index, query: str) -> Results:
    return index.search(query)


def title(reading: Reading) -> str:
    return next(line for line in reading.lines if "Search" in line)


# -- the list of hits


def test_without_a_query_it_tells_how_to_ask() -> None:
    page = hit_page("", None)
    assert "both words, in any form" in text_of(page)
    assert page.first == -1


def test_hits_stand_by_section_with_their_counts_the_best_section_first(index: Index) -> None:
    results = found(index, "mill")
    page = hit_page("mill", results)
    sections = [heading.rpartition("  ") for heading in headings(page)]
    assert sections[0][0].casefold() == results.hits[0].statement.section
    assert len(sections) == len(results.counts)
    assert sum(int(number) for _, _, number in sections) == results.total
    assert page.detail == f"{results.total} matches in {len(sections)} sections"
    keys = [item.key for item in page.items if item.key]
    assert sorted(keys) == sorted(hit.statement.id for hit in results.hits)
    assert keys == [hit.statement.id for hit in grouped(results)]


def test_one_is_one(index: Index) -> None:
    assert hit_page("", found(index, "permit filed")).detail == "1 match in 1 section"


def test_where_the_words_stand_only_in_a_note_the_note_is_shown(index: Index) -> None:
    page = hit_page("headline", found(index, "headline"))
    (item,) = [item for item in page.items if item.key == "R2"]
    assert item.blocks[1].text == "The headline speaks of one."


def test_no_match_names_the_query(index: Index) -> None:
    page = hit_page(" zebra ", found(index, "zebra"))
    assert text_of(page) == "No match for 'zebra'. Esc to return."


def test_a_word_that_was_mistyped_is_named(index: Index) -> None:
    page = hit_page("bargian", found(index, "bargian"))
    assert [item.key for item in page.items if item.key] == ["H1"]
    assert "no 'bargian'" in page.detail


# -- the window


def test_hits_come_with_every_letter_and_are_marked(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("/")
        assert reading.screen.query_one("QueryLine").has_focus
        assert "both words, in any form" in reading.text
        await reading.type("perm")
        assert "PERMIT" not in reading.text
        assert "permit" in reading.words("#hits")
        assert set(reading.styles("#hits", "match")) <= {"permit", "permits"}
        assert reading.styles("#hits", "match") != []
        assert "matches in" in title(reading)

    read(small, story)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_window_is_whole_at_every_size(small: Brief, size: tuple[int, int]) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("/")
        await reading.type("mill")
        assert any("╭─ Search" in line for line in reading.lines)
        assert any(line.rstrip().endswith("Esc close ─╯") for line in reading.lines)
        view = reading.pane("#hits")
        for row, seen in zip(view.cursor.rows, reading.rows("#hits"), strict=False):
            text = "".join(piece.text for piece in row.pieces)
            assert seen[2:].startswith(text)
        await reading.press("enter")
        assert reading.styles("#text", "match") != []

    read(small, story, size=size)


def test_enter_goes_to_the_hit_and_marks_it_there(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("/")
        await reading.type("bargain")
        await reading.press("enter")
        assert reading.place == Place("outlook", item="H1")
        assert reading.selected() == ["H1  The plan is a bargaining chip."]
        assert reading.styles("#text", "match") == ["bargaining"]

    read(small, story)


@pytest.mark.parametrize("enter", [False, True])
def test_what_is_typed_while_the_index_is_built_is_found_then(
    small: Brief, monkeypatch: pytest.MonkeyPatch, *, enter: bool
) -> None:
    from briefing.library import index_of

    gate = threading.Event()

    def slowly(brief: Brief) -> Index:
        gate.wait(60)
        return index_of(brief)

    monkeypatch.setattr("briefing.library.index_of", slowly)

    async def story(reading: Reading) -> None:
        await reading.press("/")
        window = reading.screen
        assert isinstance(window, SearchScreen)
        line = window.query_one(QueryLine)
        for letter in "R2":
            line.on_key(Key(letter, letter))  # which is answered at once
        assert line.query_text == "R2"
        assert window.query_one("#window").border_title == "Search · searching…"
        if enter:
            window.action_choose()
        gate.set()
        await reading.settle()
        if enter:
            assert reading.screen is reading.reader
            assert reading.pane().key == "R2"
        else:
            assert "3 matches" in str(window.query_one("#window").border_title)
            assert reading.pane("#hits").key == "R2"

    read(small, story)


def test_a_hit_in_an_entry_is_shown_on_the_page_of_the_entry(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("/")
        await reading.type("R2")
        await reading.press("enter")
        assert reading.heading == "REGIONS · Arland"
        assert reading.pane().key == "R2"

    read(small, story)


def test_the_cursor_of_the_window_moves_by_item_and_by_page(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("/")
        await reading.type("mill")
        view = reading.pane("#hits")
        keys = [item.key for item in view.page.items if item.key]
        assert view.key == keys[0]
        await reading.press("down")
        assert view.key == keys[1]
        await reading.press("ctrl+n", "up", "ctrl+p")
        assert view.key == keys[0]
        await reading.press(*["pagedown"] * 9)
        assert view.key == keys[-1]
        await reading.press(*["pageup"] * 9)
        assert view.key == keys[0]
        await reading.press("down", "enter")
        assert reading.pane().key == keys[1]

    read(small, story)


def test_n_goes_on_through_all_hits_across_sections_and_round(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("/")
        await reading.type("mill")
        keys = [item.key for item in reading.pane("#hits").page.items if item.key]
        await reading.press("enter")
        visited = [reading.pane().key]
        for _ in keys:
            await reading.press("n")
            visited.append(reading.pane().key)
            assert reading.selected()
        assert visited == [*keys, keys[0]]
        await reading.press("N", "N")
        assert reading.pane().key == keys[-2]
        assert len({reading.place.section for _ in keys}) == 1
        assert reading.styles("#text", "match") != []

    read(small, story)


def test_escape_first_clears_the_marks_and_stays(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("/")
        await reading.type("R2")
        await reading.press("enter", "escape")
        assert reading.heading == "REGIONS · Arland"
        assert reading.pane().key == "R2"
        assert reading.styles("#text", "match") == []
        await reading.press("n")
        assert (
            reading.message
            == "Search with / or open the source with s: n and N walk on from there."
        )
        await reading.press("escape")
        assert reading.heading != "REGIONS · Arland"

    read(small, story)


def test_escape_in_the_window_brings_back_what_was_there(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("6", "G")
        before = reading.lines
        await reading.press("/")
        await reading.type("mill")
        await reading.press("escape")
        assert reading.lines == before

    read(small, story, size=(60, 15))


@pytest.mark.parametrize("query", ["zebra", "   ", "", '"', "[/x]", "(" * 50, "in:", "-", "東京"])
def test_nothing_found_is_nothing_to_open(small: Brief, query: str) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("/")
        await reading.paste(query)
        await reading.press("down", "up", "pagedown", "enter")
        assert "Esc close" in reading.text
        if query.strip():
            assert f"No match for '{query}'. Esc to return." in reading.words("#hits")
        await reading.press("escape")
        assert reading.heading == "OVERVIEW"

    read(small, story)


def test_a_click_chooses_a_hit_and_typing_goes_on(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("/")
        await reading.type("mill")
        view = reading.pane("#hits")
        second = [n for n, item in enumerate(view.page.items) if item.key][1]
        y = next(n for n, row in enumerate(view.cursor.rows) if row.item == second)
        key = view.page.items[second].key
        await reading.click(view.region.x + 5, view.region.y + y)
        assert view.key == key
        await reading.type("s")
        assert reading.screen.query_one("QueryLine").has_focus
        assert "mills" in reading.rows("QueryLine")[0]
        await reading.press("backspace", "tab")
        assert reading.screen.query_one("QueryLine").has_focus
        await reading.click(view.region.x + 5, view.region.y + y)
        await reading.click(view.region.x + 5, view.region.y + y)
        assert reading.pane().key == key

    read(small, story)


def test_a_search_from_the_source_beside_a_claim_leads_away_from_it(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        for size in (WIDE, (80, 24)):
            await reading.resize(*size)
            await reading.press("6", "s", "/")
            await reading.type("bargain")
            await reading.press("enter")
            assert reading.place == Place("outlook", item="H1")
            assert reading.focused == "text"
            await reading.press("escape")

    read(small, story)


def test_a_hit_leads_to_where_its_words_are_read(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        for word, place in (("opens first", Place("risks", "RK1")), ("headline", None)):
            await reading.press("/", *word, "enter")
            assert place in {None, reading.place.at("")}
            assert word.split()[0] in reading.words("#text")
            await reading.press("escape")

    read(small, story, size=(80, 24))
