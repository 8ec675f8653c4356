"""Text to words: the one analysis that the index, the query and the marks share."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.search.plain import is_plain, plain

if TYPE_CHECKING:
    import tantivy


class Word(NamedTuple):
    """A word of a text, folded and stemmed, and where it stands: `text[start:end]`."""

    form: str
    stem: str
    start: int
    end: int


# a shorter way for most texts; a test holds it against the engine's
_ASCII = re.compile("[0-9A-Za-z]+")


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[Word, ...]:
    """The words of any text, in order."""
    if is_plain(text):
        return tuple(
            Word(form := word[0].lower(), stem(form), *word.span())
            for word in _ASCII.finditer(text)
        )
    simple = plain(text)
    return tuple(
        Word(
            token.text,
            stem(token.text),
            simple.starts[token.char_offset_from],
            simple.ends[token.char_offset_to - 1],
        )
        for token in forms_analyzer().pre_tokenize(simple.text).tokens
    )


@lru_cache(maxsize=8192)
def stem(form: str) -> str:
    """The stem of a folded word: "facilities" and "facility" have the same."""
    return _stemmer().analyze(form)[0]


@cache
def forms_analyzer() -> tantivy.TextAnalyzer:
    """What cuts plain text into words, in lower case and without accents."""
    return _folding().build()


@cache
def stems_analyzer() -> tantivy.TextAnalyzer:
    """The same, then the English stem of each word."""
    from tantivy import Filter  # noqa: PLC0415 - a reader who never searches never loads it

    return _folding().filter(Filter.stemmer("english")).build()


def _folding() -> tantivy.TextAnalyzerBuilder:
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer  # noqa: PLC0415 - as above

    # ascii_fold after plain(): letters such as ø and ł have no accent that could be taken off
    return (
        TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.lowercase())
        .filter(Filter.ascii_fold())
    )


@cache
def _stemmer() -> tantivy.TextAnalyzer:
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer  # noqa: PLC0415 - as above

    return TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.stemmer("english")).build()
