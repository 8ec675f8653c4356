"""Pages to rows: the one place where widths are counted."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, overload

from briefing.text import cut, width, wrap, wrapped
from briefing.tui.presentation.page import Block, Item, Page, Piece, Span, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Marks = Callable[[str], tuple[tuple[int, int], ...]]

FEW = 60  # items that are laid out in 3 ms
_ROWS = 20_000  # of one text, which only a megabyte in a few columns has
_MIN_TEXT = 8  # cells of text below which an indent is given up
_FLAT = {ord("\n"): " ", ord("\t"): " "}


class Row(NamedTuple):
    """One row of cells, and the number of the item it belongs to (-1: none)."""

    pieces: tuple[Piece, ...]
    item: int = -1


class Laid(Sequence[Row]):
    """The rows of a page, made as far as somebody looks: a page may have thousands of items.

    What asks for their number or for the last one has all of them made; `reaches` and `extent` only
    those before.
    """

    def __init__(self, items: Sequence[Item], cells: int, marks: Marks | None = None) -> None:
        self._items, self._cells, self._marks = items, cells, marks
        self._made: list[Row] = []
        self._extents: list[tuple[int, int]] = []  # of the items that are made

    def reaches(self, number: int) -> bool:
        """Whether there is a row of that number."""
        while len(self._made) <= number and self._make():
            pass
        return len(self._made) > number

    def extent(self, item: int) -> tuple[int, int]:
        """The first row of an item and the row behind its last; twice the same where it has none."""
        while len(self._extents) <= item and self._make():
            pass
        return self._extents[item] if 0 <= item < len(self._extents) else (0, 0)

    @property
    def about(self) -> int:
        """How many rows there are; of many items, estimated from those that are made."""
        if len(self._items) <= FEW or not self._extents:
            return len(self)
        return len(self._made) * len(self._items) // len(self._extents)

    def __len__(self) -> int:
        while self._make():
            pass
        return len(self._made)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        last = at.stop if isinstance(at, slice) else at
        self.reaches(sys.maxsize if last is None or last < 0 else last)
        return self._made[at]

    def _make(self) -> bool:
        """Make the rows of the next item; False where there is none."""
        number = len(self._extents)
        if number == len(self._items):
            return False
        item, made, cells = self._items[number], self._made, self._cells
        if item.gap and made:
            made.append(Row(()))
        first = len(made)
        for block in item.blocks:
            pieces = (
                [_drawn(block.pieces, cells)] if block.pieces else _block(block, cells, self._marks)
            )
            made += (Row(drawn, number) for drawn in pieces)
        self._extents.append((first, len(made)))
        return True


def rows(page: Page, cells: int, marks: Marks | None = None) -> Laid:
    """The rows of a page in a pane `cells` wide; `marks` says which stretches of a text to mark."""
    return Laid(page.items, cells, marks)


def height(page: Page, cells: int) -> int:
    """How many rows a page takes; cheap for one that differs from another in a few items."""
    gaps = sum(item.gap for item in page.items[1:])
    return gaps + sum(_height(item.blocks, cells) for item in page.items)


@lru_cache(maxsize=64)
def _height(blocks: tuple[Block, ...], cells: int) -> int:
    return len(rows(Page("", "", (Item(blocks),)), cells))


def captioned(item: Item, cells: int, height: int, marks: Marks | None = None) -> list[Row]:
    """The rows of an item's caption, at most `height`; where more is lost an ellipsis says so."""
    laid = list(rows(Page("", "", (Item(item.caption),)), cells, marks))
    if len(laid) > height > 0:
        laid[height - 1] = Row(_drawn((*laid[height - 1].pieces, Piece(" …", "muted")), cells))
    return laid[:height]


def _drawn(pieces: Sequence[Piece], cells: int) -> tuple[Piece, ...]:
    """The pieces in one row of at most `cells` cells, with an ellipsis where text is lost."""
    flat = [piece._replace(text=piece.text.translate(_FLAT)) for piece in pieces]
    if sum(width(piece.text) for piece in flat) <= cells:
        return tuple(flat)
    for number, piece in enumerate(flat):
        if width(piece.text) >= cells:
            return (*flat[:number], piece._replace(text=cut(f"{piece.text}…", cells)))
        cells -= width(piece.text)
    return tuple(flat)


def _block(block: Block, cells: int, marks: Marks | None) -> Iterator[tuple[Piece, ...]]:
    indent, hang = block.indent, block.indent + block.hang
    if cells - hang < _MIN_TEXT:
        indent = hang = 0
    lines = _lines(block.text, cells, indent, hang)
    if len(lines) > _ROWS:
        lines.pop()
        block = block._replace(text=f"{block.text[: lines[-1][1] - 1]}…")
    tails = _tails(block, cells)
    spans = block.spans
    if marks:
        spans += tuple(Span(start, end, "match") for start, end in marks(block.text))
    last = (hang if len(lines) > 1 else indent) + width(block.text[slice(*lines[-1])])
    beside = len(tails) == 1 and last + 2 + width(tails[0]) <= cells
    for number, (start, end) in enumerate(lines, 1 - len(lines)):
        pad = indent if start == lines[0][0] else hang
        pieces = [Piece(" " * pad, "text")] if pad else []
        pieces += _styled(block.text, start, end, block.style, spans)
        if beside and number == 0:
            gap = cells - last - width(tails[0])
            pieces += [Piece(" " * gap, "text"), Piece(tails[0], block.right_style)]
        yield tuple(pieces)
    for tail in () if beside else tails:
        room = cells - width(tail)
        yield (Piece(" " * (room if block.flush else min(hang, room)) + tail, block.right_style),)


def _tails(block: Block, cells: int) -> list[str]:
    """The rows of what stands at the right end: the whole of it, or less, and that is never cut."""
    if width(block.right) <= cells:
        return [block.right] if block.right else []
    return wrapped(block.less, cells) if block.less else [cut(block.right, cells)]


def _lines(text: str, cells: int, indent: int, hang: int) -> list[tuple[int, int]]:
    """Like wrap, with another indent for the first line than for the rest, and one too many at most."""
    if indent == hang:
        return wrap(text, cells - indent, _ROWS + 1)
    first = wrap(text, cells - indent, 1)[0]
    rest = len(text) - len(text[first[1] :].lstrip())
    if rest == len(text):
        return [first]
    return [first, *((s + rest, e + rest) for s, e in wrap(text[rest:], cells - hang, _ROWS))]


def _styled(
    text: str, start: int, end: int, style: Style, spans: tuple[Span, ...]
) -> Iterator[Piece]:
    """The stretch of the text cut where a span begins or ends; the later span wins."""
    edges = {start, end}
    for span in spans:
        edges |= {edge for edge in span[:2] if start < edge < end}
    stops = sorted(edges)
    for begin, stop in pairwise(stops):
        over = [span.style for span in spans if span.start <= begin and stop <= span.end]
        yield Piece(text[begin:stop].replace("\t", " "), over[-1] if over else style)
