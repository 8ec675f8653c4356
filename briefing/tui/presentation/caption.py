"""What stands below a drawing: the selected statement in full."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing.model.points import Event, Point
from briefing.model.statements import by_id
from briefing.tui.presentation.cited import subject
from briefing.tui.presentation.dated import timed
from briefing.tui.presentation.items import said_of
from briefing.tui.presentation.page import Block, tagged

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.tui.presentation.page import Page


def with_captions(brief: Brief, page: Page) -> Page:
    """The page with a caption for each item that stands for a statement."""
    told = (
        item._replace(below=partial(_caption, brief, subject(item.key))) if item.key else item
        for item in page.items
    )
    return page._replace(items=tuple(told))


def _caption(brief: Brief, key: str) -> tuple[Block, ...]:
    """The whole text of a statement, how the source says it and where."""
    statement = by_id(brief).get(key)
    if statement is None:
        return ()
    if isinstance(statement.part, Point):
        return (tagged(key, statement.text), *_said(brief, statement.part))
    named = key[:1].isupper()  # names in the files are not for reading
    return (tagged(key, statement.text) if named else Block(statement.text),)


def _said(brief: Brief, point: Point) -> list[Block]:
    if not isinstance(point, Event):
        return said_of(brief, point, indent=0)
    return said_of(brief, point, timed(brief, point), indent=0)
