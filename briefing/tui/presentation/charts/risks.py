"""The risks as a matrix, and the register of them below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.entries import by_weight
from briefing.tui.presentation.charts.matrix import as_read, matrix
from briefing.tui.presentation.charts.table import CAPTION, Column, breadth, table
from briefing.tui.presentation.page import Block, Item, Page, tagged
from briefing.tui.presentation.phrases import judged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.brief import Brief
    from briefing.model.entries import Risk

_TITLE = 20  # cells of a title below which a risk takes two rows of the register
_MATRIX = 11  # rows of the matrix with those around it
_FEW = 4  # rows of the register that are in sight below the matrix, or there is none


def risk_items(brief: Brief, cells: int, height: int) -> Page:
    """The items of the matrix and the register in a pane of that size, side keys and caption.

    What there is room for beyond the least of both: blank rows around the matrix, a caption, and
    higher cells, in this order.
    """
    scale = brief.header.scale
    risks = by_weight(brief.risks.entries, scale)
    roomy = height >= _MATRIX + CAPTION + 2 * len(risks)
    listed = _register(brief, risks, cells, roomy=roomy)
    used = len(listed) * (2 if listed[0].key else 1)
    known = "overview" not in brief.broken  # else nobody can say which scale it is
    drawn = matrix(risks, scale, cells) if known else ()
    spare = height - used - len(drawn) - 2
    if not drawn or spare + used < min(used, _FEW):
        return Page("", "", tuple(listed), caption=height - used > CAPTION)
    if spare >= CAPTION + len(drawn):
        drawn = matrix(risks, scale, cells, 2)
    gap = spare >= 0 or bool(listed[0].key)  # without a row of names it is needed
    items = (Item(drawn, gap=gap), listed[0]._replace(gap=gap), *listed[1:])
    across = tuple(risk.id for risk in as_read(risks, scale))
    return Page("", "", items, across=across, caption=spare >= CAPTION)


def _register(brief: Brief, risks: Sequence[Risk], cells: int, *, roomy: bool) -> list[Item]:
    """A row for each risk under a row of names, or where that is too narrow two rows.

    Where it is `roomy` there are two rows already where one would cut a title.
    """
    columns = (
        Column("", tuple(risk.id for risk in risks), style="id"),
        Column("Risk", tuple(risk.title for risk in risks), least=_TITLE),
        Column("Likelihood", tuple(judged(brief, risk) for risk in risks)),
        Column("Impact", tuple(risk.impact for risk in risks)),
    )
    spared = 0 if roomy else max(0, columns[1].wish - _TITLE)
    if breadth(columns) - spared > cells:
        return [_in_two_rows(brief, risk) for risk in risks]
    head, rows = table(columns, cells)
    return [
        Item((head,)),
        *(Item(row, risk.id, risk.id, gap=False) for row, risk in zip(rows, risks, strict=True)),
    ]


def _in_two_rows(brief: Brief, risk: Risk) -> Item:
    title = tagged(risk.id, risk.title)
    weight = Block(judged(brief, risk), "muted", indent=title.hang, right=f"impact {risk.impact}")
    return Item((title, weight), risk.id, risk.id, gap=False)
