"""Drawings: pure functions from a brief to the rows of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.presentation.charts import timeline

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.tui.presentation.page import Page, Shown


def drawn(brief: Brief, section: SectionName, cells: int, shown: Shown) -> Page:  # noqa: ARG001 - for what can be sorted
    """A section as it is drawn in a pane `cells` wide, sorted as a person wants it shown.

    Raises KeyError for a section that is not drawn.
    """
    return {"timeline": timeline.chart}[section](brief, cells)
