"""The index: statements in, results out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model.sections import SECTION_NAMES
from briefing.search.query import parse
from briefing.search.results import Results, hit
from briefing.search.typos import slips_allowed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import tantivy

    from briefing.model.sections import SectionName
    from briefing.model.statements import Statement
    from briefing.search.query import Query
    from briefing.search.results import Hit

_MEMORY = 15_000_000  # bytes for the writer; the least the engine takes
_COUNT = {"sections": {"terms": {"field": "section", "size": len(SECTION_NAMES)}}}


class Index:
    """The statements of a brief, ready to be searched. Made by `Index.of`."""

    def __init__(self, statements: Sequence[Statement], searcher: tantivy.Searcher) -> None:
        # tantivy is loaded with the first index: a reader who never searches never waits for it
        from briefing.search.lookup import Lookups  # noqa: PLC0415

        self._statements = statements
        self._searcher = searcher
        self._lookups = Lookups(searcher)

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> Index:
        """The index of the statements, in memory. Their order is the reading order."""
        kept = tuple(statements)
        return cls(kept, _written(kept))

    def search(self, query: str, limit: int = 200) -> Results:
        """The statements that match, best first, then in reading order; at most `limit` hits.

        The language of queries is told in `briefing.search.query`. Where nothing matches, the
        words that occur nowhere are taken for others spelled nearly so. No query raises.
        """
        asked = parse(query)
        for attempt in self._attempts(asked):
            lookup = self._lookups.of(attempt)
            if counts := self._counts(lookup):
                return Results(query, self._hits(attempt, lookup, limit), counts, attempt)
        return Results(query, (), {}, asked)

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
        found = {bucket["key"]: int(bucket["doc_count"]) for bucket in buckets}
        return {section: found[section] for section in SECTION_NAMES if section in found}

    def _hits(self, asked: Query, lookup: tantivy.Query, limit: int) -> tuple[Hit, ...]:
        most = min(limit, len(self._statements))  # the engine makes room for all it is asked for
        if most < 1:
            return ()
        found = self._searcher.search(lookup, most, count=False).hits
        orders = self._searcher.fast_field_values("order", [address for _, address in found])
        ranked = sorted(
            (-score, int(order or 0)) for (score, _), order in zip(found, orders, strict=True)
        )
        return tuple(hit(asked, self._statements[order], -score) for score, order in ranked)


def _written(statements: Iterable[Statement]) -> tantivy.Searcher:
    import tantivy  # noqa: PLC0415 - as above

    from briefing.search.schema import FORMS, STEMS, document, schema  # noqa: PLC0415
    from briefing.search.words import forms_analyzer, stems_analyzer  # noqa: PLC0415

    index = tantivy.Index(schema())
    index.register_tokenizer(FORMS, forms_analyzer())
    index.register_tokenizer(STEMS, stems_analyzer())
    # the default policy watches for commits in a thread, which may take 100 ms to see the first
    index.config_reader("manual")
    # one thread, one segment: statements of the same score come in reading order
    writer = index.writer(_MEMORY, num_threads=1)
    for order, statement in enumerate(statements):
        writer.add_document(document(statement, order))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index.searcher()
