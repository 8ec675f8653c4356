"""The names that something is known to have, and the forms in which they come again."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from briefing.audit.names import lexicon as lex

if TYPE_CHECKING:
    from collections.abc import Iterable

_HYPHEN = re.compile("[-\u2010\u2011]")
_SHORT = 4  # letters under which a word has no inhabitants, and is not told from an acronym
_INHABITANTS = ("n", "an", "ian", "ese", "i", "er")
_INHABITANTS_OF_VOWELS = ("an", "ian", "ean", "ese", "ish", "i")


class Known:
    """Names that are known, to ask whether another is one of them.

    Every word of a name has to be known: as a word of a name, as its inhabitant or its country
    (Japan, Japanese), or the name as the acronym of one, or the reverse (Amazon Web Services,
    AWS). Capitals count: Openai is not OpenAI; but NATO is Nato.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._texts: set[str] = set()
        self._words: set[str] = set()
        self._acronyms: set[str] = set()
        for name in known:
            self._learn(_plain(name))
        self._forms = self._words.union(*map(_forms, self._words))

    def _learn(self, name: str) -> None:
        self._texts.add(name)
        for text in next((group for group in lex.SAME if name in group), (name,)):
            for word in _telling(text):
                self._words.update((word, *_HYPHEN.split(word)))
            self._acronyms |= _acronyms(text)

    def has(self, name: str) -> bool:
        """Whether every word of the name is known."""
        plain = _plain(name)
        if plain in self._texts:
            return True
        words = _telling(plain)
        if words and all(map(self._has_word, words)):
            return True
        return not self._words.isdisjoint(_acronyms(plain))

    def _has_word(self, word: str) -> bool:
        if (
            word in self._forms
            or word in self._acronyms
            or not self._words.isdisjoint(_forms(word))
        ):
            return True
        parts = _HYPHEN.split(word)
        return len(parts) > 1 and not _has_digit(word) and all(map(self._has_word, parts))


def _plain(name: str) -> str:
    """A name without accents, dots, possessives and the plural endings of acronyms."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.replace("\u2019", "'"))
        name = "".join(char for char in name if not unicodedata.combining(char))
    return " ".join(map(_plain_word, name.split()))


def _plain_word(word: str) -> str:
    bare = word.removesuffix("'s").rstrip("'")
    if not _has_digit(bare):
        bare = bare.replace(".", "")
    return bare[:-1] if len(bare) > 2 and bare[-1] == "s" and bare[:-1].isupper() else bare


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _telling(plain: str) -> list[str]:
    """The words of a name but its particles, titles and articles."""
    return [
        word
        for word in plain.split()
        if not word.islower() and word != "The" and word.lower() not in lex.TITLES
    ]


def _acronyms(plain: str) -> set[str]:
    """What a name of several words is shortened to, with and without its particles."""
    firsts = [word[0] for word in plain.replace("-", " ").split()]
    capitals = [first for first in firsts if first.isupper()]
    if len(capitals) < 2 or not all(map(str.isalpha, firsts)):
        return set()
    return {"".join(firsts), "".join(capitals)}


def _forms(word: str) -> set[str]:
    """The other forms of a word of a name: inhabitants, countries, capitals throughout."""
    found = set(_irregular().get(word, ()))
    if len(word) < _SHORT or _has_digit(word):
        return found
    if word.isupper() or word.istitle():
        found |= {word.upper(), word.title()}
    if word[-1] in "aeoy":
        found.update(word[:-1] + end for end in _INHABITANTS_OF_VOWELS)
    found.update(word + end for end in _INHABITANTS)
    return found


@cache
def _irregular() -> dict[str, set[str]]:
    """Irregular inhabitants by their places, and the reverse."""
    found: dict[str, set[str]] = {}
    for place, people in lex.DEMONYMS.items():
        for form in people.split():
            found.setdefault(place, set()).add(form)
            found.setdefault(form, set()).add(place)
    return found
