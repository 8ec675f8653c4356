"""What changed in the brief since it was last read: old and new words beside each other."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
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
    named = "the brief itself" if change.id == HEADER else change.id.replace("_", " ")
    blocks = [tagged(named, change.kind, "muted")]
    for wording in change.wordings:
        if change.kind == "reworded":
            blocks += _reworded(wording, cells)
        else:
            blocks.append(_alone(wording))
    opens = "" if change.kind == "removed" or change.id == HEADER else change.id
    return Item(tuple(blocks), key_of(change), opens, gap=gap)


def _alone(wording: Wording) -> Block:
    """A field of a statement that came or went."""
    text = wording.new or wording.old
    if wording.field in {"title", "text", "signal", "digest"}:
        return Block(text, indent=_INDENT)
    return Block(f"{_called(wording.field)}: {text}", "muted", indent=_INDENT, hang=2)


def _reworded(wording: Wording, cells: int) -> Iterator[Block]:
    yield Block(_called(wording.field), "muted", indent=_INDENT)
    old, new = _differing(wording.old, wording.new)
    if cells < _TWO_COLUMNS:
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
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return (), ()
    found: tuple[list[Span], list[Span]] = ([], [])
    for kind, *ends in matcher.get_opcodes():
        for side, (first, last) in enumerate((ends[:2], ends[2:])):
            if kind != "equal" and first < last:
                start, end = words[side][first][0], words[side][last - 1][1]
                found[side].append(Span(start, end, "match"))
    return tuple(found[0]), tuple(found[1])
