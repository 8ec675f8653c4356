"""What changed in the brief since it was last read: old and new words beside each other."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import partial
from itertools import groupby, takewhile, zip_longest
from typing import TYPE_CHECKING

from briefing.model.changes import HEADER
from briefing.model.sections import TITLES
from briefing.text import width
from briefing.tui.presentation.layout import rows
from briefing.tui.presentation.page import (
    Block,
    Drawn,
    Item,
    Page,
    Piece,
    Span,
    label,
    muted,
    tagged,
)
from briefing.tui.presentation.phrases import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.model.changes import Change, Wording
    from briefing.model.sections import SectionName
    from briefing.tui.presentation.page import Style

_TWO_COLUMNS = 60  # cells from which old and new stand side by side
_INDENT, _BETWEEN = 2, 3
_ALIKE = 0.4  # part of the words that two wordings share, for the others to be marked
# characters of both, from which they stand below each other: columns are drawn whole
_LONG = 10_000
_COMPARED = 40_000  # pairs of words that are compared one by one: the time grows with their cube


def changed_page(changes: Sequence[Change], since: Mapping[SectionName, str], cells: int) -> Page:
    """The changes by section, each with its fields as they were and as they are."""
    heading = "CHANGED SINCE YOU LAST READ IT"
    items: list[Item] = []
    for section, found in groupby(changes, lambda change: change.section):
        items.append(label(TITLES[section], right=f"since {since[section]}"))
        items += (_item(change, cells, gap=n > 0) for n, change in enumerate(found))
    if not items:
        items = [muted("Nothing changed since you last read this brief.")]
    return Page(heading, count(len(changes), "change") if changes else "", tuple(items))


def key_of(change: Change) -> str:
    """The key of its item on the page."""
    return f"{change.section} {change.id}"


def _item(change: Change, cells: int, *, gap: bool) -> Item:
    opens = "" if change.kind == "removed" or change.id == HEADER else change.id
    return Item(partial(_blocks, change, cells), key_of(change), opens, gap=gap)


def _blocks(change: Change, cells: int) -> tuple[Block, ...]:
    named = "the brief itself" if change.id == HEADER else change.id.replace("_", " ")
    blocks = [tagged(named, change.kind, "muted")]
    for wording in change.wordings:
        if change.kind == "reworded":
            blocks += _reworded(wording, cells)
        else:
            blocks.append(_alone(wording))
    return tuple(blocks)


def _alone(wording: Wording) -> Block:
    """A field of a statement that came or went."""
    text = wording.new or wording.old
    if wording.field in {"title", "text", "signal", "digest"}:
        return Block(text, indent=_INDENT)
    return Block(f"{_called(wording.field)}: {text}", "muted", indent=_INDENT, hang=2)


def _reworded(wording: Wording, cells: int) -> Iterator[Block]:
    yield Block(_called(wording.field), "muted", indent=_INDENT)
    old, new = _differing(wording.old, wording.new)
    if cells < _TWO_COLUMNS or len(wording.old) + len(wording.new) > _LONG:
        for sign, text, spans in (("- ", wording.old, old), ("+ ", wording.new, new)):
            if text:
                moved = tuple(Span(start + 2, end + 2, style) for start, end, style in spans)
                yield Block(sign + text, "text", moved, indent=_INDENT, hang=2)
        return
    column = (cells - _INDENT - _BETWEEN) // 2
    left = _column(wording.old or "(not there)", "muted", old, column)
    right = _column(wording.new or "(not there any more)", "text", new, column)
    empty: tuple[Piece, ...] = ()
    for before, after in zip_longest(left, right, fillvalue=empty):
        room = column - sum(width(piece.text) for piece in before)
        between = (Piece(" " * room), Piece(" │ ", "rule"))
        yield Drawn((Piece(" " * _INDENT), *before, *between, *after))


def _column(
    text: str, style: Style, spans: tuple[Span, ...], cells: int
) -> list[tuple[Piece, ...]]:
    page = Page("", "", (Item((Block(text, style, spans),)),))
    return [row.pieces for row in rows(page, cells)]


def _called(field: str) -> str:
    return field.replace("_", " ").replace(".", " ")


def _differing(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Which words of each are not in the other; none where nearly all are others."""
    words = [[match.span() for match in re.finditer(r"\S+", text)] for text in (old, new)]
    before, after = (
        [text[start:end] for start, end in spans]
        for text, spans in zip((old, new), words, strict=True)
    )
    first = _alike(before, after)
    last = _alike(before[first:][::-1], after[first:][::-1])
    steps = _steps(before[first : len(before) - last], after[first : len(after) - last])
    equal = first + last + sum(ends[1] - ends[0] for kind, *ends in steps if kind == "equal")
    if 2 * equal < _ALIKE * (len(before) + len(after)):
        return (), ()
    found: tuple[list[Span], list[Span]] = ([], [])
    for kind, *ends in steps:
        for side, (start, stop) in enumerate((ends[:2], ends[2:])):
            if kind != "equal" and start < stop:
                where = words[side][first + start][0], words[side][first + stop - 1][1]
                found[side].append(Span(*where, "match"))
    return tuple(found[0]), tuple(found[1])


def _alike(before: Sequence[str], after: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    )


def _steps(before: Sequence[str], after: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """What makes one of the other, as difflib tells it; of very many words, that all are others."""
    if len(before) * len(after) > _COMPARED:
        return [("replace", 0, len(before), 0, len(after))]
    return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
