"""Amounts and durations without a number: "hundreds of millions", "triple digits", "for months"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.audit.figures import money
from briefing.audit.figures.numbers import SCALES
from briefing.audit.figures.quantity import Quantity
from briefing.audit.figures.tokens import DASH, WORD, alone, apart, hyphened
from briefing.audit.figures.units import DURATIONS
from briefing.audit.figures.words import wordset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.audit.figures.tokens import Token

_COUNTS = {"tens", "dozens", "hundreds"}
_LARGE = {f"{scale}s" for scale in SCALES}
_SOME = wordset("several few many")
_DIGITS = {"single": "single", "double": "double", "triple": "triple"} | {
    "one": "single",
    "two": "double",
    "three": "triple",
    "four": "four",
    "five": "five",
    "six": "six",
    "seven": "seven",
    "eight": "eight",
    "nine": "nine",
}
_FEW_DIGITS = frozenset({"single", "double", "triple", "one", "two", "three"})
_DIGITS_OR_FIGURES = frozenset({"digit", "digits", "figure", "figures"})
_PLURALS = frozenset(DURATIONS.values()) - {"quarters", "seconds"}
_LONG = {f"{word}long": name for word, name in DURATIONS.items() if len(word) > 2}
_LONG_ONE = {word: name for word, name in _LONG.items() if word != f"{name}long"}
_AFTER_A_DURATION = wordset("long old ago later earlier away")
_BEFORE_SOME = _SOME | wordset("""for within in after over spend spends spent spending take takes took taking taken last lasts
    lasted lasting measured wait waits waited waiting by""")
_BEFORE_ONE = wordset("""for within after over about around roughly approximately nearly almost than under least
    most exceeding estimated takes take took taking taken last lasts lasted lasting spend spends
    spent spending to by of half just only barely""")
_ONE_ALWAYS = wordset("decade century fortnight")
_ATTRIBUTED = wordset("""the these those early late final first closing opening summer winter working business office
    opening school previous recent coming past next""")

HEADS = (
    _COUNTS
    | _LARGE
    | frozenset(SCALES)
    | _SOME
    | frozenset(_DIGITS)
    | frozenset(_LONG)
    | frozenset(DURATIONS)
    | {f"multi{scale}" for scale in SCALES}
    | {f"multi{word}" for word in DURATIONS}
    | {"multi", "a", "an"}
)


def read(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """The vague amount or duration that starts at this token, and the token after it."""
    if tokens[at].glued and tokens[at - 1].kind in {WORD, DASH}:
        return None  # the second half of a compound
    return (
        _digits(tokens, at)
        or _scaled(tokens, at)
        or _adjective(tokens, at)
        or _one(tokens, at)
        or _some(tokens, at)
    )


def _digits(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """As in "triple digits", "double-digit", "six-figure"."""
    size = _DIGITS.get(tokens[at].low)
    word = at + 2 if hyphened(tokens, at + 1) else at + 1
    noun = tokens[word].low
    counted = {"digit", "digits"} if tokens[at].low in _FEW_DIGITS else _DIGITS_OR_FIGURES
    if size is None or noun not in counted:
        return None
    return Quantity("number", vague=f"{size} {noun.rstrip('s')}s"), word + 1


def _scaled(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """As in "billions", "hundreds of millions of euros", "several hundred", "a few dozen"."""
    at += tokens[at].low == "a" and tokens[at + 1].low == "few"
    word = tokens[at].low
    if word in _SOME:
        at += 1
        word = f"{tokens[at].low}s"
        if word not in _LARGE and word not in {"dozens", "hundreds"}:
            return None
    elif word not in _LARGE and word not in _COUNTS:
        return None
    of = tokens[at + 1].low == "of"
    if of and tokens[at + 2].low in _LARGE:
        return _with_currency(tokens, f"{word} of {tokens[at + 2].low}", at + 3)
    if word == "tens":
        return (Quantity("number", vague="tens"), at + 1) if of or apart(tokens[at + 1]) else None
    return _with_currency(tokens, word, at + 1)


def _with_currency(tokens: Sequence[Token], vague: str, at: int) -> tuple[Quantity, int]:
    start = at + 1 if tokens[at].low == "of" else at
    code, end = money.after(tokens, start, scaled=True)
    if not code or tokens[start].kind != WORD:
        return Quantity("number", vague=vague), at
    return Quantity("money", unit=code, vague=vague), end


def _adjective(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """As in "billion-dollar", "multi-billion-euro", "multimillion", "multi-year"."""
    word = tokens[at].low
    many = word.startswith("multi")
    if word == "multi" and hyphened(tokens, at + 1):
        at += 2
        word = tokens[at].low
    word = word.removeprefix("multi")
    if many and DURATIONS.get(word) in _PLURALS:
        return Quantity("time", vague=DURATIONS[word]), at + 1
    if word not in SCALES:
        return None
    if hyphened(tokens, at + 1):
        code, end = money.after(tokens, at + 1, scaled=True)
        if code:
            return Quantity("money", unit=code, vague=f"{word}s" if many else word), end
    return (Quantity("number", vague=f"{word}s"), at + 1) if many else None


def _one(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """As in "a decade", "a year ago", "week-long", "a year and a half"."""
    size = Decimal(1)
    article = tokens[at].low in {"a", "an"}
    word = at + 1 if article else at
    name, end = DURATIONS.get(tokens[word].low, ""), word + 1
    if not article and tokens[word].low in _LONG_ONE:
        name = _LONG_ONE[tokens[word].low]
    elif not name or tokens[word].low == name or tokens[word].low == "second":
        return None
    elif hyphened(tokens, end) and tokens[end + 1].low in {"long", "old"}:
        end += 2
    elif not article or not _is_duration(tokens, at, word):
        return None
    if [tokens[end + place].low for place in range(3)] == ["and", "a", "half"]:
        size, end = size + Decimal("0.5"), end + 3
    return Quantity("time", size, size, name), end


def _is_duration(tokens: Sequence[Token], at: int, word: int) -> bool:
    """Whether "a year" is a time, and not a rate as in "5% a year"."""
    following = tokens[word + 1]
    return (
        tokens[word].low in _ONE_ALWAYS
        or tokens[at - 1].low in _BEFORE_ONE
        or following.low in _AFTER_A_DURATION
        or (following.low == "and" and tokens[word + 3].low == "half")
        or alone(tokens, at, word + 1)
    )


def _some(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """As in "for months", "months-long", "years ago", "several weeks", "months of delay"."""
    start = at
    at += tokens[at].low in {"a", "an"} and tokens[at + 1].low == "few"
    at += tokens[at].low in _SOME
    word, before, following = tokens[at].low, tokens[at - 1], tokens[at + 1]
    if _LONG.get(word) in _PLURALS:
        return Quantity("time", vague=_LONG[word]), at + 1
    if word not in _PLURALS:
        return None
    quantity = Quantity("time", vague=word)
    if hyphened(tokens, at + 1) and tokens[at + 2].low in {"long", "old"}:
        return quantity, at + 3
    if following.kind == DASH and following.glued:
        return None
    told = before.low in _BEFORE_SOME or following.low in _AFTER_A_DURATION
    of = following.low == "of" and before.low not in _ATTRIBUTED and before.kind != DASH
    if told or of or (apart(before) and apart(following)):
        return quantity, at + 1
    return (quantity, at + 1) if start < at else None
