"""The benchmarks: that they can be run and say the truth. How fast anything is, they say alone."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from benchmarks.measure import Measured, in_turn
from benchmarks.report import page
from benchmarks.rows import ROWS, Row
from tests.terminal import NeverHappenedError, Terminal

README = Path(__file__).parents[1] / "benchmarks" / "README.md"


def row(*, absolute: bool) -> Row:
    return Row("name", "what", "beside", lambda: Measured(1, 1, "ms"), 3, 2, absolute=absolute)


@pytest.mark.parametrize(
    ("ours", "ratio", "milliseconds"),
    [(2, "goal", "goal"), (3, "goal", "gate"), (6, "gate", "MISSED"), (7, "MISSED", "MISSED")],
)
def test_the_verdict_is_about_the_ratio_or_the_time(
    ours: float, ratio: str, milliseconds: str
) -> None:
    for absolute, verdict in ((False, ratio), (True, milliseconds)):
        promise = row(absolute=absolute)
        assert promise.verdict(promise.value(Measured(ours, 2, "ms"))) == verdict


def test_both_are_run_in_turn_and_their_medians_taken() -> None:
    turns: list[str] = []

    def timed(name: str, value: float) -> float:
        turns.append(name)
        return value

    measured = in_turn(lambda: timed("ours", 4), lambda: timed("bare", 2), "ms")
    assert (measured.ours, measured.baseline, measured.ratio) == (4, 2, 2)
    assert turns[::2] == ["ours"] * (len(turns) // 2)


def test_the_page_of_results_has_a_line_for_each_row_and_names_no_machine() -> None:
    text = page([(each, Measured(100, 80, "ms", "a note")) for each in ROWS])
    assert len(re.findall(r"\| a note \|$", text, re.MULTILINE)) == len(ROWS)
    assert "textual " in text


def test_what_is_promised_is_what_is_described() -> None:
    lines = {
        each.split("|")[1].strip(): each for each in README.read_text().splitlines() if "|" in each
    }
    for each in ROWS:
        assert lines[each.name].endswith(
            f"| {_plain(each, each.gate)} | {_plain(each, each.goal)} |"
        )


def _plain(each: Row, value: float) -> str:
    return f"{value:g} {each.unit}" if each.absolute else f"{value:g}x"


def test_a_piece_of_output_is_timed_before_it_is_drawn() -> None:
    echo = "import sys; print('on', flush=True); print('got', input())"
    with Terminal([sys.executable, "-c", echo]) as terminal:
        heard = terminal.hear("on")
        assert terminal.text.strip() == ""
        terminal.press("x", "enter")
        times = list(terminal.replay())
        assert terminal.wait_exit() == 0
        assert terminal.find("got x")
        assert terminal.started < heard <= times[0] <= times[-1] <= terminal.last_output


def test_silence_is_told_with_the_screen() -> None:
    with Terminal(["/bin/sh", "-c", "echo only this; read x"]) as terminal:
        with pytest.raises(NeverHappenedError, match="only this"):
            terminal.hear("something else", within=0.5)
        with pytest.raises(NeverHappenedError, match="no answer"):
            list(terminal.replay(within=0.1))
