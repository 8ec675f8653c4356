"""The promises about libraries: indexing one, opening it again, and finding something in it."""

from __future__ import annotations

import tempfile
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.archive import PLACE, archive
from benchmarks.library import thick
from benchmarks.measure import Measured, in_turn, leave, p95, section_keys
from benchmarks.programs import BRIEFING, reader
from benchmarks.searching import kinds
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.archive import Archive
    from benchmarks.programs import Program

SMALL, LARGE = 1_650, 10_000  # briefs with a quarter of a million statements, and with 1.5 million
QUIET = 0.25  # seconds without output after which an answer has come in whole
# what is typed, a letter at a time: common words, two at once, a rare one, a phrase, a filter
TYPED = ("cloud", "capacity risk", "turbine", '"data center', "permit section:risks")


def indexing() -> Measured:
    """An index built from nothing beside the bare parser, each once: they take minutes."""
    library = archive(LARGE)
    parsed, built = library.parsed(), library.indexed()
    note = (
        f"{LARGE / built.seconds:.0f} briefs a second; at most {built.memory:.0f} MiB in a process"
    )
    return Measured(built.seconds, parsed.seconds, "s", note)


def reopening() -> Measured:
    """From the start until the list, or the brief, is there and the first key is answered."""
    library = archive(LARGE)
    library.indexed()
    return in_turn(
        lambda: _opened(library, str(library.folder), f"{LARGE:,} briefs"),
        lambda: _opened(library, str(next(library.folder.glob("*/*"))), "OVERVIEW"),
        "ms",
    )


def _opened(library: Archive, path: str, words: str) -> float:
    with start(library, path, cold=True) as terminal:
        terminal.wait_for(words)
        terminal.press("?")
        answered = terminal.wait_for("Ctrl+P")
        terminal.press("escape")
        terminal.settle(quiet=QUIET)  # at once, Esc and q would be Alt+q
        leave(terminal)
        return (answered - terminal.started) * 1000


def common() -> Measured:
    """A common word in a million and a half statements, in the engines alone."""
    found = next(kind for kind in kinds(LARGE) if kind.name == "common word")
    if found.fts5 is None:
        raise RuntimeError("FTS5 was not asked")
    return Measured(found.ours.p50, found.fts5.p50, "ms", "medians; the best 50, marked")


def found_in_one() -> Measured:
    """Each letter in the search window of one brief."""
    with tempfile.TemporaryDirectory() as home, reader().start(home) as terminal:
        terminal.wait_for(reader().words)
        return _typed(terminal, "the shipped brief")


def thick_keys() -> Measured:
    """Each section of a brief of 1 MiB."""
    return section_keys(_thick_reader())


def found_in_thick() -> Measured:
    """Each letter in the search window of such a brief."""
    program = _thick_reader()
    with tempfile.TemporaryDirectory() as home, program.start(home) as terminal:
        terminal.wait_for(program.words)
        return _typed(terminal, "a brief of 5,400 points")


def _thick_reader() -> Program:
    folder = PLACE / "thick"
    thick(folder)
    return replace(reader(), command=(str(BRIEFING), str(folder)), words="OVERVIEW")


def found_in(count: int) -> Callable[[], Measured]:
    """Each letter in the search window of a library."""

    def measured() -> Measured:
        library = archive(count)
        library.indexed()
        with start(library, str(library.folder)) as terminal:
            terminal.wait_for(f"{count:,} briefs")
            terminal.settle(quiet=3, within=60)  # what the librarian checks first
            return _typed(terminal, f"{count:,} briefs")

    return measured


def _typed(terminal: Terminal, where: str) -> Measured:
    taken: list[float] = []
    for words in ("warm", *TYPED):
        terminal.press("/")
        terminal.wait_for("Search")
        terminal.settle(quiet=QUIET)
        for letter in words:
            pressed = time.perf_counter()
            terminal.press(letter)
            last = max(terminal.replay(quiet=QUIET))
            if words != "warm":
                taken.append((last - pressed) * 1000)
        terminal.press("escape")
        terminal.settle(quiet=QUIET)
    leave(terminal)
    middle = sorted(taken)[len(taken) // 2]
    note = f"{len(taken)} keys in {where}; median {middle:.0f}, the longest {max(taken):.0f}"
    return Measured(p95(taken), middle, "ms", note)


@contextmanager
def start(library: Archive, path: str, *, cold: bool = False) -> Iterator[Terminal]:
    """The reader on a path, for the user whose cache holds the index."""
    env: dict[str, str | None] = {**library.env, "NO_COLOR": None, "PYTHONDONTWRITEBYTECODE": None}
    command = [str(BRIEFING), "read", *(["--no-early-frame"] if cold else []), path]
    with Terminal(command, columns=120, rows=36, cwd=Path(library.home), env=env) as terminal:
        yield terminal
