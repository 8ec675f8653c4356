"""Random keys, mice, sizes and noise, through the real program in a pseudo-terminal."""

from __future__ import annotations

import os
import re
import signal
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.tui.keyboard import PATIENCE
from tests.briefs import write_brief
from tests.fuzz.campaign import Effort, Figures, broken, chance
from tests.fuzz.limits import ROOT
from tests.fuzz.noise import NOISE
from tests.terminal import KEYS, NeverHappenedError, Terminal

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
    from random import Random

EVENTS = 500  # of one try, between the start of the program and its end
NAME = "keys, mouse, sizes and noise in the real program, which then answers `?` and quits cleanly"
LONG = Effort(most=100_000 // EVENTS)
SHORT = Effort(most=4)

Event = bytes | tuple[int, int]  # what is typed, or a new size

_PASTE_END = b"\x1b[201~"
_ESCAPE = b"\x1b[27u"  # which needs no pause behind it
_TYPED: list[str] = [
    *"123456789[]jkgGbnNswazyYxmM'uUcCoOvtTfFdDhlrpi-/?<>,.:;~*\"()",
    *" abcdefgmill",
    "人",
    "é",
]
_NAMED: list[str] = [
    *KEYS.values(),
    *map(chr, range(1, 27)),
    "\x1bOQ",
    "\x1b[15~",
    "\x1b[1;5C",
    "\x1bx",
    "\x1bj",
]
_ENDING = {"\x03", "\x11"}  # Ctrl+C, Ctrl+Q
# what they do, and Ctrl+\, while an editor has the terminal: it is in the paste of everything
_BY_KEYS = (0, 128 + signal.SIGINT, 128 + signal.SIGQUIT)
_QUIET = 0.15  # seconds without output, after which the program has done what it was told
_STEERING = re.compile(rb"\x1b\[[<=>?][0-9;:]*[ -/]*[@-~]")


def run(seed: int, effort: Effort) -> Figures:
    """Try; a program that a key or the palette ended is started again with the next number."""
    started = time.monotonic()
    tried = ended = 0
    for number in effort.numbers():
        made = events(seed, number)
        inputs: dict[str, bytes] = {}
        try:
            sent = _session(seed, number, made, inputs)
        except (AssertionError, OSError) as error:
            inputs["events.txt"] = "\n".join(map(repr, made)).encode()
            raise broken(
                "terminal", seed, number, f"{type(error).__name__}: {error}", inputs
            ) from error
        tried += sent
        ended += sent < len(made)
    notes = (f"sessions ended by their own keys: {ended}",) if ended else ()
    return Figures(tried, "events", time.monotonic() - started, notes)


def events(seed: int, number: int) -> list[Event]:
    """The events of one try."""
    dice = chance(seed, number)
    return [_event(dice) for _ in range(EVENTS)]


def _event(dice: Random) -> Event:
    kind = dice.random()
    if kind < 0.55:
        return dice.choice(_TYPED).encode()
    if kind < 0.75:
        return dice.choice([key for key in _NAMED if key not in _ENDING]).encode()
    if kind < 0.9:
        return _mouse(dice)
    if kind < 0.96:
        return dice.choice([*_SIZES, (dice.randint(1, 300), dice.randint(1, 80))])
    noise = dice.choice(list(NOISE.values()))
    return noise if dice.random() < 0.1 else noise + _PASTE_END  # else all that follows is pasted


_SIZES: list[Event] = [(1, 1), (300, 80), (2, 40), (200, 1), (80, 24), (120, 36), (40, 15)]


def _mouse(dice: Random) -> bytes:
    x, y = dice.choice([(dice.randint(1, 120), dice.randint(1, 40)), (1, 1), (9999, 9999), (0, 0)])
    kind = dice.randrange(5)
    if kind == 0:
        return b"\x1b[<%d;%d;%dM" % (dice.choice([64, 65, 66, 67]), x, y) * dice.randint(1, 9)
    if kind == 1:
        return b"\x1b[<%d;%d;%dM" % (dice.choice([32, 35, 39, 51]), x, y)
    button = dice.choice([0, 0, 0, 1, 2, 8, 16])
    pressed, moved = b"\x1b[<%d;%d;%dM" % (button, x, y), b""
    if kind == 2:
        x, y = dice.randint(1, 120), dice.randint(1, 40)
        moved = b"\x1b[<%d;%d;%dM" % (button + 32, x, y)
    return pressed + moved + b"\x1b[<%d;%d;%dm" % (button, x, y)


def _session(seed: int, number: int, made: list[Event], left: dict[str, bytes]) -> int:
    """How many of the events the program took before it ended by them, or was asked to.

    Reports of crashes, which the program keeps, are `left`.
    """
    with tempfile.TemporaryDirectory() as name, _reports(Path(name), left):
        folder = Path(name)
        several = number % 2
        for key in ("mill", "port", "tram")[: 3 if several else 1]:
            write_brief(folder / "library" / key)
        (folder / "here").mkdir()
        with Terminal(
            [sys.executable, "-m", "tests.fuzz.fence", name, f"{folder}/library/"],
            columns=100,
            rows=30,
            env=_house(folder),
            cwd=folder / "here",
        ) as terminal:
            terminal.wait_for("q Quit")
            dice = chance(seed, -number - 1)
            for sent, event in enumerate(made):
                if isinstance(event, bytes):
                    terminal.write(event)
                else:
                    terminal.resize(*event)
                if dice.random() < 0.2:
                    while terminal.receive(dice.choice([0, 0.002, 0.01])):
                        pass
                    _skip(terminal)
                if terminal._process.poll() is not None:
                    _assert_gone(terminal, _BY_KEYS)
                    return sent
            _assert_sound(terminal)
    return len(made)


@contextmanager
def _reports(folder: Path, left: dict[str, bytes]) -> Iterator[None]:
    """Save what the program says of its crashes before the folder goes."""
    try:
        yield
    finally:
        found = (path for path in folder.rglob("*crash*") if path.is_file())
        left.update((path.name, path.read_bytes()) for path in found)


def _house(folder: Path) -> Mapping[str, str | None]:
    """An environment in which nothing can be opened, changed or remembered outside the folder."""
    gone = ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "TMUX", "SSH_TTY", "SSH_CONNECTION", "PAGER")
    homes = {
        f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "DATA", "STATE", "CACHE")
    }
    own = {"HOME": str(folder), "EDITOR": "true", "VISUAL": "true", "TMPDIR": str(folder)}
    tools = {"PYTHONPATH": str(ROOT), "BRIEFING_DEBUG": "1", "LANG": "C.UTF-8"}
    counted = [key for key in os.environ if key.startswith("COVERAGE_")]
    return {**dict.fromkeys([*gone, *counted]), **homes, **own, **tools}


def _skip(terminal: Terminal) -> None:
    """Do not draw what was heard: only what the program switched is of interest."""
    heard = b"".join(data for _, data in terminal._undrawn)
    terminal._undrawn.clear()
    del terminal.raw[:]
    terminal.emulator.feed(b"".join(_STEERING.findall(heard)))


def _assert_sound(terminal: Terminal) -> None:
    """The program answers `?` with its keys, and `q` by leaving the terminal as it was.

    Both are asked again where a busy machine has not come to the end of what was sent before.
    """
    for quiet in (*[_QUIET] * 4, *[PATIENCE + _QUIET] * 4):
        terminal.resize(90, 30)
        terminal.settle(quiet)
        _skip(terminal)
        terminal.resize(100, 30)
        terminal.write(_ESCAPE * 24)
        terminal.settle(_QUIET)
        is_closed = terminal.find("Esc close") is None
        terminal.write("?")
        terminal.settle(_QUIET)
        if is_closed and terminal.find("next, previous item"):
            terminal.write(_ESCAPE)
            terminal.settle(_QUIET)
            terminal.write("q")
            with suppress(NeverHappenedError):
                terminal.wait_exit(within=2 * quiet)
                break
    _assert_gone(terminal)


def _assert_gone(terminal: Terminal, statuses: Container[int] = (0,)) -> None:
    assert terminal.wait_exit() in statuses, terminal.state()
    assert not terminal.in_alternate_screen
    assert terminal.leftovers() == []
