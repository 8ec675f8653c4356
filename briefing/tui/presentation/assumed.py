"""Another day of publication, assumed in the reader alone: which dates move, and what they touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from briefing.model.dates import Date
from briefing.model.header import Assume
from briefing.model.timeline import spans
from briefing.model.wording import hedged
from briefing.tui.presentation.page import Block, Item, Page, label, muted, tagged
from briefing.tui.presentation.phrases import count
from briefing.tui.presentation.why import falls, name_of, title_of, tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model import dates
    from briefing.model.brief import Brief
    from briefing.model.points import Event
    from briefing.tui.presentation.why import Fall

_FILES = "The files stay as they are."


class Move(NamedTuple):
    """An event whose date is another one now; None where it has none."""

    event: Event
    before: dates.Span | None
    after: dates.Span | None


def assume(own: Brief, published: str) -> Brief:
    """The brief with every relative date counted from an EDTF date; from its own for "".

    Raises ValueError with a sentence for people where the text is no such date.
    """
    if not published or published == day_of(own):
        return own
    date = Date(published)
    header = replace(own.header, assume=Assume(published=date))
    return replace(own, header=header, spans=spans(own.timeline.points, date))


def day_of(brief: Brief) -> str:
    """The day of publication that a brief assumes, "" for none."""
    return str(brief.header.assume.published) if brief.header.assume else ""


def notices(own: Brief, brief: Brief) -> tuple[str, ...]:
    """What the title row says while another day is assumed than the brief's own, then shorter."""
    day = day_of(brief)
    return () if brief is own else (f"published {day} (assumed by you)", f"{day} assumed")


def speaking_of_day(brief: Brief) -> list[str]:
    """The ids of the assumptions whose text states the day of publication that is assumed."""
    from briefing.audit.figures import bounds, figures  # noqa: PLC0415 - not at launch

    if brief.header.assume is None:
        return []
    day = brief.header.assume.published.span[:2]
    return [
        assumption.id
        for assumption in brief.outlook.assumptions
        if any(
            day in {span[:2] for span in bounds(found.quantity) or ()}
            for found in figures(assumption.text)
        )
    ]


def moves(own: Brief, brief: Brief) -> list[Move]:
    """The events whose dates differ between the two, in the order of the timeline."""
    pairs = ((e, own.spans.get(e.id), brief.spans.get(e.id)) for e in own.timeline.points)
    return [Move(*pair) for pair in pairs if pair[1] != pair[2]]


def assumed_page(own: Brief, brief: Brief) -> Page:
    """What moves with the assumed day, and what rests on that."""
    own_day = day_of(own) or "none"
    if brief is own:
        items = [Item((Block(f"Every date counts from the brief's own day: {own_day}."),))]
        return Page("TIMELINE · the brief's own dates", "", tuple(items))
    moved = moves(own, brief)
    said = f"Published {day_of(brief)}, as you assume. The brief's own: {own_day}."
    still = f"The texts still speak of the brief's own day, {own_day}; the files stay as they are."
    blocks = [Block(said, "strong"), Block(still if own_day != "none" else _FILES, "muted")]
    items = [Item(tuple(blocks))]
    if moved:
        items.append(label(f"{count(len(moved), 'date')} moved"))
        items += (_move(move) for move in moved)
    else:
        items.append(muted("No date counts from the day of publication.", gap=True))
    items += _touched(brief, moved, speaking_of_day(own))
    return Page(f"TIMELINE · {notices(own, brief)[0]}", "", tuple(items))


def _move(move: Move) -> Item:
    block = tagged(move.event.id, move.event.text)
    way = f"{_worded(move.before)} → {_worded(move.after)}"
    blocks = (block, Block(way, "heading", indent=block.hang))
    return Item(blocks, move.event.id, move.event.id, gap=False)


def _worded(span: dates.Span | None) -> str:
    return hedged(span) if span else "undated"


def _touched(brief: Brief, moved: list[Move], spoken: list[str]) -> list[Item]:
    """What rests on an event that moved, or on an assumption that states the brief's own day."""
    found = falls(brief, [*(move.event.id for move in moved), *spoken])
    if not found:
        return [muted("No judgment rests on them.", gap=True)] if moved else []
    items = [label("On which rest")]
    for fall in found:
        block = tagged(name_of(fall.statement), title_of(fall.statement))
        through = Block(f"through {', '.join(fall.through)}", "muted", indent=block.hang)
        late = (Block(text, "warning", indent=block.hang) for text in _late(brief, fall, moved))
        items.append(Item((block, through, *late), fall.statement.id, fall.statement.id, gap=False))
    return items


def _late(brief: Brief, fall: Fall, moved: list[Move]) -> Iterator[str]:
    """Which events that a judgment rests on lie now after the day by which it is to be known."""
    resolves = getattr(fall.statement.part, "resolves_by", None)
    day = resolves.span.latest if resolves else None
    below = {branch.statement.id for branch in tree(brief, fall.statement.id)}
    for event, _, after in moved:
        if day and after and after.latest and event.id in below and after.latest > day:
            sure = after.earliest and after.earliest > day
            lies = "now lies" if sure else "can now lie"
            yield f"{event.id}, {hedged(after)}, {lies} after it is to be known: {resolves}"
