"""How long answers take: by kind of query, in the engine and on the screen, beside SQLite's FTS5."""

from __future__ import annotations

import time
from functools import cache
from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.archive import archive
from benchmarks.queries import by_kind
from benchmarks.rivals import Fts5, build_fts5
from briefing.search import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

REPEATS = 5  # of each query, after one to warm up
SHOWN = 50


class Times(NamedTuple):
    """Milliseconds of the answers to one kind of query."""

    p50: float
    p95: float
    p99: float


class Kind(NamedTuple):
    """A kind of query: our times, and those of FTS5 where it can answer."""

    name: str
    ours: Times
    fts5: Times | None


class Table(NamedTuple):
    """FTS5 over a library: seconds to fill it, bytes on disk."""

    file: Path
    seconds: float
    size: int


@cache
def fts5(count: int) -> Table:
    """The table over a library, filled once in a run."""
    file = archive(count).home / "fts5.db"
    file.parent.mkdir(parents=True, exist_ok=True)
    seconds = build_fts5(archive(count).folder, file)
    return Table(file, seconds, file.stat().st_size)


@cache
def kinds(count: int) -> tuple[Kind, ...]:
    """Every kind of query over a library of that size: the best fifty hits, decoded and marked."""
    archive(count).indexed()
    shelf, other = Shelf.open(archive(count).index_folder), Fts5(fts5(count).file)
    found = []
    for name, queries in by_kind().items():
        asked = [query.fts5 for query in queries if query.fts5]
        # FTS5 takes seconds where we take milliseconds, so it is asked once after the warm-up
        theirs = _times(other.search, asked, repeats=1) if asked else None
        mine = _times(lambda query: shelf.search(query, SHOWN), [q.ours for q in queries], REPEATS)
        found.append(Kind(name, mine, theirs))
    return tuple(found)


def _times(search: Callable[[str], object], queries: Sequence[str], repeats: int) -> Times:
    taken = []
    for query in queries:
        for turn in range(repeats + 1):
            start = time.perf_counter()
            search(query)
            if turn:
                taken.append((time.perf_counter() - start) * 1000)
    return spread(taken)


def spread(taken: Sequence[float]) -> Times:
    """The percentiles of what was measured, none of them beyond it."""
    cuts = quantiles(taken, n=100, method="inclusive")
    return Times(median(taken), cuts[94], cuts[98])
