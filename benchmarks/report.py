"""The results as a table, for the terminal and for results.md."""

from __future__ import annotations

import os
import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.measure import Measured
    from benchmarks.rows import Row

HEADS = ("what", "baseline", "ours", "its", "value", "gate", "goal", "reached", "seen")
PACKAGES = ("textual", "rich", "msgspec", "pyyaml", "tantivy", "click")


def cells(row: Row, measured: Measured) -> tuple[str, ...]:
    """One line of the table."""
    value = row.value(measured)
    return (
        row.what,
        row.baseline,
        _amount(measured.ours, measured.unit),
        _amount(measured.baseline, measured.unit),
        row.shown(value),
        row.shown(row.gate),
        row.shown(row.goal),
        row.verdict(value),
        measured.note,
    )


def _amount(value: float, unit: str) -> str:
    return f"{value:.1f} {unit}" if value < 10 else f"{value:.0f} {unit}"


def line(row: Row, measured: Measured) -> str:
    """One result for the terminal, as soon as it is there."""
    _, _, ours, its, value, gate, goal, verdict, note = cells(row, measured)
    numbers = f"{value:>8}  gate {gate:>6}  goal {goal:>6}  {verdict:<6}"
    return f"{row.name:<14}{numbers}  {ours} / {its}  ({note})"


def page(results: Iterable[tuple[Row, Measured]], details: Iterable[str] = ()) -> str:
    """The whole of results.md; `details` are sections below the table."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    machine = f"{platform.system()} {platform.release()}, {platform.machine()}"
    table = [HEADS, ("---",) * len(HEADS), *(cells(row, measured) for row, measured in results)]
    return "\n".join(
        [
            "# Results",
            "",
            "Written by `make bench`; how each number is taken stands in [README.md](README.md).",
            "",
            *(f"| {' | '.join(each)} |" for each in table),
            "",
            *(f"{section}\n" for section in details),
            f"- {datetime.now(UTC):%Y-%m-%d}, {machine}, {os.cpu_count()} cores",
            f"- Python {sys.version.split()[0]}; {packages}",
            "",
        ]
    )
