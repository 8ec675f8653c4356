"""The index of one brief, in memory: statements in, results out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.statements import statements
from briefing.search.documents import Setting, document, documents
from briefing.search.kept import NOTHING
from briefing.search.results import Results, hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import tantivy

    from briefing.model.brief import Brief
    from briefing.model.statements import Statement
    from briefing.search.kept import Kept

_MEMORY = 15_000_000  # bytes for the writer; the least the engine takes
_NUMBER = (1 << 16) - 1  # of an order, which ends in the place in the order of reading


class Index:
    """The statements of a brief, ready to be searched. Made by `Index.of`."""

    def __init__(self, statements: Sequence[Statement], searcher: tantivy.Searcher) -> None:
        # tantivy is loaded with the first index: a reader who never searches never waits for it
        from briefing.search.engine import Engine  # noqa: PLC0415

        self._statements = statements
        self._engine = Engine(searcher)

    @classmethod
    def of(cls, found: Iterable[Statement], setting: Setting | None = None) -> Index:
        """The index of the statements, in memory. Their order is the reading order."""
        kept = tuple(found)
        return cls(kept, _written(kept, setting or Setting()))

    @classmethod
    def of_brief(cls, brief: Brief) -> Index:
        """The index of all statements of a brief."""
        return cls.of(statements(brief), Setting.of(brief))

    def search(self, query: str, limit: int = 200, *, kept: Kept = NOTHING) -> Results:
        """The statements that match, best first, then in reading order; at most `limit` hits.

        The language of queries is told in `briefing.search.query`. Where nothing matches, the
        words that occur nowhere are taken for others spelled nearly so. No query raises. Of what
        is `kept`, the key of the brief is "".
        """
        asked, best, counts = self._engine.search(query, limit, kept)
        hits = tuple(
            hit(asked, self._statements[match.order & _NUMBER], match.score) for match in best
        )
        return Results(query, hits, counts, asked)

    def values(self, field: str, opening: str = "") -> list[str]:
        """The values of a field there are that open so, the most frequent ones first."""
        return self._engine.known(field, opening)


def _written(found: Sequence[Statement], setting: Setting) -> tantivy.Searcher:
    import tantivy  # noqa: PLC0415 - as above

    from briefing.search.schema import prepared, schema  # noqa: PLC0415

    index = prepared(tantivy.Index(schema()))
    # one thread, one segment: statements of the same score come in reading order
    writer = index.writer(_MEMORY, num_threads=1)
    for made in documents(found, setting):
        writer.add_document(document(made))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index.searcher()
