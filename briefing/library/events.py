"""What the librarian tells while it works: one JSON object a line, where it is another process."""

from __future__ import annotations

from msgspec import Struct

from briefing.model.catalogue import Listing


class Progress(Struct, frozen=True, tag="progress"):
    """So many briefs are read of those that are to be read."""

    done: int
    total: int


class Rows(Struct, frozen=True, tag="rows"):
    """Briefs that are new or told otherwise than before, and the keys of those that are gone.

    `anew`: these and no others; what was known before may be another list.
    """

    rows: tuple[Listing, ...] = ()
    gone: tuple[str, ...] = ()
    anew: bool = False


class Sound(Struct, frozen=True, tag="sound"):
    """The index on disk can be opened, or opened again: it is whole and holds what was told.

    `generation` is another number after each change; `said` a line for people, or "".
    """

    generation: int
    said: str = ""


class Told(Struct, frozen=True, tag="told"):
    """A line for people on what the librarian does or waits for."""

    said: str


class Idle(Struct, frozen=True, tag="idle"):
    """The list and the index hold what lies on the disk; from now on it is followed."""


# What the librarian hears last of a reader that ends, of one that has given the terminal back for a
# while, and of one that has it again.
DONE, LENT, TAKEN = b".", b"-", b"+"

Event = Progress | Rows | Sound | Told | Idle
