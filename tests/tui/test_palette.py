"""The palette of commands where somebody is quicker than it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.widgets import Input

from briefing.tui.screens.palette import Palette
from tests.tui.reading import read

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from tests.tui.reading import Reading


def palette(reading: Reading) -> Palette:
    assert isinstance(reading.screen, Palette)
    return reading.screen


def test_two_clicks_beside_it_close_it_and_nothing_else(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.open_palette()
        for _ in range(2):
            for kind in (events.MouseDown, events.MouseUp):
                reading._send(kind(None, 1, 20, 0, 0, 1, False, False, False, 1, 20))  # noqa: FBT003
        await reading.settle()
        assert reading.screen is reading.reader

    read(small, story)


def test_what_is_found_once_it_is_closed_is_shown_nowhere(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.open_palette()
        closed = palette(reading)
        await reading.press("escape")
        closed._list_visible = not closed._list_visible
        await reading.settle()
        assert reading.app._exception is None

    read(small, story)


def test_a_list_that_was_not_drawn_is_not_moved_in(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.open_palette()
        await reading.press("down")
        await reading.resize(1, 1)
        await reading.burst(":", "pagedown", "down", "pagedown", "pageup")
        assert reading.app._exception is None

    read(small, story)


def test_a_click_where_nothing_is_any_more_is_none(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.open_palette()
        away = (None, 999, 999, 0, 0, 1, False, False, False, 999, 999)
        palette(reading).post_message(events.Click(*away))
        await reading.settle()
        assert reading.app._exception is None
        assert isinstance(reading.screen, Palette)

    read(small, story)


def test_its_line_takes_no_more_than_a_name(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.open_palette()
        await reading.burst(*"x" * 300)
        assert len(palette(reading).query_one(Input).value) == 80

    read(small, story)
