"""The tables of the file, and the one number that says which they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

# What each version has beyond the one before; once it is out, none of them changes.
_STEPS = (
    """
CREATE TABLE places (brief TEXT PRIMARY KEY, place TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sections (brief TEXT, section TEXT, told TEXT NOT NULL, since TEXT NOT NULL,
    read INTEGER NOT NULL, PRIMARY KEY (brief, section)) WITHOUT ROWID;
CREATE TABLE marks (brief TEXT, statement TEXT, note TEXT NOT NULL, text TEXT NOT NULL,
    since TEXT NOT NULL, PRIMARY KEY (brief, statement)) WITHOUT ROWID;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID
""",
    """
CREATE TABLE audits (brief TEXT PRIMARY KEY, said TEXT NOT NULL, errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL) WITHOUT ROWID
""",
)
VERSION = len(_STEPS)


class NewerError(Exception):
    """The file was made by a later version of the program, which may mean other things by it."""


def version(connection: sqlite3.Connection) -> int:
    """Which tables a file has, 0 for none. Raises NewerError where this program knows none such."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > VERSION:
        raise NewerError
    return found


def bring_up(connection: sqlite3.Connection) -> None:
    """Make the tables that a file lacks, all of them or none, even if two do so at once."""
    if version(connection) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in _STEPS[version(connection) :]:
            for table in step.split(";"):
                connection.execute(table)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
