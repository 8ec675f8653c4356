"""What a pane shows, before any width is known."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Style = Literal["text", "strong", "muted", "heading", "id", "cited", "sentence", "warning", "match"]


class Span(NamedTuple):
    """A stretch of a text in another style: character offsets and the style."""

    start: int
    end: int
    style: Style


class Block(NamedTuple):
    """A paragraph that wraps. `hang` indents its further lines; `right` stands at the right end.

    `right` shares the last row where both fit, else it takes a row of its own below.
    """

    text: str
    style: Style = "text"
    spans: tuple[Span, ...] = ()
    indent: int = 0
    hang: int = 0
    right: str = ""
    right_style: Style = "muted"


class Item(NamedTuple):
    """What the cursor stops at, or, without a key, what it passes over.

    `opens` is the id of the page that Enter leads to; `gap` puts a blank row before the item.
    """

    blocks: tuple[Block, ...]
    key: str = ""
    opens: str = ""
    gap: bool = True


class Page(NamedTuple):
    """One pane's content: a heading that stays in sight, and the items below it."""

    heading: str
    detail: str
    items: tuple[Item, ...]
    detail_style: Style = "muted"

    @property
    def first(self) -> int:
        """The number of the item to start at: the first that leads on, or -1.

        A section's so_what stands on top but cites nothing, so the cursor starts below it.
        """
        keyed = [number for number, item in enumerate(self.items) if item.key]
        leading = (n for n in keyed if not re.fullmatch(r"\w+\.so_what", self.items[n].key))
        return next(leading, keyed[0] if keyed else -1)


def label(text: str, *, gap: bool = True, right: str = "") -> Item:
    """A heading inside a page."""
    return Item((Block(text.upper(), "heading", right=right),), gap=gap)


def muted(text: str, *, gap: bool = False) -> Item:
    """A quiet line that cannot be selected."""
    return Item((Block(text, "muted"),), gap=gap)


def tagged(tag: str, text: str, style: Style = "text", *, right: str = "") -> Block:
    """A text behind its id: the id in its own style, further lines in line with the text."""
    lead = f"{tag}  "
    return Block(lead + text, style, (Span(0, len(tag), "id"),), hang=len(lead), right=right)
