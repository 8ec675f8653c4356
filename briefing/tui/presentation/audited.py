"""The report of the audit as a page, and in a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.model.sections import SECTION_NAMES
from briefing.model.statements import by_id
from briefing.tui.presentation.assumed import speaking_of_day
from briefing.tui.presentation.page import Block, Item, Page, label, muted, tagged
from briefing.tui.presentation.pages import FAILED, Around
from briefing.tui.presentation.phrases import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.audit.report import Report
    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.problems import Problem


_DEEPEST = 8  # cells that a name may set its problem in
_ANCHOR = re.compile(r"\bP\d+(?:\.\d+)?\b")


def around(own: Brief, report: Report | None) -> Around:
    """What pages tell of the audit of a brief, where it gave a report and where it gave none."""
    found: dict[str, list[str]] = {}
    for problem in report.problems if report else ():
        found.setdefault(found_at(own, problem), []).append(f"audit: {problem.message}")
    return Around(own, report, audit_line(own, report), found)


def audit_line(brief: Brief, report: Report | None) -> str:
    """The audit of a brief in a line, for its overview."""
    if report is None:
        return FAILED
    if "source" in brief.broken:
        return "Audit: the source record cannot be read"
    if not report.sources:
        number = report.count
        return "Audit: not held to a source" + (f", {count(number, 'problem')}" if number else "")
    return f"Audit: {report.summary()}"


def audit_page(brief: Brief, report: Report | None, line: str, *, own: Brief | None = None) -> Page:
    """What the audit found, what it looked at, and what it did not; `line` sums it up.

    It is a report on the brief as its files have it, `own`, whatever day is assumed meanwhile.
    """
    told = line.removeprefix("Audit: ")  # the heading says that already
    blocks = [Block(told, "warning" if report and report.problems else "strong")]
    if own not in {None, brief}:
        blocks.append(Block("Of the brief as it was written.", "muted"))
    items = [Item(tuple(blocks))]
    if report is None:
        return Page("AUDIT", "", tuple(items))
    read = report.points - report.unread
    more = (
        f"{read} of {count(report.points, 'point')} checked by a second person",
        f"{report.kept} of {count(report.figures, 'figure')} of the source accounted for",
    )
    items.append(Item(tuple(Block(text) for text in more), gap=False))
    items.append(label("Problems"))
    items += _problems(brief, report.problems) if report.problems else [muted("None was found.")]
    items += _listed("Checked", report.done)
    items += _listed("Not checked", report.left)
    return Page("AUDIT", "Enter on a problem goes to it" if report.problems else "", tuple(items))


def _problems(brief: Brief, problems: Sequence[Problem]) -> Iterator[Item]:
    for number, problem in enumerate(problems):
        there = found_at(brief, problem)
        yield Item(_told(problem, there), f"{number} {there}", there, gap=number > 0)


def _told(problem: Problem, there: str) -> tuple[Block, ...]:
    """What is wrong and where, then quietly the place in the file, its line, and what to do."""
    name = there.replace("_", " ").replace(".so ", " so ")
    head = tagged(name, problem.message, "warning") if name else Block(problem.message, "warning")
    head = head._replace(hang=head.hang if head.hang <= _DEEPEST else 2)
    code = f" [{problem.code}]" if problem.code else ""
    place = re.split(r"[/\\]", str(problem.mark))[-1]  # which folder, the reader knows
    told = [f"{problem.severity} · {place}{code}"]
    told += [problem.excerpt.strip()] if problem.excerpt else []
    told += [f"hint: {problem.hint}"] if problem.hint else []
    return (head, *(Block(text, "muted", indent=head.hang) for text in told))


def _listed(title: str, names: Sequence[str]) -> list[Item]:
    if not names:
        return []
    return [label(title), *(Item((Block(name, "muted", hang=2),), gap=False) for name in names)]


def found_at(brief: Brief, problem: Problem) -> str:
    """The id of the statement, or the anchor of the sentence, that a problem is in.

    The name of its section where it is in none of them; "" where the file is none of the brief's.
    """
    section = _section_of(brief, problem)
    if section == "source" and (anchors := _ANCHOR.findall(problem.field)):
        return str(anchors[-1])
    if problem.field == "assume.published" and (spoken := speaking_of_day(brief)):
        return spoken[0]
    if problem.field == "so_what":
        return f"{section}.so_what"
    named = [part for part in problem.field.split(".") if part in by_id(brief)]
    return named[-1] if named else section


def _section_of(brief: Brief, problem: Problem) -> SectionName | str:
    sections = (name for name in SECTION_NAMES if brief.files.get(name) == problem.mark.file)
    return next(sections, "")
