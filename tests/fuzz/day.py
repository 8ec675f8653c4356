"""A day of reading: recorded keys again and again, and an answer takes no longer in the evening."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from contextlib import suppress
from itertools import cycle
from pathlib import Path
from statistics import mean, median
from typing import TYPE_CHECKING, NamedTuple

from tests.fuzz.campaign import Effort, Figures, broken
from tests.fuzz.shelves import held_by
from tests.terminal import NeverHappenedError, Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAME = "eight hours of reading, a key every two seconds: time to an answer, memory"
LONG = Effort(most=14_400)
SHORT = Effort(most=20)
GROWTH = 1.15  # of the processor's time for an answer, at most, from the second tenth of the day to the last
GROWTH_OF_MEMORY = 1.10
_ENOUGH = 2_000  # keys, below which a busy moment of the machine weighs more than what has grown
_QUIET = 0.03  # seconds without output after which an answer is there
_LONGEST = 0.4  # seconds, after which there is none
# a walk as somebody took it: the overview, a judgment and what it rests on, risks, timeline, search
_WALK = """
j j enter escape w j j escape 2 j enter j s s escape ] j j enter escape 4 o O o enter escape
5 j j j enter w escape escape z z 6 v j j v 7 j j y 8 j enter w j escape escape 9 j space b G g
/ c l o u d down down enter n n N escape / backspace r i s k enter n escape escape m ' enter
u u ? down escape > < 1 t t t space b
"""


def run(seed: int, effort: Effort) -> Figures:
    """Press so many keys in the shipped brief."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "briefing"]
        with Terminal(command, columns=120, rows=36, cwd=Path(folder)) as terminal:
            terminal.wait_for("BOTTOM LINE")
            told = list(_answers(terminal, effort))
            terminal.press("escape")
            terminal.settle(quiet=0.2)
            terminal.press("q")
            assert terminal.wait_exit() == 0
    tenth = max(1, len(told) // 10)
    morning, evening = (_median(part) for part in (told[-9 * tenth :][:tenth], told[-tenth:]))
    note = f"{morning} in the second tenth, {evening} in the last"
    grown = (
        evening.worked > morning.worked * GROWTH or evening.held > morning.held * GROWTH_OF_MEMORY
    )
    if len(told) >= _ENOUGH and grown:
        raise broken("day", seed, len(told), note, {})
    return Figures(len(told), "keys", time.monotonic() - started, (note,))


class _Answer(NamedTuple):
    """What a key has cost: milliseconds until the last of its answer, those of the processor, and MiB held."""

    took: float
    worked: float
    held: float

    def __str__(self) -> str:
        return f"{self.took:.0f} ms ({self.worked:.1f} of the processor) and {self.held:.0f} MiB"


def _median(answers: Sequence[_Answer]) -> _Answer:
    """The middle of many; of the processor's time, which is told in hundredths of a second, the mean."""
    took, worked, held = zip(*answers, strict=True)
    return _Answer(median(took), mean(worked), median(held))


def _answers(terminal: Terminal, effort: Effort) -> Iterator[_Answer]:
    """What each key cost that had an answer."""
    for _, key in zip(effort.numbers(), cycle(_WALK.split()), strict=False):
        pressed, before = time.perf_counter(), _worked(terminal.pid)
        terminal.press(key)
        with suppress(NeverHappenedError):  # some keys have nothing to do where they are pressed
            last = max(terminal.replay(_QUIET, within=_LONGEST))
            took, worked = (last - pressed) * 1000, _worked(terminal.pid)
            yield _Answer(took, worked - before, held_by(terminal.pid))


def _worked(pid: int) -> float:
    """Milliseconds that a process has had of the processor: whatever else runs does not count."""
    after_name = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return sum(map(int, after_name[11:13])) * 1000 / os.sysconf("SC_CLK_TCK")
