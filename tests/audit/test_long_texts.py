"""A text of any length is audited in steps that grow with it, not with its square."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec import json

from briefing.audit.amounts import LONGEST
from briefing.audit.auditing import audit
from briefing.audit.output import as_github, as_json, as_text
from briefing.audit.record.making import record_of
from briefing.loading.folder import load
from briefing.problems import Mark, Problem, Severity, limited, number_of, unlisted
from tests.briefs import FILES, write_brief
from tests.steps import steps

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


@pytest.mark.parametrize("piece", PIECES)
def test_an_audit_takes_steps_in_proportion_to_a_text(tmp_path: Path, piece: str) -> None:
    audit(of_one_point(tmp_path / "first", piece))  # what is read once for all
    short, long = (of_one_point(tmp_path / str(times), piece * times) for times in (50, 200))
    assert steps(lambda: audit(long)) < 4.5 * steps(lambda: audit(short))


@pytest.mark.parametrize("piece", ["$9 Bo ", "9; reportedly; "])
def test_so_does_a_record_of_a_long_sentence(piece: str) -> None:
    def made(times: int) -> Callable[[], object]:
        text = f"Aa {piece * times}"
        return lambda: record_of(text.encode(), text, "article.txt")

    made(9)()  # what is read once for all
    assert steps(made(600)) < 4.5 * steps(made(150))


def test_of_very_many_problems_a_hundred_are_listed_and_all_are_counted(tmp_path: Path) -> None:
    report = audit(of_one_point(tmp_path, "It is $9 in Oslo. " * 1000))
    names = {problem.mark.file for problem in report.problems}
    file = next(name for name in names if name.endswith("regions.yaml"))
    found = [problem for problem in report.problems if problem.mark.file == file]
    assert [problem.severity for problem in found] == ["error"] * 101 + ["warning"]
    assert found[-2].message == "1,900 more errors in this file are not listed"
    assert found[-1].message == "1 more warning in this file is not listed"
    others = len(report.problems) - len(found)
    assert report.count - others == 2001
    assert report.errors - report.count == -sum(p.severity == "warning" for p in report.problems)
    assert f"{report.count} problems" in report.summary()
    for shown in (as_text("mill", report), as_github("mill", report)):
        assert "1,900 more errors in this file are not listed" in shown
    listed = json.decode(as_json([("mill", report, None)]))["briefs"][0]["problems"]
    assert [problem["unlisted"] for problem in listed if problem["code"] == "unlisted"] == [1900, 1]
    assert sum(problem["unlisted"] or 1 for problem in listed) == report.count


def test_errors_are_listed_rather_than_warnings() -> None:
    mark = Mark("a.yaml", 3)
    found = [Problem(mark, f"w{n:03}", severity=Severity.WARNING) for n in range(150)]
    found += [Problem(mark, f"x{n}") for n in range(3)]
    found += unlisted(Mark("a.yaml", 9), {Severity.WARNING: 7})
    *first, last = limited(
        [*found, Problem(Mark("b.yaml"), "alone")], {("c.yaml", Severity.ERROR): 1}
    )
    listed, (rest, alone) = first[:100], first[100:]
    assert [problem.message for problem in listed[97:]] == ["x0", "x1", "x2"]
    assert listed[96].message == "w096"
    assert (rest.mark, rest.more, rest.severity) == (Mark("a.yaml", 9), 60, Severity.WARNING)
    assert alone.message == "alone"
    assert (
        last.headline() == "c.yaml:1:1: error: 1 more error in this file is not listed [unlisted]"
    )
    assert number_of([*first, last]) == 3 + 150 + 7 + 1 + 1


@pytest.mark.parametrize("text", ["A.B. " * 5000, "$" + "9" * 9000, "Aaa " * 5000, "may " * 5000])
def test_no_message_is_long(tmp_path: Path, text: str) -> None:
    kept = {name: FILES[name] for name in ("brief", "record")}
    figure = (
        f'points:\n  - {{id: F1, text: "{text}", value: "{text}", marker: "{text}", at: P3.1}}\n'
    )
    brief = load(
        write_brief(tmp_path / "mill", **{**dict.fromkeys(FILES), **kept, "figures": figure})
    )
    for problem in audit(brief).problems:
        assert len(problem.message) < 300
        assert len(problem.hint) <= 600


@pytest.mark.parametrize("more", [False, True])
def test_where_a_text_is_longer_than_what_is_read_that_is_told(
    tmp_path: Path, *, more: bool
) -> None:
    text = ("it is so, " * 5000)[: LONGEST - 3] + ("s $7" if more else " $7")
    found = audit(of_one_point(tmp_path, text)).problems
    told = [(p.code, p.message, p.field) for p in found if p.code in {"length", "figure"}]
    if more:
        message = "the text has 50,001 characters, 50,000 are read for figures"
        assert ("length", message, "points.R1.text") in told
        assert not any("$7" in message for _, message, _ in told)
    else:
        assert [code for code, _, _ in told] == ["figure"]


def test_a_card_of_many_figures_takes_steps_in_proportion(tmp_path: Path) -> None:
    def many(count: int) -> Brief:
        given = ", ".join(f'"${number} million"' for number in range(2, count))
        text = " and ".join(f"${number} billion" for number in range(2, count))
        files = {name: FILES[name] for name in ("brief", "record")}
        files["record"] = files["record"].replace("figures: $20 million", f"figures: [{given}]")
        files["regions"] = f'points:\n  - {{id: R1, text: "{text}", at: P2}}\n'
        brief = load(
            write_brief(tmp_path / str(count) / "mill", **{**dict.fromkeys(FILES), **files})
        )
        assert brief.regions.points
        assert brief.source
        return brief

    audit(many(9))
    few, lots = many(50), many(200)
    assert steps(lambda: audit(lots)) < 6 * steps(lambda: audit(few))


def test_judgments_that_rest_on_each_other_take_steps_in_proportion(tmp_path: Path) -> None:
    def in_a_circle(count: int) -> Brief:
        outlook = "judgments:\n" + "".join(
            f"  - {{id: J{n}, title: It goes on, text: It goes on., likelihood: likely,"
            f" confidence: low, rests_on: [R1, J{n % count + 1}]}}\n"
            for n in range(1, count + 1)
        )
        brief = load(write_brief(tmp_path / str(count) / "mill", outlook=outlook))
        assert len(brief.outlook.judgments) == count
        return brief

    audit(in_a_circle(9))
    few, lots = in_a_circle(50), in_a_circle(200)
    assert steps(lambda: audit(lots)) < 4.5 * steps(lambda: audit(few))
