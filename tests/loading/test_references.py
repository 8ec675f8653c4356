from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from briefing.loading import references
from briefing.loading.cycles import cycles
from briefing.loading.folder import load
from briefing.loading.hints import Guess
from briefing.loading.places import places as walked
from tests import briefs
from tests.briefs import write_brief
from tests.loading.helpers import loaded, places
from tests.steps import steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefing.loading.places import Place
    from briefing.loading.tree import Node


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """A file of the small brief with one text replaced."""
    content = briefs.FILES[name]
    assert content.count(old) == 1, old
    return {name: content.replace(old, new)}


def where(text: str, part: str, *, nth: int = 0) -> tuple[int, int]:
    """Line and column of a part of a text."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(part, at + 1)
    before = text[:at]
    return before.count("\n") + 1, at - before.rfind("\n")


class Dangling(NamedTuple):
    """A file, what is replaced in it by what, and the part, message and hint of the problem."""

    name: str
    old: str
    new: str
    part: str
    message: str
    hint: str


DANGLING = [
    Dangling(
        "regions", "about: northwind", "about: norhtwind", "norhtwind", "no entry has the id", "did"
    ),
    Dangling(
        "regions",
        "about: northwind",
        "about: [RK1, RK2]",
        "RK2",
        "no entry has the id 'RK2'",
        "RK1",
    ),
    Dangling(
        "figures", "same_as: K1", "same_as: K7", "K7", "nothing has the id 'K7'", "risks.yaml is K1"
    ),
    Dangling(
        "figures", "same_as: K1", "same_as: J1", "J1", "expected the id of a point, found 'J1'", "R"
    ),
    Dangling("timeline", "after: T1", "after: T9", "T9", "nothing has the id 'T9'", "is T3"),
    Dangling(
        "timeline", "after: T1", "after: R1", "R1", "expected the id of an event", "begins with T"
    ),
    Dangling(
        "risks",
        "[R2, T2]",
        "[R2, RK1]",
        "RK1]",
        "expected the id of a point, an assumption",
        "A or J",
    ),
    Dangling(
        "risks", "[R2, T2]", "[R2, Q2]", "Q2", "expected the id of a point, an assumption", "A or J"
    ),
    Dangling(
        "outlook", "rests_on: [R1, R2]", "rests_on: [R1, A9]", "A9", "nothing has the id 'A9'", "A1"
    ),
    Dangling(
        "outlook",
        "between: [T1, T2]",
        "between: [T1, X1]",
        "X1]",
        "expected the id of a point",
        "R",
    ),
    Dangling("outlook", "{J1: up, RK1", "{J9: up, RK1", "J9", "nothing has the id 'J9'", "is J2"),
    Dangling(
        "outlook", "{J1: up, RK1", "{R1: up, RK1", "R1: up", "expected the id of a judgment", "J or"
    ),
]


@pytest.mark.parametrize("case", DANGLING, ids=lambda case: f"{case.name}: {case.new}")
def test_a_reference_to_what_is_not_there_is_a_problem_that_breaks_nothing(
    tmp_path: Path, case: Dangling
) -> None:
    files = changed(case.name, case.old, case.new)
    brief = loaded(tmp_path, **files)
    (problem,) = brief.problems
    assert problem.message.startswith(case.message)
    assert case.hint in problem.hint
    text = files[case.name]
    nth = text[: text.index(case.new)].count(case.part)
    assert (problem.mark.line, problem.mark.column) == where(text, case.part, nth=nth)
    assert brief.broken == frozenset()


def test_an_id_is_taken_once_in_the_whole_brief(tmp_path: Path) -> None:
    brief = loaded(tmp_path, **changed("regions", "id: R3", "id: R1"))
    (problem,) = brief.problems
    assert problem.message.startswith("the id 'R1' is taken: ")
    assert problem.message.endswith("regions.yaml:8:14")
    assert problem.mark.line == 11
    files = changed("competitors", "id: southgate", "id: arland")
    brief = loaded(tmp_path / "2", **files)
    assert "regions.yaml:3:9" in brief.problems[0].message


MISNAMED = [
    ("regions", "id: R3", "id: M3", "R1"),
    ("competitors", "id: C1", "id: K9", "C1"),
    ("risks", "id: K1", "id: RK2", "K1"),
    ("risks", "- id: RK1", "- id: R9", "RK1"),
    ("timeline", "id: T3", "id: F9", "T1"),
    ("outlook", "id: X1", "id: G9", "X1"),
    ("outlook", "id: W1", "id: A9", "W1"),
]


@pytest.mark.parametrize(("name", "old", "new", "expected"), MISNAMED)
def test_an_id_has_the_letters_of_its_section_or_kind(
    tmp_path: Path, name: str, old: str, new: str, expected: str
) -> None:
    brief = loaded(tmp_path, **changed(name, old, new))
    message = f"expected an id such as {expected}, found '{new.rpartition(' ')[2]}'"
    assert message in [problem.message for problem in brief.problems]


def test_references_into_a_file_that_is_not_there_dangle(tmp_path: Path) -> None:
    brief = loaded(tmp_path, timeline=None)
    assert {p.message for p in brief.problems} == {
        "nothing has the id 'T1'",
        "nothing has the id 'T2'",
    }
    assert {p.hint for p in brief.problems} == {""}


def test_a_point_that_was_moved_is_found_by_its_number(tmp_path: Path) -> None:
    point = "points:\n  - {{id: {}, text: It stands., at: P1.1, {}}}\n"
    files = {
        "motives": point.format("M7", "same_as: M8"),
        "figures": point.format("F8", "value: 1"),
        **dict.fromkeys(("regions", "competitors", "risks", "timeline", "outlook")),
    }
    (problem,) = loaded(tmp_path, **files).problems
    assert (problem.message, problem.hint[:15]) == ("nothing has the id 'M8'", "is it F8 now? A")


def test_references_from_a_broken_file_are_still_checked(tmp_path: Path) -> None:
    files = changed("figures", "same_as: K1", "same_as: K7\n    colour: red")
    brief = loaded(tmp_path, **files)
    assert [p.message for p in brief.problems] == [
        "nothing has the id 'K7'",
        "unknown key 'colour'",
    ]


def test_a_term_of_the_other_scale_says_so(tmp_path: Path) -> None:
    brief = loaded(tmp_path, **changed("risks", "likelihood: likely", "likelihood: highly likely"))
    (problem,) = brief.problems
    assert problem.message == ("'highly likely' is no term of the scale of this brief, ICD 203")
    assert problem.hint.startswith("its terms: almost no chance, very unlikely")
    assert brief.risks.entries
    header = changed("brief", "scale: icd203", "scale: phia")
    brief = loaded(tmp_path / "2", **header)
    assert [p.message for p in brief.problems] == [
        "'roughly even chance' is no term of the scale of this brief, PHIA probability yardstick"
    ]


def test_terms_are_not_judged_by_a_header_that_is_broken(tmp_path: Path) -> None:
    files = changed("risks", "likelihood: likely", "likelihood: highly likely")
    brief = loaded(tmp_path, brief="format: 2", **files)
    assert {p.mark.file for p in brief.problems} == {brief.files["overview"]}


def test_published_needs_the_assumed_day(tmp_path: Path) -> None:
    files = changed("timeline", "after: T1", "after: published")
    assert loaded(tmp_path, **files).problems == ()
    files |= changed("brief", 'assume: {published: "2031-05"}\n', "")
    (problem,) = loaded(tmp_path / "2", **files).problems
    assert problem.message == "the brief assumes no day of publication"
    assert "assume: {published:" in problem.hint
    files["brief"] = "format: 1"
    problems = loaded(tmp_path / "3", **files).problems
    assert not any("assumes" in p.message for p in problems)


def test_events_that_follow_from_themselves_are_a_problem(tmp_path: Path) -> None:
    text = "points:\n" + "".join(
        f"  - {{id: T{n}, text: x, at: P1, label: x, status: rule, after: T{after}}}\n"
        for n, after in [(1, 2), (2, 3), (3, 1), (4, 4), (5, 1)]
    )
    brief = loaded(tmp_path, timeline=text)
    assert [(p.mark.line, p.message, p.field) for p in brief.problems] == [
        (2, "T1 follows from itself: T1 -> T2 -> T3 -> T1", "points.T1.after"),
        (5, "T4 follows from itself: T4 -> T4", "points.T4.after"),
    ]
    assert brief.spans == {}


def test_the_file_is_walked_once_however_many_cycles_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks: list[str] = []

    def counted(root: Node | None, section: str) -> Iterator[Place]:
        walks.append(section)
        return walked(root, section)

    monkeypatch.setattr(references, "places", counted)
    text = "points:\n" + "".join(
        f"  - {{id: T{n}, text: x, at: P1, label: x, status: rule, after: T{n}}}\n"
        for n in range(1, 41)
    )
    brief = loaded(tmp_path, timeline=text)
    assert len([p for p in brief.problems if "follows from itself" in p.message]) == 40
    assert walks == ["timeline"]


def test_judgments_that_rest_on_themselves_are_a_problem(tmp_path: Path) -> None:
    brief = loaded(tmp_path, **changed("outlook", "[R1, T1, A1]", "[R1, J2]"))
    assert places(brief.problems) == [
        ("outlook.yaml", 12, 15, "J1 rests on itself: J1 -> J2 -> J1")
    ]


def test_references_to_nothing_take_steps_in_proportion(tmp_path: Path) -> None:
    def loading(count: int) -> Callable[[], object]:
        points = "".join(f"  - {{id: F{n}, text: x, at: P1, value: x}}\n" for n in range(count))
        none = ", ".join(f"F{9999 - n}" for n in range(count))
        kept = {name: briefs.FILES[name] for name in ("brief", "record")}
        files = {**dict.fromkeys(briefs.FILES), **kept, "figures": f"points:\n{points}"}
        files["outlook"] = f"bottom_line: {{text: x, rests_on: [{none}]}}\n"
        folder = write_brief(tmp_path / str(count), **files)
        return lambda: load(folder)

    loading(9)()  # what is read once for all
    assert steps(loading(200)) < 5 * steps(loading(50))


def test_of_very_many_words_few_are_compared_with_one_that_is_not_known() -> None:
    def guessing(count: int) -> Callable[[], object]:
        guess = Guess("northwind-00150-x", [f"northwind-{n:05}" for n in range(count)])
        assert str(guess) == "did you mean 'northwind-00150'?"
        return lambda: str(guess)

    assert steps(guessing(2000)) < 2 * steps(guessing(200))


def test_a_long_circle_and_a_long_id_make_no_long_message(tmp_path: Path) -> None:
    text = "points:\n" + "".join(
        f"  - {{id: T{n}, text: x, at: P1, label: x, status: rule, after: T{n % 1500 + 1}}}\n"
        for n in range(1, 1501)
    )
    (circle,) = loaded(tmp_path, timeline=text).problems
    assert circle.message.startswith("T1 follows from itself: T1 -> T2 -> T3")
    assert circle.message.endswith("T10 -> (1,489 more) -> T1500 -> T1")
    files = changed("regions", "id: R1", f"id: {'R' * 5000}")
    found = loaded(tmp_path / "2", **files).problems
    assert found
    assert all(len(p.message) < 200 and len(p.hint) <= 600 for p in found)


def test_anchors_must_be_in_the_record(tmp_path: Path) -> None:
    files = changed("regions", "at: P1.2", "at: [P1.2, P1.3, P9, P9.1]")
    messages = [(p.message, p.hint) for p in loaded(tmp_path, **files).problems]
    assert messages == [
        ("the source has no sentence P1.3", "that paragraph has 2 of them"),
        ("the source has no paragraph P9", "its paragraphs are P1 to P3"),
        ("the source has no paragraph P9.1", "its paragraphs are P1 to P3"),
    ]
    files = changed("timeline", "at: P3.1", "at: P3.2")
    (problem,) = loaded(tmp_path / "2", **files).problems
    assert problem.hint == "that paragraph has one"


@pytest.mark.parametrize("record", [None, "format: 1", "["])
def test_anchors_are_not_judged_without_a_record(tmp_path: Path, record: str | None) -> None:
    files: dict[str, str | None] = {**changed("regions", "at: P1.2", "at: P99"), "record": record}
    brief = loaded(tmp_path, **files)
    assert not any("the source has" in p.message for p in brief.problems)
    assert len(brief.problems) >= 1


def test_cycles_are_found_once_each_and_without_recursion() -> None:
    assert list(cycles({})) == []
    assert list(cycles({"a": ["b"], "b": ["c"]})) == []
    assert list(cycles({"a": ["a"]})) == [["a"]]
    assert list(cycles({"a": ["b", "c"], "b": ["a"], "c": ["a"]})) == [["a", "b"], ["a", "c"]]
    assert list(cycles({"x": ["a"], "a": ["b"], "b": ["a"]})) == [["a", "b"]]
    chain = {str(n): [str(n + 1)] for n in range(50_000)}
    assert list(cycles(chain)) == []
    assert len(next(cycles({**chain, "50000": ["0"]}))) == 50_001
