"""Passages to lines: indents, wrapping and headings. Knows nothing of briefs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.export.transliteration import transliterated
from briefing.text import safe, width, wrap, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Passage(Struct, frozen=True):
    """A paragraph: `lead` opens its first line and the others hang below the lead's end.

    `indent` sets all of it in, `hang` all lines but the first. `tail` (a reference in brackets)
    closes it and is kept on one line wherever it fits on one. Nothing at all is an empty line.
    """

    text: str
    lead: str = ""
    indent: int = 0
    tail: str = ""
    hang: int = 0


class Chapter(Struct, frozen=True):
    """A heading and what stands below it."""

    heading: str
    passages: tuple[Passage, ...]


BLANK = Passage("")
_BLANKS = re.compile(r"[^\S\xa0\u2007\u202f]+")  # no-break spaces stay what they are
_SPACES = str.maketrans("\n\t", "  ")


class Layout(Struct, frozen=True):
    """How wide a page is, and whether it is held to ASCII."""

    columns: int
    ascii: bool

    def clean(self, text: str) -> str:
        """The text as this page may show it, all on one line.

        Made safe here too, where files are not the only way in, and before it is measured.
        """
        text = safe(text).translate(_SPACES)
        return transliterated(text) if self.ascii else text

    def page(self, title: str, block: Iterable[Passage], chapters: Iterable[Chapter]) -> str:
        """The whole page: the title, the block below it, and the chapters; one newline ends it."""
        lines = list(self._heading(self._flow(title), "="))
        lines += self.lines(block)
        for chapter in chapters:
            lines += ["", *self._heading(self._flow(chapter.heading.upper()), "-")]
            lines += self.lines(chapter.passages)
        return "\n".join(lines) + "\n"

    def lines(self, passages: Iterable[Passage]) -> Iterator[str]:
        """The lines of the passages, none wider than the page and none ending in a blank."""
        for passage in passages:
            yield from ("",) if passage == BLANK else self._set(passage)

    def _heading(self, lines: list[str], rule: str) -> Iterator[str]:
        yield from (line.rstrip() for line in lines)
        yield rule * max(width(line.rstrip()) for line in lines)

    def _flow(self, text: str, indent: int = 0, hang: int = 0) -> list[str]:
        """The text in lines that leave room for an indent, and for a hang from the second on."""
        text, room = _BLANKS.sub(" ", self.clean(text)).strip(), self.columns - indent
        if width(text) <= room:
            return [text]
        if hang == 0:
            return wrapped(text, room)
        start, end = wrap(text, room)[0]
        return [text[start:end], *wrapped(text[end:].strip(), room - hang)]

    def _set(self, passage: Passage) -> Iterator[str]:
        text, lead = passage.text, self.clean(passage.lead)
        if passage.indent + width(lead) > self.columns // 3:  # a narrow page: no room beside it
            text, lead = f"{lead.strip()} {text}", ""
        first = " " * passage.indent + lead
        others = " " * (width(first) + passage.hang)
        lines = self._flow(text, width(first), passage.hang)
        for number, line in enumerate(self._closed(lines, passage.tail, len(others))):
            yield f"{others if number else first}{line}".rstrip()

    def _closed(self, lines: list[str], tail: str, indent: int) -> list[str]:
        """The lines with the tail after the last of them, or below it where it has no room."""
        if not tail:
            return lines
        last = f"{lines[-1]} {self.clean(tail)}".strip()
        if width(last) <= self.columns - indent:
            return [*lines[:-1], last]
        return lines + self._flow(tail, indent)
