"""The report of the audit as a page, and in a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.model.sections import SECTION_NAMES
from briefing.model.statements import by_id
from briefing.tui.presentation.items import problem_blocks
from briefing.tui.presentation.page import Block, Item, Page, label, muted
from briefing.tui.presentation.phrases import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.audit.report import Report
    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.problems import Problem


_ANCHOR = re.compile(r"\bP\d+(?:\.\d+)?\b")


def audit_page(brief: Brief, report: Report | None, line: str) -> Page:
    """What the audit found, what it looked at, and what it did not; `line` sums it up."""
    items = [Item((Block(line, "strong"),))]
    if report is None:
        return Page("AUDIT", "", tuple(items))
    told = (
        f"{count(report.points, 'point')}, {report.unread} of them read by no second person",
        f"{report.kept} of {count(report.figures, 'figure')} of the source accounted for",
    )
    items.append(Item(tuple(Block(text) for text in told), gap=False))
    items.append(label("Problems"))
    items += _problems(brief, report.problems) if report.problems else [muted("None was found.")]
    items += _listed("Checked", report.done)
    items += _listed("Not checked", report.left)
    return Page("AUDIT", "Enter on a problem goes to it" if report.problems else "", tuple(items))


def _problems(brief: Brief, problems: Sequence[Problem]) -> Iterator[Item]:
    for number, problem in enumerate(problems):
        there = found_at(brief, problem)
        yield Item(problem_blocks(problem), f"{number} {there}", there, gap=number > 0)


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
    if problem.field == "so_what":
        return f"{section}.so_what"
    named = [part for part in problem.field.split(".") if part in by_id(brief)]
    return named[-1] if named else section


def _section_of(brief: Brief, problem: Problem) -> SectionName | str:
    sections = (name for name in SECTION_NAMES if brief.files.get(name) == problem.mark.file)
    return next(sections, "")
