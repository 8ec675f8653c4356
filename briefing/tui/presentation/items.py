"""The items that several pages share: a point, any statement, what something rests on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing.model.outlook import Judgment
from briefing.model.points import Point
from briefing.model.statements import by_id
from briefing.tui.presentation.cited import suspect
from briefing.tui.presentation.page import Block, Item, Span, label, tagged
from briefing.tui.presentation.phrases import anchors, odds, stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.brief import Brief
    from briefing.problems import Problem
    from briefing.tui.presentation.page import Style


def point_item(brief: Brief, point: Point, *, gap: bool = True) -> Item:
    """A point in a list: its text, and below it how the source says it and where."""
    return Item(partial(_point, brief, point), point.id, gap=gap)


def _point(brief: Brief, point: Point) -> tuple[Block, ...]:
    return (tagged(point.id, point.text), *said_of(brief, point, indent=len(point.id) + 2))


def said_of(brief: Brief, point: Point, *more: str, indent: int) -> list[Block]:
    """How the source says a point and where, after `more`; apart from it the analyst's note.

    Where the source changed since, that is said first, and loudly.
    """
    said = [*more, stance(point), anchors(point.at)]
    if point.same_as:
        said.append(f"same as {point.same_as}")
    if point.checked:
        said.append(f"checked by {point.checked.by} on {point.checked.on}")
    changed = suspect(brief, point)
    blocks = [Block(changed, "warning", indent=indent)] if changed else []
    blocks.append(Block(" · ".join(said), "muted", indent=indent))
    if point.note:
        blocks.append(Block(f"Our note: {point.note}", "muted", indent=indent))
    return blocks


def weighed(
    brief: Brief, judgment: Judgment, style: Style = "text", *, plain: bool = False
) -> Block:
    """The title of a judgment, and at the right its likelihood and confidence.

    The bar is drawn where a row has room for it and for both, and it is not to be `plain`.
    """
    right, less = (odds(brief, judgment, plain=bare) for bare in (plain, True))
    block = tagged(judgment.id, judgment.title, style, right=right)
    return block._replace(flush=True, less=less)


def point_items(brief: Brief, points: Iterable[Point]) -> list[Item]:
    """Points below a label: the first one close to it."""
    return [point_item(brief, point, gap=number > 0) for number, point in enumerate(points)]


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
            items.append(point_item(brief, statement.part, gap=number > 0))
        else:
            opens = statement.id if isinstance(statement.part, Judgment) else ""
            block = tagged(statement.id, statement.text)
            items.append(Item((block,), statement.id, opens, gap=number > 0))
    return items


def problem_blocks(problem: Problem) -> tuple[Block, ...]:
    """A problem: where it is and what it is, then the line and what to do."""
    blocks = [Block(problem.headline(), "warning", hang=2)]
    if problem.excerpt:
        blocks.append(Block(problem.excerpt.strip(), "muted", indent=2))
    if problem.hint:
        blocks.append(Block(f"hint: {problem.hint}", "muted", indent=2))
    return tuple(blocks)


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
