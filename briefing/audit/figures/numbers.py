"""Numbers: in digits with their separators, in words, and with a scale ("2.9 billion")."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from briefing.audit.figures import money as currency
from briefing.audit.figures.tokens import DASH, NUMERAL, WORD, Token, hyphened
from briefing.audit.figures.words import FUNCTION

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_DIGITS = 18  # of a number written out; more are an identifier
VALUES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
    if value
}
VALUES |= {
    word: value * 10
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "lakh": 5, "crore": 7}
_CHAINED = SCALES | {"hundred": 2}
_SHORT = {"bn": 9, "bln": 9, "mrd": 9, "mn": 6, "mln": 6, "mio": 6, "tn": 12, "trn": 12}
_LETTERS = {"k": 3, "M": 6, "B": 9}
_MONEY_LETTERS = _LETTERS | {"K": 3, "m": 6, "b": 9, "T": 12, "t": 12, "mm": 6}
_BLANKS = ("'", "\u2019", " ", "\xa0", "\u2009", "\u202f")
_HALVES = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_LARGEST_SCALE = 14  # a hundred trillion
_HALF = Decimal("0.5")


class Number(NamedTuple):
    """A number and the token after it. `raw` is the value before its scale.

    `bare` tells of digits alone, without separator or scale: such a number can belong to a name.
    """

    value: Decimal
    raw: Decimal
    end: int
    bare: bool


def numeral(text: str) -> Decimal | None:
    """The value of digits with separators; None for what is no number, such as 3.5.2 or 007.

    A comma, blank or apostrophe before groups of exactly three digits, after a head of one to three,
    separates thousands, and so does a full stop before more than one such group; else comma and
    full stop are decimal signs ("2,9", "0,125", "1.234").
    """
    for blank in _BLANKS:
        if blank in text:  # its groups are known to be of three, so what else stands is decimal
            text = text.replace(blank, "").replace(",", ".")
    commas, stops = text.count(","), text.count(".")
    if commas and stops:
        decimal = "," if text.rindex(",") > text.rindex(".") else "."
        if text.count(decimal) > 1:
            return None
        whole, _, rest = text.rpartition(decimal)
        grouped = _grouped(whole, "." if decimal == "," else ",")
        return _decimal(grouped, rest) if grouped else None
    if commas > 1 or stops > 1:
        return _decimal(_grouped(text, "," if commas else "."), "")
    if commas and (whole := _grouped(text, ",")):
        return _decimal(whole, "")
    whole, _, rest = text.partition("," if commas else ".")
    return _decimal(whole, rest)


def _grouped(text: str, separator: str) -> str:
    """The digits without their separators, or nothing where these do not separate thousands."""
    head, *groups = text.split(separator)
    if len(head) > 3 or head.startswith("0") or any(len(group) != 3 for group in groups):
        return ""
    return head + "".join(groups)


def _decimal(whole: str, rest: str) -> Decimal | None:
    if not whole or len(whole) + len(rest) > _MOST_DIGITS or (whole[0] == "0" and len(whole) > 1):
        return None
    return Decimal(f"{whole}.{rest}" if rest else whole)


def year(tokens: Sequence[Token], at: int) -> int:
    """The year that stands here, or 0."""
    token = tokens[at]
    if token.kind != NUMERAL or len(token.text) != 4 or not token.text.isdigit():
        return 0
    value = int(token.text)
    return value if 1800 <= value <= 2199 else 0


def number(tokens: Sequence[Token], at: int, *, money: bool = False) -> Number | None:
    """The number that starts at this token. Of money, `5m` and `5 M` are millions."""
    token = tokens[at]
    found = None
    if token.kind == NUMERAL:
        found = _in_digits(tokens, at, money=money)
    elif token.kind == WORD and (token.low in VALUES or token.low in {"a", "an", "half"}):
        found = _in_words(tokens, at)
    return found if found and _digits(found.value) <= _MOST_DIGITS else None


def _digits(value: Decimal) -> int:
    return max(value.adjusted() + 1, 1) + len(f"{value:f}".partition(".")[2].rstrip("0"))


def _in_digits(tokens: Sequence[Token], at: int, *, money: bool) -> Number | None:
    raw = numeral(tokens[at].text)
    if raw is None:
        return None
    more, end = _and_a_half(tokens, at + 1)
    if (dozen := _dozen(tokens, end)) > end:
        return Number(raw * 12, raw * 12, dozen, bare=False)
    exponent, scaled = _scale(tokens, end)
    if not exponent:
        exponent, scaled = _letters(tokens, end, money=money)
    raw += more
    return Number(raw.scaleb(exponent), raw, scaled, scaled == at + 1 and tokens[at].text.isdigit())


def _letters(tokens: Sequence[Token], at: int, *, money: bool) -> tuple[int, int]:
    """The power of ten of a short scale: `bn` glued or apart, a single letter glued."""
    token = tokens[at]
    exponent = _SHORT.get(token.low, 0)
    if not exponent and (token.glued or (money and token.text in {"M", "m", "B"})):
        millions = money or _is_plural(tokens[at + 1])  # "3.5m users", but "a 100m sprint"
        exponent = (_MONEY_LETTERS if millions else _LETTERS).get(token.text, 0)
    return (exponent, at + 1) if exponent else (0, at)


def _is_plural(token: Token) -> bool:
    if token.low in FUNCTION or token.low == "hurdles":
        return False
    known = {"people", "kroner", "kronor", "yen", "yuan", "won"}  # plural without an s
    return token.low in known or (token.low.endswith("s") and len(token.low) > 3)


def _and_a_half(tokens: Sequence[Token], at: int) -> tuple[Decimal, int]:
    if tokens[at].glued and tokens[at].text in _HALVES:
        return _HALVES[tokens[at].text], at + 1
    step = 2 if tokens[at].kind == DASH else 1
    first = at + step - 1
    if tokens[first].low != "and":
        return Decimal(0), at
    words = [tokens[first + step * place].low for place in range(3)]
    return (_HALF, first + step * 2 + 1) if words == ["and", "a", "half"] else (Decimal(0), at)


def _scale(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The power of ten that the words here stand for ("hundred million"), and the token after."""
    total = 0
    for _ in range(2):
        word = at + 1 if hyphened(tokens, at) else at
        exponent = _CHAINED.get(tokens[word].low, 0)
        if not exponent or total + exponent > _LARGEST_SCALE:
            break
        total, at = total + exponent, word + 1
    return total, at


def _dozen(tokens: Sequence[Token], at: int) -> int:
    word = at + 1 if hyphened(tokens, at) else at
    return word + 1 if tokens[word].low == "dozen" else at


def _in_words(tokens: Sequence[Token], at: int) -> Number | None:
    if tokens[at].low in {"a", "an", "half"}:
        return _after_article(tokens, at)
    group, end = _hundreds(tokens, at)
    more, end = _and_a_half(tokens, end)
    if (dozen := _dozen(tokens, end)) > end:
        return Number(Decimal(group * 12), Decimal(group * 12), dozen, bare=False)
    raw = group + more
    exponent, end = _scale(tokens, end)
    value = raw.scaleb(exponent)
    start = _next_group(tokens, end) if exponent >= 3 else 0
    if start:
        rest, end = _hundreds(tokens, start)
        value += rest
    return Number(value, raw, end, bare=False)


def _next_group(tokens: Sequence[Token], at: int) -> int:
    """Where the rest below a thousand starts ("two thousand three hundred"), or 0."""
    first = at + 1 if tokens[at].low == "and" else at
    if tokens[first].low not in VALUES:
        return 0
    rest, after = _hundreds(tokens, first)
    exponent, _ = _scale(tokens, after)
    return first if not exponent and (first == at or rest < 100) else 0


def _hundreds(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """A number in words below a thousand, and the token after it."""
    value, at = _tens(tokens, at)
    word = at + 1 if hyphened(tokens, at) else at
    if value > 19 or tokens[word].low != "hundred":
        return value, at
    value, at = value * 100, word + 1
    rest = at + 1 if tokens[at].low == "and" else at
    if tokens[rest].low not in VALUES:
        return value, at
    more, after = _tens(tokens, rest)
    if rest > at and tokens[after].low in _CHAINED:
        return value, at  # as in "between three hundred and four hundred"
    return value + more, after


def _tens(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    value, at = VALUES[tokens[at].low], at + 1
    word = at + 1 if hyphened(tokens, at) else at
    ones = VALUES.get(tokens[word].low, 0) if value >= 20 else 0
    return (value + ones, word + 1) if 0 < ones < 10 else (value, at)


def _after_article(tokens: Sequence[Token], at: int) -> Number | None:
    """As in "a dozen", "a hundred", "half a million", "half-a-million"."""
    value = Decimal(1)
    first = at + 1
    if tokens[at].low == "half":
        value = _HALF
        if hyphened(tokens, first):
            first += 1
        if tokens[first].low in {"a", "an"}:
            first += 1
            first += hyphened(tokens, first)
    if (dozen := _dozen(tokens, first)) > first:
        return Number(value * 12, value * 12, dozen, bare=False)
    exponent, end = _scale(tokens, first)
    one = value == 1 and end == first + 1 and hyphened(tokens, end)
    if not exponent or (one and currency.after(tokens, end, scaled=True)[0]):
        return None  # "a billion-dollar bet" gives no number
    return Number(value.scaleb(exponent), value, end, bare=False)
