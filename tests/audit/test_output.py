"""A report and a ledger as people and programs get them."""

from __future__ import annotations

from briefing.audit.ledger import Line
from briefing.audit.output import as_github, as_text, ledger_as_text
from briefing.audit.report import Report
from briefing.problems import Mark, Problem, Severity

LINES = [
    Line("P1.1", "figure", "over $2 billion", ("F1", "R2")),
    Line("P1.2", "figure", "12%", (), "It repeats the headline."),
    Line("P1.2", "marker", "can", (), required=False),
    Line("P10.12", "marker", "reportedly", ()),
]


def test_a_ledger_says_where_all_of_it_went() -> None:
    assert ledger_as_text(LINES).splitlines() == [
        "at      kind    source           went to",
        "P1.1    figure  over $2 billion  F1 R2",
        "P1.2    figure  12%              skipped: It repeats the headline.",
        "P1.2    marker  can              nowhere, and need not",
        "P10.12  marker  reportedly       NOWHERE",
    ]
    assert ledger_as_text([]) == ""


def test_a_report_of_a_brief_without_a_source_says_so() -> None:
    report = Report(points=3, unread=2, sources=0, done=("risks",), left=("names: no record",))
    text = as_text("mill", report)
    assert text.splitlines() == [
        "audit of        mill: 3 points",
        "checked         risks",
        "not checked     names: no record",
        "second reader   1 of 3 points checked by a second person",
    ]
    assert report.summary() == "not held to a source, 0 problems"


def test_one_problem_is_one_and_only_errors_are_errors() -> None:
    mark = Mark("a.yaml", 3, 5)
    warning = Problem(mark, "too long", code="length", severity=Severity.WARNING)
    report = Report(problems=(warning,), sentences=4, covered=4)
    assert (report.errors, report.summary()) == (
        0,
        "4 of 4 sentences, 1 problem, 0 hearsay, single source",
    )
    assert as_github("mill", report).splitlines() == [
        "::warning file=a.yaml,line=3,col=5,title=length::too long",
        "::notice title=briefing check::mill: 4 of 4 sentences, 1 problem, 0 hearsay, single source",
    ]
