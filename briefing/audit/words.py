"""Words of a text, for what is compared word by word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENGLISH = frozenset({"the", "and", "of", "to"})  # a sixth of English prose
_ENOUGH, _LEAST = 60, 25  # words that show a language, and one in how many has to be of those
_WORD = re.compile(r"\w+(?:[.,'\u2019-]\w+)*")


class Word(NamedTuple):
    """A word, and where it stands in its text."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text in order; `$` and quotes are left out, `18-24` and `won't` are one."""
    return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def ordinary(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand in lower case somewhere in these texts: such a word is no name."""
    return frozenset(match for text in texts for match in _WORD.findall(text) if match[0].islower())


def is_english(text: str) -> bool:
    """Whether a text may well be English, which is what figures, names and markers are read as."""
    letters = [character for character in text if character.isalpha()]
    if 2 * sum(map(str.isascii, letters)) < len(letters):
        return False
    said = [word.text.lower() for word in words(text)]
    return len(said) < _ENOUGH or _LEAST * sum(word in _ENGLISH for word in said) >= len(said)
