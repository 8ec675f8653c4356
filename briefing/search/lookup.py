"""A query of ours as a query of the engine. Imports tantivy: loaded with the first index.

The engine answers some calls with a panic, which no `except Exception` catches and which prints
over the screen. What does so is never called: a phrase of one word, a limit of 0 or far too high.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tantivy import Occur
from tantivy import Query as Lookup

from briefing.search.schema import schema, stems_of
from briefing.search.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tantivy import Searcher

    from briefing.model.sections import SectionName
    from briefing.search.query import Clause, Query

# What a match weighs: a title above the text, that above notes and reasons, the word as it was
# typed above another form of it, and that above a longer word that opens so.
_WEIGHTS = {"title": 3.0, "text": 1.5, "more": 0.8}
_OF_STEM, _OF_OPENING = 0.8, 0.2
_NAME_WEIGHTS = {"id": 100.0, "cites": 20.0}
_OPENINGS = 50  # words that an unfinished word may stand for, the most frequent ones
_BESIDE = 2.0  # words that stand beside each other, at most _APART words between them
_APART = 2


class Lookups:
    """Builds the engine's queries; the searcher tells which words there are."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._schema = schema()

    def of(self, query: Query) -> Lookup:
        """What finds the statements that the query asks for. Nothing is found by an empty one."""
        parts = [(Occur.Must, self._clause(clause)) for clause in query.wanted]
        parts += [(Occur.Should, beside) for beside in self._neighbours(query.wanted)]
        parts += [(Occur.MustNot, self._clause(clause)) for clause in query.unwanted]
        if query.within:
            parts.append((Occur.Must, self._sections(query.within)))
        if query.without:
            parts.append((Occur.MustNot, self._sections(query.without)))
        if query and not query.wanted and not query.within:
            # the engine takes away only from what something else has found
            parts.append((Occur.Must, Lookup.const_score_query(Lookup.all_query(), 0.0)))
        return Lookup.boolean_query(parts)

    def occurs(self, clause: Clause) -> bool:
        """Whether the one word of a clause, or a longer one that it opens, stands anywhere."""
        form = clause.forms[0]
        places = [(field, clause.name) for field in _NAME_WEIGHTS]
        for field in _WEIGHTS:
            places += [(field, form), (stems_of(field), stem(form))]
        return any(self._searcher.doc_freq(*place) for place in places) or (
            clause.unfinished and any(self._openings(field, form) for field in _WEIGHTS)
        )

    def _clause(self, clause: Clause) -> Lookup:
        parts = [
            Lookup.const_score_query(self._term(field, clause.name), weight)
            for field, weight in _NAME_WEIGHTS.items()
        ]
        build = self._phrase if len(clause.forms) > 1 else self._word
        for field, weight in _WEIGHTS.items():
            parts += build(clause, field, weight)
        return Lookup.disjunction_max_query(parts)

    def _word(self, clause: Clause, field: str, weight: float) -> Iterator[Lookup]:
        form = clause.forms[0]
        yield Lookup.boost_query(self._term(field, form), weight)
        yield Lookup.boost_query(self._term(stems_of(field), stem(form)), weight * _OF_STEM)
        if clause.unfinished:
            terms = self._openings(field, form)
            openings = Lookup.term_set_query(self._schema, field, terms)
            # a constant score: else the rarest of the words that it may become would come first
            yield Lookup.const_score_query(openings, weight * _OF_OPENING)
        if clause.slips:
            yield Lookup.const_score_query(self._near(clause, field, opening=False), weight)
        if clause.slips and clause.unfinished:
            openings = self._near(clause, field, opening=True)
            yield Lookup.const_score_query(openings, weight * _OF_OPENING)

    def _near(self, clause: Clause, field: str, *, opening: bool) -> Lookup:
        form, slips = clause.forms[0], clause.slips
        return Lookup.fuzzy_term_query(self._schema, field, form, slips, prefix=opening)

    def _phrase(self, clause: Clause, field: str, weight: float) -> Iterator[Lookup]:
        last = clause.forms[-1]
        lasts = [last, *self._openings(field, last)] if clause.unfinished else [last]
        endings = dict.fromkeys(stem(form) for form in lasts)
        phrases = [
            self._beside(stems_of(field), [*clause.stems[:-1], ending]) for ending in endings
        ]
        yield Lookup.boost_query(self._beside(field, clause.forms), weight)
        yield Lookup.boost_query(Lookup.disjunction_max_query(phrases), weight * _OF_STEM)

    def _neighbours(self, clauses: Iterable[Clause]) -> Iterator[Lookup]:
        for left, right in pairwise(clauses):
            stems = [left.stems[-1], right.stems[0]]
            yield Lookup.boost_query(self._beside(stems_of("text"), stems, apart=_APART), _BESIDE)

    def _beside(self, field: str, terms: Iterable[str], apart: int = 0) -> Lookup:
        return Lookup.phrase_query(self._schema, field, list(terms), apart)

    def _term(self, field: str, term: str) -> Lookup:
        return Lookup.term_query(self._schema, field, term)

    def _openings(self, field: str, form: str) -> list[str]:
        found = self._searcher.terms_with_prefix(field, form, limit=_OPENINGS)
        return [term for term, _ in found]

    def _sections(self, names: Iterable[SectionName]) -> Lookup:
        found = Lookup.term_set_query(self._schema, "section", sorted(names))
        return Lookup.const_score_query(found, 0.0)
