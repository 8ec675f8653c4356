"""Every statement of a brief in one order, whatever its kind: what search finds and ids name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.entries import Entry
from briefing.model.fields import fields_among
from briefing.model.outlook import (
    Alternative,
    Assumption,
    BottomLine,
    Gap,
    Judgment,
    Tension,
    Watch,
)
from briefing.model.points import Point
from briefing.model.source import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName

Part = (
    Entry
    | Point
    | Judgment
    | Assumption
    | Alternative
    | Tension
    | Gap
    | Watch
    | BottomLine
    | Paragraph
    | str
)


class Statement(NamedTuple):
    """One statement: where it stands, what names it, and all of its text.

    `text` is what a list shows; `more` is the rest of its words (a note, a cause, a reason).
    `entry` is the id of the entry that it belongs to, or is, else "". `part` is the model's own
    object; a section's so_what is a plain string.
    """

    section: SectionName
    id: str
    text: str
    more: tuple[str, ...]
    entry: str
    part: Part


def statements(brief: Brief) -> Iterator[Statement]:
    """All statements of the brief, section by section, in the order they are read."""
    if brief.outlook.bottom_line:
        line = brief.outlook.bottom_line
        yield Statement("overview", "bottom_line", line.text, (), "", line)
    yield from _gathered(
        "regions", brief.regions.so_what, brief.regions.entries, brief.regions.points
    )
    yield from _gathered(
        "motives", brief.motives.so_what, brief.motives.entries, brief.motives.points
    )
    yield from _gathered(
        "competitors",
        brief.competitors.so_what,
        brief.competitors.entries,
        brief.competitors.points,
    )
    yield from _gathered("risks", brief.risks.so_what, brief.risks.entries, brief.risks.points)
    yield from _gathered("timeline", brief.timeline.so_what, (), brief.timeline.points)
    yield from _gathered("figures", brief.figures.so_what, (), brief.figures.points)
    yield from _outlook(brief)
    for paragraph in brief.source.paragraphs if brief.source else ():
        yield Statement("source", str(paragraph.at), paragraph.digest or "", (), "", paragraph)


def _gathered(
    section: SectionName, so_what: str | None, entries: Iterable[Entry], points: Iterable[Point]
) -> Iterator[Statement]:
    if so_what:
        yield Statement(section, f"{section}.so_what", so_what, (), "", so_what)
    for entry in entries:
        text = f"{entry.title}: {entry.summary}"
        yield Statement(section, entry.id, text, tuple(_texts(entry)), entry.id, entry)
        yield from (_point(section, point, entry.id) for point in entry.points)
    yield from (_point(section, point, "") for point in points)


def _point(section: SectionName, point: Point, entry: str) -> Statement:
    return Statement(section, point.id, point.text, tuple(_texts(point)), entry, point)


def _outlook(brief: Brief) -> Iterator[Statement]:
    outlook = brief.outlook
    if outlook.so_what:
        yield Statement("outlook", "outlook.so_what", outlook.so_what, (), "", outlook.so_what)
    for judgment in outlook.judgments:
        text = f"{judgment.title}: {judgment.text}"
        yield Statement("outlook", judgment.id, text, tuple(_texts(judgment)), "", judgment)
    for tension in outlook.tensions:
        text = f"{tension.title}: {tension.text}"
        yield Statement("outlook", tension.id, text, (), "", tension)
    parts: tuple[Alternative | Gap | Assumption, ...] = (
        *outlook.alternatives,
        *outlook.gaps,
        *outlook.assumptions,
    )
    for part in parts:
        yield Statement("outlook", part.id, part.text, tuple(_texts(part)), "", part)
    for watch in outlook.watch:
        yield Statement("outlook", watch.id, watch.signal, (), "", watch)


def _texts(part: object) -> Iterator[str]:
    """The words of a part beyond its text, in the order of its fields."""
    for name in fields_among(part, _MORE):
        value = getattr(part, name)
        if isinstance(value, str):
            yield value
    yield from getattr(part, "roles", ())
    if response := getattr(part, "response", None):
        yield response.text
    if change := getattr(part, "would_change", None):
        yield from (text for text in (change.up, change.down) if text)


_MORE = (
    "marker",
    "place",
    "topic",
    "unit",
    "note",
    "label",
    "missing",
    "value",
    "cause",
    "event",
    "consequence",
    "bearer",
    "trigger",
    "because",
    "if_wrong",
)


@lru_cache(maxsize=4)
def by_id(brief: Brief) -> dict[str, Statement]:
    """The statements of the brief by their ids."""
    return {statement.id: statement for statement in statements(brief)}


def points(brief: Brief) -> Iterator[Point]:
    """All points of the brief, events and figures too."""
    return (s.part for s in by_id(brief).values() if isinstance(s.part, Point))


def points_of(brief: Brief, entry: Entry) -> tuple[Point, ...]:
    """The points of an entry: its own, then every point elsewhere that is about it."""
    own = {point.id for point in entry.points}
    elsewhere = (point for point in _about(brief).get(entry.id, ()) if point.id not in own)
    return (*entry.points, *elsewhere)


@lru_cache(maxsize=4)
def _about(brief: Brief) -> dict[str, list[Point]]:
    """The points that are about an entry, by its id."""
    found: dict[str, list[Point]] = {}
    for point in points(brief):
        for entry in dict.fromkeys(point.about):
            found.setdefault(entry, []).append(point)
    return found


def is_suspect(point: Point, paragraph: Paragraph) -> bool:
    """Whether a paragraph changed and nobody has compared the point with it since."""
    since = paragraph.changed.span.latest if paragraph.changed else None
    day = point.checked.on.span.earliest if point.checked else None
    return since is not None and not (day and day >= since)
