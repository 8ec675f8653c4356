"""The matrix of risks: likelihood down, impact across, the ids inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from briefing.model.scales import IMPACTS, SCALES, impact_rank, likelihood_rank
from briefing.text import fit, wrapped
from briefing.tui.presentation.page import Drawn, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.model.entries import Risk
    from briefing.tui.presentation.page import Style

LEAST = 49  # cells: narrower, a cell of the matrix has no room for the word above it
_ROOMY = 10  # cells of an impact from which a term has its range beside it
_AXES = ("Likelihood", "impact:")


def step(likelihood: int, impact: int) -> int:
    """The step of shade, 0 to 4, of the cell with these ranks: never less where either is more.

    A help for the eye along the diagonal and no score: it stands nowhere as a number, and nothing
    is sorted by it, since a cell of a matrix cannot say which of two risks is worse (Cox, "What's
    Wrong with Risk Matrices?", Risk Analysis 28:2, 2008).
    """
    return (likelihood + 3 * impact) // 3


def matrix(risks: Sequence[Risk], scale: str, cells: int, high: int = 1) -> tuple[Drawn, ...]:
    """The rows of the matrix, none wider than `cells`; none at all below `LEAST`.

    A term of the scale takes `high` rows. Ids that a cell has no room for are counted: "+2". Risks
    whose likelihood is not on the scale stand below it.
    """
    if cells < LEAST:
        return ()
    terms = SCALES[scale]
    words = max(len(term.word) for term in terms)
    ranges = 1 + max(len(term.range) for term in terms)
    if (cells - words - ranges) // len(IMPACTS) < _ROOMY:
        ranges = 0
    across = (cells - words - ranges) // len(IMPACTS)
    drawn = [_head(words + ranges, across)]
    for rank, term in reversed(list(enumerate(terms))):
        label = fit(term.word.capitalize(), words) + f"{term.range:>{ranges}}"[:ranges]
        here = [risk for risk in risks if risk.likelihood == term.word]
        drawn += _band(label, rank, here, across, high)
    if strays := [r for r in as_read(risks, scale) if likelihood_rank(scale, r.likelihood) < 0]:
        named = (Piece(f" {risk.id}", "id", risk.id) for risk in strays)
        drawn.append(Drawn((Piece("Not on this scale:", "muted"), *named)))
    return tuple(drawn)


def as_read(risks: Iterable[Risk], scale: str) -> list[Risk]:
    """The risks in the order in which the matrix is read: from its top, from the left."""
    return sorted(
        risks,
        key=lambda risk: (-likelihood_rank(scale, risk.likelihood), impact_rank(risk.impact)),
    )


def _head(room: int, across: int) -> Drawn:
    down, along = _AXES
    axes = down + f"{along:>{room - len(down)}}"
    words = "".join(fit(f"  {impact}", across) for impact in IMPACTS)
    return Drawn((Piece(axes + words, "muted"),))


def _band(label: str, rank: int, risks: Sequence[Risk], across: int, high: int) -> Iterator[Drawn]:
    """The rows of one term: its cells, and at their lower edge a line that keeps them apart."""
    cells = [
        _packed([risk.id for risk in risks if risk.impact == impact], across - 2, high)
        for impact in IMPACTS
    ]
    for number in range(high):
        pieces = [Piece(label if number == 0 else " " * len(label))]
        for column, lines in enumerate(cells):
            shade = step(rank, column)
            ground = cast("Style", f"{'edge' if number == high - 1 else 'heat'}{shade}")
            pieces += [Piece("│", "rule"), *_cell(lines[number], shade, ground, across - 1)]
        yield Drawn(tuple(pieces))


def _cell(
    line: Sequence[tuple[str, str]], shade: int, ground: Style, cells: int
) -> Iterator[Piece]:
    text = cast("Style", f"heat{shade}")
    for word, key in line:
        yield Piece(f" {word}", text, key)
    yield Piece(" " * (cells - sum(1 + len(word) for word, _ in line)), ground)


def _packed(ids: Sequence[str], cells: int, high: int) -> list[list[tuple[str, str]]]:
    """The words of a cell in `high` lines, each with the id that it stands for."""
    for shown in range(min(len(ids), cells * high), -1, -1):
        words = [*ids[:shown], *([f"+{len(ids) - shown}"] if shown < len(ids) else [])]
        lines = [line.split() for line in wrapped(" ".join(words), cells)]
        if len(lines) <= high:
            break
    keys = iter(ids)
    packed = [[(word, next(keys)) for word in line] for line in lines]
    return packed + [[] for _ in range(high - len(packed))]
