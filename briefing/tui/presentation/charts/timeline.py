"""The timeline as a chart: a row per event, its time drawn on an axis of the pane's width."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.dates import Certainty
from briefing.model.wording import hedged, months
from briefing.text import cut, fit, width
from briefing.tui.presentation.charts.axis import fitted, labels
from briefing.tui.presentation.cited import suspect
from briefing.tui.presentation.dated import by_date, detail
from briefing.tui.presentation.items import so_what
from briefing.tui.presentation.page import Drawn, Item, Page, Piece, label, muted
from briefing.tui.presentation.phrases import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefing.model.brief import Brief
    from briefing.model.dates import Span
    from briefing.model.points import Event
    from briefing.tui.presentation.charts.axis import Axis

_BEFORE, _AFTER, _LINE = "◂▸│"
_HEADING = "TIMELINE"
_HARD = "\N{NO-BREAK SPACE}"
_LEAST = 8  # cells of a label that still tell events apart


class Stroke(NamedTuple):
    """How a time is drawn: over cells, within one cell, and what that means."""

    long: str
    short: str
    told: str


# heavy is what the source gives, light what is worked out from it; dashed is less than firm.
# The dashes are half a cell long: the finer ones of "╍" and "┄" are hardly seen in many fonts.
DATED = Stroke("━", "●", "dated")
ESTIMATED = Stroke("╸", "○", "estimated")
COMPUTED = Stroke("─", "○", "computed")
ASSUMED = Stroke("╴", "○", "assumed")
STROKES = (DATED, ESTIMATED, COMPUTED, ASSUMED)


def stroke(event: Event, span: Span) -> Stroke:
    """The stroke for an event, by how its time is known."""
    if span.certainty is Certainty.ASSUMED:
        return ASSUMED
    if span.certainty is Certainty.COMPUTED:
        return COMPUTED
    firm = span.certainty is Certainty.EXACT and event.status != "estimated"
    return DATED if firm else ESTIMATED


def bar(span: Span, drawn: Stroke, axis: Axis) -> str:
    """A span on the axis, as wide as that; what goes on beyond it ends in an arrow."""
    edge = axis.cells - 1
    begin = axis.cell(span.earliest) if span.earliest else -1
    last = axis.cell(span.latest) if span.latest else axis.cells
    if last < 0 or begin > edge:
        words = cut(hedged(span).replace(" ", _HARD), axis.cells - 2)
        if last < 0:
            return f"{_BEFORE}{_HARD}{words}".ljust(axis.cells)[: axis.cells]
        return f"{words}{_HARD}{_AFTER}".rjust(axis.cells)[-axis.cells :]
    line = drawn.long * (min(last, edge) - max(begin, 0) + 1)
    if begin < 0:
        line = _BEFORE + line[1:]
    if last > edge:
        line = line[:-1] + _AFTER
    if line == drawn.long:
        line = drawn.short
    return (" " * begin + line).ljust(axis.cells)


def chart(brief: Brief, cells: int) -> Page:
    """Events with a time drawn beside the source's words for it, then those without one.

    What the strokes mean stands in the heading, which stays in sight, or where that has no room
    below the chart.
    """
    dated, undated = by_date(brief)
    events = (*dated, *undated)
    names = max((width(event.id) for event in events), default=0) + 2
    longest = max((width(event.label) for event in events), default=0)
    column = min(longest, max(min(_LEAST, cells // 3), (cells - names) * 2 // 5))
    items = so_what("timeline", brief.timeline.so_what)
    told = counted = detail(dated, undated)
    if dated:
        drawn, strokes, arrows = _drawn(
            brief, dated, (names, column), max(1, cells - names - column - 2)
        )
        items += drawn
        whole = "  ".join((*strokes, *arrows))
        legends = (
            f"{whole}  · {counted}",
            whole,
            "  ".join(strokes),
        )  # the arrows explain themselves
        room = cells - width(_HEADING) - 1
        told = next((legend for legend in legends if width(legend) <= room), counted)
        if told == counted:
            items.append(muted(whole))
    if undated:
        items += [label("Undated in the source")]
        items += [
            Item(partial(_undated, brief, e, (names, column)), e.id, gap=False) for e in undated
        ]
    if not events:
        items.append(muted(NOTHING, gap=bool(items)))
    return Page(_HEADING, told, tuple(items), caption=True)


def _lead(brief: Brief, event: Event, columns: tuple[int, int]) -> tuple[Piece, Piece]:
    """What stands before the axis: the id, and the source's own words for the time.

    Where the source changed since, the id is marked: the caption says so in full.
    """
    names, column = columns
    changed = bool(suspect(brief, event))
    name = Piece(fit(event.id + "!" * changed, names), "warning" if changed else "id")
    return name, Piece(fit(event.label, column) + "  ")


def _undated(brief: Brief, event: Event, columns: tuple[int, int]) -> tuple[Drawn]:
    told = event.text
    if any(str(number) not in event.label for number in event.months):
        told = f"{months(event.months)} · {told}"
    return (Drawn((*_lead(brief, event, columns), Piece(told, "muted"))),)


def _dated(
    brief: Brief, event: Event, columns: tuple[int, int], row: str, line: int
) -> tuple[Drawn]:
    return (Drawn((*_lead(brief, event, columns), *_crossed(row, line))),)


def _drawn(
    brief: Brief, events: Sequence[Event], columns: tuple[int, int], cells: int
) -> tuple[list[Item], list[str], list[str]]:
    """The axis and a row for each event; what the strokes mean, and what the arrows do."""
    spans = [brief.spans[event.id] for event in events]
    days = [day for span in spans for day in span[:2] if day]
    today = _as_of(brief)
    axis = fitted([*days, today] if today else days, cells)
    line = axis.cell(today) if today else -1
    beyond = not 0 <= line < cells
    lead = " " * (sum(columns) + 2)
    as_of = f"as of {brief.header.as_of}"
    blocks = [Drawn((Piece(lead), *_crossed(labels(axis), line)))]
    if not beyond:
        blocks.insert(0, Drawn((Piece(_beside(as_of, line, len(lead), cells), "muted"),)))
    items = [Item(tuple(blocks))]
    used = [stroke(event, span) for event, span in zip(events, spans, strict=True)]
    bars = [bar(span, drawn, axis) for span, drawn in zip(spans, used, strict=True)]
    for event, row in zip(events, bars, strict=True):
        items.append(Item(partial(_dated, brief, event, columns, row, line), event.id, gap=False))
    if today and beyond:
        items.append(muted(f"{as_of} is beyond the axis"))
    return items, *_legend(list(zip(bars, used, strict=True)))


def _as_of(brief: Brief) -> date | None:
    span = brief.header.as_of.span if brief.header.as_of else None
    return span and (span.earliest or span.latest)


def _beside(text: str, line: int, lead: int, cells: int) -> str:
    """A text that names the line below it: at its right where that has room, else its left."""
    if line + 2 + width(text) <= cells:
        return f"{' ' * (lead + line)}{_LINE} {text}"
    room = lead + line - 1
    return f"{' ' * (room - width(text))}{cut(text, room)} {_LINE}"


def _crossed(row: str, line: int) -> Iterator[Piece]:
    """A row of the axis with the brief's own date drawn through it, where a mark leaves it room."""
    free = " " + "".join(drawn.long for drawn in STROKES)
    if 0 <= line < len(row) and row[line] in free:
        row = row[:line] + _LINE + row[line + 1 :]
    for crossing, cells in groupby(row.rstrip(" "), _LINE.__eq__):
        yield Piece("".join(cells), "rule" if crossing else "heading")


def _legend(bars: Sequence[tuple[str, Stroke]]) -> tuple[list[str], list[str]]:
    """What the strokes in use mean, and the arrows."""
    strokes = []
    for drawn in STROKES:
        seen = "".join(row for row, used in bars if used is drawn)
        if signs := [sign for sign in drawn[:2] if sign in seen]:
            strokes.append(_HARD.join((*signs, drawn.told)))
    arrows = ((_BEFORE, "earlier"), (_AFTER, "later"))
    used = [sign + _HARD + told for sign, told in arrows if any(sign in row for row, _ in bars)]
    return strokes, used
