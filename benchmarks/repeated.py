"""Launches that are not the first: what is seen before the reader has loaded, and if it stays."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

from benchmarks.measure import Measured, in_turn, leave
from benchmarks.programs import bare, reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.programs import Program
    from tests.terminal import Terminal

# where the reader was left, by the keys that lead there, and in a terminal of which size
PLACES = (
    ("", 80, 24),
    ("1", 80, 24),
    ("5jj", 120, 36),
    ("6", 60, 20),
    ("9G", 200, 60),
    ("2\rj", 100, 30),
    ("8j", 40, 15),
)
_LAST = b"Quit"  # the last word of a frame


def first() -> Measured:
    """From the start until the first words are written."""
    return _beside(bare(), lambda terminal, program: terminal.hear(program.words))


def answered() -> Measured:
    """From the start until the first key is answered, which is pressed as the words are written."""

    def once(terminal: Terminal, program: Program) -> float:
        terminal.hear(program.words)
        terminal.press("2")
        return terminal.hear(program.answers["2"])

    return _beside(reader(), once)


def _beside(other: Program, once: Callable[[Terminal, Program], float]) -> Measured:
    """The reader on a brief that it has shown before, and another program for the first time."""
    ours = reader()

    def again(home: str) -> float:
        with ours.start_in(home) as terminal:
            at = once(terminal, ours)
            _leave_off(terminal, "1")
            return (at - terminal.started) * 1000

    def cold(home: str) -> float:
        with other.start(home) as terminal:
            at = once(terminal, other)
            terminal.settle()
            leave(terminal)
            return (at - terminal.started) * 1000

    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as empty:
        with ours.start_in(home) as terminal:
            terminal.wait_for(ours.words)
            _leave_off(terminal, "1")
        return in_turn(lambda: again(home), lambda: cold(empty), "ms")


def changed() -> Measured:
    """The cells that the reader changes when it takes the screen over, at several places."""
    ours = reader()
    cells = found = 0
    for keys, columns, rows in PLACES:
        with tempfile.TemporaryDirectory() as home:
            with ours.start_in(home, columns, rows) as terminal:
                terminal.wait_for("Quit")
                _leave_off(terminal, keys)
            with ours.start_in(home, columns, rows) as terminal:
                terminal.wait_for(lambda terminal: _LAST in terminal.raw)
                early = list(_cells(terminal))
                if b"?1000h" in terminal.raw:
                    raise RuntimeError("there was no early frame")
                while terminal.raw.count(_LAST) < 2:
                    terminal.wait_for(lambda _: True)
                    terminal.settle(quiet=0)
                differ = sum(a != b for a, b in zip(early, _cells(terminal), strict=True))
                cells, found = cells + len(early), found + differ
                leave(terminal)
    return Measured(found, cells, "cells", f"{len(PLACES)} places and sizes")


def _cells(terminal: Terminal) -> Iterator[object]:
    screen = terminal.emulator.screen
    return (screen.buffer[y][x] for y in range(screen.lines) for x in range(screen.columns))


def _leave_off(terminal: Terminal, keys: str) -> None:
    """Go somewhere, quit there, and wait until the next first frame is kept."""
    terminal.settle(quiet=0.5)
    terminal.press(*keys)
    terminal.settle(quiet=0.5)
    leave(terminal)
