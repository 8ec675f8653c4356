"""Every section at every size: whole, within its measure, and the same after a resize."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.geometry import Size

from briefing.model.sections import SECTIONS
from briefing.text import width
from tests.tui.reading import SIZES, read

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from tests.tui.reading import Reading

PANES = ("#text", "#evidence")
PLACES = ["1", "2", "2 enter", "3", "4", "5", "5 enter", "6", "7", "8", "8 enter", "9", "7 s"]


def shown_panes(reading: Reading) -> list[str]:
    return [selector for selector in PANES if reading.pane(selector).size.area]


def assert_whole(reading: Reading) -> None:
    """Nothing is wider than its pane or its measure; what the panes hold is on the screen."""
    assert all(width(line) <= reading.app.size.width for line in reading.lines)
    for selector in shown_panes(reading):
        view = reading.pane(selector)
        rows = reading.rows(selector)
        assert len(rows) == view.size.height
        shown = view.cursor.rows[view.cursor.top :][: view.cursor.height]  # above the caption
        for row, seen in zip(shown, rows, strict=False):
            text = "".join(piece.text for piece in row.pieces)
            assert width(text) <= 78
            assert seen[2:].replace("▸", " ").startswith(text.replace("▸", " "))
            assert seen[2 + len(text) :].strip(" ▐") == ""
    footer = reading.lines[-1]
    assert "? Help" in footer
    assert "q Quit" in footer


@pytest.mark.parametrize(
    ("name", "size"),
    [
        *(("shipped", size) for size in SIZES),
        *(("tram", size) for size in [(40, 15), (80, 24), (120, 36)]),  # each way to lay them out
    ],
    ids=lambda value: value if isinstance(value, str) else f"{value[0]}x{value[1]}",
)
def test_every_section_is_whole_at_every_size(
    name: str, size: tuple[int, int], request: pytest.FixtureRequest
) -> None:
    async def story(reading: Reading) -> None:
        for keys in PLACES:
            await reading.press(*keys.split())
            assert_whole(reading)
            pane = "#evidence" if keys.endswith("s") and size[0] < 100 else "#text"
            assert reading.focused == pane[1:]
            if keys.isdigit():
                section = SECTIONS[int(keys) - 1]
                assert reading.heading == section.title.upper()
                assert reading.selected() != []
                assert any(
                    f"{keys} {section.title}"[:6] in line.replace("✓", " ")
                    for line in reading.lines
                )

    read(request.getfixturevalue(name), story, size=size)


@pytest.mark.parametrize(
    ("size", "panes", "strip"),
    [
        ((40, 15), 1, True),
        ((80, 24), 1, True),
        ((99, 30), 1, True),
        ((100, 30), 1, False),
        ((119, 36), 1, False),
        ((120, 36), 2, False),
        ((300, 80), 2, False),
    ],
)
def test_what_fits_is_shown(
    small: Brief, size: tuple[int, int], panes: int, *, strip: bool
) -> None:
    async def story(reading: Reading) -> None:
        assert len(shown_panes(reading)) == panes
        assert len(reading.rows("Navigation")) == (1 if strip else reading.pane().size.height + 1)
        assert reading.lines[0].startswith(" Northwind plans a mill in Arland")
        assert reading.lines[1].startswith("─") == (size[1] >= 30)

    read(small, story, size=size)


def test_a_page_opens_at_the_top_and_shows_what_stands_above_its_first_item(
    shipped: Brief,
) -> None:
    async def story(reading: Reading) -> None:
        for section in "12345678":
            await reading.press(section)
            assert reading.pane().cursor.top == 0

    read(shipped, story, size=(40, 15))


@pytest.mark.parametrize("keys", PLACES)
def test_there_and_back_again_is_the_same_screen(shipped: Brief, keys: str) -> None:
    async def story(reading: Reading) -> None:
        await reading.press(*keys.split())
        before = reading.lines
        for size in ((60, 20), (40, 15), (110, 30), (200, 60)):
            await reading.resize(*size)
            assert_whole(reading)
        assert reading.lines == before

    read(shipped, story, size=(200, 60))


def test_the_selection_stays_the_same_and_in_sight_whatever_the_size(shipped: Brief) -> None:
    async def story(reading: Reading) -> None:
        for section in "23456789":
            await reading.press(section, "j", "j", "j", "j")
            key = reading.pane().key
            for size in ((60, 20), (40, 15), (120, 36), (300, 80), (80, 24)):
                await reading.resize(*size)
                assert reading.pane().key == key
                assert reading.selected() != [], (section, size)

    read(shipped, story, size=(80, 24))


def test_the_smallest_terminals_still_open(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        for size in ((20, 8), (10, 5), (3, 3), (1, 1), (80, 24)):
            await reading.resize(*size)
            await reading.press("2", "j", "s", "escape", "1")
        assert "BOTTOM LINE" in reading.text

    read(small, story, size=(20, 8))


def test_long_words_and_wide_characters_stay_within_the_pane(small: Brief) -> None:
    from tests.tui.hostile import titled

    async def story(reading: Reading) -> None:
        for size in ((40, 15), (120, 36)):
            await reading.resize(*size)
            await reading.press("2")
            assert_whole(reading)
            await reading.press("enter")
            assert_whole(reading)

    read(titled(small, "漢字" * 60 + "x" * 300), story, size=(40, 15))


def test_a_page_that_is_turned_while_another_is_drawn_keeps_its_heading(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        pane = reading.pane()
        pane.laid = Size(0, 0)  # as before it is drawn for the first time
        pane.render_lines(pane.size.region)
        reading.reader.action_section("regions")
        await reading.settle()
        assert reading.heading == "REGIONS"

    read(small, story)
