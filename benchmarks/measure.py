"""How each number is taken: the reader and the bare program in turn, in pseudo-terminals."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from benchmarks.programs import BRIEFING, Program, bare, reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.terminal import Terminal

RUNS = 11
CYCLES = 14  # of nine keys: 126 presses


@dataclass(frozen=True)
class Measured:
    """What came out: ours, the baseline's, in `unit`, and what else was seen on the way."""

    ours: float
    baseline: float
    unit: str
    note: str = ""

    @property
    def ratio(self) -> float:
        """Ours in units of the baseline."""
        return self.ours / self.baseline


def in_turn(ours: Callable[[], float], baseline: Callable[[], float], unit: str) -> Measured:
    """The medians of both, run in turn so that a busy machine is busy for both."""
    ours(), baseline()  # the first run compiles and fills the file cache
    pairs = [(ours(), baseline()) for _ in range(RUNS)]
    mine, other = zip(*pairs, strict=True)
    return Measured(median(mine), median(other), unit, f"{RUNS} runs each")


def launch() -> Measured:
    """From the start until the first words are there and the first key has been answered.

    The key is pressed the moment the words are written, so a picture painted by a program that
    does not listen yet does not count.
    """

    def once(program: Program, home: str) -> float:
        with program.start(home) as terminal:
            terminal.hear(program.words)
            terminal.press("2")
            answered = terminal.hear(program.answers["2"])
            terminal.wait_for(program.answers["2"])  # drawn, too: the words are on the screen
            leave(terminal)
            return (answered - terminal.started) * 1000

    return _both(once, "ms")


def memory() -> Measured:
    """The most memory that was ever held by who reads: first frame, every answer to a key."""
    return _peak(searching=False)


def memory_searched() -> Measured:
    """The same of who has searched, too: the engine is loaded and its index built."""
    return _peak(searching=True)


def _peak(*, searching: bool) -> Measured:
    def once(program: Program, home: str) -> float:
        with program.start(home) as terminal:
            terminal.wait_for(program.words)
            for key, words in program.answers.items():
                terminal.press(key)
                terminal.wait_for(words)
            terminal.settle(quiet=0.5)
            for keys, words in program.search.items() if searching else ():
                terminal.press(*keys)
                terminal.wait_for(words)
                terminal.settle(quiet=0.5)
            status = Path(f"/proc/{terminal.pid}/status").read_text(encoding="ascii")
            peak = re.search(r"VmHWM:\s+(\d+) kB", status)
            if peak is None:
                raise RuntimeError("the kernel does not tell the peak memory of a process")
            return int(peak[1]) / 1024

    return _both(once, "MiB")


def export() -> Measured:
    """The plain text of the shipped brief on standard output, beside `import yaml` alone."""
    return _commands([BRIEFING, "export"], [sys.executable, "-c", "import yaml"])


def check() -> Measured:
    """The whole audit of the shipped brief, with the record alone, beside its export."""
    return _commands([BRIEFING, "check"], [BRIEFING, "export"])


def _commands(ours: Sequence[str | Path], baseline: Sequence[str | Path]) -> Measured:
    """Two commands as whole processes, started in an empty folder."""
    with tempfile.TemporaryDirectory() as empty:
        env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

        def timed(command: Sequence[str | Path]) -> float:
            start = time.perf_counter()
            subprocess.run(command, check=True, cwd=empty, env=env, capture_output=True)
            return (time.perf_counter() - start) * 1000

        return in_turn(lambda: timed(ours), lambda: timed(baseline), "ms")


def keys() -> Measured:
    """From a key to its section painted, with nothing more to come: the 95th percentile."""
    return section_keys(reader())


def section_keys(program: Program) -> Measured:
    """The same in whatever brief that program opens."""
    ours, baseline = _Typist(program), _Typist(bare())
    with tempfile.TemporaryDirectory() as home, ours.start(home), baseline.start(home):
        for _ in range(CYCLES):
            for key in "123456789":
                ours.press(key)
                baseline.press(key)
    note = (
        f"{CYCLES * 9} keys; median {median(ours.settled):.0f}, "
        f"heading there after {median(ours.seen):.0f}, p95 {p95(ours.seen):.0f}"
    )
    return Measured(p95(ours.settled), p95(baseline.settled), "ms", note)


class _Typist:
    """Presses keys in one program and notes how long each answer took."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.seen: list[float] = []  # until the words of the answer stood on the screen
        self.settled: list[float] = []  # until the last piece of the picture was written

    @contextmanager
    def start(self, home: str) -> Iterator[None]:
        with self.program.start(home) as self.terminal:
            self.terminal.wait_for(self.program.words)
            self.terminal.settle(quiet=0.5)
            yield
            leave(self.terminal)

    def press(self, key: str) -> None:
        words, seen, last = self.program.answers[key], None, 0.0
        pressed = time.perf_counter()
        self.terminal.press(key)
        while seen is None:
            for last in self.terminal.replay():
                if seen is None and self.terminal.emulator.whole and self.terminal.find(words):
                    seen = last
        self.seen.append((seen - pressed) * 1000)
        self.settled.append((last - pressed) * 1000)


def p95(values: Sequence[float]) -> float:
    """The value that 95 of a hundred stay below."""
    return quantiles(values, n=20)[-1]


def _both(once: Callable[[Program, str], float], unit: str) -> Measured:
    ours, baseline = reader(), bare()
    with tempfile.TemporaryDirectory() as home:
        return in_turn(lambda: once(ours, home), lambda: once(baseline, home), unit)


def leave(terminal: Terminal) -> None:
    """Quit the program, and wait for what it does after. Raises RuntimeError where that fails."""
    terminal.press("q")
    if code := terminal.wait_exit():
        raise RuntimeError(f"ended with exit code {code}")
    terminal.wait_gone()  # an early frame is drawn then, which nobody else should have to wait for
