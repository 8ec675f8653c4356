"""Asking the engine: a query in, the addresses and numbers of what matches out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tantivy import Order

from briefing.model.sections import SECTION_NAMES
from briefing.search.lookup import Lookups
from briefing.search.query import parse
from briefing.search.typos import slips_allowed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import tantivy

    from briefing.model.sections import SectionName
    from briefing.search.query import Query

_COUNT = {"sections": {"terms": {"field": "section", "size": len(SECTION_NAMES)}}}


class Match(NamedTuple):
    """A statement that matches: how well, its place among equals, and where the engine has it."""

    score: float
    order: int
    address: tantivy.DocAddress


class Matches(NamedTuple):
    """The best matches in order, and how many there are in each section that has any."""

    asked: Query
    best: Sequence[Match]
    counts: dict[SectionName, int]


class Engine:
    """One state of an index, to be asked."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher
        self._lookups = Lookups(searcher)

    def search(self, query: str, limit: int) -> Matches:
        """What matches, best first; of equals the newer, then in the order of reading."""
        asked = parse(query)
        for attempt in self._attempts(asked):
            lookup = self._lookups.of(attempt)
            if counts := self._counts(lookup):
                return Matches(attempt, self._best(attempt, lookup, limit), counts)
        return Matches(asked, (), {})

    def data(self, match: Match) -> bytes:
        """What is stored of a match."""
        return bytes(self._searcher.doc(match.address).get_first("data") or b"")

    def stored(self, tag: str) -> Iterator[bytes]:
        """What is stored of all that bears a tag."""
        lookup = self._lookups.tagged(tag)
        if self._searcher.num_docs:
            for _, address in self._searcher.search(
                lookup, self._searcher.num_docs, count=False
            ).hits:
                yield self.data(Match(0.0, 0, address))

    def _attempts(self, asked: Query) -> Iterator[Query]:
        yield asked
        slips = {
            clause: slips_allowed(clause.forms[0])
            for clause in asked.wanted
            if len(clause.forms) == 1 and not self._lookups.occurs(clause)
        }
        for most in range(1, max(slips.values(), default=0) + 1):
            wanted = (replace(c, slips=min(most, slips.get(c, 0))) for c in asked.wanted)
            yield replace(asked, wanted=tuple(wanted))

    def _counts(self, lookup: tantivy.Query) -> dict[SectionName, int]:
        buckets = self._searcher.aggregate(lookup, _COUNT)["sections"]["buckets"]
        found = {int(bucket["key"]): int(bucket["doc_count"]) for bucket in buckets}
        return {name: found[n] for n, name in enumerate(SECTION_NAMES) if n in found}

    def _best(self, asked: Query, lookup: tantivy.Query, limit: int) -> list[Match]:
        most = min(limit, self._searcher.num_docs)  # the engine makes room for all it is asked for
        if most < 1:
            return []
        if asked.wanted:
            found = self._searcher.search(lookup, most, count=False, weight_by_field="recency").hits
        else:  # nothing to score by
            in_order = self._searcher.search(
                lookup, most, count=False, order_by_field="order", order=Order.Asc
            )
            found = [(1.0, address) for _, address in in_order.hits]
        orders = self._searcher.fast_field_values("order", [address for _, address in found])
        matches = (
            Match(score, int(order or 0), address)
            for (score, address), order in zip(found, orders, strict=True)
        )
        return sorted(matches, key=lambda match: (-match.score, match.order))
