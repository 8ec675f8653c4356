"""The second wall: whatever a widget draws, no control character reaches the terminal.

The first wall is the loader, which makes all text of a brief safe. This one also covers what
comes from elsewhere: toasts, file names, other people's widgets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.color import Color

_CONTROL = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"


class ControlFilter(LineFilter):
    """Takes control and direction characters and surrogates out of every segment, and links.

    The filters `before` it are applied first, and as one with it: Textual keeps what every filter
    makes of every row on the screen, each with caches of its own.
    """

    def __init__(self, before: Sequence[LineFilter] = ()) -> None:
        super().__init__()
        self.before = before

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        for each in self.before:
            segments = each.apply(segments, background)
        return [s if _is_clean(s) else _cleaned(s) for s in segments]


def _is_clean(segment: Segment) -> bool:
    """Whether it can stay, seen at a glance: nearly all of them can."""
    text, style, _ = segment
    return text.isprintable() and not (style and style.link)


def _cleaned(segment: Segment) -> Segment:
    text, style, control = segment
    if style and style.link:
        style = style.update_link(None)
    text = text.replace("\n", " ").replace("\t", " ")  # one cell, as they were counted
    return Segment(re.sub(_CONTROL, "", text), style, control)
