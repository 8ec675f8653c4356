"""Who says something: a verb of saying with its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.markers import phrases as lex
from briefing.audit.markers.hedges import Found
from briefing.audit.names.lexicon import FUNCTION, TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.audit.markers.hedges import Word

_BETWEEN = frozenset({"also", "has", "have", "had", "then", "later", "again", "earlier"})
_WITHIN = frozenset({"at", "of", "from", "in", "for", "with", "the", "and"})
_IN_NAMES = frozenset({"of", "van", "von", "der", "de", "del", "bin", "al", "den", "la"})
_PEOPLE = frozenset({"he", "she", "they", "it", "we", "i", "who", "people", "some", "many"})
_REACH, _BEFORE = 9, 2  # words of a subject, words before its noun


def speech(words: Sequence[Word], at: int) -> Found | None:
    """The attribution whose verb stands at `at`, or None where that word is no such verb."""
    verb = words[at].low
    if verb not in lex.SAYS and verb not in lex.VOICES:
        return None
    if len(words) == 1:
        return Found(at, at + 1, "attribution", "attribution")
    who = _last_of_subject(words, at)
    speaks = who is not None and _is_speaker(words[who])
    said = _is_said(words, at, speaks=speaks) if verb in lex.SAYS else speaks
    if not said or not _is_verb(words, at):
        return None
    first, last = at, at + 1
    if who is not None and speaks and ")" in words[who + 1].gap:
        pass  # "the Fund (IMF) warned"
    elif who is not None and speaks:
        first = _subject(words, who)
    elif last < len(words) and words[last].near and _is_name(words[last]):
        last = _end_of_name(words, last)  # "said Anna Weiss"
    elif who is not None and who == at - 1 and words[at].near and words[who].low not in FUNCTION:
        first = _subject(words, who)
    return Found(first, last, "attribution", "attribution")


def _last_of_subject(words: Sequence[Word], at: int) -> int | None:
    """The word on which the subject of the verb at `at` ends, over "also" and "has"."""
    who = at - 1
    while who >= 0 and words[who + 1].near and _is_between(words[who]):
        who -= 1
    return who if who >= 0 and words[who + 1].gap.strip() in {"", ",", ")", "),"} else None


def _is_between(word: Word) -> bool:
    return word.low in _BETWEEN or (word.low.endswith("ly") and not word.capital)


def _is_speaker(word: Word) -> bool:
    return word.low in lex.SPEAKERS or word.low in _PEOPLE or _is_name(word)


def _is_name(word: Word) -> bool:
    return word.capital and word.low not in FUNCTION


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether the word is the verb and not a noun: "company estimates put"."""
    if at + 1 == len(words) or words[at].low in lex.SAYS:
        return True
    following = words[at + 1]
    if words[at].low in lex.WEAK_VOICES:
        return not following.near or following.low in lex.THAT
    return words[at].low.endswith("ed") or following.low not in lex.AFTER_NOUNS


def _is_said(words: Sequence[Word], at: int, *, speaks: bool) -> bool:
    before = words[at - 1].low if at else ""
    if words[at].low == "say":
        return speaks or before.endswith("s")
    if before in lex.BE or before in {"to", "so"}:
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or words[at].low != "said":
        return True
    to = following.low == "to" and following.near  # "said to be" is hearsay
    return not to and not (before == "that" and following.gap.startswith(","))


def _subject(words: Sequence[Word], who: int) -> int:
    """Where the subject that ends at `who` begins, without its article.

    A noun that speaks is looked for before its place: "analysts at J.P. Morgan".
    """
    if words[who].low in FUNCTION or words[who].low in _PEOPLE:
        return who
    at = named = who
    noun = who if words[who].low in lex.SPEAKERS else None
    while at and words[at].near and who - at < _REACH:
        word = words[at - 1]
        if word.low in lex.SPEAKERS:
            noun = at - 1
        elif not (_is_name(word) or word.low in _WITHIN or word.low in _IN_NAMES):
            break
        at -= 1
        if _is_name(word) and all(
            _is_name(other) or other.low in _IN_NAMES for other in words[at:who]
        ):
            named = at
    return named if noun is None else _with_adjectives(words, noun)


def _with_adjectives(words: Sequence[Word], noun: int) -> int:
    first = noun
    while first and words[first].near and noun - first < _BEFORE:
        before = words[first - 1]
        lower = words[first].capital and not before.capital
        if before.low in FUNCTION or before.low.endswith("ly") or lower:
            break
        first -= 1
    return first


def _end_of_name(words: Sequence[Word], at: int) -> int:
    last = at + 1
    while last < len(words) and words[last].near and _is_name(words[last]):
        last += 1
    return at if words[at].low in TITLES and last == at + 1 else last
