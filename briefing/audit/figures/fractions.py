"""Parts and multiples: "half", "two thirds", "one in five", "twice", "tenfold", "doubled"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.audit.figures.naming import names
from briefing.audit.figures.numbers import VALUES, number, numeral
from briefing.audit.figures.quantity import Quantity
from briefing.audit.figures.tokens import DASH, NUMERAL, WORD, apart
from briefing.audit.figures.units import unit
from briefing.audit.figures.words import FUNCTION, wordset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.audit.figures.tokens import Token

_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6} | {
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
    "thousandth": 1000,
}
_PARTS |= {f"{part}s": size for part, size in _PARTS.items() if part != "halves"}
_TIMES = {
    f"{stem}{ending}": times
    for stem, times in (("doubl", 2), ("tripl", 3), ("quadrupl", 4), ("trebl", 3))
    for ending in ("e", "es", "ed", "ing")
} | {"twice": 2, "thrice": 3}
_HALVED = wordset("halve halves halved halving")
_FOLDS = {f"{word}fold": value for word, value in VALUES.items()}
_NOT_A_PART = wordset("first second other latter former each either top bottom next last")
_MOST_IN = 1000  # "one in five", but not "two in 2027"

HEADS = frozenset(VALUES) | frozenset(_TIMES) | frozenset(_FOLDS) | _HALVED | {"half", "a"}


def read(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """The part or multiple that starts at this token, and the token after it."""
    token = tokens[at]
    word = token.low
    if word in _FOLDS:
        return _times(_FOLDS[word]), at + 1
    if word in _TIMES:
        ends = word.endswith(("d", "ing")) or word in {"twice", "thrice"}
        return (_times(_TIMES[word]), at + 1) if ends or _ends(tokens, at + 1) else None
    if word in _HALVED and tokens[at - 1].low not in {"both", "two"}:
        return _part(1, 2), at + 1
    if word == "half":
        return None if token.glued else _half(tokens, at)
    if token.kind == NUMERAL and tokens[at + 1].text == "/":
        return _slashed(tokens, at)
    return _parts(tokens, at) or _in(tokens, at)


def _times(value: int) -> Quantity:
    return Quantity("number", Decimal(value), Decimal(value), "x")


def _part(top: int, bottom: int) -> Quantity:
    return Quantity("number", Decimal(top), Decimal(top), f"/{bottom}")


def _half(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """As in "half of them", "half an hour", but neither "half a million" nor "the first half"."""
    if tokens[at + 1].low in {"a", "an"}:
        measured = unit(tokens, at + 2)
        if measured:
            half = Decimal("0.5")
            return Quantity(measured.kind, half, half, measured.name), measured.end
        if number(tokens, at):
            return None
    part = _ends(tokens, at + 1) and tokens[at - 1].low not in _NOT_A_PART
    return (_part(1, 2), at + 1) if part else None


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether no noun follows, so that `double` or `a third` is an amount: not "double room"."""
    token = tokens[at]
    return apart(token) or (token.low in FUNCTION and token.low != "down")


def _slashed(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    below = tokens[at + 2]
    if not (tokens[at + 1].glued and below.glued and below.kind == NUMERAL):
        return None
    top, bottom = numeral(tokens[at].text), numeral(below.text)
    following = tokens[at + 3]
    joined = following.glued and (following.text == "/" or following.kind in {WORD, DASH})
    if top is None or bottom is None or joined or names(tokens, at):
        return None
    whole = top == int(top) and bottom == int(bottom)
    return (
        (_part(int(top), int(bottom)), at + 3) if whole and 0 < top < bottom <= _MOST_IN else None
    )


def _parts(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """As in "two thirds", "two-thirds", "a third", "a quarter of"."""
    top = 1 if tokens[at].low == "a" else VALUES.get(tokens[at].low, 0)
    dash = tokens[at + 1].kind == DASH and tokens[at + 1].glued
    word = at + 2 if dash else at + 1
    bottom = _PARTS.get(tokens[word].low, 0)
    if not 0 < top < bottom:
        return None
    several = tokens[word].low.endswith("s")
    if bottom == 4 and not dash and tokens[word + 1].low != "of":
        return None  # three months
    if several == (top == 1) or not (several or _ends(tokens, word + 1)):
        return None
    return _part(top, bottom), word + 1


def _in(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """As in "one in five", "9 in 10", "nine out of ten"."""
    first = number(tokens, at)
    if first is None or first.value >= _MOST_IN:
        return None
    start = first.end + 1
    if tokens[first.end].low == "out" and tokens[start].low == "of":
        start += 1
    elif tokens[first.end].low != "in":
        return None
    second = number(tokens, start)
    if second is None or not 0 < first.value < second.value <= _MOST_IN or names(tokens, at):
        return None
    top, bottom = int(first.value), int(second.value)
    whole = top == first.value and bottom == second.value
    return (_part(top, bottom), second.end) if whole and not tokens[second.end].glued else None
