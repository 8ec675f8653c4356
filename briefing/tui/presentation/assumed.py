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
from briefing.tui.presentation.why import falls, name_of, title_of

if TYPE_CHECKING:
    from briefing.model import dates
    from briefing.model.brief import Brief
    from briefing.model.points import Event


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


def notice(own: Brief, brief: Brief) -> str:
    """What the title row says while another day is assumed than the brief's own; else ""."""
    return "" if brief is own else f"assumed here: {day_of(brief)}"


def moves(own: Brief, brief: Brief) -> list[Move]:
    """The events whose dates differ between the two, in the order of the timeline."""
    pairs = ((e, own.spans.get(e.id), brief.spans.get(e.id)) for e in own.timeline.points)
    return [Move(*pair) for pair in pairs if pair[1] != pair[2]]


def assumed_page(own: Brief, brief: Brief) -> Page:
    """What moves with the assumed day, and what rests on that."""
    own_day = day_of(own) or "none"
    if brief is own:
        items = [Item((Block(f"Every date counts from the brief's own day: {own_day}."),))]
        return Page("TIMELINE · nothing assumed here", "", tuple(items))
    moved = moves(own, brief)
    said = f"Assumed here: {day_of(brief)}. The brief's own: {own_day}. Its files stay as they are."
    items = [Item((Block(said, "strong"),))]
    if not moved:
        items.append(muted("No date counts from the day of publication.", gap=True))
    else:
        items.append(label(f"{count(len(moved), 'date')} moved"))
        items += (_move(move) for move in moved)
        items += _touched(brief, moved)
    return Page(f"TIMELINE · {notice(own, brief)}", "", tuple(items))


def _move(move: Move) -> Item:
    block = tagged(move.event.id, move.event.text)
    way = f"{_worded(move.before)} → {_worded(move.after)}"
    blocks = (block, Block(way, "heading", indent=block.hang))
    return Item(blocks, move.event.id, move.event.id, gap=False)


def _worded(span: dates.Span | None) -> str:
    return hedged(span) if span else "undated"


def _touched(brief: Brief, moved: list[Move]) -> list[Item]:
    found = falls(brief, [move.event.id for move in moved])
    if not found:
        return [muted("No judgment rests on them.", gap=True)]
    items = [label("Which touches")]
    for fall in found:
        block = tagged(name_of(fall.statement), title_of(fall.statement))
        through = Block(f"through {', '.join(fall.through)}", "muted", indent=block.hang)
        items.append(Item((block, through), fall.statement.id, fall.statement.id, gap=False))
    return items
