"""Finding in a sentence the words that hedge, report, attribute or foretell."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.audit.markers import phrases as lex
from briefing.audit.names.lexicon import FUNCTION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind = Literal[
    "hearsay",
    "attribution",
    "possibility",
    "likelihood",
    "frequency",
    "extent",
    "forecast",
    "inference",
    "announcement",
    "unknown",
]
MODALS = frozenset({"will", "would", "can", "could", "may", "might", "shall"})

_WORD = re.compile(
    r"(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?"  # J.P. Morgan
    r"|[^\W_]+(?:[-\u2010\u2011'\u2019][^\W_]+)*"
)
_DOTTED = frozenset({"dr", "mr", "mrs", "ms", "prof", "gen", "sen", "rep", "gov", "st"})
_WITH_BE = frozenset({"may", "might", "could"})
_NO_VERBS = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "our", "my", "this", "that", "these", "those"}
)
_ASIDE = ' ,\u201c"-\u2013\u2014'
_WHO = 7  # words in "according to" whom
_IN_WHO = frozenset(
    {"the", "a", "an", "two", "three", "four", "five", "six", "some", "several", "many", "other"}
    | {"few", "its", "his", "her", "their", "one", "own", "of", "with"}
)


class Word(NamedTuple):
    """A word and where it stands."""

    start: int
    end: int
    low: str  # in lower case
    gap: str  # what stands before it
    capital: bool

    @property
    def near(self) -> bool:
        """Whether nothing but space stands between it and the word before."""
        return not self.gap.strip()


class Found(NamedTuple):
    """Words from `first` up to `last`, which is not one of them, that carry a meaning."""

    first: int
    last: int
    kind: Kind
    family: str


def read(text: str) -> list[Word]:
    """The words of a text in order."""
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        low = match[0].lower().replace("\u2019", "'")
        gap = text[end : match.start()]
        if gap == ". " and found and found[-1].low in _DOTTED:
            gap = " "
        found.append(Word(match.start(), match.end(), low, gap, match[0][0].isupper()))
        end = match.end()
    return found


def phrases(words: Sequence[Word]) -> Iterator[Found]:
    """The phrases of the lexicon in these words, the longest at each place."""
    at = 0
    while at < len(words):
        found = _phrase(words, at)
        at = found.last if found else at + 1
        if found:
            yield found


def _phrase(words: Sequence[Word], at: int) -> Found | None:
    for phrase, kind, family in _by_first_word().get(words[at].low, ()):
        last = at + len(phrase)
        if not _stands(words, at, phrase) or not _is_meant(words, at, last, kind):
            continue
        if phrase == ("according", "to"):
            return _according(words, at)
        if phrase[-1] in _WITH_BE and _stands(words, last, ("be",)) and words[last].near:
            last += 1
        return Found(at, last, kind, family)
    return None


@cache
def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Kind, str]]]:
    """The phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Kind, str]]] = {}
    for kind, family, text in lex.PHRASES:
        for words in _forms(text):
            found.setdefault(words[0], []).append((words, kind, family))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


def _forms(text: str) -> Iterator[tuple[str, ...]]:
    for phrase in text.split("|"):
        forms: list[tuple[str, ...]] = [()]
        for word in phrase.split():
            stem, *ends = word.split("/")
            choice = lex.BE if stem == "BE" else [stem + end for end in ends] or [stem]
            forms = [(*form, one) for form in forms for one in choice]
        yield from forms


def _stands(words: Sequence[Word], at: int, phrase: tuple[str, ...]) -> bool:
    here = words[at : at + len(phrase)]
    return tuple(word.low for word in here) == phrase and all(word.near for word in here[1:])


def _is_meant(words: Sequence[Word], first: int, last: int, kind: Kind) -> bool:
    """Whether words that may be a marker are one, by the words around them."""
    if first == 0 and last == len(words):
        return True  # a marker by itself, as a record has it
    phrase = " ".join(word.low for word in words[first:last])
    before = words[first - 1].low if first and words[first].near else ""
    after = words[last] if last < len(words) and words[last].near else None
    following = after.low if after else ""
    if before in _others(lex.NOT_AFTER, phrase) or following in _others(lex.NOT_BEFORE, phrase):
        return False
    if phrase in MODALS:
        ends = last == len(words) and not before.endswith("ly")  # "likely will", by itself
        aside = last < len(words) and words[last].gap.strip(_ASIDE)
        return not (ends or aside or words[first].capital or before.endswith("'s"))
    if phrase in lex.SIGNALS:
        return following in lex.SIGNALLED or before in lex.SIGNALLING
    if phrase.endswith("due to"):
        return following in lex.DUE
    # "going to the moon", "plans to 2030"
    verb = words[last - 1].low == "to" and kind not in {"attribution", "inference"} and after
    return not (verb and (verb.capital or following in _NO_VERBS or following[0].isdigit()))


@cache
def _others(table: tuple[tuple[str, str], ...], phrase: str) -> frozenset[str]:
    return frozenset(dict(table).get(phrase, "").split())


def _according(words: Sequence[Word], at: int) -> Found | None:
    """The words "according to" and whom: hearsay where that is reports, sources or people."""
    first = last = at + 2
    while last < min(first + _WHO, len(words)) and words[last].near:
        word = words[last]
        if word.low in FUNCTION and not word.capital and word.low not in _IN_WHO:
            break
        last += 1
    while last > first and words[last - 1].low in FUNCTION:
        last -= 1
    who = words[first:last]
    if [word.low for word in who] in (["plan"], ["plans"], ["schedule"]):
        return None
    unnamed = not any(word.capital for word in who)
    if unnamed and not lex.UNNAMED.isdisjoint(word.low for word in who):
        return Found(at, last, "hearsay", "hearsay")
    return Found(at, last, "attribution", "attribution")
