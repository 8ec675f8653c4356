"""A brief in the list of its library: what each column tells, and which columns there is room for."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.model.sections import SECTIONS
from briefing.text import cut, fit, on_one_line, width
from briefing.tui.presentation.page import Block, Piece
from briefing.tui.presentation.phrases import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing.model.catalogue import Listing
    from briefing.tui.presentation.page import Style

_BEHIND = 2  # cells behind each column: for the mark of a sorted one, and to the next
_TITLE = 26  # cells of a title before another column than the date takes some
_LEAST = 12  # cells of a title beside what is wrong with its files
_LONGEST = 88  # cells of a title, for an eye to find the rest of its row
_AMPLE, _MORE = 60, 10  # cells of a title beyond which the highest risk is told in full
_MATCHING = 8  # words of a filter that are marked


class Beside(NamedTuple):
    """What is remembered of a brief: the sections read, and its last audit.

    `said` is the digest of what its files said then, "" where it was never audited.
    """

    read: int = 0
    said: str = ""
    errors: int = 0
    warnings: int = 0


NOTHING = Beside()


class Field(NamedTuple):
    """A column: its name, its cells, and what it tells of a brief.

    `order` is what it is sorted by, from the most where it `falls`. Numbers stand at the `right`.
    """

    name: str
    cells: int
    told: Callable[[Listing, Beside], str]
    order: Callable[[Listing, Beside], Any]
    falls: bool = True
    right: bool = False


def problems(listing: Listing) -> str:
    """How many problems the files of a brief have: "2 errors", "1 warning", or ""."""
    if listing.errors:
        return count(listing.errors, "error")
    return count(listing.warnings, "warning") if listing.warnings else ""


def audit(listing: Listing, beside: Beside) -> str:
    """How a brief stands: what does not load, else what its last audit found.

    "changed" where its files say something else since, "" where it was never audited.
    """
    if listing.errors or not beside.said:
        return problems(listing)
    if listing.said != beside.said:
        return "changed"
    if beside.errors:
        return count(beside.errors, "error")
    return count(beside.warnings, "warning") if beside.warnings else "passed"


def _standing(listing: Listing, beside: Beside) -> tuple[int, ...]:
    """The worst most: what does not load, what the audit found, what it has not seen, the rest."""
    if listing.errors or not beside.said:
        return listing.errors, 0, 0, listing.warnings, not beside.said
    if listing.said != beside.said:
        return 0, 0, 1, 0, 0
    return 0, beside.errors, 0, beside.warnings, 0


def sections_read(_listing: Listing, beside: Beside) -> str:
    """How much of a brief is read: "3/9"; "" where nothing is."""
    return f"{beside.read}/{len(SECTIONS)}" if beside.read else ""


def top_risk(listing: Listing, _: Beside = NOTHING) -> str:
    """The highest risk in the order that it is sorted in, so that little is lost where it is cut."""
    name, weight = [*listing.top_risk.split(" ", 1), ""][:2]
    *likelihoods, impact = weight.split(", ")
    likelihood = ", ".join(likelihoods)
    return f"{impact}, {likelihood}, {name}" if likelihood else listing.top_risk


_RISK = Field("Highest risk", 22, top_risk, lambda b, _: b.top_rank)
TITLE = Field("Title", 0, lambda b, _: b.title, lambda b, _: b.title.casefold(), falls=False)
AS_OF = Field("As of", 10, lambda b, _: b.as_of, lambda b, _: b.as_of_day)
FIELDS = (
    TITLE,
    AS_OF,
    Field("Published", 10, lambda b, _: b.source_date, lambda b, _: b.source_day),
    Field("Judgments", 9, lambda b, _: str(b.judgments), lambda b, _: b.judgments, right=True),
    Field("Risks", 5, lambda b, _: str(b.risks), lambda b, _: b.risks, right=True),
    _RISK,
    Field("Audit", 10, audit, _standing),
    Field("Read", 4, sections_read, lambda _, beside: beside.read),
)
# Who goes last where there is no room for all; what is named first stays longest.
_WORTH = ("Title", "As of", "Highest risk", "Audit", "Read", "Published", "Risks", "Judgments")


def fields_in(cells: int) -> tuple[Field, ...]:
    """The columns that so many cells have room for, from left to right."""
    left = cells - _TITLE - _BEHIND
    shown = {TITLE.name, AS_OF.name}
    left -= AS_OF.cells + _BEHIND
    by_name = {field.name: field for field in FIELDS}
    for field in (by_name[name] for name in _WORTH[2:]):
        if field.cells + _BEHIND <= left:
            shown.add(field.name)
            left -= field.cells + _BEHIND
    return tuple(field for field in FIELDS if field.name in shown)


def _rooms(fields: Sequence[Field], cells: int) -> list[int]:
    """The cells of each column; the title has what the others leave, and a wide one gives some."""
    others = sum(field.cells + _BEHIND for field in fields if field is not TITLE)
    title = min(_LONGEST, max(1, cells - others - _BEHIND))
    spare = min(_MORE, max(0, title - _AMPLE))
    rooms = {
        TITLE.name: title - spare if _RISK in fields else title,
        _RISK.name: _RISK.cells + spare,
    }
    return [rooms.get(field.name, field.cells) for field in fields]


def head(cells: int, by: str, mark: str) -> tuple[Piece, ...]:
    """The row of names; the `mark`, one cell, stands behind the column that is sorted by."""
    fields = fields_in(cells)
    pieces = []
    for field, room in zip(fields, _rooms(fields, cells), strict=True):
        named = field.name == by
        text = _set(field, field.name, room, mark if named else " ")
        pieces.append(Piece(text, "heading" if named else "muted"))
    return tuple(pieces)


def row(
    listing: Listing, beside: Beside, cells: int, words: Sequence[str] = ()
) -> tuple[Piece, ...]:
    """A brief in one row; the `words`, folded, are marked in its title."""
    fields = fields_in(cells)
    pieces: list[Piece] = []
    for field, room in zip(fields, _rooms(fields, cells), strict=True):
        if field is TITLE:
            pieces += _title(listing, room, words)
        else:
            text = field.told(listing, beside)
            style: Style = "warning" if field.name == "Audit" and "error" in text else "text"
            pieces.append(Piece(_set(field, text, room), style))
    return tuple(pieces)


def _set(field: Field, text: str, cells: int, mark: str = " ") -> str:
    marked = cut(text.translate(_FLAT), cells) + mark
    before = cells + 1 - width(marked) if field.right else 0
    return fit(" " * before + marked, cells + _BEHIND)


def _title(listing: Listing, room: int, words: Sequence[str]) -> list[Piece]:
    """The title, and behind it what is wrong where the brief does not load."""
    text = listing.title.translate(_FLAT)
    if not listing.errors:
        return [*_marked(cut(text, room), words, "text"), _pad(cut(text, room), room)]
    title = cut(text, max(min(_LEAST, room), room // 3))
    problem = cut(f" ! {listing.problem.translate(_FLAT)}", room - width(title))
    return [
        *_marked(title, words, "text"),
        Piece(problem, "warning"),
        _pad(title + problem, room),
    ]


def _pad(text: str, room: int) -> Piece:
    return Piece(" " * max(0, room + _BEHIND - width(text)))


def _marked(text: str, words: Sequence[str], style: Style) -> list[Piece]:
    """The text in pieces, with the words marked where folding it moves no letter."""
    folded = fold(text)
    if not words or len(folded) != len(text):
        return [Piece(text, style)]
    hit = [False] * len(text)
    for word in words[:_MATCHING]:
        at = folded.find(word)
        while at >= 0:
            hit[at : at + len(word)] = [True] * len(word)
            at = folded.find(word, at + 1)
    pieces, start = [], 0
    for end in range(1, len(text) + 1):
        if end == len(text) or hit[end] != hit[start]:
            pieces.append(Piece(text[start:end], "match" if hit[start] else style))
            start = end
    return pieces


def told(listing: Listing) -> tuple[Block, ...]:
    """What stands below the list of the selected brief: its first problem, title, what it is about."""
    about = (
        f"about {listing.subject}" if listing.subject else "",
        f"source: {listing.source_title}" if listing.source_title else "",
        on_one_line(listing.key),  # the name of a folder, as it lies on the disk
    )
    blocks = [
        Block(listing.title.translate(_FLAT), "strong"),
        Block(" · ".join(part for part in about if part).translate(_FLAT), "muted"),
    ]
    if listing.problem:
        style: Style = "warning" if listing.errors else "muted"
        blocks.insert(0, Block(f"{problems(listing)}: {listing.problem}", style))
    return tuple(blocks)


def fold(text: str) -> str:
    """The text as a filter compares it: without case and accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def haystack(listing: Listing) -> str:
    """What a filter looks through."""
    return fold(f"{listing.title}\n{listing.subject}\n{listing.key}\n{listing.as_of}")


def lines(listings: Iterable[Listing]) -> str:
    """The list for another program: key, as-of and title, a tab between them, a line each."""
    rows = ((listing.key, listing.as_of, listing.title) for listing in listings)
    return "".join("\t".join(on_one_line(p.translate(_FLAT)) for p in row) + "\n" for row in rows)


_FLAT = {ord("\n"): " ", ord("\t"): " "}
