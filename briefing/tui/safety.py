"""The second wall: whatever a widget draws, nothing in it steers the terminal.

The first wall is the loader, which makes all text of a brief safe. This one also covers what
comes from elsewhere: toasts, file names, other people's widgets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from briefing.text import disarmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.color import Color


class ControlFilter(LineFilter):
    """Takes out of every segment what `text.safe` would show, and links.

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
    if style and style.link:
        return False
    return text.isprintable() and (text.isascii() or disarmed(text) == text)


def _cleaned(segment: Segment) -> Segment:
    text, style, control = segment
    if style and style.link:
        style = style.update_link(None)
    text = text.replace("\n", " ").replace("\t", " ")  # one cell, as they were counted
    return Segment(disarmed(text), style, control)
