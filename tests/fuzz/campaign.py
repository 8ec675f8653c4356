"""What a campaign is: something that is tried many times, from numbers that anyone can try again.

Each try is made from the seed and its own number alone, so that one that broke something can be
had back without those before it.
"""

from __future__ import annotations

import math
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 5
KEPT = Path(__file__).parents[2] / ".fuzz"  # what broke something; git does not look there


class Effort(NamedTuple):
    """How much is tried: so many of what the campaign counts, or what the seconds allow."""

    most: int = 2**62
    seconds: float = math.inf
    first: int = 0

    def numbers(self) -> Iterator[int]:
        """The numbers of the tries, until there were enough."""
        end = time.monotonic() + self.seconds
        for number in range(self.first, self.first + self.most):
            if time.monotonic() >= end:
                return
            yield number


class Figures(NamedTuple):
    """What a campaign did: `tried` of `what`, in so many seconds; it broke nothing."""

    tried: int
    what: str
    seconds: float
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "; ".join([f"{self.tried:,} {self.what} in {self.seconds:,.0f} s", *self.notes])


class Campaign(Protocol):
    """A module of this folder that `make fuzz` runs; its short run belongs to `make test`."""

    NAME: str  # what is tried, for the table
    LONG: Effort
    SHORT: Effort

    def run(self, seed: int, effort: Effort) -> Figures:
        """Try; raises AssertionError, by `broken`, with the first that breaks something."""


def chance(seed: int, number: int) -> Random:
    """The dice of one try."""
    return Random(f"{seed}:{number}")


def broken(
    campaign: str, seed: int, number: int, why: str, inputs: dict[str, bytes]
) -> AssertionError:
    """The error to raise for a try that broke something; its inputs are kept, by file names."""
    folder = KEPT / f"{campaign}-{seed}-{number}"
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in inputs.items():
        (folder / name).write_bytes(data)
    again = f'make fuzz ARGS="{campaign} --seed {seed} --first {number} --count 1"'
    return AssertionError(f"{why}\nagain: {again}\nkept: {folder}")
