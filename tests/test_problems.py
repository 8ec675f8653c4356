from __future__ import annotations

from briefing.problems import BriefingError, Mark, Problem, Severity, in_order


def problem(line: int = 1, column: int = 1, message: str = "wrong", file: str = "a") -> Problem:
    return Problem(Mark(file, line, column), message)


def test_a_headline_is_what_editors_understand() -> None:
    assert problem(3, 4).headline() == "a:3:4: error: wrong"
    warning = Problem(Mark("a"), "odd", severity=Severity.WARNING)
    assert warning.headline() == "a:1:1: warning: odd"


def test_a_report_adds_what_there_is() -> None:
    assert problem().report() == "a:1:1: error: wrong"
    full = Problem(Mark("a", 12, 3), "wrong", "try this", excerpt="a: b")
    assert full.report().splitlines() == [
        "a:12:3: error: wrong",
        "  12 | a: b",
        "     |   ^",
        "  hint: try this",
    ]


def test_the_caret_may_be_placed_by_cells() -> None:
    wide = Problem(Mark("a", 1, 3), "wrong", excerpt="中文x", caret=4)
    assert wide.report().splitlines()[2] == "    |     ^"
    beyond = Problem(Mark("a", 1, 99), "wrong", excerpt="ab")
    assert beyond.report().splitlines()[2] == "    |   ^"


def test_problems_are_sorted_and_each_is_there_once() -> None:
    first, second, third = problem(1, 2), problem(2, 1), problem(1, 1, file="b")
    assert in_order([third, second, first, second]) == (first, second, third)
    error = BriefingError("no", [second, first])
    assert str(error) == "no"
    assert error.problems == (first, second)
