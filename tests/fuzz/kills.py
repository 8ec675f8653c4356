"""Kills the program at any moment of what it writes: an export, what is remembered, an index.

The first two are killed in the middle of writing, again and again; of the third the whole process
group is, helpers included, at any time from its start to its end.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from unittest.mock import patch

from briefing.state import Memory
from tests.fuzz.campaign import Effort, Figures, broken, chance
from tests.library.shelf import found, updated, write_library, write_small
from tests.library.test_killed import WORDS, index
from tests.state.other import BRIEF

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

NAME = "`kill -9` at any moment of an export, of what is remembered, of an index"
LONG = Effort(most=600)
SHORT = Effort(most=9)

ROOT = Path(__file__).parents[2]
TEXTS = ("old" * 200_000, "anew" * 100_000)
EXPORT = """
import sys
from itertools import cycle
from pathlib import Path
from briefing.export import write
from tests.fuzz.kills import TEXTS
for text in cycle(TEXTS):
    write(Path(sys.argv[1]), text, force=True)
    print("written", flush=True)
"""
LASTS = 0.4  # seconds that indexing takes, about: later than that nothing is killed


def run(seed: int, effort: Effort) -> Figures:
    """One kind after the other; each try begins with what the one before has left."""
    started = time.monotonic()
    tried = dict.fromkeys(("export", "state", "index"), 0)
    with TemporaryDirectory() as folder:
        place = Path(folder)
        kinds: list[tuple[str, Callable[[Path, Random], str]]] = [
            ("export", _export),
            ("state", _State()),
            ("index", _Index(place / "library")),
        ]
        with patch.dict(os.environ, {"XDG_CACHE_HOME": str(place / "cache")}):
            for number in effort.numbers():
                name, attempt = kinds[number % len(kinds)]
                if why := attempt(place, chance(seed, number)):
                    raise broken("kills", seed, number, f"{name}: {why}", {})
                tried[name] += 1
    notes = (", ".join(f"{count} of {name}" for name, count in tried.items()),)
    return Figures(sum(tried.values()), "kills", time.monotonic() - started, notes)


def _killed(command: list[str], dice: Random, most: float) -> list[str]:
    """Start a program that says when it is at work, and kill it soon after; what it said."""
    process = subprocess.Popen(
        [sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    first = process.stdout.readline().strip()
    with suppress(subprocess.TimeoutExpired):  # the moment is what is tried
        process.wait(dice.uniform(0, most))
    process.kill()
    return [first, *process.communicate()[0].splitlines()]


def _export(place: Path, dice: Random) -> str:
    file = place / "brief.txt"
    _killed(["-c", EXPORT, str(file)], dice, 0.02)
    for left in place.glob(".briefing-*.tmp"):
        left.unlink()
    there = file.read_text()
    return "" if there in TEXTS else f"a file of {len(there)} characters is neither text"


class _State:
    """Remembers what was said to be kept."""

    def __init__(self) -> None:
        self._kept: set[str] = set()
        self._writers = 0

    def __call__(self, place: Path, dice: Random) -> str:
        self._writers += 1
        file, name = place / "state.db", f"w{self._writers}-"
        said = _killed(["-m", "tests.state.other", str(file), name], dice, 0.02)
        self._kept |= {f"{name}{number}" for number in said if number.isdecimal()}
        memory = Memory.open(file)
        there = {mark.statement for mark in memory.marks(BRIEF)}
        lost, trouble = self._kept - there, memory.trouble
        memory.close()
        return trouble or (f"lost: {sorted(lost)[:5]}" if lost else "")


class _Index:
    """A library of which something else changes before each kill."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._turn = 0

    def __call__(self, _place: Path, dice: Random) -> str:
        library = write_library(self._library, WORDS) if not self._turn else self._library
        self._turn += 1
        for word in dice.sample(WORDS, 8):
            write_small(library / word, word, f"as_of: '2{self._turn:03}'\n")
        process = index(library)
        with suppress(subprocess.TimeoutExpired):
            process.wait(dice.uniform(0, LASTS))
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        _, heard = updated(library)
        said = [event for event in heard.events if getattr(event, "said", "")]
        hits = found(library, "here")
        return str(said) if said else "" if len(hits) == len(WORDS) else f"found only {hits}"
