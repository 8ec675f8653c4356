"""Walking every page of a brief without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.sections import SECTION_NAMES
from briefing.tui.places import Place, leads_to
from briefing.tui.presentation.page import Page, Shown
from briefing.tui.presentation.pages import Around, page_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.tui.presentation.page import Item

CELLS, HEIGHT = 77, 200  # high enough for an overview with everything


def page(
    brief: Brief, section: SectionName = "overview", opened: str = "", *, plain: bool = False
) -> Page:
    around = Around(shown=Shown(plain=plain))
    return page_of(brief, Place(section, opened), CELLS, HEIGHT, around)


def all_places(brief: Brief) -> list[Place]:
    """Every place that keys lead to: the sections, and what opens from them."""
    places = [Place(name) for name in SECTION_NAMES]
    for place in places:
        opened = (item.opens for item in page_of(brief, place, CELLS, HEIGHT).items if item.opens)
        led = (leads_to(brief, name) for name in opened)
        places += (there for there in led if there.opened and there.at("") not in places)
    return places


def all_pages(brief: Brief) -> Iterator[Page]:
    return (page_of(brief, place, CELLS, HEIGHT) for place in all_places(brief))


def text_of(found: Page | Item) -> str:
    """All words of a page or an item, in their order, each item with its caption."""
    items = found.items if isinstance(found, Page) else (found,)
    blocks = [block for item in items for block in (*item.blocks, *item.caption)]
    return "\n".join(part for block in blocks for part in (block.text, block.right) if part)


def item(found: Page, key: str) -> Item:
    """The item of that key."""
    return next(item for item in found.items if item.key == key)


def headings(found: Page) -> list[str]:
    """The headings inside a page: what cannot be selected and stands in capitals."""
    return [i.blocks[0].text for i in found.items if not i.key and i.blocks[0].text.isupper()]
