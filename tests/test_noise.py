"""Whatever comes in on the line, the reader reads on, the keyboard works, and it ends cleanly."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.briefs import write_brief
from tests.fuzz.noise import ENDLESS_PASTE, NOISE
from tests.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

_END = b"\x1b[201~"  # of a paste that none of the noise ends
_ESCAPE = b"\x1b[27u"


_NOTHING_YET = """
import os, threading
errors, read = [BlockingIOError(), InterruptedError()], os.read
def refusing(*which):
    if errors and threading.current_thread().name == "textual-input":
        raise errors.pop()
    return read(*which)
os.read = refusing
from briefing.__main__ import main
main()
"""


def opened(tmp_path: Path, *program: str) -> Terminal:
    """The reader on a brief that says nothing which the tests look for."""
    folder = write_brief(tmp_path / "mill")
    command = [sys.executable, *(program or ("-m", "briefing")), str(folder)]
    terminal = Terminal(command, cwd=tmp_path, env={"EDITOR": "true"})
    terminal.wait_for("q Quit")
    return terminal


def assert_reads_on(terminal: Terminal) -> None:
    """Keys change pages, and the end leaves nothing behind."""
    terminal.write(_ESCAPE * 8)
    terminal.press("1", "5")
    terminal.wait_for("The mill is late")
    terminal.press("4")
    terminal.wait_for("So what: One rival")
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert not terminal.in_alternate_screen
    assert terminal.leftovers() == []


def test_no_noise_ends_the_reader_or_takes_its_keyboard(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        for noise in NOISE.values():
            terminal.write(noise + _END)
        assert_reads_on(terminal)


def test_a_line_that_has_nothing_yet_is_no_line_that_is_gone(tmp_path: Path) -> None:
    with opened(tmp_path, "-c", _NOTHING_YET) as terminal:
        assert_reads_on(terminal)


def test_a_paste_of_ten_megabytes_without_an_end_leaves_the_keyboard_alive(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.write("/")
        terminal.wait_for("Esc close")
        terminal.write(ENDLESS_PASTE)
        terminal.wait_for("all work and no play")  # taken once nothing more comes
        terminal.write(_ESCAPE * 2)
        terminal.wait_for(lambda screen: screen.find("Esc close") is None)
        assert_reads_on(terminal)


def test_ctrl_z_over_and_over_neither_ends_nor_blocks_the_reader(tmp_path: Path) -> None:
    """While the terminal is given back it is a signal, which comes whenever it likes."""
    with opened(tmp_path) as terminal:
        for _ in range(12):
            terminal.press(*["ctrl+z"] * 5, "j", "ctrl+z", "e", "ctrl+z")
            terminal.settle(0.01)
        terminal.settle(0.5)  # what is typed while it is not ours is lost
        terminal.wait_for("q Quit")
        assert_reads_on(terminal)
