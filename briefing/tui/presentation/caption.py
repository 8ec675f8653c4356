"""What stands below a drawing: the selected statement in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.points import Event, Point
from briefing.model.statements import by_id
from briefing.tui.presentation.cited import subject, suspect
from briefing.tui.presentation.page import Block, tagged
from briefing.tui.presentation.phrases import anchors, stance

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.tui.presentation.page import Page


def with_captions(brief: Brief, page: Page) -> Page:
    """The page with a caption for each item that stands for a statement."""
    told = (item._replace(caption=_caption(brief, subject(item.key))) for item in page.items)
    return page._replace(items=tuple(told))


def _caption(brief: Brief, key: str) -> tuple[Block, ...]:
    """The whole text of a statement, how the source says it and where."""
    statement = by_id(brief).get(key)
    if statement is None:
        return ()
    part = statement.part
    if not isinstance(part, Point):
        named = key[:1].isupper()  # names in the files are not for reading
        return (tagged(key, statement.text) if named else Block(statement.text),)
    changed = suspect(brief, part)
    said = [stance(part), anchors(part.at)]
    if isinstance(part, Event):
        said.insert(0, f"“{part.label}”")
    blocks = (Block(changed, "warning"),) if changed else ()
    return (*blocks, tagged(part.id, part.text), Block(" · ".join(said), "muted"))
