"""Pages across the briefs of a library: its risks, its dates, all that is said of one entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.model.entries import Risk
from briefing.model.points import Event
from briefing.tui.presentation.found import by_brief, grouped_items, key_of
from briefing.tui.presentation.hits import messages
from briefing.tui.presentation.page import Block, Item, Page, label, muted, tagged
from briefing.tui.presentation.phrases import count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.search import Hit, Results
    from briefing.tui.presentation.found import Aside

What = Literal["risk", "event", "statement"]
_TITLES: dict[What, str] = {"risk": "RISKS", "event": "DATES", "statement": "ABOUT"}
_UNDATED = "Undated in the source"


class Asked(NamedTuple):
    """What a page lists, of which entry, of how many briefs where not of all, and what of it."""

    what: What
    name: str = ""
    briefs: int | None = None
    query: str = ""


def hits_of(what: What, results: Results) -> Sequence[Hit]:
    """The hits as they are listed."""
    return by_brief(results) if what == "statement" else results.hits


def across_page(asked: Asked, results: Results | None, state: str, aside: Aside) -> Page:
    """The page; `state` says in a sentence what is not in it yet, or ""."""
    heading = asked.name or _TITLES[asked.what]
    if asked.briefs is not None:
        heading += f" · {count(asked.briefs, 'brief')}"
    items = [muted(state)] if state else []
    if results is None:
        return Page(heading, "", tuple(items))
    items += messages(results)
    hits = hits_of(asked.what, results)
    if not hits:
        query = f" for '{asked.query.strip()}'" if asked.query.strip() else ""
        items.append(muted(f"No {asked.what} found{query}."))
    elif asked.what == "statement":
        items += grouped_items(hits, aside)
    elif asked.what == "risk":
        items += _under(hits, _impact, lambda hit: _risk(hit, aside))
    else:
        items += _under(hits, _year, lambda hit: _event(hit, aside))
    return Page(heading, _detail(asked, results), tuple(items))


def _detail(asked: Asked, results: Results) -> str:
    number = f"{results.total:,} {asked.what}{'' if results.total == 1 else 's'}"
    if results.total > len(results.hits):
        return f"the first {len(results.hits)} of {number}"
    briefs = len({hit.brief for hit in results.hits})
    return f"{number} in {count(briefs, 'brief')}" if briefs else ""


def _under(
    hits: Sequence[Hit], group: Callable[[Hit], str], made: Callable[[Hit], Item]
) -> list[Item]:
    """An item for each hit, below the name of its group where that changes."""
    items: list[Item] = []
    current = None
    for hit in hits:
        if (now := group(hit)) != current:
            items.append(label(now))
            current = now
        items.append(made(hit))
    return items


def _impact(hit: Hit) -> str:
    return f"impact {hit.statement.part.impact}" if isinstance(hit.statement.part, Risk) else ""


def _year(hit: Hit) -> str:
    year = re.search(r"\d{4}", hit.told)
    return year[0] if year else _UNDATED


def _risk(hit: Hit, aside: Aside) -> Item:
    part = hit.statement.part
    title = part.title if isinstance(part, Risk) else hit.statement.text
    return _item(hit, tagged(hit.statement.id, title, right=hit.told), "", aside)


def _event(hit: Hit, aside: Aside) -> Item:
    part = hit.statement.part
    said = part.label if isinstance(part, Event) else ""
    return _item(hit, tagged(hit.statement.id, hit.statement.text, right=hit.told), said, aside)


def _item(hit: Hit, block: Block, said: str, aside: Aside) -> Item:
    """What is found, and below it the brief that it stands in."""
    title = hit.brief_title or hit.brief
    below = Block(
        f"{said} · {title}" if said else title,
        "muted",
        indent=block.hang,
        right=aside(hit.brief),
    )
    return Item((block, below), key_of(hit), gap=False)
