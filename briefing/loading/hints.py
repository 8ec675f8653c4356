"""Hints for people: did you mean, and what else there is."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 14  # more words than this are no help
_COMPARED = 100  # words at most: each takes 30 microseconds, and a file may have a hundred hints


class Guess(NamedTuple):
    """A hint that is looked up only when it is shown: which of the known words was meant."""

    word: str
    known: Iterable[str]

    def __str__(self) -> str:
        """The nearest of the known words as a question, or all of them where none is near."""
        from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

        words, word = list(self.known), self.word.strip().lower()[:60]
        near = get_close_matches(word, _around(word, words), n=1, cutoff=0.6)
        if near:
            return f"did you mean '{near[0]}'?"
        return f"known here: {', '.join(words)}" if 0 < len(words) <= _MOST else ""


def _around(word: str, words: list[str]) -> list[str]:
    """The words; of very many those that begin most like this one."""
    if len(words) <= _COMPARED:
        return words
    words = sorted(words)
    start = max(0, bisect(words, word) - _COMPARED // 2)
    return words[start : start + _COMPARED]


def one_of(words: Iterable[str]) -> str:
    """The words as a choice: "low, moderate or high"."""
    *rest, last = words
    return f"{', '.join(rest)} or {last}" if rest else last
