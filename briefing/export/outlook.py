"""What could make the judgments wrong: weak points, other explanations, gaps, signs, assumptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.export.layout import BLANK, Passage
from briefing.export.view import labelled, led, listed, margin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.export.view import View
    from briefing.model.outlook import Tension, Watch


def weak_points(view: View) -> Iterator[Passage]:
    """Where the source does not hold together; in full explained, with the places at odds."""
    tensions = view.brief.outlook.tensions
    room = margin(tensions)
    for number, tension in enumerate(tensions):
        if not view.full:
            yield led(tension.id, tension.title, room)
            continue
        if number:
            yield BLANK
        yield led(tension.id, f"{tension.title} ({tension.kind})", room)
        yield Passage(tension.text, indent=room)
        yield from _at_odds(tension, room)


def _at_odds(tension: Tension, indent: int) -> Iterator[Passage]:
    if tension.at:
        yield labelled("Shows in", listed(tension.at), indent)
    if tension.between:
        yield labelled("Between", listed(tension.between), indent)


def other_explanations(view: View) -> Iterator[Passage]:
    """Other explanations of the same evidence."""
    alternatives = view.brief.outlook.alternatives
    room = margin(alternatives)
    return (led(alternative.id, alternative.text, room) for alternative in alternatives)


def not_known(view: View) -> Iterator[Passage]:
    """The questions that the source leaves open."""
    gaps = view.brief.outlook.gaps
    room = margin(gaps)
    return (led(gap.id, gap.text, room) for gap in gaps)


def watch_for(view: View) -> Iterator[Passage]:
    """What to look out for, each with what it would move."""
    signs = view.brief.outlook.watch
    room = margin(signs)
    return (led(sign.id, sign.signal + _moves(sign), room) for sign in signs)


def _moves(watch: Watch) -> str:
    moves = ", ".join(f"{name} {direction}" for name, direction in watch.moves.items())
    return f" -> {moves}" if moves else ""


def assumptions(view: View) -> Iterator[Passage]:
    """What is taken as given; in full with what falls if it does not hold."""
    taken = view.brief.outlook.assumptions
    room = margin(taken)
    for assumption in taken:
        yield led(assumption.id, assumption.text, room)
        if view.full and assumption.if_wrong:
            yield labelled("If wrong", assumption.if_wrong, room)
