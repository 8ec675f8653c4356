"""Signs beside the ids of statements: that one is marked, that it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.presentation.cited import subject
from briefing.tui.presentation.page import Drawn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.tui.presentation.page import Block, Item, Page


def signed(page: Page, signs: Mapping[str, str]) -> Page:
    """The page with the signs of its statements: behind the id, or where none is shown at the end."""
    items = (_signed(item, signs.get(subject(item.key), "")) for item in page.items)
    return page._replace(items=tuple(items))


def _signed(item: Item, sign: str) -> Item:
    if not sign or not item.blocks or isinstance(item.blocks[0], Drawn):
        return item
    return item._replace(blocks=(_beside(item.blocks[0], sign), *item.blocks[1:]))


def _beside(block: Block, sign: str) -> Block:
    tag = next((span for span in block.spans if span.style == "id" and span.start == 0), None)
    if tag is None:
        return block._replace(text=f"{block.text} {sign}")
    lead = block.text[: tag.end] + sign + " "
    further = len(lead) - tag.end - 2
    return block._replace(
        text=lead + block.text[tag.end + 2 :],
        spans=tuple(
            span
            if span.end <= tag.end
            else span._replace(start=span.start + further, end=span.end + further)
            for span in block.spans
        ),
        hang=block.hang + further,
    )
