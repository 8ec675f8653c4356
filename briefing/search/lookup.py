"""A query of ours as a query of the engine. Imports tantivy: loaded with the first index.

The engine answers some calls with a panic, which no `except Exception` catches and which prints
over the screen. What does so is never called: a phrase of one word, a limit of 0 or far too high.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tantivy import Occur
from tantivy import Query as Lookup

from briefing.search.schema import forms_of, schema
from briefing.search.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tantivy import Searcher

    from briefing.model.sections import SectionName
    from briefing.search.query import Clause, Query

# What a match weighs: the text above notes and reasons, a title more than both; the word as it was
# typed comes on top. What a word may become while it is typed, or stand for, comes last.
_WEIGHTS = {"text": 1.5, "more": 0.8}
_IN_TITLE, _AS_TYPED, _OPENING, _NEAR = 2.0, 0.3, 0.2, 0.5
_NAMED, _CITED = 100.0, 20.0
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
            parts.append((Occur.Must, Lookup.const_score_query(Lookup.all_query(), 1.0)))
            parts.append((Occur.MustNot, self.tagged("kind:brief")))
        return Lookup.boolean_query(parts)

    def tagged(self, tag: str) -> Lookup:
        """What finds all that bears a tag."""
        return self._term("tags", tag)

    def occurs(self, clause: Clause) -> bool:
        """Whether the one word of a clause, or a longer one that it opens, stands anywhere."""
        form = clause.forms[0]
        places = [("tags", tag) for tag in _names(clause)]
        places += [(field, stem(form)) for field in _WEIGHTS]
        return any(self._searcher.doc_freq(*place) for place in places) or (
            clause.unfinished and any(self._openings(forms_of(field), form) for field in _WEIGHTS)
        )

    def _clause(self, clause: Clause) -> Lookup:
        parts = [
            Lookup.const_score_query(self.tagged(tag), weight)
            for tag, weight in _names(clause).items()
        ]
        build = self._phrase if len(clause.forms) > 1 else self._word
        return _any([*parts, *build(clause)])

    def _word(self, clause: Clause) -> Iterator[Lookup]:
        form, root = clause.forms[0], stem(clause.forms[0])
        yield Lookup.boost_query(self._term("title", root), _IN_TITLE)
        for field, weight in _WEIGHTS.items():
            forms = forms_of(field)
            yield Lookup.boost_query(self._term(field, root), weight)
            yield Lookup.boost_query(self._term(forms, form), weight * _AS_TYPED)
            if clause.unfinished and (longer := self._openings(forms, form)):
                found = Lookup.term_set_query(self._schema, forms, longer)
                # a constant score: else the rarest of the words that it may become would come first
                yield Lookup.const_score_query(found, weight * _OPENING)
            if clause.slips:
                found = self._near(forms, clause, opening=False)
                yield Lookup.const_score_query(found, weight * _NEAR)
            if clause.slips and clause.unfinished:
                found = self._near(forms, clause, opening=True)
                yield Lookup.const_score_query(found, weight * _OPENING)

    def _near(self, field: str, clause: Clause, *, opening: bool) -> Lookup:
        form, slips = clause.forms[0], clause.slips
        return Lookup.fuzzy_term_query(self._schema, field, form, slips, prefix=opening)

    def _phrase(self, clause: Clause) -> Iterator[Lookup]:
        stems, phrases, typed = clause.stems, [], []
        for field, weight in _WEIGHTS.items():
            forms = forms_of(field)
            longer = self._openings(forms, clause.forms[-1]) if clause.unfinished else ()
            for ending in dict.fromkeys((stems[-1], *map(stem, longer))):
                phrase = self._beside(field, [*stems[:-1], ending])
                phrases.append(Lookup.boost_query(phrase, weight))
            for form in {*clause.forms} - {*stems}:  # the words as they were typed, on top
                found = Lookup.boost_query(self._term(forms, form), weight * _AS_TYPED)
                typed.append((Occur.Should, found))
        yield Lookup.boolean_query([(Occur.Must, _any(phrases)), *typed])

    def _neighbours(self, clauses: Iterable[Clause]) -> Iterator[Lookup]:
        for left, right in pairwise(clauses):
            stems = [left.stems[-1], right.stems[0]]
            yield Lookup.boost_query(self._beside("text", stems, apart=_APART), _BESIDE)

    def _beside(self, field: str, terms: Iterable[str], apart: int = 0) -> Lookup:
        return Lookup.phrase_query(self._schema, field, list(terms), apart)

    def _term(self, field: str, term: str) -> Lookup:
        return Lookup.term_query(self._schema, field, term)

    def _openings(self, field: str, form: str) -> list[str]:
        found = self._searcher.terms_with_prefix(field, form, limit=_OPENINGS)
        return [term for term, _ in found]

    def _sections(self, names: Iterable[SectionName]) -> Lookup:
        tags = [f"section:{name}" for name in sorted(names)]
        return Lookup.const_score_query(Lookup.term_set_query(self._schema, "tags", tags), 0.0)


def _names(clause: Clause) -> dict[str, float]:
    """The tags of the statement that a clause may name, and of those that cite it."""
    return {f"id:{clause.name}": _NAMED, f"cites:{clause.name}": _CITED}


def _any(parts: Iterable[Lookup]) -> Lookup:
    return Lookup.boolean_query([(Occur.Should, part) for part in parts])
