"""Which page a place shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.entries import Entry
from briefing.model.outlook import BottomLine, Judgment
from briefing.model.sections import ENTRY_SECTIONS, SECTION_NAMES
from briefing.model.source import Paragraph
from briefing.model.statements import by_id
from briefing.tui.presentation.dated import figures, timeline
from briefing.tui.presentation.entries import entry_list, entry_page
from briefing.tui.presentation.outlook import bottom_line_page, judgment_page, outlook
from briefing.tui.presentation.overview import overview
from briefing.tui.presentation.page import Block, Item, Page, muted
from briefing.tui.presentation.phrases import count
from briefing.tui.presentation.source import paragraph_page, source

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.problems import Problem
    from briefing.tui.places import Place


def page_of(brief: Brief, place: Place, cells: int, height: int) -> Page:
    """The page of a place, for a pane of that size; problems of its file stand first."""
    page = _opened(brief, place) or _section(brief, place.section, cells, height)
    if place.opened:
        return page
    troubles = tuple(_problem(*each) for each in enumerate(_shown_in(brief, place.section)))
    if place.section in brief.broken and place.section != "overview":
        return page._replace(items=troubles, detail="cannot be read")
    return page._replace(items=(*troubles, *page.items))


def _opened(brief: Brief, place: Place) -> Page | None:
    found = by_id(brief).get(place.opened)
    match found.part if found else None:
        case Entry() as entry:
            return entry_page(brief, place.section, entry)
        case Judgment() as judgment:
            return judgment_page(brief, judgment)
        case BottomLine() as line:
            return bottom_line_page(brief, line)
        case Paragraph() as paragraph:
            return paragraph_page(brief, paragraph)
    return None


def _section(brief: Brief, section: SectionName, cells: int, height: int) -> Page:
    if section in ENTRY_SECTIONS:
        return entry_list(brief, section)
    match section:
        case "timeline":
            return timeline(brief)
        case "figures":
            return figures(brief)
        case "outlook":
            return outlook(brief)
        case "source":
            return source(brief)
    return _overview(brief, cells, height)


def _overview(brief: Brief, cells: int, height: int) -> Page:
    page = overview(brief, cells, height)
    if page.items or "outlook" in brief.broken:
        return page
    return page._replace(items=(muted("Nothing has been written yet."),))


def _shown_in(brief: Brief, section: SectionName) -> tuple[Problem, ...]:
    """The problems that a section shows: of its file, and the overview those of what it sums up.

    It also shows problems that belong to no section, such as a file nobody knows.
    """
    if section != "overview":
        return brief.problems_in(section)
    elsewhere = {brief.files[name] for name in brief.files if name not in {"overview", "outlook"}}
    return tuple(problem for problem in brief.problems if problem.mark.file not in elsewhere)


def _problem(number: int, problem: Problem) -> Item:
    blocks = [Block(problem.headline(), "warning", hang=2)]
    if problem.excerpt:
        blocks.append(Block(problem.excerpt.strip(), "muted", indent=2))
    if problem.hint:
        blocks.append(Block(f"hint: {problem.hint}", "muted", indent=2))
    return Item(tuple(blocks), f"{problem.mark} ({number})")


def holdings(brief: Brief) -> dict[SectionName, str]:
    """What each section holds, for the navigation: how many entries, events, or paragraphs.

    With "!" where the section shows a problem, and "!" alone where it cannot be read: then nobody
    knows the number.
    """
    held: dict[SectionName, int] = {
        "regions": len(brief.regions.entries),
        "motives": len(brief.motives.entries),
        "competitors": len(brief.competitors.entries),
        "risks": len(brief.risks.entries),
        "timeline": len(brief.timeline.points),
        "figures": len(brief.figures.points),
        "outlook": len(brief.outlook.judgments),
        "source": len(brief.source.paragraphs) if brief.source else 0,
    }
    shown = {section: str(number) for section, number in held.items()}
    for section in SECTION_NAMES:
        if _shown_in(brief, section):
            shown[section] = "!" if section in brief.broken else f"{shown.get(section, '')}!"
    return shown


def warning(brief: Brief) -> str:
    """A sentence on what is wrong with the brief, "" where nothing is."""
    if not brief.problems:
        return ""
    return f"{count(len(brief.problems), 'problem')}: sections marked with ! show them."
