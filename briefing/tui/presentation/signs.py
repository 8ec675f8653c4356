"""Signs beside the ids of statements: that one is marked, that it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.presentation.cited import subject
from briefing.tui.presentation.page import Drawn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.tui.presentation.page import Block, Item, Page, Piece


def signed(page: Page, signs: Mapping[str, str]) -> Page:
    """The page with the signs of its statements: behind the id, or where none is shown at the end.

    `signs` has them by id, each character of one cell. In a drawing a sign takes blank cells and
    moves nothing beyond them; what they have no room for is left out.
    """
    return page._replace(items=tuple(_signed(item, signs) for item in page.items))


def _signed(item: Item, signs: Mapping[str, str]) -> Item:
    if not item.key:
        drawn = (
            Drawn(_in_cells(block.pieces, signs)) if isinstance(block, Drawn) else block
            for block in item.blocks
        )
        return item._replace(text=tuple(drawn))
    sign = signs.get(subject(item.key), "")
    if not sign or not item.blocks:
        return item
    first, *others = item.blocks
    return item._replace(text=(_in_first(first, sign), *others))


def _in_first(block: Block, sign: str) -> Block:
    if not isinstance(block, Drawn):
        return _beside(block, sign)
    name = block.pieces[0].text.rstrip(" ")
    blank = block.pieces[0].text[len(name) :]
    signed = name + sign[: len(blank)] + blank[len(sign) :]
    return Drawn((block.pieces[0]._replace(text=signed), *block.pieces[1:]))


def _in_cells(pieces: Sequence[Piece], signs: Mapping[str, str]) -> tuple[Piece, ...]:
    """A row of the matrix: an id in it is followed by others of its cell, then by the blank rest."""
    row = list(pieces)
    for number, piece in enumerate(row):
        sign = signs.get(piece.key, "")
        if not sign or piece.text.strip() != piece.key:  # "+2" leads to an id but does not show it
            continue
        rest = next((n for n in range(number, len(row)) if not row[n].key), number)
        if row[rest].text.isspace() and len(sign) <= len(row[rest].text):
            row[number] = piece._replace(text=piece.text + sign)
            row[rest] = row[rest]._replace(text=row[rest].text[len(sign) :])
    return tuple(row)


def _beside(block: Block, sign: str) -> Block:
    tag = next((span for span in block.spans if span.style == "id" and span.start == 0), None)
    if tag is None:
        return block._replace(text=f"{block.text} {sign}")
    lead = block.text[: tag.end] + sign + " "
    further = len(lead) - tag.end - 2
    return block._replace(
        text=lead + block.text[tag.end + 2 :],
        spans=tuple(
            span
            if span.end <= tag.end
            else span._replace(start=span.start + further, end=span.end + further)
            for span in block.spans
        ),
        hang=block.hang + further,
    )
