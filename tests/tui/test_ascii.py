"""Drawn with ASCII: every mark and line has its character, cell for cell, and letters stay."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from briefing.text import safe, width
from briefing.tui.app import BriefingApp
from briefing.tui.ascii import AsciiFilter
from tests.tui.hostile import titled
from tests.tui.reading import drive

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from tests.tui.reading import Reading

WAY = ["1", "2", "enter", "3", "4", "v", "5", "v", "5", "6", "v", "6", "s", "escape", "7", "8", "9"]
WAY += ["enter", "w", "a", "z", "z", "?", "escape", "/"]


def in_ascii(text: str, encoding: str = "utf-8") -> str:
    return AsciiFilter(encoding).written(text)


def is_letter(character: str) -> bool:
    """What belongs to the content: a letter, a mark on one, a digit, a currency."""
    return unicodedata.category(character)[0] in "LMN" or unicodedata.category(character) == "Sc"


def assert_drawn_in_ascii(reading: Reading, key: str) -> None:
    for strip in reading.screen._compositor.render_strips():
        assert cell_len(strip.text) == reading.app.size.width
        strange = {c for c in strip.text if not (c.isascii() or is_letter(c))}
        assert not strange, (key, strange, strip.text)


@pytest.mark.parametrize("size", [(40, 15), (120, 36)], ids=str)
def test_every_screen_and_window_is_drawn_in_ascii(shipped: Brief, size: tuple[int, int]) -> None:
    async def story(reading: Reading) -> None:
        for key in WAY:
            await reading.press(key)
            assert_drawn_in_ascii(reading, key)
        await reading.type("chip")
        assert_drawn_in_ascii(reading, "hits")
        await reading.press("escape")
        reading.app.notify("A “message” … of any ¶ signs")
        await reading.open_palette()
        assert_drawn_in_ascii(reading, "palette")
        await reading.press("down")
        assert_drawn_in_ascii(reading, "palette")

    drive(BriefingApp(shipped, ascii_only=True), story, size=size)


def test_the_letters_of_the_content_stay(small: Brief) -> None:
    title = "Café 日本 — “ß” …"

    async def story(reading: Reading) -> None:
        assert reading.lines[0].startswith(' Café 日本 - "ß" ~')

    drive(BriefingApp(titled(small, title), ascii_only=True), story)


def test_the_same_words_stand_at_the_same_cells(shipped: Brief) -> None:
    found: list[list[str]] = []

    async def story(reading: Reading) -> None:
        for key in "123456789":
            await reading.press(key)
            found.append(reading.lines)

    for ascii_only in (False, True):
        drive(BriefingApp(shipped, ascii_only=ascii_only), story, size=(120, 36))
    for drawn, plain in zip(found[:9], found[9:], strict=True):
        assert [in_ascii(line) for line in drawn] == plain


def test_what_differs_in_a_drawing_differs_in_ascii() -> None:
    for marks in ("━╍─┄", "━╸─╴", "▼▲●", "●◇◂│", "░▒▓", "✓✗", "▌│─", "▸◂↑↓"):
        assert len({in_ascii(mark) for mark in marks}) == len(marks)
    assert [in_ascii(meter) for meter in ("●●●", "●●○", "●○○", "○○○")] == [
        "###",
        "##-",
        "#--",
        "---",
    ]
    assert in_ascii("T06 ━━╸╸╴╴ ── ▼▲ ● ◇ ▌▸◂ … ¶6") == "T06 ==~~.. -- v^ * o >>< ~ P6"


@given(st.text(), st.sampled_from(["utf-8", "latin-1", "ascii"]))
def test_no_cell_is_lost_or_gained_and_the_encoding_has_it_all(text: str, encoding: str) -> None:
    text = safe(text).replace("\n", " ").replace("\t", " ")
    shown = in_ascii(text, encoding)
    assert width(shown) == width(text)
    assert shown.encode(encoding)[:0] == b""


@given(st.text(alphabet=st.characters(min_codepoint=0x2190, max_codepoint=0x28FF)))
def test_of_lines_blocks_and_shapes_none_is_left(text: str) -> None:
    left = {c for c in in_ascii(text) if not c.isascii()}
    drawn = [*range(0x2190, 0x2200), *range(0x2500, 0x2600), *range(0x2800, 0x2900)]
    assert not left & {chr(code) for code in drawn}


def test_styles_stay_and_ascii_is_not_copied() -> None:
    plain, drawn = Segment("text", Style(bold=True)), Segment("▌ x", Style(bold=True))
    same, shown = AsciiFilter().apply([plain, drawn], Color(0, 0, 0))
    assert same is plain
    assert (shown.text, shown.style) == ("> x", drawn.style)


def test_what_an_encoding_lacks_is_asked_for_in_as_many_cells() -> None:
    assert in_ascii("日本 é 👩‍👩‍👧 ▶️", "latin-1") == "???? é ?? > "
    assert in_ascii("é", "ascii") == "?"
