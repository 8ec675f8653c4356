"""Regions, motives and competitors: entries with their summaries and, in full, their points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.export.layout import BLANK, Passage
from briefing.export.points import point_passages
from briefing.export.view import bracketed, labelled, listed
from briefing.model.entries import Competitor, Motive, Region

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.export.view import View
    from briefing.model.entries import Entry
    from briefing.model.points import Point


def regions(view: View) -> Iterator[Passage]:
    """The regions; in full each with its place."""
    return _gathered(view, view.brief.regions.entries, view.brief.regions.points)


def motives(view: View) -> Iterator[Passage]:
    """The motives; in full each with its topic."""
    return _gathered(view, view.brief.motives.entries, view.brief.motives.points)


def competitors(view: View) -> Iterator[Passage]:
    """The competitors, each with its roles."""
    return _gathered(view, view.brief.competitors.entries, view.brief.competitors.points)


def _gathered(view: View, entries: Sequence[Entry], points: Sequence[Point]) -> Iterator[Passage]:
    for number, entry in enumerate(entries):
        if view.full:
            if number:
                yield BLANK
            yield from _in_full(view, entry)
        else:
            yield Passage(f"{_named(entry, full=False)}: {entry.summary}", hang=2)
    if points and (view.full or not entries):
        yield from loose_points(view, points, among=bool(entries))


def _in_full(view: View, entry: Entry) -> Iterator[Passage]:
    yield Passage(_named(entry, full=True), tail=bracketed(entry.id))
    yield Passage(entry.summary, indent=2)
    yield from own_points(view, entry, indent=2)


def own_points(view: View, entry: Entry, indent: int) -> Iterator[Passage]:
    """The points of an entry, then the ids of those that stand elsewhere and are about it."""
    yield from point_passages(entry.points, view, indent)
    if elsewhere := view.elsewhere.get(entry.id):
        yield labelled("See also", listed(elsewhere), indent)


def loose_points(view: View, points: Sequence[Point], *, among: bool) -> Iterator[Passage]:
    """The points that belong to no one entry; `among` entries they need a line of their own."""
    if among:
        yield BLANK
        yield Passage("General points:")
    yield from point_passages(points, view, indent=2 if among else 0)


def _named(entry: Entry, *, full: bool) -> str:
    kind = _kind(entry, full=full)
    return (
        entry.title
        if kind.casefold() in {"", entry.title.casefold()}
        else f"{entry.title} ({kind})"
    )


def _kind(entry: Entry, *, full: bool) -> str:
    if isinstance(entry, Competitor):
        return ", ".join(entry.roles)
    if full and isinstance(entry, Region):
        return entry.place
    if full and isinstance(entry, Motive):
        return entry.topic
    return ""
