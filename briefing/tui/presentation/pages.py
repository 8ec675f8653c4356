"""Which page a place shows."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.entries import Entry
from briefing.model.outlook import BottomLine, Judgment
from briefing.model.points import Point
from briefing.model.sections import ENTRY_SECTIONS, SECTION_NAMES, SECTIONS
from briefing.model.source import Paragraph
from briefing.model.statements import by_id
from briefing.problems import number_of
from briefing.tui.presentation.cited import once, sentence_at
from briefing.tui.presentation.dated import figures, timeline
from briefing.tui.presentation.entries import entry_list, entry_page
from briefing.tui.presentation.items import problem_blocks
from briefing.tui.presentation.outlook import bottom_line_page, judgment_page, outlook
from briefing.tui.presentation.overview import overview
from briefing.tui.presentation.page import Block, Item, Page, Shown, muted
from briefing.tui.presentation.phrases import count
from briefing.tui.presentation.source import paragraph_page, sentence_page, source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.audit.report import Report
    from briefing.config import Config
    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.model.statements import Part
    from briefing.problems import Problem
    from briefing.tui.places import Place, View


RUNNING = "The audit is running."
FAILED = "The audit could not run."
_DRAWN = {"competitors", "risks", "timeline"}  # the sections that `charts.drawn` draws
_LISTED = {"timeline": timeline, "figures": figures, "source": source}
_NONE: Mapping[str, Sequence[str]] = MappingProxyType({})


class Around(NamedTuple):
    """What a page may tell beyond the brief it shows.

    `own` is the brief as its files have it, where another day of publication is assumed; `report`
    that of its audit, once there is one, and `audit` a line on it, or "" for none. `found` has
    what the audit found in each statement, in words, by its id. `shown` is how a person wants it.
    `held` is a newer version of the files that is not shown, since it does not load.
    """

    own: Brief | None = None
    report: Report | None = None
    audit: str = ""
    found: Mapping[str, Sequence[str]] = _NONE
    shown: Shown = Shown()
    held: Brief | None = None

    @property
    def alarmed(self) -> bool:
        """Whether the audit found a problem."""
        return bool(self.report and self.report.problems)

    def message(self, key: str) -> str:
        """What an item of the page of the audit says is wrong."""
        number = key.partition(" ")[0]
        return self.report.problems[int(number)].message if self.report and number else ""


NOTHING = Around()


def page_of(brief: Brief, place: Place, cells: int, height: int, around: Around = NOTHING) -> Page:
    """The page of a place, for a pane of that size; problems of its file stand first."""
    if place.view in {"assumed", "audit", "problems"}:
        return _of_its_own(brief, place.view, around)
    page = _opened(brief, place) or _section(brief, place.section, (cells, height), around)
    page = once(brief, page)
    if page.caption:
        from briefing.tui.presentation.caption import with_captions  # noqa: PLC0415 - not at launch

        page = with_captions(brief, page)
    if place.opened:
        return page
    troubles = tuple(_problem(*each) for each in enumerate(_shown_in(brief, place.section)))
    if place.section in brief.broken and place.section != "overview":
        return page._replace(items=troubles, detail="cannot be read", caption=False)
    return page._replace(items=(*troubles, *page.items))


def _of_its_own(brief: Brief, view: View, around: Around) -> Page:
    if view == "assumed":
        from briefing.tui.presentation.assumed import assumed_page  # noqa: PLC0415 - not at launch

        return assumed_page(around.own or brief, brief)
    if view == "problems":
        return _problems(around.held or around.own or brief, held=bool(around.held))
    from briefing.tui.presentation.audited import audit_page  # noqa: PLC0415 - the same

    return audit_page(brief, around.report, around.audit, own=around.own)


def _opened(brief: Brief, place: Place) -> Page | None:
    found = by_id(brief).get(place.opened)
    sentence = sentence_at(brief, place.opened)
    if place.view == "why":
        from briefing.tui.presentation import reasons  # noqa: PLC0415 - not at launch

        if found:
            return reasons.why_page(brief, found)
        return reasons.why_sentence(brief, *sentence) if sentence else None
    if sentence:
        return sentence_page(brief, *sentence)
    return _page_of_its_own(brief, place.section, found.part) if found else None


def _page_of_its_own(brief: Brief, section: SectionName, part: Part) -> Page | None:
    match part:
        case Entry() as entry:
            return entry_page(brief, section, entry)
        case Judgment() as judgment:
            return judgment_page(brief, judgment)
        case BottomLine() as line:
            return bottom_line_page(brief, line)
        case Paragraph() as paragraph:
            return paragraph_page(brief, paragraph)
    return None


def _section(brief: Brief, section: SectionName, size: tuple[int, int], around: Around) -> Page:
    if section in _DRAWN and not around.shown.plain:
        from briefing.tui.presentation.charts import drawn  # noqa: PLC0415 - not at launch

        return drawn(brief, section, size, around.shown)
    if section in ENTRY_SECTIONS:
        return entry_list(brief, section)
    if section == "overview":
        return _overview(brief, size, around)
    if section == "outlook":
        return outlook(brief, plain=around.shown.plain)
    return _LISTED[section](brief)


def _overview(brief: Brief, size: tuple[int, int], around: Around) -> Page:
    page = overview(brief, *size, around.audit, alarmed=around.alarmed, plain=around.shown.plain)
    if page.first >= 0 or "outlook" in brief.broken:
        return page
    told = ("Nothing has been written yet.", *_waiting(brief))
    return page._replace(items=(*map(muted, told), *page.items))


def _waiting(brief: Brief) -> Iterator[str]:
    """A line for each section with points that are still to be written."""
    from briefing.model.drafts import is_draft  # noqa: PLC0415 - for a brief that was just started

    found = [s for s in by_id(brief).values() if isinstance(s.part, Point) and is_draft(s.text)]
    for number, section in enumerate(SECTIONS, 1):
        if waiting := sum(statement.section == section.name for statement in found):
            yield f"{count(waiting, 'point')} to write in section {number}, {section.title}."


def _shown_in(brief: Brief, section: SectionName) -> tuple[Problem, ...]:
    """The problems that a section shows: of its file, and the overview those of what it sums up.

    It also shows problems that belong to no section, such as a file nobody knows.
    """
    if section != "overview":
        return brief.problems_in(section)
    elsewhere = {brief.files[name] for name in brief.files if name not in {"overview", "outlook"}}
    return tuple(problem for problem in brief.problems if problem.mark.file not in elsewhere)


def _problem(number: int, problem: Problem) -> Item:
    return Item(problem_blocks(problem), f"{problem.mark} ({number})")


def _problems(brief: Brief, *, held: bool) -> Page:
    """Every problem of the files as they are now; `held` says that they are not what is shown."""
    told = (
        count(number_of(brief.problems), "problem")
        if brief.problems
        else "The files have no problem."
    )
    blocks = [Block(told, "warning" if brief.problems else "strong")]
    if held:
        blocks.append(Block("What is shown is the last version that loaded.", "muted"))
    items = (Item(tuple(blocks)), *(_problem(*each) for each in enumerate(brief.problems)))
    return Page("PROBLEMS", "e opens the editor there" if brief.problems else "", items)


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


def misread(config: Config) -> str:
    """How many problems the user's settings have and what lists them, "" where there are none."""
    number = len(config.problems)
    return f"{count(number, 'problem')} in your config: see `briefing keys`" if number else ""


def warning(brief: Brief) -> str:
    """A sentence on what is wrong with the brief, "" where nothing is."""
    if not brief.problems:
        return ""
    return f"{count(len(brief.problems), 'problem')}: sections marked with ! show them."
