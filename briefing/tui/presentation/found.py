"""What is found across a library, as pages: the hits of a search, and all that is said of an actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.sections import TITLES
from briefing.tui.presentation.hits import hit_item, how_to, messages
from briefing.tui.presentation.page import Block, Item, Page, muted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.search import Hit, Results

    Aside = Callable[[str], str]  # what stands beside the title of a brief, by its key


def key_of(hit: Hit) -> str:
    """What tells a hit from all others of a library."""
    return f"{hit.brief}\t{hit.statement.id}"


def by_brief(results: Results) -> list[Hit]:
    """The hits brief by brief, the brief with the best hit first, best hits first."""
    order = {key: n for n, key in enumerate(dict.fromkeys(hit.brief for hit in results.hits))}
    return sorted(results.hits, key=lambda hit: order[hit.brief])


def found_page(query: str, results: Results | None, state: str, aside: Aside) -> Page:
    """The hits of all briefs; `state` says in a sentence what is not searched yet, or ""."""
    items = [muted(state)] if state else []
    if results is None:
        items += [] if query.strip() else how_to()
        return Page("Search", "", tuple(items))
    items += messages(results)
    if not results.hits:
        items.append(muted(f"No match for '{query.strip()}'. Esc to return."))
        return Page("Search", "", tuple(items))
    items += grouped_items(by_brief(results), aside)
    return Page("Search", tally(results), tuple(items))


def tally(results: Results) -> str:
    """How much matches, how much of it is listed, and how much of it stands in which section."""
    number = "1 match" if results.total == 1 else f"{results.total:,} matches"
    listed = f"the best {len(results.hits)}" if results.total > len(results.hits) else ""
    guessed = (
        f"no '{results.mistyped[0]}', so what is spelled nearly so" if results.mistyped else ""
    )
    sections = (f"{TITLES[name].lower()} {found:,}" for name, found in results.counts.items())
    return " · ".join(filter(None, (number, listed, guessed, *sections)))


def grouped_items(hits: Sequence[Hit], aside: Aside) -> list[Item]:
    """The hits as items, below the title of the brief that they stand in, with what is `aside` it."""
    items: list[Item] = []
    current = None
    for hit in hits:
        if hit.brief != current:
            title = Block(hit.brief_title or hit.brief, "heading", right=aside(hit.brief))
            items.append(Item((title,)))
            current = hit.brief
        items.append(hit_item(hit)._replace(key=key_of(hit)))
    return items
