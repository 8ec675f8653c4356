"""One file of a brief while it is read: its text, its tree, and what was found in it."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from briefing.loading.places import paths
from briefing.loading.reading import NEWLINE
from briefing.problems import MOST, Mark, Problem, Severity, unlisted
from briefing.text import on_one_line, shortened, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.loading.hints import Guess
    from briefing.loading.tree import Node, Scalar
    from briefing.model.sections import SectionName

_BEFORE, _AFTER = 60, 60  # characters of a long line that are shown around a place


class Finding(NamedTuple):
    """What is wrong at a place; it becomes a Problem when the file is done."""

    line: int
    column: int
    message: str
    hint: str | Guess
    of: Node | None  # the value it is about
    key: str  # ... or a key that it lacks
    severity: Severity


class Reference(NamedTuple):
    """An id, an anchor or a word that must exist elsewhere."""

    kind: str
    text: str
    node: Node


class _Typed(NamedTuple):
    """Where the words of a text before `start` were typed: the end of the last one."""

    node: Scalar
    start: int
    line: int
    column: int
    word: str
    lost: bool  # typed in another way from here on


def _word_start(text: str, offset: int) -> int:
    """Where the word that a character stands in begins; its own place where that is white space."""
    head = text[:offset]
    ends = not head or head[-1].isspace()
    return len(head) if ends else len(head) - len(head.rsplit(maxsplit=1)[-1])


class File:
    """A file under its name as messages show it."""

    def __init__(self, section: SectionName, name: str) -> None:
        self.section = section
        self.name = name
        self.text = ""
        self.root: Node | None = None
        self.ids: list[Reference] = []  # the kind is the struct's name
        self.references: list[Reference] = []
        self.findings: list[Finding] = []
        self.is_broken = False
        self.counted: Counter[Severity] = Counter()  # findings, also those that are not kept
        self._typed: _Typed | None = None  # from here on the next place is looked for

    def error(
        self,
        at: Node,
        message: str,
        hint: str | Guess = "",
        *,
        key: str = "",
        of: Node | None = None,
    ) -> None:
        """Report an error at a node about it or about another; `key` is one that it lacks."""
        self._add(Finding(at.line, at.column, message, hint, of or at, key, Severity.ERROR))

    def warn(self, at: Node, message: str, hint: str | Guess = "") -> None:
        """Report a warning at a node."""
        self._add(Finding(at.line, at.column, message, hint, at, "", Severity.WARNING))

    def error_at(self, line: int, column: int, message: str, hint: str | Guess = "") -> None:
        """Report an error at a place that is no node."""
        self._add(Finding(line, column, message, hint, None, "", Severity.ERROR))

    def _add(self, finding: Finding) -> None:
        self.counted[finding.severity] += 1
        if self.counted[finding.severity] <= MOST:
            self.findings.append(finding)

    @property
    def has_errors(self) -> bool:
        """Whether anything found is an error."""
        return self.counted[Severity.ERROR] > 0

    def mark(self, node: Node) -> Mark:
        """Where a node stands, as people count."""
        return Mark(self.name, node.line + 1, node.column + 1)

    def typed_at(self, node: Scalar, offset: int) -> tuple[int, int]:
        """Line and column where a character of a text was typed, however the text is folded.

        Looked for word by word: from a word on that was typed in another way, as with an escape,
        it is the end of the word before.
        """
        text = node.text.lstrip()
        start = _word_start(text, offset)
        known = self._typed
        if known is None or known.node is not node or start < known.start:
            known = _Typed(node, 0, node.line, node.column, "", lost=False)
        self._typed = known = self._follow(known, text[known.start : start].split(), start)
        said = self._follow(known, text[start:].split(maxsplit=1)[:1], start)
        if said.lost:
            return said.line, said.column
        return said.line, said.column + min(offset - start - len(said.word), 0)

    def _follow(self, known: _Typed, words: list[str], start: int) -> _Typed:
        """Where these words were typed, the next ones of a text, which come before `start`."""
        node, _, line, column, word, lost = known
        for word in () if lost else words:
            place = self._find(word, line, column, node.last)
            if place is None:
                lost = True
                break
            line, column = place[0], place[1] + len(word)
        return _Typed(node, start, line, column, word, lost)

    def _find(self, word: str, line: int, column: int, last: int) -> tuple[int, int] | None:
        for number in range(line, min(last + 1, len(self._lines))):
            found = self._lines[number].find(word, column if number == line else 0)
            if found >= 0:
                return number, found
        return None

    def problems(self) -> Iterator[Problem]:
        """The findings, with their lines and the paths of their fields.

        Of very many the errors rather than the warnings, and how many more there are.
        """
        listed = sorted(self.findings, key=lambda finding: finding.severity is Severity.WARNING)[
            :MOST
        ]
        known = paths(self.root, {id(finding.of) for finding in listed})
        for finding in listed:
            path = known.get(id(finding.of), "")
            field = f"{path}.{finding.key}" if path and finding.key else path or finding.key
            excerpt, caret = self.excerpt(finding.line, finding.column)
            yield Problem(
                Mark(self.name, finding.line + 1, finding.column + 1),
                shortened(on_one_line(finding.message)),
                shortened(on_one_line(str(finding.hint))),
                on_one_line(field),
                excerpt,
                finding.severity,
                caret,
            )
        more = self.counted - Counter(finding.severity for finding in listed)
        if more:
            yield from unlisted(Mark(self.name, len(self._lines)), more)

    @cached_property
    def _lines(self) -> list[str]:
        return NEWLINE.split(self.text)

    def excerpt(self, number: int, column: int) -> tuple[str, int]:
        """The line, safe and not too long, and the cells before its caret."""
        if number >= len(self._lines):
            return "", 0
        line = self._lines[number]
        start = max(0, column - _BEFORE)
        start = start if start > 1 else 0
        before, after = line[start:column], line[column : column + _AFTER]
        lead = "…" if start else ""
        tail = "…" if column + _AFTER < len(line) else ""
        shown = lead + on_one_line(before)
        return shown + on_one_line(after) + tail, width(shown)
