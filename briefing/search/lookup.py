"""A query of ours as a query of the engine. Imports tantivy: loaded with the first index.

The engine answers some calls with a panic, which no `except Exception` catches and which prints
over the screen. What does so is never called: a phrase of one word, a limit of 0 or far too high.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tantivy import FieldType, Occur
from tantivy import Query as Lookup

from briefing.search.kept import NOTHING
from briefing.search.query import Clause
from briefing.search.schema import forms_of, schema
from briefing.search.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tantivy import Searcher

    from briefing.search.filters import Filter
    from briefing.search.kept import Kept
    from briefing.search.query import Group, Query, Term

# What a match weighs: the text above notes and reasons, a title more than both; the word as it was
# typed comes on top. What a word may become while it is typed, or stand for, comes last.
_WEIGHTS = {"text": 1.5, "more": 0.8}
_IN_TITLE, _AS_TYPED, _OPENING, _NEAR = 2.0, 0.3, 0.2, 0.5
_NAMED, _CITED = 100.0, 20.0
_OPENINGS = 50  # words that an unfinished word may stand for, the most frequent ones
_ENDINGS = 20  # the same at the end of a phrase, where each takes longer
_COMMON, _MANY = 8, 50_000  # of many statements, a word in every eighth is common
_VALUES = 300  # of a field
_LONGEST = 200  # characters of a name that is looked for by a part of it
_BESIDE = 2.0  # words that stand beside each other, at most _APART words between them
_APART = 2


class Lookups:
    """Builds the engine's queries; the searcher tells which words there are."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._schema = schema()

    def of(self, query: Query, kept: Kept = NOTHING) -> Lookup:
        """What finds the statements that the query asks for. Nothing is found by an empty one."""
        parts = [self._group(group, kept) for group in query.groups]
        parts += [(Occur.Should, beside) for beside in self._neighbours(query.plain)]
        if all(occur == Occur.MustNot for occur, _ in parts) and parts:
            # the engine takes away only from what something else has found
            parts.append((Occur.Must, self.everything()))
        return Lookup.boolean_query(parts)

    def everything(self) -> Lookup:
        """What finds every statement."""
        every = [(Occur.Must, Lookup.all_query()), (Occur.MustNot, self.tagged("kind:brief"))]
        return Lookup.const_score_query(Lookup.boolean_query(every), 1.0)

    def tagged(self, tag: str) -> Lookup:
        """What finds all that bears a tag."""
        return self._term("tags", tag)

    def within(self, briefs: Iterable[str]) -> Lookup:
        """What finds the statements of briefs, by their keys."""
        return self._tagged(f"key:{brief}" for brief in briefs)

    def occurs(self, clause: Clause) -> bool:
        """Whether the one word of a clause, or a longer one that it opens, stands anywhere."""
        form = clause.forms[0]
        places = [("tags", tag) for tag in _names(clause)]
        places += [(field, stem(form)) for field in _WEIGHTS]
        return any(self._searcher.doc_freq(*place) for place in places) or (
            clause.unfinished and any(self._openings(forms_of(field), form) for field in _WEIGHTS)
        )

    def _group(self, group: Group, kept: Kept) -> tuple[Occur, Lookup]:
        if len(group) == 1:
            (term,) = group
            return Occur.MustNot if term.unwanted else Occur.Must, self._what(term.what, kept)
        return Occur.Must, _any(self._either(term, kept) for term in group)

    def _either(self, term: Term, kept: Kept) -> Lookup:
        found = self._what(term.what, kept)
        if not term.unwanted:
            return found
        others = [(Occur.Must, self.everything()), (Occur.MustNot, found)]
        return Lookup.const_score_query(Lookup.boolean_query(others), 0.0)

    def _what(self, what: Clause | Filter, kept: Kept) -> Lookup:
        if isinstance(what, Clause):
            return self._clause(what)
        return Lookup.const_score_query(self._filter(what, kept), 0.0)

    def _filter(self, asked: Filter, kept: Kept) -> Lookup:
        if asked.field == "is":
            return _any(self._is(state, kept) for state in asked.values)
        if asked.field == "when":
            return self._when(asked) if asked.values else Lookup.empty_query()
        if asked.open:
            return self.named(asked) or Lookup.empty_query()
        return self._tagged(f"{asked.field}:{value}" for value in asked.values)

    def named(self, asked: Filter) -> Lookup | None:
        """What bears the name that an open filter asks for; else a name, or a word of one, that opens so.

        None where nothing does.
        """
        tag = f"{asked.field}:{asked.values[0]}"
        if self._searcher.doc_freq("tags", tag):
            return self.tagged(tag)
        # letters, digits and spaces: nothing in a folded name means anything to a regular expression
        for pattern in (f"{tag}.*", f"{asked.field}:.* {asked.values[0]}.*"):
            if len(pattern) < _LONGEST:
                found = Lookup.regex_query(self._schema, "tags", pattern)
                if self._searcher.search(found, 1, count=False).hits:
                    return found
        return None

    def known(self, field: str, opening: str = "") -> list[str]:
        """The values of a field in the briefs that open so, the most frequent ones first."""
        opens = f"{field}:{opening}"
        found = self._searcher.terms_with_prefix("tags", opens, limit=_VALUES)
        return [tag.partition(":")[2] for tag, _ in found]

    def _when(self, asked: Filter) -> Lookup:
        """What overlaps the days."""
        ends = (("first", None, asked.last), ("last", asked.first, None))
        ranges = [
            Lookup.range_query(self._schema, field, FieldType.Integer, least, most)
            for field, least, most in ends
        ]
        return Lookup.boolean_query([(Occur.Must, r) for r in (self.tagged("kind:event"), *ranges)])

    def _is(self, state: str, kept: Kept) -> Lookup:
        if state == "marked":
            return self._all_of(kept.marked, "id")
        read = self._all_of(kept.read, "section")
        return Lookup.boolean_query([(Occur.Must, self.everything()), (Occur.MustNot, read)])

    def _all_of(self, pairs: Iterable[tuple[str, str]], kind: str) -> Lookup:
        """The statements of briefs with a tag each, such as the ids that are marked there."""
        by_brief: dict[str, set[str]] = {}
        for brief, value in pairs:
            by_brief.setdefault(brief, set()).add(f"{kind}:{value.casefold()}")
        alike: dict[frozenset[str], list[str]] = {}  # few, however many briefs were read
        for brief, tags in by_brief.items():
            alike.setdefault(frozenset(tags), []).append(f"key:{brief}")
        return _any(
            Lookup.boolean_query([(Occur.Must, self._tagged(both)) for both in (tags, keys)])
            for tags, keys in alike.items()
        )

    def _tagged(self, tags: Iterable[str]) -> Lookup:
        return Lookup.term_set_query(self._schema, "tags", sorted(tags))

    def _clause(self, clause: Clause) -> Lookup:
        parts = [
            Lookup.const_score_query(self.tagged(tag), weight)
            for tag, weight in _names(clause).items()
        ]
        build = self._phrase if len(clause.forms) > 1 else self._word
        found = _any([*parts, *build(clause)])
        if not clause.slips:
            return found
        in_title = Lookup.const_score_query(self._near("title", clause, clause.stems[0]), _IN_TITLE)
        return Lookup.boolean_query([(Occur.Must, found), (Occur.Should, in_title)])

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
                found = self._near(forms, clause, form)
                yield Lookup.const_score_query(found, weight * _NEAR)
            if clause.slips and clause.unfinished:
                found = self._near(forms, clause, form, opening=True)
                yield Lookup.const_score_query(found, weight * _OPENING)

    def _near(self, field: str, clause: Clause, word: str, *, opening: bool = False) -> Lookup:
        return Lookup.fuzzy_term_query(self._schema, field, word, clause.slips, prefix=opening)

    def _phrase(self, clause: Clause) -> Iterator[Lookup]:
        stems, phrases, typed = clause.stems, [], []
        for field, weight in _WEIGHTS.items():
            forms = forms_of(field)
            longer = self._openings(forms, clause.forms[-1], _ENDINGS) if clause.unfinished else ()
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
            if all(map(self._is_common, stems)):
                continue  # "of the" tells nothing, and takes long
            yield Lookup.boost_query(self._beside("text", stems, apart=_APART), _BESIDE)

    def _is_common(self, root: str) -> bool:
        known = self._searcher.num_docs
        return known > _MANY and self._searcher.doc_freq("text", root) > known // _COMMON

    def _beside(self, field: str, terms: Iterable[str], apart: int = 0) -> Lookup:
        return Lookup.phrase_query(self._schema, field, list(terms), apart)

    def _term(self, field: str, term: str) -> Lookup:
        return Lookup.term_query(self._schema, field, term)

    def _openings(self, field: str, form: str, most: int = _OPENINGS) -> list[str]:
        found = self._searcher.terms_with_prefix(field, form, limit=most)
        return [term for term, _ in found]


def _names(clause: Clause) -> dict[str, float]:
    """The tags of the statement that a clause may name, and of those that cite it."""
    return {f"id:{clause.name}": _NAMED, f"cites:{clause.name}": _CITED}


def _any(parts: Iterable[Lookup]) -> Lookup:
    return Lookup.boolean_query([(Occur.Should, part) for part in parts])
