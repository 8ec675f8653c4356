"""What is remembered of each brief, by the resolved path of its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

from briefing.state.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path


class Seen(NamedTuple):
    """What a section told when it was last read, since when, and whether it counts as read.

    `told` is a text of the caller's own making; `since` a date as in ISO 8601.
    """

    told: str
    since: str
    read: bool


class Mark(NamedTuple):
    """A marked statement: its id, a note or "", its text at that time, and when that was."""

    statement: str
    note: str
    text: str
    since: str


class Audit(NamedTuple):
    """What an audit found, and a digest of what the files of the brief said then."""

    said: str
    errors: int
    warnings: int


class Memory:
    """What was remembered and what is to be, each change kept at once and by itself.

    `Memory.open(None)` remembers for as long as it lives; so does one whose file cannot be used,
    which says why in `trouble`. No method raises for what a disk or another program does.
    """

    def __init__(self, store: Store, changed: Callable[[str], None] = lambda _: None) -> None:
        self._store = store
        self._changed = changed

    @classmethod
    def open(
        cls, file: Path | None, trouble: str = "", changed: Callable[[str], None] = lambda _: None
    ) -> Self:
        """The memory in a file, which need not be there yet; nothing is read or written so far.

        `trouble` says why there is no file, where somebody would want one. `changed` is told of
        which brief something changes, "" for a setting, before and after that.
        """
        return cls(Store(file, trouble), changed)

    @property
    def file(self) -> Path | None:
        """The file that all is kept in, None where nothing is."""
        return self._store.file

    def apart(self, brief: str | None = None) -> Memory:
        """What a launch needs to know of a brief, in a memory of its own that forgets.

        Without a brief it is what the list of a library needs: what is read of all of them, and
        what their last audits found.
        """
        store = Store(None)
        read = self.all_read() if brief is None else [(brief, name) for name in self.read(brief)]
        store.write("REPLACE INTO sections VALUES (?, ?, '', '', 1)", *read)
        other = Memory(store)
        if brief is None:
            audits = ((audited, *audit) for audited, audit in self.audits().items())
            store.write("REPLACE INTO audits VALUES (?, ?, ?, ?)", *audits)
        else:
            other.keep_place(brief, self.place(brief))
            for mark in self.marks(brief):
                other.mark(brief, mark)
        for name, value in self._store.read("SELECT name, value FROM settings"):
            other.set(name, value)
        return other

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    @property
    def trouble(self) -> str:
        """A sentence on what went wrong with the file, "" where nothing did."""
        return self._store.trouble

    def place(self, brief: str) -> str:
        """Where the reader was, as `keep_place` was told, or ""."""
        found = self._store.read("SELECT place FROM places WHERE brief = ?", brief)
        return found[0][0] if found else ""

    def keep_place(self, brief: str, place: str) -> None:
        """Remember where the reader is."""
        self._write(brief, "REPLACE INTO places VALUES (?, ?)", (brief, place))

    def read(self, brief: str) -> set[str]:
        """The sections that count as read."""
        query = "SELECT section FROM sections WHERE brief = ? AND read"
        return {section for (section,) in self._store.read(query, brief)}

    def all_read(self) -> list[tuple[str, str]]:
        """The brief and the name of each section that counts as read."""
        found = self._store.read("SELECT brief, section FROM sections WHERE read")
        return [(brief, section) for brief, section in found]

    def all_marked(self) -> list[tuple[str, str]]:
        """The brief and the id of each statement that is marked."""
        found = self._store.read("SELECT brief, statement FROM marks")
        return [(brief, statement) for brief, statement in found]

    def seen(self, brief: str) -> dict[str, Seen]:
        """What each section told, and whether it counts as read."""
        query = "SELECT section, told, since, read FROM sections WHERE brief = ?"
        found = self._store.read(query, brief)
        return {section: Seen(told, since, bool(read)) for section, told, since, read in found}

    def keep_seen(self, brief: str, seen: Mapping[str, Seen]) -> None:
        """Remember what sections tell, and whether they are read, all of them at once."""
        rows = (
            (brief, section, each.told, each.since, each.read) for section, each in seen.items()
        )
        self._write(brief, "REPLACE INTO sections VALUES (?, ?, ?, ?, ?)", *rows)

    def marks(self, brief: str) -> list[Mark]:
        """The marks of a brief, by the ids of their statements."""
        query = "SELECT statement, note, text, since FROM marks WHERE brief = ? ORDER BY statement"
        return [
            Mark(statement, note, text, since)
            for statement, note, text, since in self._store.read(query, brief)
        ]

    def mark(self, brief: str, mark: Mark) -> None:
        """Mark a statement, or change its note."""
        self._write(brief, "REPLACE INTO marks VALUES (?, ?, ?, ?, ?)", (brief, *mark))

    def unmark(self, brief: str, statement: str) -> None:
        """Take a mark away."""
        change = "DELETE FROM marks WHERE brief = ? AND statement = ?"
        self._write(brief, change, (brief, statement))

    def keep_audit(self, brief: str, audit: Audit) -> None:
        """Remember what the last audit found."""
        self._write(brief, "REPLACE INTO audits VALUES (?, ?, ?, ?)", (brief, *audit))

    def audits(self) -> dict[str, Audit]:
        """What the last audit found, of each brief that was audited."""
        found = self._store.read(
            "SELECT brief, said, CAST(errors AS INTEGER), CAST(warnings AS INTEGER) FROM audits"
        )
        return {
            brief: Audit(said, int(errors), int(warnings))
            for brief, said, errors, warnings in found
        }

    def get(self, name: str) -> str:
        """A setting, or ""."""
        found = self._store.read("SELECT value FROM settings WHERE name = ?", name)
        return found[0][0] if found else ""

    def set(self, name: str, value: str) -> None:
        """Change a setting."""
        self._write("", "REPLACE INTO settings VALUES (?, ?)", (name, value))

    def _write(self, brief: str, change: str, *rows: Sequence[str | int]) -> None:
        self._changed(brief)  # before, since we may be killed
        self._store.write(change, *rows)
        self._changed(brief)  # and after, since others may have read what was there
