"""Figures by what they measure: which of many are alike another, however many there are."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from briefing.audit import figures as reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.audit.figures import Found, Quantity


LONGEST = 50_000  # characters of a text that are read; check_wording tells of one that has more
_MOST = 300  # figures that a hint names before it is cut


@lru_cache(maxsize=2**15)
def figures(text: str) -> Sequence[Found]:
    """The figures of a text, which several checks ask for, read once."""
    return tuple(reading.figures(text[:LONGEST]))


@lru_cache(maxsize=2**10)
def amounts(text: str) -> Amounts:
    """The figures of a text, to be asked by what they measure."""
    return Amounts(found.quantity for found in figures(text))


def alike(given: Quantity, said: Quantity) -> bool:
    """Whether a figure of a statement is one of the source.

    "Twelve years were asked and seven offered": a number that the source gives without its unit
    may be a time.
    """
    if reading.same(given, said):
        return True
    elliptic = given.kind == "number" and said.kind == "time" and not given.unit
    return elliptic and given.low is not None and (given.low, given.high) == (said.low, said.high)


class Amounts:
    """Figures in their order, each once."""

    def __init__(self, quantities: Iterable[Quantity]) -> None:
        self.all = tuple(dict.fromkeys(quantities))
        self._places: dict[object, list[int]] = {}
        for place, quantity in enumerate(self.all):
            for key in _keys(quantity):
                self._places.setdefault(key, []).append(place)

    def __bool__(self) -> bool:
        return bool(self.all)

    def given(self, said: Quantity) -> list[Quantity]:
        """Those of them, given by the source, that a statement with this figure says."""
        return [quantity for quantity in self._near(said) if alike(quantity, said)]

    def said(self, given: Quantity) -> list[Quantity]:
        """Those of them, said by a statement, that are this figure of the source."""
        return [quantity for quantity in self._near(given) if alike(given, quantity)]

    def _near(self, other: Quantity) -> Iterator[Quantity]:
        places = {place for key in _keys(other) for place in self._places.get(key, ())}
        return (self.all[place] for place in sorted(places))

    def __str__(self) -> str:
        return self._told

    @cached_property
    def _told(self) -> str:
        return ", ".join(map(str, self.all[:_MOST]))


def _keys(quantity: Quantity) -> Iterator[object]:
    """What figures have in common that are alike: one key at least."""
    yield reading.key(quantity)
    if quantity.low is not None:
        yield quantity.low, quantity.high
