"""What is found across a library, as pages: the hits of a search, and all that is said of an actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.sections import TITLES
from briefing.tui.presentation.hits import HOW, hit_item
from briefing.tui.presentation.page import Block, Item, Page, label, muted
from briefing.tui.presentation.phrases import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.search import Hit, Results


def key_of(hit: Hit) -> str:
    """What tells a hit from all others of a library."""
    return f"{hit.brief}\t{hit.statement.id}"


def by_brief(results: Results) -> list[Hit]:
    """The hits brief by brief, the brief with the best hit first, best hits first."""
    order = {key: n for n, key in enumerate(dict.fromkeys(hit.brief for hit in results.hits))}
    return sorted(results.hits, key=lambda hit: order[hit.brief])


def found_page(query: str, results: Results | None, state: str) -> Page:
    """The hits of all briefs; `state` says in a sentence what is not searched yet, or ""."""
    notes = [muted(state)] if state else []
    if results is None:
        how = (Item((Block(line, "muted"),), gap=False) for line in HOW)
        return Page("Search", "all briefs", (*notes, *how) if not query.strip() else tuple(notes))
    notes += messages(results)
    if not results.hits:
        notes.append(muted(f"No match for '{query.strip()}'. Esc to return."))
        return Page("Search", "all briefs", tuple(notes))
    return Page("Search", tally(results), (*notes, *grouped_items(by_brief(results))))


def messages(results: Results) -> list[Item]:
    """What the search has to say of the query, a line each."""
    return [Item((Block(text, "warning"),), gap=False) for text in results.messages]


def tally(results: Results) -> str:
    """How much matches, and how much of it in which section; what is not listed is said."""
    found = (
        count(results.total, "match", "matches")
        if results.total < 1000
        else f"{results.total:,} matches"
    )
    listed = f", the best {len(results.hits)}" if results.total > len(results.hits) else ""
    sections = (f"{TITLES[name].lower()} {number:,}" for name, number in results.counts.items())
    guessed = (
        f"no '{results.mistyped[0]}', so what is spelled nearly so" if results.mistyped else ""
    )
    return " · ".join(filter(None, (found + listed, guessed, *sections)))


def grouped_items(hits: Sequence[Hit]) -> list[Item]:
    """The hits as items, below the title of the brief that they stand in."""
    items: list[Item] = []
    current = None
    for hit in hits:
        if hit.brief != current:
            items.append(label(hit.brief_title or hit.brief, gap=bool(items)))
            current = hit.brief
        items.append(hit_item(hit)._replace(key=key_of(hit)))
    return items
