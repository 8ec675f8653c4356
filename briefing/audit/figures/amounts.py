"""Amounts and ranges: "$2.9 billion", "18-24 months", "between 5% and 7%", "3,200"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.audit.figures import money
from briefing.audit.figures.naming import names, numbers_a_thing
from briefing.audit.figures.numbers import VALUES, number, year
from briefing.audit.figures.quantity import Kind, Quantity
from briefing.audit.figures.tokens import CURRENCY, DASH, NUMERAL, WORD, hyphened
from briefing.audit.figures.units import unit
from briefing.audit.figures.words import ORDINALS, wordset

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from briefing.audit.figures.tokens import Token

HEADS = frozenset(VALUES) | money.HEADS | {"between", "minus", "a", "an", "half"}
_RANGING = wordset("ranging range ranges ranged anywhere vary varies varying")


_MOST_CARRIED = 1000  # "2 to 3 million" is of millions, "900,000 to 1.2 million" is not


class _Side(NamedTuple):
    """One amount, before it is known whether it is half of a range."""

    value: Decimal
    raw: Decimal
    kind: Kind
    unit: str
    end: int
    bare: bool

    @property
    def scaled(self) -> bool:
        return self.value != self.raw


def read(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    """The amount or range that starts at this token, and the token after it."""
    if tokens[at].low == "between":
        return _between(tokens, at + 1)
    first = _side(tokens, at)
    if first is None:
        return None
    return _joined(tokens, at, first) or _single(tokens, at, first)


def _single(tokens: Sequence[Token], at: int, side: _Side) -> tuple[Quantity, int] | None:
    plain = side.kind == "number" and not side.unit
    some_day = side.unit == "days" and tokens[at + 1].kind != DASH
    if tokens[at].low == "one" and side.value == 1 and (plain or some_day):
        return None
    if plain and tokens[side.end].text in {"/", ":"} and tokens[side.end].glued:
        following = tokens[side.end + 1]
        if following.glued and following.kind == NUMERAL:
            return None  # 24/7, 1:41.19
    if hyphened(tokens, side.end) and tokens[side.end + 1].low in ORDINALS:
        return None  # twenty-first
    if names(tokens, at) or (plain and side.bare and numbers_a_thing(tokens, at)):
        return None
    return Quantity(side.kind, side.value, side.value, side.unit), side.end


def _side(tokens: Sequence[Token], at: int, *, currency: str = "") -> _Side | None:
    start = at
    sign = 1
    if _is_minus(tokens, at):
        sign, at = -1, at + 1
    code, at = money.before(tokens, at)
    if start < at and _is_minus(tokens, at):
        sign, at = -1, at + 1
    found = number(tokens, at, money=bool(code or currency))
    if found is None:
        return None
    value = found.value * sign if found.value else found.value
    scaled = found.value != found.raw
    end = found.end
    if code:
        repeated, end = money.after(tokens, end, scaled=scaled)
        code = repeated if code == "USD" and repeated else code
        measured = None
    else:
        measured = unit(tokens, end, scaled=scaled)
    if measured is not None:
        end = measured.end
    last = tokens[end]
    if last.kind == WORD and last.glued and tokens[end - 1].kind == NUMERAL:
        return None  # letters on digits: 5G, 2nd
    kind: Kind = "money" if code else measured.kind if measured else "number"
    name = code or (measured.name if measured else "")
    return _Side(value, found.raw * sign, kind, name, end, found.bare)


def _is_minus(tokens: Sequence[Token], at: int) -> bool:
    token, before, following = tokens[at], tokens[at - 1], tokens[at + 1]
    if following.kind not in {NUMERAL, CURRENCY} and following.text not in money.CODES:
        return False
    if token.low == "minus":
        return True
    free = not token.glued or before.text in {"(", "~"} or before.kind == CURRENCY
    return token.kind == DASH and free and following.glued


def _between(tokens: Sequence[Token], at: int) -> tuple[Quantity, int] | None:
    first = _side(tokens, at)
    if first is None or tokens[first.end].low != "and":
        return None
    start = first.end + 1
    second = _side(tokens, start, currency=_currency(first))
    if second is None or (second.bare and not second.unit and year(tokens, start)):
        return None  # two dates
    return _combined(first, second, falling=False)


def _currency(side: _Side) -> str:
    return side.unit if side.kind == "money" else ""


def _joined(tokens: Sequence[Token], at: int, first: _Side) -> tuple[Quantity, int] | None:
    """The range that the amount here starts; of "from 3% to 5%", a change, its first amount."""
    start, joint = _connector(tokens, first)
    second = _side(tokens, start, currency=_currency(first)) if start else None
    if second is None or (joint == "or" and second.value != first.value + 1):
        return None  # "two or three" is a range, "10 or 15" are two numbers
    both = _combined(first, second, falling=joint == "-")
    if both is None or names(tokens, at):
        return None
    quantity, end = both
    plain = quantity.kind == "number" and not quantity.unit
    if plain and first.bare and second.bare and numbers_a_thing(tokens, at):
        return None
    if joint == "to" and tokens[at - 1].low == "from" and tokens[at - 2].low not in _RANGING:
        return Quantity(quantity.kind, quantity.low, quantity.low, quantity.unit), first.end
    return quantity, end


def _connector(tokens: Sequence[Token], first: _Side) -> tuple[int, str]:
    """Where the second amount of a range may start, 0 for nowhere, and what joins the two."""
    token, following = tokens[first.end], tokens[first.end + 1]
    if token.kind == DASH and token.glued:
        if following.low == "to":
            return first.end + 2, "to"
        return (first.end + 1, "-") if following.glued else (0, "")
    return (first.end + 1, token.low) if token.low in {"to", "or"} else (0, "")


def _combined(first: _Side, second: _Side, *, falling: bool) -> tuple[Quantity, int] | None:
    """The range from the first amount to the second, which lends it unit and scale.

    `falling` allows two small numbers that fall, as in the result of a game.
    """
    kind, name = second.kind, second.unit
    if first.unit and first.unit != name:
        if name or first.kind != "money":
            return None
        kind, name = first.kind, first.unit
    low = first.value
    if second.scaled and not first.scaled and abs(low) < _MOST_CARRIED:
        carried = low * (second.value / second.raw)
        low = carried if carried <= second.value else low
    score = falling and first.bare and second.bare and not name and second.value >= 0
    if low > second.value and not (score and low < _MOST_CARRIED):
        return None
    return Quantity(kind, low, second.value, name), second.end
