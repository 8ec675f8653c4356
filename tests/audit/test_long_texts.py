"""A text of any length is audited in steps that grow with it, not with its square."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from briefing.audit.auditing import audit
from briefing.loading.folder import load
from tests.briefs import FILES, write_brief

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.model.brief import Brief

PIECES = (
    "Northwind paid $12 million in 2031, ",
    "one half of two thirds to 3 1/2 %, ",
    "late 2031 to mid-March 12-18 months after next year ",
    "Aa Of The Bb-Cc ",
    "one hundred million billion trillion ",
    "Said Anna will likely ",
    "2031-05-03-",
    "$9",
)


def of_one_point(folder: Path, text: str) -> Brief:
    kept = {name: FILES[name] for name in ("brief", "record")}
    points = f'points:\n  - {{id: R1, text: "{text}", at: [P2, P3.1]}}\n'
    files = {**dict.fromkeys(FILES), **kept, "regions": points}
    brief = load(write_brief(folder / "mill", **files))
    assert brief.regions.points
    assert brief.source
    return brief


def steps(run: Callable[[], object]) -> int:
    """How many operations the interpreter takes for something."""
    count = 0

    def count_one(frame: Any, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "opcode"
        frame.f_trace_opcodes = True
        return count_one

    before = sys.gettrace()
    sys.settrace(count_one)
    try:
        run()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", PIECES)
def test_an_audit_takes_steps_in_proportion_to_a_text(tmp_path: Path, piece: str) -> None:
    audit(of_one_point(tmp_path / "first", piece))  # what is read once for all
    short, long = (of_one_point(tmp_path / str(times), piece * times) for times in (50, 200))
    assert steps(lambda: audit(long)) < 4.5 * steps(lambda: audit(short))
