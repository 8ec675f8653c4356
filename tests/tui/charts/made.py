"""Risks and actors made up for drawings, and what the rows of a drawing say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.model.entries import Competitor, Risk
from briefing.tui.places import Place
from briefing.tui.presentation.page import Shown
from briefing.tui.presentation.pages import Around, page_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.tui.presentation.page import Block, Page


def risk(name: str, likelihood: str, impact: str, title: str = "A risk") -> Risk:
    return Risk(
        id=name,
        title=title,
        summary="It may happen.",
        likelihood=likelihood,
        impact=impact,  # type: ignore[arg-type] # any word of the test's
        confidence="low",
    )


def with_risks(brief: Brief, risks: Iterable[Risk]) -> Brief:
    return replace(brief, risks=replace(brief.risks, entries=tuple(risks)))


def with_actors(brief: Brief, titles: Iterable[str]) -> Brief:
    """The brief with actors of these names more, of whom nothing is said."""
    more = (
        Competitor(id=f"actor-{number}", title=title, summary="An actor.", roles=("rival",))
        for number, title in enumerate(titles)
    )
    entries = (*brief.competitors.entries, *more)
    return replace(brief, competitors=replace(brief.competitors, entries=entries))


def drawn(
    brief: Brief, section: SectionName, cells: int = 77, height: int = 20, **shown: object
) -> Page:
    around = Around(shown=Shown(**shown))  # type: ignore[arg-type] # its fields by name
    return page_of(brief, Place(section), cells, height, around)


def lines(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks]
