"""The reader as a user has configured it: keys, footer, help, palette, width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.config import DEFAULTS, config_path, read_config
from briefing.text import width
from briefing.tui.app import BriefingApp
from briefing.tui.commands import own_keys
from tests.tui.reading import drive, read

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.model.brief import Brief
    from tests.tui.reading import Reading


def configured(text: str) -> Config:
    config_path().parent.mkdir(parents=True)
    config_path().write_text(text)
    return read_config(own_keys())


def test_a_key_of_ones_own_does_what_the_command_does_and_the_other_does_nothing(
    small: Brief,
) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("5", "j", "right_square_bracket")
        assert (reading.heading, reading.selected()) == ("RISKS", first)
        await reading.press("ctrl+n")
        assert reading.selected() != first
        await reading.press("up")
        assert reading.selected() == first
        await reading.press("ctrl+d")
        assert reading.heading == "TIMELINE"

    first: list[str] = []

    async def as_it_comes(reading: Reading) -> None:
        await reading.press("5")
        first.extend(reading.selected())

    read(small, as_it_comes)
    config = configured('[keys]\nnext-item = ["ctrl+n", "down"]\nnext-section = "Ctrl+D"')
    read(small, story, config=config)


def test_keys_can_be_swapped_and_section_numbers_stay(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("5")
        start = reading.pane().key
        await reading.press("k")
        after = reading.pane().key
        assert after != start
        await reading.press("j")
        assert reading.pane().key == start

    read(small, story, config=configured('[keys]\nnext-item = "k"\nprevious-item = "j"'))


def test_a_key_of_another_owner_can_be_taken(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("5")
        await reading.press("j")  # was the page's, and the search is the reader's
        assert reading.screen.query("QueryLine")

    read(small, story, config=configured('[keys]\nsearch = "j"\nnext-item = "down"'))


def test_a_command_without_a_key_can_get_one_and_another_lose_its_own(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("a")
        assert reading.place.view != "audit"
        await reading.press("A")
        assert "Assume another day of publication" in reading.text

    read(small, story, config=configured('[keys]\naudit = ""\nassume = "A"'))


def test_the_footer_names_the_keys_of_the_user(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        (row,) = reading.rows("#footer")
        assert row.split() == "F1 Help Ctrl+F Search x Export q Quit".split()  # noqa: SIM905

    text = '[keys]\nhelp = ["F1", "?"]\nsearch = "ctrl+f"\nsource = []'
    read(small, story, config=configured(text))


def test_a_click_on_the_footer_still_does_it(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        (row,) = reading.rows("#footer")
        await reading.click(row.index("Search"), 23)
        assert reading.screen.query("QueryLine")

    read(small, story, config=configured('[keys]\nsearch = "ctrl+f"'))


def test_the_help_has_the_keys_of_the_user_and_closes_with_them(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("f1")
        text = reading.text
        assert "F1" in text
        assert "Ctrl+Alt+Shift+F12" not in text  # cut, so that what it does stays
        assert "Ctrl+Alt+" not in text
        assert "Alt+Ctrl+Shift+F1" in text
        assert "only this pane" in text
        assert "forward again" in text  # without its opposite, which has no key now
        assert "back through jumps" not in text
        await reading.press("f1")
        assert reading.heading == "OVERVIEW"
        await reading.press("f1", "Q")
        assert reading.heading == "OVERVIEW"

    text = '[keys]\nhelp = "F1"\nquit = "Q"\nback = ""\nzoom = ["ctrl+alt+shift+f12", "Z"]'
    read(small, story, config=configured(text))


def test_the_palette_names_the_keys_of_the_user(small: Brief) -> None:
    app = BriefingApp(small, configured('[keys]\nwhy = ["W", "ctrl+w"]\naudit = ""'))

    async def story(reading: Reading) -> None:
        titles = {command.title for command in app.get_system_commands(reading.screen)}
        assert "Why it holds, what falls (W Ctrl+W)" in titles
        assert "Report of the audit" in titles

    drive(app, story)


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_what_is_wrong_in_the_configuration_is_told_and_the_rest_holds(
    small: Brief, columns: int
) -> None:
    async def story(reading: Reading) -> None:
        assert reading.message == "2 problems in your config: see `briefing keys`"
        (row,) = reading.rows("#footer")
        assert row.strip().startswith("2 problems in your config: see")
        await reading.press("5", "S")
        assert reading.place.cited or reading.message

    config = configured('width = "wide"\n[keys]\nsource = "S"\nnope = "x"')
    read(small, story, size=(columns, 24), config=config)


def test_prose_is_as_wide_as_the_user_likes(shipped: Brief) -> None:
    def longest(columns: int, config: Config) -> int:
        found = []

        async def story(reading: Reading) -> None:
            for key in "168":
                await reading.press(key)
                rows = [row.rstrip(" ▐")[2:] for row in reading.rows("#text")]
                found.append(max(width(row) for row in rows))

        read(shipped, story, size=(columns, 60), config=config)
        return max(found)

    assert 70 < longest(200, DEFAULTS) <= 78
    assert 90 < longest(200, DEFAULTS._replace(width=100)) <= 100
    assert 45 < longest(200, DEFAULTS._replace(width=50)) <= 50
    assert 110 < longest(200, DEFAULTS._replace(width=120)) <= 120
    assert longest(80, DEFAULTS._replace(width=120)) <= 77


@pytest.mark.parametrize("wide", [40, 120])
@pytest.mark.parametrize("columns", [40, 80, 121, 150, 191, 192, 300])
def test_every_size_holds_every_width(small: Brief, columns: int, wide: int) -> None:
    async def story(reading: Reading) -> None:
        panes = reading.reader.panes.shown()
        assert all(pane.size.width >= 37 for pane in panes)
        assert sum(pane.size.width for pane in panes) <= columns
        for row in reading.lines:
            assert width(row) <= columns

    read(small, story, size=(columns, 15), config=DEFAULTS._replace(width=wide))


@pytest.mark.parametrize("theme", ["dark", "light", "terminal"])
def test_the_theme_is_the_users(small: Brief, theme: str) -> None:
    app = BriefingApp(small, configured(f'theme = "{theme}"'))

    async def story(reading: Reading) -> None:
        assert app.theme == theme
        await reading.press("t")
        assert app.theme != theme

    drive(app, story)


def test_sentences_name_the_keys_of_the_user(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("n")
        assert reading.message == (
            "Search with Ctrl+F or open the source with 'source': n and N walk on from there."
        )
        await reading.press("7", "M", "enter")
        assert reading.message == "Marked F1: L lists your marks."
        await reading.press("L", "d")
        assert "M marks the one that is selected." in reading.words("#hits")
        await reading.press("L")
        assert reading.screen is reading.reader
        await reading.press("ctrl+c")
        assert "Esc closes a window, Q quits." in reading.text

    wanted = 'search = "ctrl+f"\nsource = ""\nmark = "M"\nmarks = "L"\nquit = "Q"'
    read(small, story, config=configured(f"[keys]\n{wanted}"))
