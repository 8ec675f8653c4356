"""Many briefs opened, read in and closed in one run: what the reader holds does not grow."""

from __future__ import annotations

import re
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.library import write
from tests.fuzz.campaign import Effort, Figures, broken
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "briefs opened, read in, searched and closed in one run: memory"
LONG = Effort(most=500)
SHORT = Effort(most=2)
GROWTH = 1.10  # at most, from the second fifth of the briefs to the last
_ENOUGH = 100  # briefs, below which what is loaded on the way counts for more than what is kept
# what is done in a brief, in turn: keys, and the words that are there when they are answered
_READ = (
    (("5", "j"), "RISKS"),
    (("6", "v"), "TIMELINE"),
    (("4", "enter"), "COMPETITORS"),
    (("8", "w"), "RESTS ON"),
    (("2", "s"), "REGIONS"),
)


def run(seed: int, effort: Effort) -> Figures:
    """Open so many briefs of a library one after the other."""
    started = time.monotonic()
    count = min(effort.most, LONG.most)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        write(library, count)
        held = list(_held(library, count, effort))
    fifth = max(1, len(held) // 5)
    warm, last = median(held[-4 * fifth :][:fifth]), median(held[-fifth:])
    if len(held) >= _ENOUGH and last > warm * GROWTH:
        raise broken("shelves", seed, len(held), f"{warm:.0f} MiB grew to {last:.0f}", {})
    note = f"{warm:.0f} MiB in the second fifth of them, {last:.0f} in the last"
    return Figures(len(held), "briefs", time.monotonic() - started, (note,))


def _held(library: Path, count: int, effort: Effort) -> Iterator[float]:
    """MiB that the reader holds after each brief."""
    command = [sys.executable, "-m", "briefing", str(library)]
    listed = f"{count:,} briefs"
    with Terminal(command, columns=120, rows=36, cwd=library) as terminal:
        terminal.wait_for(listed)
        # until all is indexed, which moves the list
        terminal.press("/")
        terminal.wait_for("Esc close")
        terminal.write("-nowhere")
        terminal.wait_for(lambda screen: screen.find("matches") and not screen.find("indexed"), 120)
        terminal.press("escape")
        terminal.wait_for(lambda screen: screen.find("Esc close") is None)
        for _, (keys, words) in zip(effort.numbers(), cycle(_READ), strict=False):
            terminal.press("enter")
            terminal.wait_for("OVERVIEW")
            terminal.press(*keys)
            terminal.wait_for(words)
            terminal.press("/")
            terminal.wait_for("Esc close")
            terminal.press("escape")
            terminal.wait_for(lambda screen: screen.find("Esc close") is None)
            while terminal.find(listed) is None:
                terminal.press("escape")
                terminal.settle(quiet=0.12)  # two in one go are Alt+Esc
            terminal.press("j")
            yield held_by(terminal.pid)
        terminal.press("q")
        assert terminal.wait_exit() == 0


def held_by(pid: int) -> float:
    """MiB that a process holds. Raises AssertionError where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        raise AssertionError("memory is only known on Linux") from None
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found
    return int(found[1]) / 1024
