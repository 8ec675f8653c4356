"""The second wall: no control character of any origin reaches the terminal."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from briefing.text import safe
from briefing.tui.safety import ControlFilter

BLACK = Color(0, 0, 0)


def filtered(*segments: Segment) -> list[Segment]:
    return ControlFilter().apply(list(segments), BLACK)


@given(st.text())
def test_no_control_character_passes(text: str) -> None:
    (segment,) = filtered(Segment(text))
    assert not [c for c in segment.text if unicodedata.category(c) in {"Cc", "Zl", "Zp", "Cs"}]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", segment.text)


@given(st.text())
def test_what_the_first_wall_let_through_passes_the_second_unchanged(text: str) -> None:
    text = safe(text).replace("\n", " ").replace("\t", " ")
    assert filtered(Segment(text)) == [Segment(text)]


def test_every_known_attack_is_disarmed() -> None:
    for attack in (
        "\x1b]52;c;Y3VybA==\x1b\\",
        "\x1b]2;title\x07",
        "\x1b[2J\x1bc",
        "\x1b[6n",
        "\x9b31m",
        "\x9d0;title\x9c",
        "\0\x7f\x0e",
        "\u202eevil\u202c",
        "\ud800",
    ):
        (segment,) = filtered(Segment(f"a{attack}b"))
        assert segment.text.isprintable()
        assert segment.text[0] + segment.text[-1] == "ab"


def test_styles_and_control_segments_stay_and_links_go() -> None:
    linked = Style(bold=True, link="https://example.org/\x1b]2;x\x07")
    (segment,) = filtered(Segment("text", linked))
    assert segment.style is not None
    assert segment.style.link is None
    assert segment.style.bold
    move = Segment("", None, [(ControlType.CURSOR_MOVE_TO, 1, 2)])
    assert filtered(move) == [move]


def test_the_filters_of_the_program_come_first_and_cannot_let_anything_in() -> None:
    class Unsafe(LineFilter):
        def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
            return [Segment(f"{s.text}\x1b{background.hex}") for s in segments]

    assert ControlFilter([Unsafe()]).apply([Segment("a")], BLACK) == [Segment("a#000000")]


def test_ordinary_text_is_not_copied() -> None:
    text = "Northwind plans a mill"
    (segment,) = filtered(Segment(text))
    assert segment.text is text


def test_a_line_feed_takes_the_cell_it_was_counted_as() -> None:
    cleaned = ControlFilter().apply([Segment("plans\na\tmill")], Color(0, 0, 0))
    assert [segment.text for segment in cleaned] == ["plans a mill"]
