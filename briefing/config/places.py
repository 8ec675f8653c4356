"""Where in a TOML file a setting stands: Python's reader of TOML does not say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.problems import Mark, Problem
from briefing.text import cut, on_one_line, width

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 100  # cells of a line that are shown
_TABLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?")
_SETTING = re.compile(r"\s*([^\s=#\[][^=#]*?)\s*=")
_QUOTES = re.compile(r"[\s\"']")


class Places:
    """The text of a file, and where in it each setting is.

    Read line by line: `name =` below its `[table]`, or `table.name =`. What is written in another
    way, as between braces, is looked for where its table is, else on the first line.
    """

    def __init__(self, path: Path, text: str = "") -> None:
        self._file = on_one_line(str(path))
        self._lines = text.replace("\r\n", "\n").split("\n")
        self._found: dict[str, tuple[int, int]] = {}
        table = ""
        for number, line in enumerate(self._lines, 1):
            if header := _TABLE.fullmatch(line):
                table = _QUOTES.sub("", header[1])
                self._found.setdefault(table, (number, header.start(1)))
            elif setting := _SETTING.match(line):
                path_of = ".".join(part for part in (table, _QUOTES.sub("", setting[1])) if part)
                self._found.setdefault(path_of, (number, setting.start(1) + 1))

    @property
    def end(self) -> tuple[int, int]:
        """Line and column of the end of what is written there."""
        written = [number for number, line in enumerate(self._lines, 1) if line.strip()]
        line = written[-1] if written else 1
        return line, len(self._lines[line - 1].rstrip()) + 1

    def problem(self, message: str, hint: str = "", *, field: str = "") -> Problem:
        """A problem of the setting of that name, such as `keys.search`."""
        table = field.partition(".")[0]
        place = self._found.get(_QUOTES.sub("", field)) or self._found.get(table, (1, 1))
        return self.problem_at(place, message, hint, field=field)

    def problem_at(
        self, place: tuple[int, int], message: str, hint: str = "", *, field: str = ""
    ) -> Problem:
        """A problem at a line and column, with what stands there."""
        line, column = place
        found = self._lines[line - 1] if line <= len(self._lines) else ""
        before = width(on_one_line(found[: column - 1]))
        return Problem(
            mark=Mark(self._file, line, column),
            message=on_one_line(message),
            hint=on_one_line(hint),
            field=on_one_line(field),
            excerpt=cut(on_one_line(found), _LONGEST) if before < _LONGEST else "",
            caret=before,
        )
