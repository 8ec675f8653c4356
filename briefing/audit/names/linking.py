"""How words with capitals hang together in one name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.audit.names import lexicon as lex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.audit.names.capitals import Word

_LINKS = lex.PARTICLES | {"of", "for", "on"}
_PLACING = frozenset({"in", "across", "for", "to", "at", "by", "from", "with", "gave", "paid"})
_RANGE = frozenset({"to", "and", "or", "of"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST = 3  # particles in one name: "of the", "van der"


def touches(word: Word, before: Word) -> bool:
    """Whether nothing but a space, or the dot of "Dr." or an initial, stands between two words."""
    dotted = len(before.text) == 1 or before.low in lex.TITLES or before.low in {"st", "mt", "ft"}
    return word.spaced or (dotted and word.gap == ". ")


def follows(words: Sequence[Word], at: int) -> bool:
    """Whether a word with a capital stands directly behind the one at `at`."""
    return at + 1 < len(words) and words[at + 1].capital and touches(words[at + 1], words[at])


def particles(words: Sequence[Word], at: int) -> int:
    """Where a name goes on behind "of", "von der", "for the": its next capital, or 0."""
    links = _LINKS if words[at].bare in lex.INSTITUTIONS else lex.PARTICLES
    for following in range(at + 1, min(at + 2 + _MOST, len(words))):
        word = words[following]
        if not word.spaced:
            return 0
        if word.capital:
            return following if following > at + 1 else 0
        if word.low not in links:
            return 0
        links = lex.PARTICLES | {"the"}
    return 0


def joined(words: Sequence[Word], kept: Sequence[bool], first: int, at: int) -> int:
    """Where the name that began at `first` and has come to `at` goes on, or 0.

    `kept` tells which words can be part of a name.
    """
    word, following = words[at], at + 1
    if following == len(words) or not word.low.endswith(word.bare):
        return 0
    after = words[following]
    if kept[following] and not after.opens and (touches(after, word) or after.gap == " & "):
        return following if _are_one(word, after) else 0
    if after.spaced and after.low.replace(".", "").isdecimal():
        return following if _is_numbered(words, following, first) else 0
    found = particles(words, at)
    return found if found and kept[found] and not word.digits else 0


def _are_one(word: Word, after: Word) -> bool:
    """Whether two neighbours are one name: not Nvidia H100, nor H200 GPU, nor U.S. President."""
    if after.sure and (after.digits or (word.sure and word.digits)):
        return False
    return (word.bare in lex.TITLES) == (after.bare in lex.TITLES)


def _is_numbered(words: Sequence[Word], at: int, first: int) -> bool:
    """Whether a number belongs to the name before it: Fortune 500, not Kenya 40 people."""
    number, name = words[at].low, words[at - 1].bare
    if words[at - 1].digits or _YEAR.fullmatch(number):
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    if following is not None and following.gap in {" ", "\u00a0", "-", ",", ".", ""}:
        if following.low in lex.UNITS or following.low[0].isdigit():
            return False
        plural = following.spaced and following.low.endswith("s")
        if name not in lex.NUMBERED and (plural or _is_range(words, at)):
            return False
    return name in lex.NUMBERED or not (first and words[first - 1].low in _PLACING)


def _is_range(words: Sequence[Word], at: int) -> bool:
    """Whether a number goes on to another one: Kenya 9 to 14 months, Kenya 3 of 12 jobs."""
    link, second = words[at + 1], words[at + 2 : at + 3]
    return link.low in _RANGE and bool(second) and second[0].low[0].isdigit()
