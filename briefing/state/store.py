"""The SQLite file itself: opened when it is first needed, and never why reading stops."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Done = TypeVar("Done")

_PATIENCE = 1.0  # seconds for another reader to be done; a change takes it less than one thousandth
_DAMAGED = {11, 26}  # SQLITE_CORRUPT, SQLITE_NOTADB
_FOREIGN = 1  # SQLITE_ERROR: our changes are right, so these are not our tables
_REASONS = {
    _FOREIGN: "its file is not one of this program",
    5: "another program holds its file",  # SQLITE_BUSY
    8: "its file is read-only",  # SQLITE_READONLY
    10: "the disk does not take it",  # SQLITE_IOERR
    11: "its file is damaged",  # SQLITE_CORRUPT
    13: "the disk is full",  # SQLITE_FULL
    14: "its file cannot be opened",  # SQLITE_CANTOPEN
    26: "its file is damaged",  # SQLITE_NOTADB
}
_LOST = "Nothing of this session is kept: {}."


class Store:
    """A file of tables; where it cannot be used, a copy of it in memory for as long as we run.

    `trouble` says in a sentence for people why nothing is kept, or what became of a damaged file;
    "" while all is well. Nothing here raises for what a disk, a file or another program does.
    Until the first change a file that is not there is not made. `file` is None where none is used.
    """

    def __init__(self, file: Path | None, trouble: str = "") -> None:
        self.trouble = trouble
        self.file = file
        self._opened: tuple[int, int] | None = None  # which file it was, by device and number
        self._connection: sqlite3.Connection | None = None

    def read(self, query: str, *values: str) -> list[tuple[str, ...]]:
        """The rows that a query finds."""
        if self._connection is None and not (self.file and os.path.lexists(self.file)):
            return []
        return self._do(
            lambda connection: [
                tuple(map(_plain, row)) for row in connection.execute(query, values)
            ]
        )

    def write(self, change: str, *rows: Sequence[str | int]) -> None:
        """Make a change for each row of values: all of them or, whatever happens, none."""

        def act(connection: sqlite3.Connection) -> None:
            connection.execute("BEGIN IMMEDIATE")
            try:
                connection.executemany(change, rows)
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

        self._do(act)

    def close(self) -> None:
        """Let go of the file."""
        connection, self._connection = self._connection, None
        if connection:
            import sqlite3  # noqa: PLC0415 - loaded with the connection

            with suppress(sqlite3.Error):
                connection.close()

    def __del__(self) -> None:
        """Close it: Python 3.13 warns of what is left open. In another thread that cannot be done."""
        with suppress(Exception):
            self.close()

    def _do(self, act: Callable[[sqlite3.Connection], Done]) -> Done:
        import sqlite3  # noqa: PLC0415 - 0.9 MB that a first launch does without

        from briefing.state.tables import NewerError  # noqa: PLC0415 - the same

        while self.file:
            try:
                return act(self._open(self.file))
            except (sqlite3.Error, OSError, NewerError) as error:
                self._recover(self.file, error)
        try:
            return act(self._open(None))
        except sqlite3.Error:  # what could be copied is damaged as well
            self.close()
            return act(self._open(None))

    def _open(self, file: Path | None) -> sqlite3.Connection:
        """The connection; made now if there is none."""
        if self._connection:
            return self._connection
        import sqlite3  # noqa: PLC0415 - see `_do`

        from briefing.state.tables import bring_up  # noqa: PLC0415

        if file:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = sqlite3.connect(file or ":memory:", timeout=_PATIENCE, isolation_level=None)
        self._connection = connection
        connection.text_factory = _text
        self._opened = _identity(file) if file else None
        bring_up(connection)
        with suppress(sqlite3.OperationalError):  # slower without, and as safe
            # a change takes 0.1 ms, readers do not wait for it, and a kill leaves nothing torn
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def _recover(self, file: Path, error: Exception) -> None:
        """Go on after an error: with a new file where this one is damaged, else in memory."""
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _DAMAGED:
            self.close()
            if self._opened != _identity(file):
                return  # another reader has put it aside meanwhile
            with suppress(OSError):
                self.trouble = f"What was kept of your reading was damaged: see {_aside(file)}."
                return
        self.trouble = _LOST.format(_reason(error))
        self.file, kept = None, None if code == _FOREIGN else self._copy(file)
        self.close()
        self._connection = kept

    def _copy(self, file: Path) -> sqlite3.Connection | None:
        """What the file holds, in memory; None where it cannot be read either."""
        import sqlite3  # noqa: PLC0415 - see `_do`

        from briefing.state.tables import NewerError, bring_up, version  # noqa: PLC0415

        for source in (self._connection, None):
            copy = sqlite3.connect(":memory:", isolation_level=None)
            copy.text_factory = _text
            held = source
            try:
                # a folder that takes no files beside it: as if nobody could change it
                held = held or sqlite3.connect(f"{file.absolute().as_uri()}?immutable=1", uri=True)
                if version(held):
                    held.backup(copy)
                    bring_up(copy)
                    return copy
            except (sqlite3.Error, OSError, NewerError):
                pass
            finally:
                if held and not source:
                    held.close()
            copy.close()
        return None


def _text(data: bytes) -> str:
    return data.decode(errors="replace")


def _plain(value: Any) -> Any:
    """A value, as text where another program wrote bytes or nothing: SQLite takes any kind anywhere."""
    return _text(value) if isinstance(value, bytes) else "" if value is None else value


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _aside(file: Path) -> str:
    """Rename a damaged file, and what SQLite keeps beside it; the new name. Raises OSError."""
    number = 1
    while os.path.lexists(named := file.with_stem(f"{file.stem}.damaged-{number}")):
        number += 1
    file.rename(named)
    for beside in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            file.with_name(file.name + beside).rename(named.with_name(named.name + beside))
    return named.name


def _reason(error: Exception) -> str:
    """Why, in a few words."""
    if isinstance(error, OSError):
        return "its folder cannot be made"
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return "its file is from a later version of this program"
    return _REASONS.get(code & 0xFF, "its file cannot be used")
