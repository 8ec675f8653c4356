"""A report as text for people, as JSON, and as lines that a workflow of GitHub understands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import json, to_builtins

from briefing.text import escaped, on_one_line, width, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.audit.ledger import Line
    from briefing.audit.report import Report

WIDTH = 100
_NAME = 14  # columns before the texts at the end of a report


def as_text(name: str, report: Report) -> str:
    """The problems, each with its line and what to do; then what was checked and what was not."""
    lines = [problem.report() for problem in report.problems]
    source = (
        f"{report.covered} of {report.sentences} sentences and {report.kept} of {report.figures}"
        " figures of the source accounted for"
    )
    read = report.points - report.unread
    told = {
        "audit of": f"{name}: {report.points} points",
        "source": source if report.sentences else "",
        "checked": ", ".join(report.done),
        "not checked": "; ".join(report.left),
        "second reader": f"{read} of {report.points} points checked by a second person",
    }
    for title, text in told.items():
        lines += _told(title, text)
    return "\n".join(lines) + "\n"


def _told(title: str, text: str) -> Iterator[str]:
    for number, line in enumerate(wrapped(text, WIDTH - _NAME - 2) if text else ()):
        yield f"{'' if number else title:<{_NAME}}  {line}"


def ledger_as_text(lines: Sequence[Line]) -> str:
    """The ledger as a table: sentence, what it is, its words, and where it went."""
    if not lines:
        return ""
    wide = min(max(width(line.text) for line in lines), 40)
    rows = [f"{'at':<7} {'kind':<7} {'source':<{wide}}  went to"]
    for line in lines:
        text = on_one_line(line.text)
        text += " " * (wide - width(text))
        rows.append(f"{line.at:<7} {line.kind:<7} {text}  {_went(line)}")
    return "\n".join(rows) + "\n"


def _went(line: Line) -> str:
    if line.points or not (line.skip or line.required):
        return " ".join(line.points) or "nowhere, and need not"
    return f"skipped: {on_one_line(line.skip)}" if line.skip else "NOWHERE"


def as_json(reports: Iterable[tuple[str, Report, Sequence[Line] | None]]) -> str:
    """One JSON document: for each brief its report, and its ledger where one was asked for.

    Its form is described in docs/json.md.
    """
    briefs: list[dict[str, Any]] = []
    for name, report, lines in reports:
        told = {
            "brief": name,
            **to_builtins(report),
            "problems": [
                {**problem.fields(), "code": problem.code or "format"}
                for problem in report.problems
            ],
        }
        if lines is not None:
            told["ledger"] = to_builtins(lines)
        briefs.append(told)
    said = json.format(json.encode({"format": 1, "briefs": briefs}), indent=2).decode()
    return escaped(said) + "\n"


def as_github(name: str, report: Report) -> str:
    """Workflow commands, one a line: GitHub shows each at its line of a change.

    Escapes as in GitHub's documentation, "Workflow commands for GitHub Actions".
    """
    lines = []
    for problem in report.problems:
        told = {
            "file": problem.mark.file,
            "line": problem.mark.line,
            "col": problem.mark.column,
            "title": problem.code or "format",
        }
        said = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
        where = ",".join(f"{key}={_property(str(value))}" for key, value in told.items())
        lines.append(f"::{problem.severity} {where}::{_data(said)}")
    lines.append(f"::notice title=briefing check::{_data(f'{name}: {report.summary()}')}")
    return "\n".join(lines) + "\n"


def _data(text: str) -> str:
    return on_one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
