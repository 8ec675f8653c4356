"""Points: what the source says, one atomic statement each."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from briefing.model.anchors import Anchor
from briefing.model.dates import Date
from briefing.model.fields import EntryRef, PointRef, StartRef, StatementId, means

Stance = Literal["stated", "reported", "attributed", "inferred", "forecast", "opinion"]
Status = Literal["past", "observed", "announced", "estimated", "rule"]
Qualifier = Literal["over", "under", "about", "nearly", "up to", "at least"]


class Checked(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who compared a point with its sentence, beside the one who wrote it."""

    by: Annotated[str, means("Who.")]
    on: Annotated[Date, means("When, as an EDTF date.")]


class Point(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statement of what the source says, with the anchors it rests on."""

    id: Annotated[StatementId, means("Letter of the section and a number, never used again.")]
    text: Annotated[str, means("The statement; it stands alone, so it opens with no pronoun.")]
    at: Annotated[
        tuple[Anchor, ...],
        means("Where in the source: one anchor or a list of them."),
        Meta(min_length=1),
    ]
    stance: Annotated[Stance, means("How the source says it.")] = "stated"
    marker: Annotated[str | None, means("The word of the source that carries the hedge.")] = None
    note: Annotated[str | None, means("The analyst's remark on this point.")] = None
    about: Annotated[tuple[EntryRef, ...], means("Ids of the entries it is about.")] = ()
    same_as: Annotated[PointRef | None, means("Id of a point that says the same.")] = None
    checked: Annotated[
        Checked | None, means("The second person who compared it with the source.")
    ] = None


class Event(Point, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A point with a time. A date nobody gives stays away: then `label` says so."""

    when: Annotated[Date | None, means("When, as an EDTF date in quotes.")] = None
    label: Annotated[str, means("The source's own words for the time.")]
    after: Annotated[
        StartRef | None,
        means("Id of the event it follows, or `published` for the assumed day of publication."),
    ] = None
    months: Annotated[
        tuple[Annotated[int, Meta(ge=0, le=1200)], ...],
        means("Months after it, or how long it lasts: one number, or the shortest and longest."),
        Meta(max_length=2),
    ] = ()
    status: Annotated[Status, means("Whether it happened, was announced, or is a rule.")]


class Figure(Point, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A point with an amount."""

    value: Annotated[str, means("The amount as the source gives it.")]
    qualifier: Annotated[Qualifier | None, means("The bound the source puts on it.")] = None
    unit: Annotated[str | None, means("What is counted, such as US dollars or months.")] = None
    missing: Annotated[str | None, means("What the source leaves out: base, period, currency.")] = (
        None
    )
