"""Marks: where the words of a query stand in a text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.search.typos import near
from briefing.search.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.search.query import Clause
    from briefing.search.words import Word

Spans = tuple[tuple[int, int], ...]


def marks(clauses: Iterable[Clause], text: str) -> Spans:
    """Where the words of the clauses stand in the text; of a phrase only where it is whole.

    Offsets, ordered and apart.
    """
    found = words(text)
    runs = (run for clause in clauses for run in _runs(clause, found))
    return _joined(sorted(span for run in runs for span in _spans(run, text)))


def _runs(clause: Clause, found: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    *first, last = zip(clause.forms, clause.stems, strict=True)
    for at, word in enumerate(found[len(first) :]):
        run = found[at : at + len(first)]
        before = zip(run, first, strict=True)
        if _ends(clause, word, *last) and all(_same(part, *asked) for part, asked in before):
            yield (*run, word)


def _spans(run: tuple[Word, ...], text: str) -> Iterator[tuple[int, int]]:
    """A span for each word of the run; what is written without a space, such as 2.9, is one."""
    start = run[0].start
    for word, following in pairwise(run):
        if any(map(str.isspace, text[word.end : following.start])):
            yield start, word.end
            start = following.start
    yield start, run[-1].end


def _same(word: Word, form: str, stem: str) -> bool:
    return word.form == form or word.stem == stem


def _ends(clause: Clause, word: Word, form: str, stem: str) -> bool:
    """Whether a word of a text can be the last word of the clause."""
    if _same(word, form, stem):
        return True
    if clause.unfinished and word.form.startswith(form):
        return True
    return bool(clause.slips) and near(form, word.form, clause.slips, opening=clause.unfinished)


def _joined(spans: Iterable[tuple[int, int]]) -> Spans:
    """The spans with those made one that touch or overlap, as characters of one word do."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
