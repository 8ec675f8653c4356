"""Drawings: pure functions from a brief to the rows of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.presentation.charts.competitors import actor_items
from briefing.tui.presentation.charts.risks import risk_items
from briefing.tui.presentation.charts.timeline import chart
from briefing.tui.presentation.entries import entry_list, framed
from briefing.tui.presentation.items import so_what
from briefing.tui.presentation.layout import rows
from briefing.tui.presentation.page import Page

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.tui.presentation.page import Shown


def drawn(brief: Brief, section: SectionName, size: tuple[int, int], shown: Shown) -> Page:
    """A section as it is drawn in a pane of so many cells and rows, sorted as it is to be shown.

    For timeline, risks and competitors.
    """
    cells, height = size
    if section == "timeline":
        return chart(brief, cells)
    part = brief.risks if section == "risks" else brief.competitors
    if not part.entries:
        return entry_list(brief, section)
    height -= len(rows(Page("", "", tuple(so_what(section, part.so_what))), cells))
    if section == "risks":
        return framed(brief, section, risk_items(brief, cells, height))
    return framed(brief, section, actor_items(brief, cells, height, shown))
