"""The items that several pages share: a point, any statement, what something rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.outlook import Judgment
from briefing.model.points import Point
from briefing.model.statements import by_id
from briefing.tui.presentation.page import Block, Item, Span, label, tagged
from briefing.tui.presentation.phrases import anchors, stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.brief import Brief


def point_item(point: Point, *, gap: bool = True) -> Item:
    """A point in a list: its text, and below it how the source says it and where."""
    blocks = [tagged(point.id, point.text), *said_of(point, indent=len(point.id) + 2)]
    return Item(tuple(blocks), point.id, gap=gap)


def said_of(point: Point, *more: str, indent: int) -> list[Block]:
    """How the source says a point and where, after `more`; apart from it the analyst's note."""
    said = [*more, stance(point), anchors(point.at)]
    if point.same_as:
        said.append(f"same as {point.same_as}")
    blocks = [Block(" · ".join(said), "muted", indent=indent)]
    if point.note:
        blocks.append(Block(f"Our note: {point.note}", "muted", indent=indent))
    return blocks


def point_items(points: Iterable[Point]) -> list[Item]:
    """Points below a label: the first one close to it."""
    return [point_item(point, gap=number > 0) for number, point in enumerate(points)]


def so_what(section: str, text: str | None) -> list[Item]:
    """The analyst's one sentence on why the section matters, if there is one."""
    if not text:
        return []
    lead = "So what: "
    block = Block(lead + text, "strong", (Span(0, len(lead), "heading"),))
    return [Item((block,), f"{section}.so_what")]


def rests_on(brief: Brief, ids: Sequence[str]) -> list[Item]:
    """The statements that a judgment or a risk rests on."""
    found = [by_id(brief)[name] for name in dict.fromkeys(ids) if name in by_id(brief)]
    if not found:
        return []
    items: list[Item] = [label("Rests on")]
    for number, statement in enumerate(found):
        if isinstance(statement.part, Point):
            items.append(point_item(statement.part, gap=number > 0))
        else:
            opens = statement.id if isinstance(statement.part, Judgment) else ""
            block = tagged(statement.id, statement.text)
            items.append(Item((block,), statement.id, opens, gap=number > 0))
    return items


def facts(told: Iterable[tuple[str, str | None]], column: int) -> tuple[Block, ...]:
    """Names in a quiet column with their texts beside; what has no text is left out."""
    return tuple(
        Block(
            f"{name:<{column}}{text}",
            spans=(Span(0, len(name), "muted"),),
            hang=column,
        )
        for name, text in told
        if text
    )
