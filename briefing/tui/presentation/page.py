"""What a pane shows, before any width is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple, Self

_Shade = Literal[  # text on a step of shade, and the lower edge of one
    "heat0", "heat1", "heat2", "heat3", "heat4", "edge0", "edge1", "edge2", "edge3", "edge4"
]
Style = (
    Literal[
        "text", "strong", "muted", "heading", "id", "cited", "sentence", "warning", "match", "rule"
    ]
    | _Shade
)


class Span(NamedTuple):
    """A stretch of a text in another style: character offsets and the style."""

    start: int
    end: int
    style: Style


class Piece(NamedTuple):
    """Text in one style. With a key it stands for the item of that key, in whatever row."""

    text: str
    style: Style = "text"
    key: str = ""


class Block(NamedTuple):
    """A paragraph that wraps. `hang` indents its further lines; `right` stands at the right end.

    `right` shares the last row where both fit, else it takes a row of its own below, at the right
    end there too where it is `flush`; where no row has room for it, `less` stands there instead.
    One with `pieces` is drawn: see `Drawn`.
    """

    text: str
    style: Style = "text"
    spans: tuple[Span, ...] = ()
    indent: int = 0
    hang: int = 0
    right: str = ""
    right_style: Style = "muted"
    flush: bool = False
    less: str = ""
    pieces: tuple[Piece, ...] = ()


class Drawn(Block):
    """A row of a drawing: exactly one row, never wrapped, cut where the pane is narrower."""

    __slots__ = ()

    def __new__(cls, pieces: tuple[Piece, ...]) -> Self:
        """The pieces from left to right."""
        return super().__new__(cls, "".join(piece.text for piece in pieces), pieces=pieces)


# what an item says, or what makes that: a page may have thousands that nobody looks at
Text = tuple[Block, ...] | Callable[[], tuple[Block, ...]]


class Item(NamedTuple):
    """What the cursor stops at, or, without a key, what it passes over.

    `opens` is the id of the page that Enter leads to; `gap` puts a blank row before the item.
    `below` is its caption: it stands below the page while the item is selected.
    """

    text: Text
    key: str = ""
    opens: str = ""
    gap: bool = True
    below: Text = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its own text."""
        return self.text() if callable(self.text) else self.text

    @property
    def caption(self) -> tuple[Block, ...]:
        """What stands below the page."""
        return self.below() if callable(self.below) else self.below


class Shown(NamedTuple):
    """How a person wants pages shown: charts as plain text; a table by that column, or reversed."""

    plain: bool = False
    sort: str = ""
    backwards: bool = False


class Page(NamedTuple):
    """One pane's content: a heading that stays in sight, and the items below it.

    `across` has the keys of items in the order that left and right step through. `caption` says
    that the rows say little, so that what is selected is told below them. `columns` are those
    that a table can be sorted by, the first one unless `Shown` names another.
    """

    heading: str
    detail: str
    items: tuple[Item, ...]
    detail_style: Style = "muted"
    across: tuple[str, ...] = ()
    caption: bool = False
    columns: tuple[str, ...] = ()

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
