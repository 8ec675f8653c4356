"""Digits that belong to a name: H100, GPT-4, Boeing 737, Article 5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.figures.tokens import DASH, NUMERAL, SIGN, WORD, apart
from briefing.audit.figures.words import LABELS, is_capitalized, wordset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.audit.figures.tokens import Token

_PREFIXES = wordset("mid pre post early late sub end near non year")
_JOINING = frozenset("#@/_.:&=§№\\^*")


def names(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number here is joined to a name, or is a capitalised word that makes one.

    In the middle of a sentence `Seven` is part of a name ("the Group of Seven"), at its start a number.
    """
    token, before = tokens[at], tokens[at - 1]
    if token.kind == WORD and token.text[0].isupper() and token.text.istitle():
        return not (apart(before) or before.kind in {DASH, SIGN})
    return joined(tokens, at)


def joined(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token here is the end of a longer word or number, as in `F-16` or `a/5`."""
    token, before = tokens[at], tokens[at - 1]
    if not token.glued:
        return False
    if before.kind == WORD:
        return token.kind in {NUMERAL, WORD}
    if before.kind == DASH:
        first = tokens[at - 2]
        if not before.glued or first.kind not in {WORD, NUMERAL}:
            return False
        return first.low not in _PREFIXES
    return before.kind == SIGN and before.text in _JOINING


def numbers_a_thing(tokens: Sequence[Token], at: int) -> bool:
    """Whether bare digits number the word before them, instead of counting what follows."""
    before = tokens[at - 1]
    if tokens[at].kind != NUMERAL:
        return False
    if before.text == ".":
        before = tokens[at - 2]
        return before.kind == WORD and before.low in LABELS and tokens[at - 1].glued
    return before.kind == WORD and (before.low in LABELS or is_capitalized(before))
