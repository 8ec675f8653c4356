"""Marks: where the words of a query stand in a text."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.search.plain import is_plain
from briefing.search.typos import near
from briefing.search.words import stem, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.search.query import Clause
    from briefing.search.words import Word

Spans = tuple[tuple[int, int], ...]


def marks(clauses: Iterable[Clause], text: str) -> Spans:
    """Where the words of the clauses stand in the text; of a phrase only where it is whole.

    Offsets, ordered and apart.
    """
    asked = tuple(clauses)
    if is_plain(text) and all(len(clause.forms) == 1 for clause in asked):
        return tuple(_single(asked, text)) if asked else ()
    found = words(text)
    runs = (run for clause in asked for run in _runs(clause, found))
    return _joined(sorted(span for run in runs for span in _spans(run, text)))


def _single(clauses: tuple[Clause, ...], text: str) -> Iterator[tuple[int, int]]:
    """The same for single words in a plain text: only those that may be one of them are looked at."""
    for found in _candidates(clauses).finditer(text):
        form = found[0].lower()
        if any(_matches(clause, form) for clause in clauses):
            yield found.span()


@lru_cache(maxsize=64)
def _candidates(clauses: tuple[Clause, ...]) -> re.Pattern[str]:
    """What finds the words that may match: those of a stem open with the same letter."""
    if any(clause.slips for clause in clauses):
        least = min(len(clause.forms[0]) - clause.slips for clause in clauses)
        words = rf"[0-9a-z]{{{least},}}"
    else:
        letters = "".join({re.escape(clause.forms[0][0]) for clause in clauses})
        words = rf"[{letters}][0-9a-z]*"
    return re.compile(rf"(?<![0-9a-z]){words}", re.ASCII | re.IGNORECASE)


@lru_cache(maxsize=8192)
def _matches(clause: Clause, form: str) -> bool:
    return _ends(clause, form, stem(form), clause.forms[0], clause.stems[0])


def _runs(clause: Clause, found: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    *first, last = zip(clause.forms, clause.stems, strict=True)
    for at, word in enumerate(found[len(first) :]):
        run = found[at : at + len(first)]
        before = zip(run, first, strict=True)
        if _ends(clause, word.form, word.stem, *last) and all(
            _same(part, *asked) for part, asked in before
        ):
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


def _ends(clause: Clause, form: str, root: str, asked: str, asked_root: str) -> bool:
    """Whether a word of a text can be the last word of the clause."""
    if form == asked or root == asked_root:
        return True
    if clause.unfinished and form.startswith(asked):
        return True
    return bool(clause.slips) and near(asked, form, clause.slips, opening=clause.unfinished)


def _joined(spans: Iterable[tuple[int, int]]) -> Spans:
    """The spans with those made one that touch or overlap, as characters of one word do."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
