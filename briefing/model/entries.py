"""Entries: the regions, motives, competitors and risks that points gather under."""

from collections.abc import Iterable
from typing import Annotated, Literal

from msgspec import Meta, Struct

from briefing.model.anchors import Anchor
from briefing.model.fields import EntryId, Name, StatementId, SupportRef, means
from briefing.model.points import Event, Figure, Point
from briefing.model.scales import (
    LIKELIHOODS,
    Confidence,
    Impact,
    impact_rank,
    likelihood_rank,
)

Role = Literal["rival", "supplier", "partner", "precedent"]

# A word of either scale: which one holds is said once, in brief.yaml, and checked across files.
Likelihood = Annotated[
    str, Meta(extra={"ref": "likelihood"}, extra_json_schema={"enum": list(LIKELIHOODS)})
]


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all entries have: a name, what a hurried reader gets, and their points."""

    id: Annotated[EntryId, means("A short lower-case name, unique in the brief.")]
    title: Annotated[Name, means("The name as it is shown.")]
    summary: Annotated[str, means("One or two sentences: what a hurried reader gets.")]
    points: Annotated[tuple[Point, ...], means("What the source says of it.")] = ()


class Region(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place the source speaks of."""

    place: Annotated[Name, means("ISO 3166-1 code of the country, or the name of an area.")]


class Motive(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A reason the source gives for what happens."""

    topic: Annotated[str, means("The kind of reason, in one word.")]


class Competitor(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An actor beside the subject, in one role or several."""

    roles: Annotated[tuple[Role, ...], means("What it is to the subject."), Meta(min_length=1)]


class Response(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the source says is done about a risk."""

    text: Annotated[str, means("What is done; `none stated` where the source says nothing.")]
    at: Annotated[tuple[Anchor, ...], means("Where the source says so.")] = ()


class Risk(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A risk as the analyst sees it. Likelihood and impact stand apart, never multiplied.

    Why not: Cox, "What's Wrong with Risk Matrices?", Risk Analysis 28:2, 2008.
    """

    id: Annotated[StatementId, means("`RK` and a number, never used again.")]
    cause: Annotated[str | None, means("What gives rise to it.")] = None
    event: Annotated[str | None, means("What would happen.")] = None
    consequence: Annotated[str | None, means("What would follow.")] = None
    likelihood: Annotated[Likelihood, means("A term of the brief's scale.")]
    impact: Annotated[Impact, means("How heavy it would be.")]
    confidence: Annotated[Confidence, means("How sure the analyst is of this rating.")]
    bearer: Annotated[str | None, means("Who carries it.")] = None
    response: Annotated[Response | None, means("What the source says is done about it.")] = None
    trigger: Annotated[str | None, means("The sign that it is coming true.")] = None
    rests_on: Annotated[tuple[SupportRef, ...], means("Ids of the points it rests on.")] = ()


def by_weight(risks: Iterable[Risk], scale: str) -> list[Risk]:
    """The risks by impact, then likelihood, heaviest first; equal ones stay in their order."""
    return sorted(
        risks,
        key=lambda risk: (impact_rank(risk.impact), likelihood_rank(scale, risk.likelihood)),
        reverse=True,
    )


class Regions(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """regions.yaml"""

    so_what: Annotated[str | None, means("One sentence: why this section matters.")] = None
    entries: Annotated[tuple[Region, ...], means("The regions.")] = ()
    points: Annotated[tuple[Point, ...], means("Points that belong to no one region.")] = ()


class Motives(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """motives.yaml"""

    so_what: Annotated[str | None, means("One sentence: why this section matters.")] = None
    entries: Annotated[tuple[Motive, ...], means("The motives.")] = ()
    points: Annotated[tuple[Point, ...], means("Points that belong to no one motive.")] = ()


class Competitors(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """competitors.yaml"""

    so_what: Annotated[str | None, means("One sentence: why this section matters.")] = None
    entries: Annotated[tuple[Competitor, ...], means("The actors.")] = ()
    points: Annotated[tuple[Point, ...], means("Points that belong to no one actor.")] = ()


class Risks(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """risks.yaml"""

    so_what: Annotated[str | None, means("One sentence: why this section matters.")] = None
    entries: Annotated[tuple[Risk, ...], means("The risks, as the analyst sees them.")] = ()
    points: Annotated[tuple[Point, ...], means("Dangers that the source itself names.")] = ()


class Timeline(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """timeline.yaml"""

    so_what: Annotated[str | None, means("One sentence: why this section matters.")] = None
    points: Annotated[tuple[Event, ...], means("The events.")] = ()


class Figures(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """figures.yaml"""

    so_what: Annotated[str | None, means("One sentence: why this section matters.")] = None
    points: Annotated[tuple[Figure, ...], means("The figures, the most telling ones first.")] = ()
