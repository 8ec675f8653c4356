"""Places in briefs, and the walk through them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.tui.places import Place
    from briefing.tui.presentation.layout import Marks


class Stop(NamedTuple):
    """A place in a brief, which the library knows by that key; "" for the one that is open."""

    brief: str
    place: Place


class Across(NamedTuple):
    """What n and N go through from brief to brief, where one is on it, and what to mark there.

    `kind` is what its stops are called.
    """

    stops: Sequence[Stop]
    position: int = 0
    marks: Marks | None = None
    kind: str = "hit"

    @property
    def here(self) -> Stop:
        """Where one is."""
        return self.stops[self.position]

    @property
    def counter(self) -> str:
        """Where one is on it, in words: "hit 2 of 8"."""
        return f"{self.kind} {self.position + 1} of {len(self.stops)}"

    def moved(self, by: int) -> Across:
        """The same walk a stop further (1) or back (-1), round at the ends."""
        return self._replace(position=(self.position + by) % len(self.stops))


class Visit(NamedTuple):
    """A walk that has come somewhere, and whether the reasons of what is there are asked for."""

    across: Across
    why: bool = False
