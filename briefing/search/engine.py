"""Asking the engine: a query in, the addresses and numbers of what matches out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from tantivy import Occur, Order
from tantivy import Query as Lookup

from briefing.model.sections import SECTION_NAMES
from briefing.search.filters import Filter, unknown_value
from briefing.search.lookup import Lookups
from briefing.search.plain import folded
from briefing.search.query import Query, Term, parse
from briefing.search.typos import slips_allowed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    import tantivy

    from briefing.model.sections import SectionName
    from briefing.search.kept import Kept
    from briefing.search.query import Clause

_COUNT = {"sections": {"terms": {"field": "section", "size": len(SECTION_NAMES)}}}
_MANY = 50_000  # statements, from which two threads are faster than one
_KINDS = {"risk": "kind:risk", "when": "kind:event"}

Column = Literal["order", "rank"]


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
        self._beside = ThreadPoolExecutor(1) if searcher.num_docs > _MANY else None

    def search(self, query: str, limit: int, kept: Kept) -> Matches:
        """What matches, best first; of equals the newer, then in the order of reading."""
        asked = self._understood(parse(query))
        for attempt in self._attempts(asked):
            by: Column | None = None if attempt.wanted else "order"  # nothing to score by
            found = self._found(attempt, self._lookups.of(attempt, kept), limit, by)
            if found.counts:
                return found
        return Matches(asked, (), {})

    def listed(
        self,
        query: str,
        kind: Literal["risk", "when"],
        limit: int,
        kept: Kept,
        within: Collection[str] | None = None,
    ) -> Matches:
        """The risks, or the events, that match; all where nothing is asked for; by their rank."""
        asked = self._understood(parse(query))
        for attempt in self._attempts(asked):
            found = self._lookups.of(attempt, kept) if attempt else Lookup.all_query()
            parts = [found, self._lookups.tagged(_KINDS[kind])]
            if within is not None:
                parts.append(self._lookups.within(within))
            lookup = Lookup.boolean_query([(Occur.Must, part) for part in parts])
            matches = self._found(attempt, lookup, limit, "rank")
            if matches.counts:
                return matches
        return Matches(asked, (), {})

    def about(self, name: str, limit: int) -> Matches:
        """All that is about an entry, by its id or title, newer briefs first."""
        asked = Query(((Term(Filter("about", (folded(name),))),),))
        return self._found(asked, self._lookups.of(asked), limit, "order")

    def known(self, field: str, opening: str) -> list[str]:
        """The values of a field that open so, the most frequent ones first."""
        return self._lookups.known(field, folded(opening))

    def data(self, match: Match) -> bytes:
        """What is stored of a match."""
        return bytes(self._searcher.doc(match.address).get_first("data") or b"")

    def stored(self, tag: str) -> Iterator[bytes]:
        """What is stored of all that bears a tag."""
        lookup, most = self._lookups.tagged(tag), self._searcher.num_docs
        hits = self._searcher.search(lookup, most, count=False).hits if most else ()
        for score, address in hits:
            yield self.data(Match(score, 0, address))

    def _understood(self, asked: Query) -> Query:
        """The query, with a message for each value that no brief knows."""
        said = list(asked.messages)
        for group in asked.groups:
            for term in group:
                what = term.what
                if isinstance(what, Filter) and what.open and not self._lookups.named(what):
                    value = what.values[0]
                    similar = self._lookups.known(what.field, value[:1])
                    said.append(unknown_value(what.field, value, similar, those=False))
        return replace(asked, messages=tuple(said))

    def _attempts(self, asked: Query) -> Iterator[Query]:
        """The query, then with more and more slips in words that occur nowhere."""
        yield asked
        slips = {
            clause: slips_allowed(clause.forms[0])
            for clause in asked.wanted
            if len(clause.forms) == 1 and not self._lookups.occurs(clause)
        }
        for most in range(1, max(slips.values(), default=0) + 1):

            def reading(clause: Clause, most: int = most) -> Clause:
                return replace(clause, slips=min(most, slips.get(clause, 0)))

            yield asked.read_as(reading)

    def _found(self, asked: Query, lookup: tantivy.Query, limit: int, by: Column | None) -> Matches:
        """What matches; of many statements it is counted on another core meanwhile."""
        counting = None
        if self._beside:
            with suppress(RuntimeError):  # no thread is to be had while the program ends
                counting = self._beside.submit(self._counts, lookup)
        if counting is None:
            counts = self._counts(lookup)
            return Matches(asked, self._best(lookup, limit, by) if counts else (), counts)
        best = self._best(lookup, limit, by)
        return Matches(asked, best, counting.result())

    def _counts(self, lookup: tantivy.Query) -> dict[SectionName, int]:
        buckets = self._searcher.aggregate(lookup, _COUNT)["sections"]["buckets"]
        found = {int(bucket["key"]): int(bucket["doc_count"]) for bucket in buckets}
        return {name: found[n] for n, name in enumerate(SECTION_NAMES) if n in found}

    def _best(self, lookup: tantivy.Query, limit: int, by: Column | None = None) -> list[Match]:
        """The best matches, by their score or by a column."""
        most = min(limit, self._searcher.num_docs)  # the engine makes room for all it is asked for
        if most < 1:
            return []
        search = self._searcher.search
        if by is None:
            found = search(lookup, most, count=False, weight_by_field="recency").hits
        else:
            hits = search(lookup, most, count=False, order_by_field=by, order=Order.Asc).hits
            found = [(1.0, address) for _, address in hits]
        orders = self._searcher.fast_field_values("order", [address for _, address in found])
        matches = [
            Match(score, int(order or 0), address)
            for (score, address), order in zip(found, orders, strict=True)
        ]
        return matches if by else sorted(matches, key=lambda match: (-match.score, match.order))
