"""Proper names in a sentence: people, firms, places, products, and what stands for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.audit.names import lexicon as lex
from briefing.audit.names.capitals import read
from briefing.audit.names.linking import follows, joined
from briefing.audit.names.openings import names_somebody

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from briefing.audit.names.capitals import Word

_PERIOD = re.compile(r"Q[1-4]|H[12]|FY\d{2,4}")
_LONG, _MANY = 4, 4  # letters in the words, and words, by which a headline is told


class Name(NamedTuple):
    """A name and where it stands, without possessive and plural endings."""

    start: int
    end: int
    text: str


def names(text: str, common: Container[str] = frozenset()) -> list[Name]:
    """The names in a sentence or short text, in order and not overlapping.

    `common` are lower-cased words known to be ordinary: one of them is no name where a sentence
    opens with it, or a headline gives every word a capital.
    """
    words = read(text)
    headline = _is_headline(words, text)
    kept = [_is_kept(words, at, text, common, headline=headline) for at in range(len(words))]
    found, at = [], 0
    while at < len(words):
        last = at
        while kept[at] and (following := joined(words, kept, at, last)):
            last = following
        if kept[at] and (first := _untitled(words, at, last)) <= last:
            start, end = words[first].start, words[last].end
            found.append(Name(start, end, text[start:end]))
        at = last + 1
    return found


def _is_headline(words: Sequence[Word], text: str) -> bool:
    """Whether every longer word of a text has a capital."""
    long = [word for word in words if len(word.low) > _LONG and not word.digits]
    return len(long) >= _MANY and text.rstrip()[-1] not in ".!" and all(w.capital for w in long)


def _is_kept(
    words: Sequence[Word], at: int, text: str, common: Container[str], *, headline: bool
) -> bool:
    word = words[at]
    if not word.capital or _is_currency(words, at):
        return False
    if _is_ordinary(words, at, anywhere=not headline):
        return False
    if word.sure:
        return True
    if word.opens:
        return names_somebody(words, at, text, common)
    return not (headline and word.bare in common)


def _is_ordinary(words: Sequence[Word], at: int, *, anywhere: bool) -> bool:
    """Whether a word is no name though it has a capital: a month, a quarter, "The".

    `anywhere` says that ordinary words have no capitals inside this text.
    """
    word, low = words[at], words[at].bare
    before = words[at - 1] if at and not word.opens else None
    if word.sure:
        shouted = low in lex.FUNCTION and low not in lex.SHOUTED_NAMES
        return shouted or low in lex.SHOUTED or _PERIOD.fullmatch(word.text) is not None
    if before and before.low[0].isdigit() and word.text in lex.UNIT_SYMBOLS:
        return True
    if low in lex.MONTHS or low in lex.WEEKDAYS:
        named = low == "may" and before and before.capital and before.low not in lex.FUNCTION
        return not (named or (before and before.low in lex.BEFORE_DAYS))
    if _is_prefixed(words, at):
        return True
    if word.low in lex.FUNCTION or low in lex.FUNCTION:
        return not (anywhere and before) or "'" in word.low or low in lex.CLOSED
    # a letter is an initial, or the B of "Plan B"
    return len(low) == 1 and low != "x" and not (before or follows(words, at))


def _is_prefixed(words: Sequence[Word], at: int) -> bool:
    """Whether a word belongs to the date or title behind it: Jan 5, Prime Minister."""
    low, following = words[at].bare, words[at + 1] if at + 1 < len(words) else None
    if following is None:
        return False
    if low in lex.SHORT_MONTHS:
        return following.low[0].isdigit()
    return low in lex.BEFORE_TITLES and following.bare in lex.TITLES


def _is_currency(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a currency code with its amount: USD 5, USD5, 5 EUR."""
    low = words[at].low
    if low not in lex.CURRENCIES:
        return low[:3] in lex.CURRENCIES and low[3:].isdecimal()
    after = words[at + 1] if at + 1 < len(words) else None
    if after is not None and after.low[0].isdigit() and after.gap.strip() in {"", "$"}:
        return True
    return at > 0 and words[at - 1].low[0].isdigit() and words[at].spaced


def _untitled(words: Sequence[Word], first: int, last: int) -> int:
    """Where a name begins behind the titles it opens with; past `last` where it is nothing else."""
    while first <= last and words[first].bare in lex.TITLES:
        if first < last and words[first + 1].low == "of":
            return first
        first += 1
    return first
