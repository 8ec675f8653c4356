"""The campaigns of `make fuzz`, each for a moment, and what is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fuzz import __main__ as fuzz
from tests.fuzz.campaign import SEED, Effort, Figures, broken
from tests.fuzz.report import refreshed
from tests.fuzz.running import campaign

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", fuzz.CAMPAIGNS)
def test_a_short_run_breaks_nothing(name: str) -> None:
    assert campaign(name).run(SEED, campaign(name).SHORT).tried


def test_a_number_can_be_tried_alone() -> None:
    assert list(Effort(most=2, first=40).numbers()) == [40, 41]
    assert list(Effort(seconds=0).numbers()) == []


def test_what_breaks_is_kept_with_the_line_that_tries_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.fuzz.campaign.KEPT", tmp_path)
    error = broken("loader", 7, 12, "it fell over", {"risks": b"\xff"})
    assert 'make fuzz ARGS="loader --seed 7 --first 12 --count 1"' in str(error)
    assert (tmp_path / "loader-7-12" / "risks").read_bytes() == b"\xff"


def test_a_campaign_that_breaks_something_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_seed: int, _effort: Effort) -> Figures:
        raise AssertionError("it fell over")

    monkeypatch.setattr(campaign("loader"), "run", fail)
    assert fuzz.main(["loader", "--seed", "7", "--count", "1"]) == 1
    said = capsys.readouterr().out
    assert "seed 7" in said
    assert "loader: BROKEN" in said


def test_several_run_side_by_side(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.main(["loader", "arguments", "--seed", "7", "--count", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "seed 7"
    assert sorted(line.split(":")[0] for line in lines[1:]) == ["arguments", "loader"]


def test_figures_go_into_their_row_and_leave_the_others() -> None:
    page = fuzz.PAGE.read_text(encoding="utf-8")
    once = refreshed(page, "other", "something", Figures(1234, "things", 5.4, ("well",)))
    assert "| `other` | something | 1,234 things in 5 s; well | nothing |" in once
    again = refreshed(once, "other", "something", Figures(2, "things", 1))
    assert "1,234 things" not in again
    assert again.replace("| `other` | something | 2 things in 1 s | nothing |\n", "") == page
