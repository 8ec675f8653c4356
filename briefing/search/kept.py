"""What a reader left in briefs, as far as a query asks for it."""

from __future__ import annotations

from typing import NamedTuple


class Kept(NamedTuple):
    """What is marked and read: the key of a brief, and an id or the name of a section.

    The key is that of the brief in its library; the index of one brief knows it by "".
    """

    marked: frozenset[tuple[str, str]] = frozenset()
    read: frozenset[tuple[str, str]] = frozenset()


NOTHING = Kept()
