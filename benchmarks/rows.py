"""What is promised, and whether it holds: one row each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks import libraries, measure, repeated

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.measure import Measured


@dataclass(frozen=True)
class Row:
    """One promise: what is measured, how, what has to hold (gate) and what is wanted (goal).

    Gate and goal are ratios to the baseline, or in `unit` where `absolute`.
    """

    name: str
    what: str
    baseline: str
    measure: Callable[[], Measured]
    gate: float
    goal: float
    absolute: bool = False
    unit: str = "ms"

    def value(self, measured: Measured) -> float:
        """The number that gate and goal are about."""
        return measured.ours if self.absolute else measured.ratio

    def shown(self, value: float) -> str:
        """The number as a person reads it."""
        return f"{value:.0f} {self.unit}" if self.absolute else f"{value:.2f}x"

    def verdict(self, value: float) -> str:
        """In words, since the table is read without colours."""
        if value <= self.goal:
            return "goal"
        return "gate" if value <= self.gate else "MISSED"


ROWS = (
    Row(
        "launch",
        "cold launch until the bottom line is there and a key is answered",
        "a bare Textual app with one Static",
        measure.launch,
        gate=1.3,
        goal=1.15,
    ),
    Row(
        "repeat",
        "repeat launch until the first words are there",
        "the same bare app, its first words",
        repeated.first,
        gate=0.15,
        goal=0.07,
    ),
    Row(
        "answered",
        "repeat launch until a key is answered, pressed when the first words are there",
        "cold launch, the same",
        repeated.answered,
        gate=1.05,
        goal=1,
    ),
    Row(
        "changed",
        "cells that change when the reader takes over an early frame",
        "all cells",
        repeated.changed,
        gate=0,
        goal=0,
        absolute=True,
        unit="cells",
    ),
    Row(
        "memory",
        "peak memory of the open reader, every section shown",
        "the same bare app",
        measure.memory,
        gate=1.25,
        goal=1.15,
    ),
    Row(
        "searched",
        "peak memory once a search has loaded the engine and built its index",
        "the same bare app",
        measure.memory_searched,
        gate=2,
        goal=1.5,
    ),
    Row(
        "export",
        "`briefing export` to standard output",
        '`python -c "import yaml"`',
        measure.export,
        gate=3,
        goal=2.5,
    ),
    Row(
        "check",
        "`briefing check` of the shipped brief, the whole audit",
        "`briefing export` of it",
        measure.check,
        gate=2,
        goal=1.5,
    ),
    Row(
        "keys",
        "key to painted section at 120x36, 95th percentile",
        "the same bare app",
        measure.keys,
        gate=33,
        goal=25,
        absolute=True,
    ),
    Row(
        "found",
        "search key to painted hits, one brief, 95th percentile",
        "the median",
        libraries.found_in_one,
        gate=33,
        goal=16,
        absolute=True,
    ),
    Row(
        "thick",
        "key to painted section in a brief of 1 MiB, 95th percentile",
        "the same bare app",
        libraries.thick_keys,
        gate=33,
        goal=25,
        absolute=True,
    ),
    Row(
        "found-thick",
        "search key to painted hits in such a brief, 95th percentile",
        "the median",
        libraries.found_in_thick,
        gate=33,
        goal=25,
        absolute=True,
    ),
    Row(
        "found-quarter",
        "the same over a quarter of a million statements (1,650 briefs)",
        "the median",
        libraries.found_in(libraries.SMALL),
        gate=33,
        goal=25,
        absolute=True,
    ),
    Row(
        "found-large",
        "the same over one and a half million (10,000 briefs)",
        "the median",
        libraries.found_in(libraries.LARGE),
        gate=100,
        goal=50,
        absolute=True,
    ),
    Row(
        "common",
        "a common word in one and a half million statements, engines alone",
        "SQLite FTS5 with porter stems",
        libraries.common,
        gate=0.1,
        goal=0.05,
    ),
    Row(
        "indexing",
        "indexing 10,000 briefs from nothing",
        "PyYAML's C parser alone over the same files",
        libraries.indexing,
        gate=4,
        goal=2.5,
    ),
    Row(
        "reopening",
        "an unchanged library of 10,000 until its list is there and a key is answered",
        "the same of one brief",
        libraries.reopening,
        gate=1.3,
        goal=1.1,
    ),
)
