"""Colours in a real terminal: what it says of itself, what it can show, and what is asked for."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.model.sections import SECTION_NAMES
from briefing.tui.themes import DARK, LIGHT
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parents[1]
BRIEFING = [sys.executable, "-m", "briefing"]
WHITE, BLACK = "rgb:ffff/ffff/ffff", "rgb:0000/0000/0000"
QUESTION = b"\x1b]11;?\x1b\\"
HEADINGS = [name.upper() for name in SECTION_NAMES]
# every colour but the terminal's own, which 39 and 49 go back to
COLOURS = {*range(30, 39), *range(40, 49), *range(90, 108)}


def started(
    cwd: Path, *arguments: str, background: str = "", env: Mapping[str, str | None] | None = None
) -> Terminal:
    """The reader, in a terminal that says its background when asked, or nothing."""
    command = [*BRIEFING, *arguments, str(ROOT / "content")]
    terminal = Terminal(command, cwd=cwd, env={"COLORFGBG": None, **(env or {})})
    terminal.emulator.background = background
    return terminal


def ground(terminal: Terminal) -> str:
    """The colour behind the first cell of the footer."""
    return str(terminal.cell(terminal.emulator.screen.lines - 1, 0).bg)


def on(theme: str | None) -> Callable[[Terminal], bool]:
    wanted = str(theme).removeprefix("#")
    return lambda terminal: terminal.find("q Quit") is not None and ground(terminal) == wanted


def codes(terminal: Terminal) -> set[int]:
    """Every number in a style that was ever sent."""
    styles: list[bytes] = re.findall(rb"\x1b\[([0-9;]*)m", bytes(terminal.raw))
    return {int(part) for style in styles for part in style.split(b";") if part}


@pytest.mark.parametrize(
    ("background", "theme"), [(WHITE, LIGHT), (BLACK, DARK), ("", DARK), ("nonsense", DARK)]
)
def test_the_reader_is_as_light_as_the_terminal_says(
    tmp_path: Path, background: str, theme: object
) -> None:
    with started(tmp_path, background=background) as terminal:
        terminal.wait_for(on(theme.background))  # type: ignore[attr-defined]
        assert QUESTION in terminal.raw
        assert "OVERVIEW" in terminal.text  # no key came of it
        assert "SOURCE" not in terminal.text
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []


def test_an_answer_that_comes_late_and_in_pieces_is_heard_and_is_no_key(tmp_path: Path) -> None:
    with started(tmp_path) as terminal:
        terminal.wait_for(on(DARK.background))
        terminal.write("\x1b]11;rgb:ff")
        terminal.press("?")  # breaks it off: help, and no key of the rest
        terminal.wait_for("Esc close")
        terminal.press("q")
        terminal.wait_for(lambda screen: screen.find("Esc close") is None)
        terminal.write("\x1b]11;rgb:ffff/ff")
        terminal.settle(0.3)
        terminal.write("ff/ffff\x07")
        terminal.wait_for(on(LIGHT.background))
        assert "OVERVIEW" in terminal.text
        terminal.press("3")
        terminal.wait_for("MOTIVES")


def test_what_somebody_chose_stays_whatever_the_terminal_says(tmp_path: Path) -> None:
    with started(tmp_path) as terminal:
        terminal.wait_for(on(DARK.background))
        terminal.press("t")
        terminal.wait_for("Theme: light")
        terminal.press("t")
        terminal.wait_for("Theme: terminal")
        assert ground(terminal) == "default"
        terminal.press("t")
        terminal.wait_for("Theme: dark")
        terminal.write(f"\x1b]11;{WHITE}\x07")
        terminal.press("3")
        terminal.wait_for("MOTIVES")
        assert on(DARK.background)(terminal)


def test_a_light_terminal_that_says_so_at_once(tmp_path: Path) -> None:
    with started(tmp_path, env={"COLORFGBG": "0;15"}) as terminal:
        terminal.wait_for("q Quit")
        assert on(LIGHT.background)(terminal)


def test_without_colour_no_colour_code_is_sent_and_the_selection_is_seen(tmp_path: Path) -> None:
    with started(tmp_path, background=WHITE, env={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("q Quit")
        assert QUESTION not in terminal.raw
        terminal.press("t")
        terminal.wait_for("NO_COLOR is set")
        for key, words in zip("123456789", HEADINGS, strict=True):
            terminal.press(key)
            terminal.wait_for(words)
            assert terminal.find("▌") is not None
        terminal.press("7", "s")
        terminal.wait_for("SOURCE for")
        row, column = terminal.find("▸P") or (0, 0)
        assert terminal.cell(row, column + 1).reverse
        terminal.press("?")
        terminal.wait_for("Esc close")
        terminal.press("q", "ctrl+c")
        terminal.wait_for("q quits")
        terminal.press("/")
        terminal.wait_for("Esc close")
        terminal.write("chip")
        terminal.wait_for("match")
        terminal.press("escape")
        terminal.wait_for(lambda screen: screen.find("Esc close") is None)
        terminal.press("ctrl+p")
        terminal.wait_for("Search for commands")
        terminal.settle(0.3)
        assert codes(terminal) & COLOURS == set()


def test_a_console_with_16_colours_and_an_old_font(tmp_path: Path) -> None:
    env = {"TERM": "linux", "COLORTERM": None}
    with started(tmp_path, background=WHITE, env=env) as terminal:
        terminal.wait_for("q Quit")
        for key, words in zip("123456789", HEADINGS, strict=True):
            terminal.press(key)
            terminal.wait_for(words)
            assert terminal.text.isascii()
            row, column = terminal.find(words) or (0, 0)
            assert terminal.cell(row, column).bold
            assert any(line.startswith((">", " >")) for line in terminal.lines[2:-1])
        assert QUESTION not in terminal.raw
        assert ground(terminal) == "default"
        # plain, bold, reverse, and the 16 colours: no number of a longer table, no RGB
        assert codes(terminal) <= {
            0,
            1,
            2,
            4,
            7,
            22,
            24,
            27,
            *range(30, 38),
            39,
            *range(40, 48),
            49,
        }
        terminal.press("7", "s")
        terminal.wait_for("SOURCE for")
        row, column = terminal.find(">P") or (0, 0)
        assert terminal.cell(row, column + 1).reverse
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []


def test_ascii_opens_the_reader_where_the_encoding_has_no_lines(tmp_path: Path) -> None:
    env = {"PYTHONIOENCODING": "latin-1"}
    with started(tmp_path, "--ascii", env=env) as terminal:
        terminal.wait_for("q Quit")
        assert terminal.in_alternate_screen
        assert b"\\u" not in terminal.raw
        assert terminal.text.isascii()
    with started(tmp_path, "read", "--ascii") as terminal:
        terminal.wait_for("q Quit")
        assert terminal.text.isascii()
    with started(tmp_path, env=env) as terminal:
        assert terminal.wait_exit() == 0
        assert b"\x1b" not in terminal.raw
