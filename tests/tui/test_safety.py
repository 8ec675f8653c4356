"""The second wall: no control character of any origin reaches the terminal."""

from __future__ import annotations

import ast
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from briefing import tui
from briefing.text import safe
from briefing.tui.safety import ControlFilter
from tests.hostile.payloads import FIXED, SURROGATES, generated
from tests.tui.hostile import titled
from tests.tui.reading import Reading, read
from tests.wire import foreign

if TYPE_CHECKING:
    from briefing.model.brief import Brief

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


def test_every_attack_is_disarmed() -> None:
    for attack in (*FIXED.values(), *SURROGATES, *generated(4, 3000)):
        (segment,) = filtered(Segment(f"a{attack}b"))
        assert foreign(segment.text.encode()) == []
        assert Segment(segment.text).cell_length == width_drawn(f"a{attack}b")


def width_drawn(text: str) -> int:
    """Cells of a text as a row was laid out with it: a line feed or a tab takes one."""
    return Segment(text.replace("\n", " ").replace("\t", " ")).cell_length


def test_the_second_wall_holds_alone(small: Brief) -> None:
    """Text that the loader has never seen, in the structs of a brief."""

    async def story(reading: Reading) -> None:
        sent: list[Segment] = []
        for key in ("1", "2", "enter", "s", "escape", "escape", "m", "escape", "/", "?", "escape"):
            await reading.press(key)
            sent += [s for strip in reading.screen._compositor.render_strips() for s in strip]
        assert foreign("".join(segment.text for segment in sent).encode()) == []
        assert not any(segment.style and segment.style.link for segment in sent)
        await reading.press("escape", "2", "j", "y")
        assert foreign(reading.app.clipboard.encode()) == []
        assert "PWNED" in reading.app.clipboard

    read(titled(small, " ".join(FIXED.values())), story, size=(300, 80))


def test_no_title_of_a_window_is_read_as_markup() -> None:
    """Textual reads markup in the titles of borders, and in toasts, unless it is told not to."""
    for file in Path(tui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute):
                if node.targets[0].attr in {"border_title", "border_subtitle", "tooltip"}:
                    text = (
                        isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "Text"
                    )
                    constant = ast.unparse(node.value).isupper() or isinstance(
                        node.value, ast.Constant
                    )
                    assert text or constant, f"{file}:{node.lineno}"
            elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".notify"):
                told = {word.arg: ast.unparse(word.value) for word in node.keywords}
                assert told.get("markup") == "False", f"{file}:{node.lineno}"


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
