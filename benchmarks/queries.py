"""What people look for, by kind: drawn from the language that the libraries are written in."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.library import SEED, files
from benchmarks.words import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

EACH = 12  # queries of a kind


class Query(NamedTuple):
    """One query in our language and in that of SQLite's FTS5; "" where that has no such thing."""

    ours: str
    fts5: str


def by_kind() -> dict[str, Sequence[Query]]:
    """Queries of every kind, the same ones in every run."""
    language, chance = Language(SEED), Random(SEED)
    words = language.words
    # what a field is full of, without the words that every text is full of
    common = words[words.index("data") :][:40]
    middle, rare = words[400:4000], words[12_000:28_000]
    phrases = _phrases(language, chance)

    def some(of: Sequence[str]) -> list[str]:
        return chance.sample(list(of), EACH)

    return {
        "rare word": [_word(word) for word in some(rare)],
        "common word": [_word(word) for word in some(common)],
        "three words": [
            _words(each)
            for each in zip(some(common), some(common), some(words[80:200]), strict=True)
        ],
        "prefix": [Query(word[:3], f"{word[:3]}*") for word in some(common)],
        "one letter": [Query(letter, f"{letter}*") for letter in "cdegiloprstw"],
        "phrase": [Query(f'"{phrase}"', f'"{phrase}"') for phrase in phrases],
        "typo": [
            Query(f"{_mistyped(word, chance)} ", "") for word in some(middle) if len(word) > 4
        ],
        "filtered": [
            Query(f"{word} section:risks ", f'"{word}" AND section:risks') for word in some(common)
        ],
    }


def _word(word: str) -> Query:
    return Query(f"{word} ", f'"{word}"')


def _words(words: Sequence[str]) -> Query:
    return Query(f"{' '.join(words)} ", " ".join(f'"{word}"' for word in words))


def _phrases(language: Language, chance: Random) -> list[str]:
    """Two words that stand beside each other somewhere in the library."""
    texts = [
        line for _, text in files(language, 3) for line in text.split('"') if line.count(" ") > 6
    ]
    found: list[str] = []
    for text in chance.sample(texts, EACH):
        words = text.rstrip(".").lower().split()[1:5]
        found.append(" ".join(words[:2]))
    return found


def _mistyped(word: str, chance: Random) -> str:
    """The word with two of its letters swapped."""
    at = chance.randrange(1, len(word) - 2)
    return f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"
