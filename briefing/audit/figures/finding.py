"""The figures of a text, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from briefing.audit.figures import amounts, dates, fractions, qualifiers, relative, vague
from briefing.audit.figures.numbers import year
from briefing.audit.figures.tokens import CURRENCY, DASH, END, NUMERAL, alone, apart, tokenize
from briefing.audit.figures.words import FUNCTION, wordset

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.audit.figures.quantity import Quantity
    from briefing.audit.figures.tokens import Token

    Reading = tuple[Quantity, int]
    Reader = Callable[[Sequence[Token], int], Reading | None]


class Found(NamedTuple):
    """A figure and where it stands: `text[start:end]`, its qualifier included."""

    start: int
    end: int
    quantity: Quantity


# "over five years" tells how long, "took over five years" that it was longer.
_BEFORE_MORE = wordset("""in for well just take takes took taking taken last lasts lasted lasting spend spends spent
    spending is was of after wait waits waited waiting is are were be been need needs needed""")
_AFTER_MORE = wordset("ago later earlier old long")
# "below 2019 levels": a year, though an amount could follow the word before it.
_OF_A_YEAR = wordset("""level levels rules law laws figures prices standards results budget election estimates total
    season targets deadline""")
_MAY_PRECEDE_A_YEAR = frozenset({"over", "under", "about", "up to"})
_LONGEST_CHAIN = 3  # numbers joined by dashes, of which more are no range: 555-123-4567


def _qualified(tokens: Sequence[Token], at: int) -> Reading | None:
    qualifier, start = qualifiers.before(tokens, at)
    if not qualifier:
        return None
    if start == at + 1 and year(tokens, start) and qualifier in _MAY_PRECEDE_A_YEAR:
        following = tokens[start + 1]
        if apart(following) or following.low in FUNCTION or following.low in _OF_A_YEAR:
            found = dates.read(tokens, start)
            exact = not found or qualifier != "about"
            return (
                found if exact or not found else (replace(found[0], qualifier=qualifier), found[1])
            )
    if _is_chain(tokens, start):
        return None
    found = _first(_AMOUNTS, tokens, start)
    if found is None:
        return None
    quantity, end = found
    _, end = qualifiers.after(tokens, end)
    if quantity.kind == "time" and (quantity.vague or not _means_more(tokens, at, start, end)):
        return None
    return replace(quantity, qualifier=qualifier), end


def _means_more(tokens: Sequence[Token], at: int, start: int, end: int) -> bool:
    if tokens[at].low != "over" or start > at + 1 or at == 0:
        return True
    return (
        tokens[at - 1].low in _BEFORE_MORE
        or tokens[end].low in _AFTER_MORE
        or alone(tokens, at, end)
    )


def _amount(tokens: Sequence[Token], at: int) -> Reading | None:
    found = _first(_AMOUNTS, tokens, at)
    if found is None:
        return None
    quantity, end = found
    if quantity.vague:
        return found
    qualifier, end = qualifiers.after(tokens, end)
    return (replace(quantity, qualifier=qualifier), end) if qualifier else found


def _first(readers: Sequence[Reader], tokens: Sequence[Token], at: int) -> Reading | None:
    for reader in readers:
        found = reader(tokens, at)
        if found is not None:
            return found
    return None


def _is_chain(tokens: Sequence[Token], at: int) -> bool:
    return _chain_end(tokens, at) > at + 2 * (_LONGEST_CHAIN - 1)


def _chain_end(tokens: Sequence[Token], at: int) -> int:
    """The token after numerals that are joined by dashes."""
    end = at + 1
    while (
        tokens[end].kind == DASH
        and tokens[end].glued
        and tokens[end + 1].kind == NUMERAL
        and tokens[end + 1].glued
    ):
        end += 2
    return end


_AMOUNTS: tuple[Reader, ...] = (fractions.read, vague.read, amounts.read)
_AT_DIGITS: tuple[Reader, ...] = (dates.read, relative.read, _amount)
_AT_A_CHAIN: tuple[Reader, ...] = (dates.read,)  # 2026-05-03, but not 555-123-4567
_AT_SIGNS: tuple[Reader, ...] = (_qualified, _amount)


def _readers() -> dict[str, tuple[Reader, ...]]:
    """Which readers to ask at which word. The first to answer is right, so dates come first."""
    table: dict[str, tuple[Reader, ...]] = {}
    for reader, heads in (
        (dates.read, dates.HEADS),
        (relative.read, relative.HEADS),
        (_qualified, qualifiers.HEADS),
        (_amount, fractions.HEADS | vague.HEADS | amounts.HEADS),
    ):
        for head in heads:
            table[head] = (*table.get(head, ()), reader)
    return table


_READERS = _readers()


def figures(text: str) -> list[Found]:
    """The amounts, counts, times and dates of a text, in order; no two overlap.

    Numbers that belong to names (H100, Fortune 500, Article 5) are none, nor is "one" alone, nor an
    ordinal. Any text will do, and the time grows with its length.
    """
    tokens = tokenize(text)
    found: list[Found] = []
    at = 0
    while (token := tokens[at]).kind != END:
        readers: Sequence[Reader] = _READERS.get(token.low, ())
        if token.kind == NUMERAL:
            end = _chain_end(tokens, at)
            chained = end > at + 2 * (_LONGEST_CHAIN - 1)
            readers = _AT_A_CHAIN if chained else _AT_DIGITS
        elif token.kind in {CURRENCY, DASH}:
            readers = _AT_SIGNS
        reading = _first(readers, tokens, at) if readers else None
        if reading is None:
            at = end if readers is _AT_A_CHAIN else at + 1
            continue
        found.append(Found(token.start, tokens[reading[1] - 1].end, reading[0]))
        at = reading[1]
    return found
