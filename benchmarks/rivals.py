"""What else one could search with: SQLite's FTS5 as zk and sqlite-utils set it up, and ripgrep."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import time
from contextlib import closing
from typing import TYPE_CHECKING

from briefing.library import folders, key_in, open_brief
from briefing.model.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The rows in a table of their own and an index over it, joined when they are asked for: so zk,
# sqlite-utils and most who search notes with FTS5 do it. Titles weigh more than texts, as with us.
_TABLES = """
CREATE TABLE statements (
    brief TEXT, id TEXT, section TEXT, title TEXT, text TEXT, more TEXT);
CREATE VIRTUAL TABLE words USING fts5(
    title, text, more, section, content = statements, tokenize = 'porter');
"""
_FILL = "INSERT INTO words(rowid, title, text, more, section) SELECT rowid, title, text, more, section FROM statements"
_SEARCH = """
SELECT statements.brief, statements.id, statements.section, statements.title, statements.text,
    snippet(words, 1, '[', ']', '...', 32)
FROM words JOIN statements ON statements.rowid = words.rowid
WHERE words MATCH ? ORDER BY bm25(words, 3.0, 1.5, 0.8, 0.0) LIMIT 50
"""


def build_fts5(library: Path, file: Path) -> float:
    """Index every statement of a library; the seconds that the table took, loading left out."""
    took = 0.0
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.executescript(_TABLES)
        for rows in _slices(library):
            start = time.perf_counter()
            database.executemany("INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?)", rows)
            took += time.perf_counter() - start
        start = time.perf_counter()
        database.execute(_FILL)
        database.commit()
        return took + time.perf_counter() - start


def _slices(library: Path) -> Iterator[list[tuple[str, ...]]]:
    for folder in folders(library):
        brief, key = open_brief(folder), key_in(library, folder)
        yield [
            (
                key,
                each.id,
                each.section,
                "" if isinstance(each.part, str) else getattr(each.part, "title", ""),
                each.text,
                "\n".join(each.more),
            )
            for each in statements(brief)
        ]


class Fts5:
    """The table, open and warm."""

    def __init__(self, file: Path) -> None:
        self._database = sqlite3.connect(file)
        self._database.execute("PRAGMA mmap_size = 4000000000")

    def search(self, query: str) -> int:
        """The fifty best, with marks; how many came."""
        return len(self._database.execute(_SEARCH, (query,)).fetchall())


def ripgrep(library: Path, word: str) -> float | None:
    """Seconds to find a word in all files, in any case; None where it is not installed."""
    found = shutil.which("rg")
    if found is None:
        return None
    start = time.perf_counter()
    command = [found, "--ignore-case", "--word-regexp", "--count", "--", word, str(library)]
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - start
