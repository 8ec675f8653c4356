"""Drawing with ASCII characters: for fonts without lines and blocks, and where they are two wide.

Only what is drawn and punctuation is replaced, cell by cell. Letters of the content stay where
the terminal's encoding has them.
"""

# ruff: noqa: RUF001 - characters that look like others are what this file is about

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import split_graphemes
from textual.filter import LineFilter

from briefing.text import width

if TYPE_CHECKING:
    from rich.segment import Segment
    from textual.color import Color

# what stands for whole ranges, before what stands for single characters
_RANGES = (
    ("\u2190", "\u21ff", ">"),  # arrows
    ("\u2500", "\u257f", "+"),  # box drawing
    ("\u2580", "\u259f", "#"),  # blocks
    ("\u25a0", "\u25ff", "*"),  # geometric shapes
    ("\u2800", "\u28ff", ":"),  # braille
)
_ALIKE = {
    # lines, and the strokes of the timeline, which say how well a date is known
    "-": "▔─╌┅┉╼╾‐‑‒–—―−·•",
    "|": "│┃╎╏╵╷╿║▏▕▎▍",
    "=": "━═",
    "~": "…≈∼╍╸╺",
    ".": "┄┈░‧╴╶",
    # blocks
    "_": "▁▂▃",
    "#": "▓█▐■◆",
    ":": "▒",
    # marks
    ">": "▌▸▶►›→⇒",
    "<": "◂◀◄‹←⇐",
    "^": "↑△▲▴",
    "v": "↓▽▼▾✓✔",
    "x": "✗✘×",
    "o": "○◇◯□",
    "*": "●★☆◈",
    "'": "‘’‚‛′",
    '"': "“”„‟″«»",
    " ": "\xa0\u2007\u2009\u202f",
    "P": "¶",
    "S": "§",
}
_TABLE = {
    **{code: to for low, high, to in _RANGES for code in range(ord(low), ord(high) + 1)},
    **{ord(one): to for to, many in _ALIKE.items() for one in many},
}
_METER = re.compile("[●○]{2,}")  # one alone is a date, or a thing in a list


class AsciiFilter(LineFilter):
    """Puts ASCII characters in the place of marks, lines and typographic signs, one for one.

    `encoding` is the terminal's; what it does not have is shown as question marks.
    """

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return [s if s.text.isascii() else s._replace(text=self.written(s.text)) for s in segments]

    def written(self, text: str) -> str:
        """The text as this terminal can show it, in as many cells as before."""
        text = _METER.sub(_meter, text)
        shown = text.translate(_TABLE)
        if width(shown) == width(text) and self._has(shown):
            return shown
        clusters, _ = split_graphemes(text)
        return "".join(self._one(text[start:end], size) for start, end, size in clusters)

    def _one(self, cluster: str, size: int) -> str:
        shown = cluster.translate(_TABLE)
        if width(shown) == size and self._has(shown):
            return shown
        return shown[:1].ljust(size) if size and shown[:1].isascii() else "?" * size

    def _has(self, text: str) -> bool:
        try:
            text.encode(self._encoding)
        except UnicodeEncodeError:
            return False
        return True


def _meter(circles: re.Match[str]) -> str:
    return circles[0].replace("●", "#").replace("○", "-")
