"""Keeping the index of a library: what changed on the disk is read, what is gone forgotten."""

from __future__ import annotations

import errno
import os
import time
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefing.export.writing import reason
from briefing.library import known as catalogue
from briefing.library.events import Progress, Rows, Sound, Told
from briefing.library.known import Known, Seen, index_folder, indexes
from briefing.library.locking import locked
from briefing.library.scanning import scan
from briefing.library.tidying import clear, opened, sweep, tidy
from briefing.library.working import Task, readings
from briefing.problems import BriefingError
from briefing.search import DamagedError, MissingError, briefs, refusal, state_of, verify
from briefing.text import on_one_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from briefing.library.events import Event
    from briefing.library.working import Reading
    from briefing.model.catalogue import Listing
    from briefing.search.writer import Writer

# A commit leaves a piece of the index, and many pieces take long to join: so many seconds lie
# between two, and of a long run one part in so many. A kill loses as much.
_SLICE, _PART = 10.0, 5
_FIRST = 1.0  # seconds after which the first hits can be found
_OFTEN = 0.4  # seconds between two words on how it goes
_ROWS = 500  # rows told at once
_YOUNG = 30 * 10**9  # nanoseconds, more than a reader takes from its first look to ours
_WAIT = 0.1  # seconds until another process is asked again whether it is done
_FOREIGN = "The index of this library was of another one: it is built anew."
_encode = msgspec.msgpack.Encoder().encode
_known = msgspec.msgpack.Decoder(Known)


class Outcome(NamedTuple):
    """How many briefs there are, were read, are gone, and have errors."""

    briefs: int
    read: int
    gone: int
    failing: int


class Changes(NamedTuple):
    """Briefs that lie on the disk otherwise than the index has them, and those that are gone."""

    tasks: list[Task]
    gone: list[str]


def update(
    library: Path, *, rebuild: bool = False, told: Callable[[Event], None] = lambda _: None
) -> Outcome:
    """Bring the index of a library to what lies on the disk, or build it anew.

    `told` hears how it goes. Waits for another process that is at it. Raises BriefingError where
    there is no such folder, or where its index cannot be written.
    """
    librarian = Librarian(library, told)
    waits = False
    while True:
        with librarian.locked() as ours:
            if ours:
                librarian.begin(rebuild=rebuild)
                return librarian.catch_up()
        if not waits:
            told(Told("Another process writes the index of this library: waiting for it."))
        waits = True
        time.sleep(_WAIT)


class Librarian:
    """Keeps the index of one library, and tells what it does.

    `begin` and `catch_up` want the lock. Every method may raise BriefingError; then begin again.
    """

    def __init__(self, library: Path, told: Callable[[Event], None], *, anew: bool = False) -> None:
        self.library = library
        self.folder = index_folder(library)
        self.known: dict[str, Known] = {}
        self._told = told
        self._shown = None if anew else _shown(library, self.folder)
        self._which: tuple[int, int] | None = None  # the catalogue of `known`
        self._state: int | None = None  # that of the index, None where none is there
        self._said = ""
        self._due: set[str] = set()  # what is still to be read: as long as it is, it stays shown

    def locked(self) -> AbstractContextManager[bool]:
        """Whether the index is ours to write until the block ends."""
        return locked(self.folder)

    def begin(self, *, rebuild: bool = False) -> None:
        """Know what the index holds; where it is not sound, begin an empty one."""
        try:
            ours = opened(self.folder, self.library)
            sweep(self.folder)
            tidy(self.folder)
            self._state, self._said = None, "" if ours else _FOREIGN
            if ours and not rebuild:
                self._said = self._recalled()
            if self._state is None:
                clear(self.folder)
                self.known = {}
            else:
                self._tell_rows()
                self._told(Sound(self._state))
        except OSError as error:
            raise _unusable(error) from None

    def _recalled(self) -> str:
        """Recall what the index holds where it is sound; a line for people where it is not."""
        try:
            if damage := verify(self.folder):
                return _damaged(damage)
            state = state_of(self.folder)
            found = catalogue.read(self.folder)
            if found and found[0] == state:
                self.known = found[1]
            else:
                held = map(_known.decode, briefs(self.folder))
                self.known = {each.listing.key: each for each in held}
                catalogue.keep(self.folder, state, self.known.values())
        except MissingError:
            return ""
        except (DamagedError, msgspec.MsgspecError) as error:
            return _damaged(str(error))
        self._state = state
        self._which = catalogue.identity(self.folder)
        return ""

    def read_along(self) -> bool:
        """Know what another process has written meanwhile, if it has; whether it has."""
        which = catalogue.identity(self.folder)
        if which in {None, self._which} or not (found := catalogue.read(self.folder)):
            return False
        self._which = which
        self._state, self.known = found
        self._tell_rows()
        self._told(Sound(self._state))
        return True

    def changes(self) -> Changes:
        """What is to be read and to be forgotten, by one look at all files."""
        if not os.path.isdir(self.library):  # noqa: PTH112 - no raise
            raise BriefingError(f"there is no {on_one_line(str(self.library))}")
        seen = {key: each.seen for key, each in self.known.items()}
        found = scan(self.library, lambda key: seen[key].beside if key in seen else ())
        tasks = [
            Task(key, os.fsencode(each.folder), each.stamp, seen.get(key, Seen()))
            for key, each in found.items()
            if key not in seen or seen[key].stamp != each.stamp
        ]
        return Changes(tasks, [key for key in seen if key not in found])

    def is_behind(self, changes: Changes) -> bool:
        """Whether there is something to write: changes, or the index itself is gone."""
        return bool(changes.tasks or changes.gone) or self._state_on_disk() is None

    def catch_up(self) -> Outcome:
        """Write what changed into the index."""
        if self._state is not None and self._state != (there := self._state_on_disk()):
            self.read_along()
            if self._state != there:  # somebody has removed it
                self.begin()
        changes = self.changes()
        read = 0
        if self._state is None or self.is_behind(changes):
            try:
                read = self._write(changes)
            except (OSError, ValueError) as error:  # the latter is what the engine raises
                raise _unusable(error) from None
        failing = sum(each.listing.errors > 0 for each in self.known.values())
        return Outcome(len(self.known), read, len(changes.gone), failing)

    def _state_on_disk(self) -> int | None:
        try:
            return state_of(self.folder)
        except (MissingError, DamagedError):
            return None

    def _write(self, changes: Changes) -> int:
        """Write them; how many briefs had to be read for it."""
        from briefing.search.writer import Writer  # noqa: PLC0415 - only where something changed

        tasks, total = changes.tasks, len(changes.tasks)
        self._due = {task.key for task in tasks}
        started = now = time.monotonic()
        word, commit = now, now + _FIRST
        read = 0
        with Writer(self.folder) as writer, closing(readings(tasks)) as made:
            for key in changes.gone:
                writer.remove(key)
                del self.known[key]
            for done, (task, reading) in enumerate(zip(tasks, made, strict=True)):
                now = time.monotonic()
                if now >= word:
                    self._told(Progress(done, total))
                    self._tell_rows()
                    word = now + _OFTEN
                if now >= commit:
                    self._commit(writer)
                    commit = now + max(_SLICE, (now - started) / _PART)
                self._take(writer, task.key, reading)
                read += reading.listing is not None
            if total:
                self._told(Progress(total, total))
            self._commit(writer)
        return read

    def _take(self, writer: Writer, key: str, reading: Reading) -> None:
        if reading.statements is None or reading.listing is None:
            known = Known(self.known[key].listing, reading.seen)
            writer.restate(key, _encode(known))
        else:
            known = Known(reading.listing, reading.seen)
            writer.replace(key, reading.statements, _encode(known))
        self.known[key] = known
        self._due.discard(key)

    def _commit(self, writer: Writer) -> None:
        self._state = writer.commit()
        catalogue.keep(self.folder, self._state, self.known.values())
        self._which = catalogue.identity(self.folder)
        self._tell_rows()
        self._told(Sound(self._state, self._said))
        self._said = ""

    def _tell_rows(self) -> None:
        """Tell how the list differs from what was told before."""
        now: dict[str, Listing] = {key: each.listing for key, each in self.known.items()}
        if self._shown is None:
            self._shown = now
            self._told(Rows(tuple(now.values()), anew=True))
            return
        rows = [row for key, row in now.items() if self._shown.get(key) != row]
        others = {key: row for key, row in self._shown.items() if key not in now}
        gone = tuple(key for key in others if key not in self._due)
        self._shown = now | {key: row for key, row in others.items() if key in self._due}
        for start in range(0, len(rows), _ROWS):
            self._told(Rows(tuple(rows[start : start + _ROWS])))
        if gone:
            self._told(Rows(gone=gone))


def _shown(library: Path, folder: Path) -> dict[str, Listing] | None:
    """The list that a reader has by now; None where that cannot be known.

    Who has just started took the list from the catalogue, unless that was replaced meanwhile.
    """
    which = catalogue.identity(folder)
    rows = catalogue.catalogue(library)
    if rows is None or which is None or time.time_ns() - which[1] < _YOUNG:
        return None
    return {row.key: row for row in rows}


def _damaged(how: str) -> str:
    return f"The index of this library was damaged ({on_one_line(how)}): it is built anew."


def _unusable(error: OSError | ValueError) -> BriefingError:
    refused = refusal(error) if isinstance(error, ValueError) else error
    # the engine does not always tell why, and then room is what it mostly wants
    why = reason(refused) if refused else "the disk may be full"
    place = on_one_line(str(indexes()))
    is_full = refused is None or refused.errno in {errno.ENOSPC, errno.EDQUOT}
    where = f"; make room in {place}" if is_full else f" (in {place})"
    return BriefingError(f"the index cannot be written: {why}{where}")
