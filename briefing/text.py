"""Safe text, cell widths and wrapping: what everything that is shown or written goes through."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS_KEPT = 4  # more combining marks than any living script needs climb over other lines
_JOINERS = "\u200c\u200d"  # ZWNJ and ZWJ: Persian and emoji families need them
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # invisible fillers
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164"  # zero width, line breaks, direction
    "\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"  # BOM, surrogates, tags
)
_ESCAPED = re.compile(r"<U\+[0-9A-F]{4,6}>")
_COMBINING = re.compile(r"[\u0300-\U0001ffff]{5,}")
_WIDE = (
    "\u1100-\u115e\u2e80-\u3163\u3165-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    "\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003fffd"
)
# a run of spaces, a character that may break anywhere, or a word
_TOKEN = re.compile(rf"\s+|[{_WIDE}]|[^\s{_WIDE}]+")


def safe(text: str) -> str:
    """The text with nothing in it that a terminal obeys or hides; what was there is shown.

    Control characters become their pictures (ESC is shown as U+241B), other invisible or
    reordering characters their code (`<U+202E>`); tabs, line feeds, joiners and variation
    selectors stay. More than four combining marks in a row are cut to four. Idempotent.
    """
    if text.isascii() and text.isprintable():
        return text
    return _fewer_marks(_UNSAFE.sub(_shown, text))


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


def _fewer_marks(text: str) -> str:
    if not _COMBINING.search(text):
        return text
    kept, run = [], 0
    for character in text:
        run = run + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if run <= _MARKS_KEPT:
            kept.append(character)
    return "".join(kept)


def searchable(text: str) -> str:
    """Safe text without its shown invisible characters: they do not hide a word from search."""
    return _ESCAPED.sub("", text)


def width(text: str) -> int:
    """How many cells of the terminal the text takes. Wide and combining characters count right."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - most text is ASCII and needs no table

    return cell_len(text)


def fit(text: str, cells: int) -> str:
    """The text in exactly `cells` cells: padded with spaces, or cut with an ellipsis."""
    room = cells - width(text)
    return text + " " * room if room >= 0 else _pad(cut(text, cells), cells)


def _pad(text: str, cells: int) -> str:
    return text + " " * (cells - width(text))


def cut(text: str, cells: int) -> str:
    """The text in at most `cells` cells; where something is lost it ends in an ellipsis."""
    if width(text) <= cells:
        return text
    if cells < 1:
        return ""
    end = _end_of(text, 0, cells - 1)
    return text[:end].rstrip() + "…"


def wrap(text: str, cells: int) -> list[tuple[int, int]]:
    """Where the text breaks into lines of at most `cells` cells: start and end of each line.

    Offsets into the text, so that marks on the text can be carried over to the lines. Breaks at
    line feeds, at other white space and between wide characters, and inside a word only where
    it is wider than a line. White space at a break belongs to no line, a tab counts one cell.
    An empty text is one empty line.
    """
    cells = max(cells, 2)
    lines: list[tuple[int, int]] = []
    start, end, used, gap = 0, 0, 0, 0
    for begin, stop in _words(text, cells):
        if begin < 0:  # white space
            if stop == 0 and used:
                lines.append((start, end))
                used = 0
            gap = stop if used else 0
            continue
        size = width(text[begin:stop])
        if used and used + gap + size > cells:
            lines.append((start, end))
            used, gap = 0, 0
        if not used:
            start = begin
        used, gap, end = used + gap + size, 0, stop
    if used or not lines:
        lines.append((start, end))
    return lines


def _words(text: str, cells: int) -> Iterator[tuple[int, int]]:
    """Start and end of each unbreakable piece; white space as (-1, its cells), a break as 0."""
    for match in _TOKEN.finditer(text):
        begin, stop = match.span()
        if text[begin].isspace():
            yield -1, 0 if "\n" in match[0] else stop - begin
            continue
        while width(text[begin:stop]) > cells:
            end = max(_end_of(text, begin, cells), begin + 1)
            yield begin, end
            begin = end
        yield begin, stop


def _end_of(text: str, start: int, cells: int) -> int:
    """Where to cut so that `text[start:end]` takes at most `cells` cells, marks kept whole."""
    end = start
    while end < len(text) and width(text[start : end + 1]) <= cells:
        end += 1
    return end


def wrapped(text: str, cells: int) -> list[str]:
    """The lines of the text, each at most `cells` cells wide."""
    return [text[start:end].replace("\t", " ") for start, end in wrap(text, cells)]
