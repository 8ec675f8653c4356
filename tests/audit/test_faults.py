"""Faults planted in the sample, one at a time: each is reported at its line, and no other line is.

The unharmed sample is clean. What is known to be missed is planted as well and has to stay
unreported, so that the table in docs/audit.md changes when the audit does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.library import audit_of, open_brief
from tests.audit.faults import CAUGHT, MISSED, PAGE, kinds, renewed
from tests.audit.planting import Fault, Line, copy, plant

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.problems import Problem


def problems(sample: Path) -> tuple[Problem, ...]:
    """What the audit finds in a copy of the sample, with the article where it lies there."""
    return audit_of(open_brief(sample / "brief")).problems


def reported(sample: Path) -> dict[Line, list[str]]:
    """The reported lines, each with the headlines of its problems."""
    found: dict[Line, list[str]] = {}
    for problem in problems(sample):
        line = Line(problem.mark.file.rpartition("/")[2], problem.mark.line)
        found.setdefault(line, []).append(problem.headline())
    return found


@pytest.mark.parametrize("article", [True, False], ids=["article", "record"])
def test_the_unharmed_sample_is_clean(tmp_path: Path, *, article: bool) -> None:
    assert reported(copy(tmp_path, article=article)) == {}


@pytest.mark.parametrize("fault", CAUGHT, ids=str)
def test_a_fault_is_reported_at_its_line_and_at_no_other(tmp_path: Path, fault: Fault) -> None:
    sample = copy(tmp_path, article=True)
    lines = plant(sample, fault)
    found = reported(sample)
    assert set(found) == lines, found
    # the record alone is enough, where it can be
    (sample / "article.txt").unlink()
    alone = reported(sample)
    assert set(alone) == (set() if fault.needs_article else lines), alone


@pytest.mark.parametrize("fault", MISSED, ids=str)
def test_what_is_known_to_be_missed_still_is(tmp_path: Path, fault: Fault) -> None:
    sample = copy(tmp_path, article=True)
    plant(sample, fault)
    assert reported(sample) == {}, "caught now: move it to the others"


def test_there_are_enough_of_them() -> None:
    assert len(CAUGHT) >= 100
    assert len(kinds(CAUGHT)) >= 40
    assert len(set(CAUGHT + MISSED)) == len(CAUGHT + MISSED)


def test_the_page_tells_the_table() -> None:
    page = PAGE.read_text("utf-8")
    assert "<!-- faults -->" in page
    assert renewed(page) == page, "python -m tests.audit.faults renews the table"
