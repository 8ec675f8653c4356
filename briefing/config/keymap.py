"""Which command gets which key, where the user's wishes meet the other commands' keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.config import Keys

KEPT = ("quit", "help")  # the way out and the way to all else: never without a key


class Clash(NamedTuple):
    """A key that two commands were to have, and which of them got it."""

    key: str
    winner: str
    loser: str


def keymap(
    own: Mapping[str, Keys], wanted: Mapping[str, Keys]
) -> tuple[dict[str, Keys], list[Clash]]:
    """The keys of every command, no key twice, and where two commands were to have one.

    `own` are the keys that come with the commands, `wanted` what the user wants instead; both by
    id. Quit and help choose first and never take a key that comes with the other; then the user's
    wishes choose in their order, then what is left.
    """
    kept = [name for name in KEPT if name in own]
    owners = {key: name for name in kept for key in own[name]}
    seats = _Seats({key: name for key, name in owners.items() if name not in wanted})
    for name in (name for name in kept if name in wanted):
        others = {key: owner for key, owner in owners.items() if owner != name}
        seats.give(name, wanted[name], others)
        if not seats.keys[name]:
            seats.give(name, own[name])
    for name in (name for name in wanted if name not in kept):
        seats.give(name, wanted[name])
    for name in (name for name in own if name not in wanted):
        seats.give(name, own[name])
    return {name: seats.keys[name] for name in own}, seats.clashes


class _Seats:
    """Who has which key."""

    def __init__(self, taken: dict[str, str]) -> None:
        self.keys: dict[str, Keys] = {}
        self.clashes: list[Clash] = []
        self._taken = taken

    def give(self, name: str, keys: Iterable[str], held: Mapping[str, str] = {}) -> None:
        """Give a command those of the keys that nobody has, and nobody holds back."""
        got: list[str] = []
        for key in dict.fromkeys(keys):
            winner = held.get(key) or self._taken.setdefault(key, name)
            if winner == name:
                got.append(key)
            else:
                self.clashes.append(Clash(key, winner, name))
        self.keys[name] = tuple(got)
