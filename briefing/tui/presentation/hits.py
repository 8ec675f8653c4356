"""The hits of a search as a page, grouped by section with their counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.points import Point
from briefing.model.sections import TITLES
from briefing.tui.presentation.page import Block, Item, Page, Span, label, muted, tagged
from briefing.tui.presentation.phrases import count, stance

if TYPE_CHECKING:
    from briefing.search import Hit, Results

HOW = (
    "chip supply      both words, in any form",
    '"chip supply"    the phrase',
    "chip -nvidia     without a word",
    "chip in:risks    in one section only",
    "P6.3             what cites that sentence",
)


def grouped(results: Results) -> list[Hit]:
    """The hits section by section, the section with the best hit first, best hits first."""
    order = {
        name: n for n, name in enumerate(dict.fromkeys(h.statement.section for h in results.hits))
    }
    return sorted(results.hits, key=lambda hit: order[hit.statement.section])


def hit_page(query: str, results: Results | None) -> Page:
    """The list of hits; without a query, how to ask; without a hit, the query by name."""
    if results is None:
        return Page("Search", "", tuple(Item((Block(line, "muted"),), gap=False) for line in HOW))
    if not results.hits:
        return Page("Search", "", (muted(f"No match for '{query.strip()}'. Esc to return."),))
    items: list[Item] = []
    current = None
    for hit in grouped(results):
        name = hit.statement.section
        if name != current:
            number = results.counts.get(name, 0)
            items.append(label(f"{TITLES[name]}  {number}", gap=bool(items)))
            current = name
        items.append(hit_item(hit))
    found = f"{count(results.total, 'match', 'matches')} in {count(len(results.counts), 'section')}"
    guessed = (
        f" · no '{results.mistyped[0]}', so what is spelled nearly so" if results.mistyped else ""
    )
    return Page("Search", found + guessed, tuple(items))


def hit_item(hit: Hit) -> Item:
    """A hit: what names it and its text, and below it the words that were found elsewhere in it."""
    key, text = hit.statement.id, hit.statement.text
    if key == hit.statement.entry and not key.startswith("RK"):
        title = text.partition(":")[0]  # a region, motive or actor is known by its title
        block = Block(text, spans=(Span(0, len(title), "id"),), hang=2)
    else:
        part = hit.statement.part
        said = stance(part) if isinstance(part, Point) else ""
        block = tagged(key.rpartition(".")[2].replace("_", " "), text, right=said)
    if not hit.excerpt:
        return Item((block,), key, gap=False)
    why = Block(hit.excerpt.text, "muted", indent=block.hang)
    return Item((block, why), key, gap=False)
