"""The line that a query is typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App
from textual.geometry import Size

from briefing.text import width
from briefing.tui.widgets.query_line import QueryLine
from tests.tui.reading import Reading, drive

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult


class Host(App[None]):
    """A line, and what it says."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def compose(self) -> ComposeResult:
        yield QueryLine(on_change=self.said.append)


def type_in(story: Callable[[Reading, QueryLine], Awaitable[None]], columns: int = 30) -> None:
    async def run(reading: Reading) -> None:
        line = reading.screen.query_one(QueryLine)
        line.focus()
        await reading.settle()
        await story(reading, line)

    drive(Host(), run, size=(columns, 3))


def shown(line: QueryLine) -> tuple[str, str]:
    """The text in sight, with the character under the cursor."""
    text = line.render()
    (span,) = [span for span in text.spans if span.style == "reverse"]
    return text.plain, text.plain[span.start : span.end]


def test_what_is_typed_is_said_letter_by_letter() -> None:
    async def story(reading: Reading, line: QueryLine) -> None:
        await reading.type("chip s")
        assert isinstance(reading.app, Host)
        assert reading.app.said == ["c", "ch", "chi", "chip", "chip ", "chip s"]
        assert shown(line) == ("chip s ", " ")

    type_in(story)


@pytest.mark.parametrize(
    ("keys", "text", "under"),
    [
        (["backspace"], "chip suppl", " "),
        (["ctrl+h"], "chip suppl", " "),
        (["left", "left", "backspace"], "chip suply", "l"),
        (["left", "delete"], "chip suppl", " "),
        (["delete"], "chip supply", " "),
        (["home"], "chip supply", "c"),
        (["ctrl+a", "x"], "xchip supply", "c"),
        (["home", "end"], "chip supply", " "),
        (["home", "ctrl+e"], "chip supply", " "),
        (["home", "right", "right"], "chip supply", "i"),
        (["ctrl+w"], "chip ", " "),
        (["ctrl+w", "ctrl+w"], "", " "),
        (["ctrl+w", "ctrl+w", "ctrl+w"], "", " "),
        (["left", "left", "ctrl+w"], "chip ly", "l"),
        (["ctrl+u"], "", " "),
        (["left", "left", "ctrl+u"], "ly", "l"),
        (["home", "left", "backspace"], "chip supply", "c"),
        (["end", "right"], "chip supply", " "),
        (["f5", "ctrl+k", "insert"], "chip supply", " "),
    ],
)
def test_keys_that_move_and_delete(keys: list[str], text: str, under: str) -> None:
    async def story(reading: Reading, line: QueryLine) -> None:
        await reading.type("chip supply")
        await reading.press(*keys)
        assert line.query_text == text
        assert shown(line)[1] == under

    type_in(story)


def test_only_a_change_of_the_text_is_news() -> None:
    async def story(reading: Reading, line: QueryLine) -> None:
        await reading.type("ab")
        await reading.press("left", "home", "end", "delete", "f5")
        assert isinstance(reading.app, Host)
        assert reading.app.said == ["a", "ab"]
        assert line.query_text == "ab"

    type_in(story)


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("chip supply", "a chip supply z"),
        ("chip\nsupply\r\n\tand more\n", "a chip supply and more z"),
        ("\x1b[31mred\x07", "a ␛[31mred␇ z"),
        ("\u202eevil", "a <U+202E>evil z"),
        ("", "a  z"),
    ],
)
def test_what_is_pasted_becomes_one_harmless_line(pasted: str, text: str) -> None:
    async def story(reading: Reading, line: QueryLine) -> None:
        await reading.type("a  z")
        await reading.press("left", "left")
        await reading.paste(pasted)
        assert line.query_text == text

    type_in(story)


def test_a_page_that_is_pasted_by_mistake_is_cut() -> None:
    async def story(reading: Reading, line: QueryLine) -> None:
        await reading.paste("word " * 100_000)
        assert len(line.query_text) == 200
        await reading.type("x")
        assert len(line.query_text) == 200
        await reading.press("backspace")
        await reading.type("x")
        assert line.query_text.endswith("x")

    type_in(story)


def test_a_line_longer_than_the_window_shows_its_end() -> None:
    async def story(reading: Reading, line: QueryLine) -> None:
        await reading.type("one two three four five six")
        text, under = shown(line)
        assert text == "one two three four five six "[-20 + 1 :]
        assert under == " "
        await reading.press("home")
        assert shown(line)[0].startswith("one two")
        assert width(reading.rows("QueryLine")[0]) == 20

    type_in(story, columns=20)


def test_wide_characters_are_whole_and_the_cursor_stands_on_them() -> None:
    async def story(reading: Reading, line: QueryLine) -> None:
        await reading.paste("東京の工場")
        await reading.press("left")
        assert shown(line) == ("東京の工場", "場")
        assert width(reading.rows("QueryLine")[0]) == 11
        await reading.press("backspace")
        assert line.query_text == "東京の場"

    type_in(story, columns=11)


@given(st.text("ab 漢字é\u0301", max_size=60), st.data(), st.integers(3, 40))
def test_the_cursor_is_always_in_sight(text: str, data: st.DataObject, columns: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QueryLine, "size", Size(columns, 1))
        patch.setattr(QueryLine, "has_focus", True)
        line = QueryLine(text)
        line._cursor = data.draw(st.integers(0, len(text)))
        seen = line.render()
        (span,) = [span for span in seen.spans if span.style == "reverse"]
        assert width(seen.plain[: span.end]) <= columns


def test_it_starts_with_a_query_that_is_given() -> None:
    assert QueryLine("chip").query_text == "chip"


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (["x"], "x"),
        (["backspace"], ""),
        (["delete"], ""),
        (["ctrl+w"], ""),
        (["ctrl+u"], ""),
        (["end", "x"], "2031x"),
        (["home", "x"], "x2031"),
        (["left", "x"], "203x1"),
        (["backspace", "x", "y"], "xy"),
    ],
)
def test_what_is_selected_gives_way_to_what_is_typed(keys: list[str], text: str) -> None:
    class Marked(App[None]):
        def compose(self) -> ComposeResult:
            yield QueryLine("2031", selected=True)

        def on_mount(self) -> None:
            self.query_one(QueryLine).focus()

    async def story(reading: Reading) -> None:
        line = reading.screen.query_one(QueryLine)
        assert [str(span.style) for span in line.render().spans] or line.render().style == "reverse"
        await reading.press(*keys)
        assert line.query_text == text

    drive(Marked(), story)


def test_what_is_offered_stands_behind_the_cursor_until_it_is_taken_or_not() -> None:
    async def story(reading: Reading, line: QueryLine) -> None:
        assert isinstance(reading.app, Host)
        await reading.type("sta")
        line.offer("stance:", "nce:")
        assert line.offers
        assert shown(line) == ("stance:", "n")
        await reading.press("left", "right")
        assert line.query_text == "sta"
        assert not line.offers
        line.offer("stance:", "nce:")
        await reading.press("right")
        assert (line.query_text, reading.app.said[-1]) == ("stance:", "stance:")
        await reading.press("left")
        line.offer("stance:reported", "reported")
        assert not line.offers
        assert not line.take_offer()

    type_in(story)
