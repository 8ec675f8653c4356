"""What can be wrong in a file, and the one exception that carries it."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MOST = 100  # problems of a file that are listed


class Severity(StrEnum):
    """How much a problem weighs: an error fails a command, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Mark(Struct, frozen=True):
    """A place in a file. Lines and columns count from 1, columns in characters."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(Struct, frozen=True):
    """One thing wrong in a file: where, what was expected, and what to do.

    `excerpt` is the line at `mark`, already made safe, or "" where there is none to show.
    `field` is the path of the value inside its file ("judgments.J3.likelihood"), or "".
    `caret` says how many cells of the excerpt stand before the place; where it is left out, as
    many as the column says. `code` names the check that found it, "" where the format is wrong.
    `more` says of how many problems that are not listed it tells instead of one of its own.
    """

    mark: Mark
    message: str
    hint: str = ""
    field: str = ""
    excerpt: str = ""
    severity: Severity = Severity.ERROR
    caret: int | None = None
    code: str = ""
    more: int = 0

    def fields(self) -> dict[str, str | int]:
        """What programs are told of it; docs/json.md describes it."""
        return {
            "severity": self.severity,
            "file": self.mark.file,
            "line": self.mark.line,
            "column": self.mark.column,
            "field": self.field,
            "message": self.message,
            "hint": self.hint,
            "excerpt": self.excerpt,
            "unlisted": self.more,
        }

    def headline(self) -> str:
        """`file:line:column: error: message [code]`, the form that editors and CI understand."""
        code = f" [{self.code}]" if self.code else ""
        return f"{self.mark}: {self.severity}: {self.message}{code}"

    def report(self) -> str:
        """The headline, then the line with a caret below the column, then the hint."""
        lines = [self.headline()]
        if self.excerpt:
            number = str(self.mark.line)
            before = min(self.mark.column - 1, len(self.excerpt))
            caret = " " * (before if self.caret is None else self.caret) + "^"
            lines += [f"  {number} | {self.excerpt}", f"  {' ' * len(number)} | {caret}"]
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems sorted by file, line and column, each once."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.mark.file, p.mark.line, p.mark.column, p.message)))


def number_of(problems: Iterable[Problem]) -> int:
    """How many problems there are, those included that are not listed."""
    return sum(problem.more or 1 for problem in problems)


def unlisted(mark: Mark, more: Mapping[Severity, int], code: str = "") -> Iterator[Problem]:
    """What tells of the errors and of the warnings that are not listed."""
    for severity in Severity:
        if count := more.get(severity, 0):
            what = f"{severity} in this file is" if count == 1 else f"{severity}s in this file are"
            message = f"{count:,} more {what} not listed"
            yield Problem(mark, message, severity=severity, code=code, more=count)


def limited(
    problems: Iterable[Problem], left_out: Mapping[tuple[str, Severity], int]
) -> tuple[Problem, ...]:
    """The problems in order, so many a file, errors rather than warnings, and how many more.

    `left_out` counts those that were not even kept, by file and severity.
    """
    files: dict[str, list[Problem]] = {file: [] for file, _ in left_out}
    for problem in in_order(problems):
        files.setdefault(problem.mark.file, []).append(problem)
    listed: list[Problem] = []
    for file, found in sorted(files.items()):
        more = Counter({severity: left_out.get((file, severity), 0) for severity in Severity})
        more.update({problem.severity: problem.more for problem in found if problem.more})
        own = [problem for problem in found if not problem.more]
        own.sort(key=lambda problem: problem.severity is not Severity.ERROR)
        more.update(problem.severity for problem in own[MOST:])
        listed += in_order(own[:MOST])
        listed += unlisted(found[-1].mark if found else Mark(file), more, "unlisted")
    return tuple(listed)


class BriefingError(Exception):
    """A command cannot go on. Its text is one line for stderr; `problems` says more."""

    def __init__(self, message: str, problems: Iterable[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = in_order(problems)
