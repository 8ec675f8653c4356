"""What is drawn can be read: in both themes, on any terminal, and without any colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.color import ColorType

from briefing.tui.themes import DARK, LIGHT
from tests.tui.reading import read
from tests.tui.test_themes import contrast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.color import Color
    from textual.strip import Strip

    from briefing.model.brief import Brief
    from tests.tui.reading import Reading

# Keys to press one after the other; what is on the screen after each is looked at.
WAY = [
    "1",
    "2",
    "enter",
    "5",
    "z",
    "z",
    "6",
    "s",
    "escape",
    "tab",
    "tab",
    "7",
    "8",
    "enter",
    "9",
    "?",
    "escape",
    "/",
]
WINDOW = "#window, #help, #ask"


def drawn(reading: Reading) -> Iterator[tuple[str, Color, Color]]:
    """Every stretch of the screen with its colours as they come out."""
    return stretches(reading.screen._compositor.render_strips())


def stretches(strips: Iterable[Strip]) -> Iterator[tuple[str, Color, Color]]:
    for strip in strips:
        for text, style, _ in strip:
            assert style is not None, text
            assert style.color is not None or text.isspace(), text
            assert style.bgcolor is not None, text
            if text.strip():
                assert style.color is not None
                colours = (style.color, style.bgcolor)
                yield text.strip(), *(reversed(colours) if style.reverse else colours)


def within(reading: Reading, selector: str) -> list[tuple[str, Color, Color]]:
    """The same, of one widget."""
    region = reading.screen.query_one(selector).region
    strips = reading.screen._compositor.render_strips()[region.y : region.bottom]
    return list(stretches(strip.crop(region.x, region.right) for strip in strips))


def hex_of(colour: Color) -> str:
    assert colour.triplet is not None  # a colour of our own, not of the terminal
    return colour.triplet.hex


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
@pytest.mark.parametrize(
    "size", [(80, 24), (120, 36), (170, 40)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_everything_stands_out_from_a_background_of_our_own(
    small: Brief, theme: str, size: tuple[int, int]
) -> None:
    async def story(reading: Reading) -> None:
        reading.app.theme = theme
        await reading.settle()
        for key in WAY:
            await reading.press(key)
            # what lies behind a window is dimmed on purpose, and still told apart
            over = reading.screen is not reading.reader
            for text, colour, ground in drawn(reading):
                least = 4.5 if any(map(str.isalnum, text)) else 3
                found = contrast(hex_of(colour), hex_of(ground))
                assert found >= (least if not over else least / 1.5), (key, text)
            for text, colour, ground in within(reading, WINDOW) if over else ():
                least = 4.5 if any(map(str.isalnum, text)) else 3
                assert contrast(hex_of(colour), hex_of(ground)) >= least, (key, text)
        await reading.type("mill")
        for selector in ("#hits", "QueryLine"):
            region = reading.screen.query_one(selector).region
            strips = reading.screen._compositor.render_strips()[region.y : region.bottom]
            for strip in (strip.crop(region.x, region.right) for strip in strips):
                assert all(style and style.bgcolor for _, style, _ in strip)

    read(small, story, size=size)


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
def test_messages_and_the_palette_stand_out_too(small: Brief, theme: str) -> None:
    async def story(reading: Reading) -> None:
        reading.app.theme = theme
        reading.app.notify("A message")
        await reading.settle()
        assert "A message" in reading.text
        for text, colour, ground in drawn(reading):
            assert contrast(hex_of(colour), hex_of(ground)) >= 3, text
        reading.app.clear_notifications()
        await reading.open_palette()
        found = [*within(reading, "CommandInput"), *within(reading, "CommandList")]
        words = [stretch for stretch in found if any(map(str.isalnum, stretch[0]))]
        assert words
        for text, colour, ground in words:
            assert contrast(hex_of(colour), hex_of(ground)) >= 4.5, text

    read(small, story)


def seen(brief: Brief, monkeypatch: pytest.MonkeyPatch, no_color: str | None) -> list[str]:
    """The words of every screen on the way; in a list, for their colours to be looked at there."""
    found: list[str] = []
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color is not None:
        monkeypatch.setenv("NO_COLOR", no_color)

    async def story(reading: Reading) -> None:
        for key in WAY[:-3]:
            await reading.press(key)
            found.append(reading.text)
            kinds = {colour.type for _, *pair in drawn(reading) for colour in pair}
            if no_color:
                assert kinds == {ColorType.DEFAULT}
            else:
                assert kinds == {ColorType.TRUECOLOR}

    read(brief, story, size=(120, 36))
    return found


def test_without_colour_the_same_words_are_there(
    small: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert seen(small, monkeypatch, "1") == seen(small, monkeypatch, None)


def test_no_color_that_is_empty_is_not_set(small: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    assert seen(small, monkeypatch, "") == seen(small, monkeypatch, None)


def test_marks_are_seen_without_colour(small: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def story(reading: Reading) -> None:
        await reading.press("/")
        await reading.type("bargain")
        await reading.press("enter")
        strips = reading.screen._compositor.render_strips()
        styled = [(text, style) for strip in strips for text, style, _ in strip]
        assert [text for text, style in styled if style and style.reverse] == ["bargaining"]
        await reading.press("escape", "7", "s")
        strips = reading.screen._compositor.render_strips()
        styled = [(text, style) for strip in strips for text, style, _ in strip]
        assert [text for text, style in styled if style and style.reverse] == ["P2"]

    read(small, story, size=(120, 36))
