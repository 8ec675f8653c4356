"""The hits of a search as a page, grouped by section with their counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.points import Point
from briefing.model.sections import TITLES
from briefing.tui.presentation.items import facts
from briefing.tui.presentation.page import Block, Item, Page, Span, label, muted, tagged
from briefing.tui.presentation.phrases import count, stance

if TYPE_CHECKING:
    from briefing.search import Hit, Results

_HOW = (
    ("chip supply", "both words, in any form"),
    ('"chip supply"', "the phrase"),
    ("chip -nvidia", "without a word"),
    ("chip OR power", "either"),
    ("chip in:risks", "in one section only"),
    ("likelihood:>=likely", "at least as likely"),
    ("when:2027..2028", "what happens then"),
    ("P6.3", "what cites that sentence"),
)
_COLUMN = 21  # cells of what is typed


def how_to() -> list[Item]:
    """How to ask, and the fields there are."""
    from briefing.search import FIELDS  # noqa: PLC0415 - not at launch

    names = " ".join(f"{field.name}:" for field in FIELDS)
    told = facts((*_HOW, ("fields", names)), _COLUMN)
    tab = Block("Tab takes what stands behind the cursor", indent=_COLUMN)
    lines = [block._replace(style="muted", spans=()) for block in (*told, tab)]
    return [Item((block,), gap=n == len(_HOW)) for n, block in enumerate(lines)]


def messages(results: Results) -> list[Item]:
    """What of the query was not understood, a sentence each."""
    return [Item((Block(text, "warning"),), gap=False) for text in results.messages]


def grouped(results: Results) -> list[Hit]:
    """The hits section by section, the section with the best hit first, best hits first."""
    order = {
        name: n for n, name in enumerate(dict.fromkeys(h.statement.section for h in results.hits))
    }
    return sorted(results.hits, key=lambda hit: order[hit.statement.section])


def hit_page(query: str, results: Results | None) -> Page:
    """The list of hits; without a query, how to ask; without a hit, the query by name."""
    if results is None:
        return Page("Search", "", tuple(how_to()))
    items = messages(results)
    if not results.hits:
        none = muted(f"No match for '{query.strip()}'. Esc to return.")
        return Page("Search", "", (*items, none))
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
