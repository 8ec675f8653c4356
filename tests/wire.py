"""What a program sent to its terminal, byte by byte: its own sequences, clean text, and nothing else.

The allow-list is of shapes: what the reader and the commands themselves send. Whatever does not fit
is foreign, also where it is harmless.
"""

from __future__ import annotations

import base64
import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from tests.hostile.payloads import JOINERS, is_steering

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS, _STACKED = 8, 4  # in a row, and of these how many that climb, join or select
_MODES = "7|25|1000|1002|1003|1004|1006|1015|1016|1049|2004|2026|2048"
# ECMA-48: what begins with ESC, as a terminal takes it in
_SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])"
)
_STYLE = r"(?:[0123479]|2[1-9]|[349][0-79]|10[0-7]|[34]8;2;\d{1,3};\d{1,3};\d{1,3})"
_OWN = re.compile(
    rf"\x1b\[(?:{_STYLE}(?:;{_STYLE})*)?m"
    rf"|\x1b\[\?(?:{_MODES})[hl]"
    r"|\x1b\[\?(?:2026|2048)\$p"
    r"|\x1b\[>25u|\x1b\[<u"
    r"|\x1b\[H|\x1b\[K"
    r"|\x1b\](?:11;\?|22;[a-z-]*)(?:\x07|\x1b\\)"
)
_LINE = re.compile(r"\r\n|\r(?=[^\r\n\x1b]*\x1b\[K)")  # the end of one, and one drawn anew
_MOVE = re.compile(r"\x1b\[(\d+);(\d+)H")
_COPY = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


def foreign(raw: bytes | bytearray, columns: int = 80, rows: int = 24) -> list[str]:
    """What is neither text nor a sequence of our own, each with what stands around it."""
    text = _LINE.sub("\n", raw.decode(errors="surrogateescape"))
    found = []
    at = 0
    for match in _SEQUENCE.finditer(text):
        found += _unclean(text[at : match.start()])
        found += [repr(match[0])] if not _is_own(match[0], columns, rows) else []
        at = match.end()
    return found + _unclean(text[at:])


def words(raw: bytes | bytearray) -> str:
    """The text alone, in the order in which it came."""
    return _SEQUENCE.sub("", raw.decode(errors="surrogateescape"))


def copied(raw: bytes | bytearray) -> list[str]:
    """What was put on the terminal's clipboard."""
    found = _COPY.findall(raw.decode(errors="surrogateescape"))
    return [base64.b64decode(text).decode() for text in found]


def _is_own(sequence: str, columns: int, rows: int) -> bool:
    if copy := _COPY.fullmatch(sequence):
        return not _unclean(base64.b64decode(copy[1]).decode())
    if move := _MOVE.fullmatch(sequence):
        return int(move[1]) <= rows and int(move[2]) <= columns
    return bool(_OWN.fullmatch(sequence))


def _unclean(text: str) -> list[str]:
    """Characters that no text of ours has, and marks upon marks."""
    if text.isascii() and text.isprintable():
        return []
    steering = [
        ascii(text[max(0, at - 20) : at + 20])
        for at, character in enumerate(text)
        if character != "\n" and is_steering(character)
    ]
    return [*steering, *_stacks(text)]


def _stacks(text: str) -> Iterator[str]:
    for is_mark, run in groupby(text, _is_mark):
        stack = "".join(run)
        if is_mark and (len(stack) > _MARKS or sum(map(_is_stacked, stack)) > _STACKED):
            yield ascii(stack)


def _is_mark(character: str) -> bool:
    return ord(character) in JOINERS or unicodedata.category(character) in {"Mn", "Me"}


def _is_stacked(mark: str) -> bool:
    selects = "\ufe00" <= mark <= "\ufe0f"
    return selects or unicodedata.combining(mark) > 0 or unicodedata.category(mark) in {"Me", "Cf"}
