"""brief.yaml: what a brief is about and how it was made."""

from typing import Annotated, Literal

from msgspec import Struct

from briefing.model.dates import Date
from briefing.model.fields import Name, means
from briefing.model.scales import ScaleName


class Prepared(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who made the brief (ICS 206-01 asks that tools be named)."""

    by: Annotated[str, means("Who.")]
    on: Annotated[Date, means("When, as an EDTF date.")]
    tools: Annotated[str | None, means("With what; say so where a model helped.")] = None


class Assume(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The one date a brief may assume."""

    published: Annotated[
        Date, means("Assumed day of publication; relative dates are computed from it.")
    ]


class Header(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """brief.yaml, the one file every brief has."""

    format: Annotated[Literal[1], means("Version of the format.")]
    title: Annotated[Name, means("What the brief is about, in one line.")]
    subject: Annotated[Name, means("The actor it is about.")]
    as_of: Annotated[Date | None, means("The day its knowledge ends, as an EDTF date.")] = None
    source: Annotated[str | None, means("Path of the source record, relative to this file.")] = None
    scale: Annotated[ScaleName, means("Scale of likelihood, one for the whole brief.")] = "icd203"
    prepared: Annotated[Prepared | None, means("Who made the brief, when, with what.")] = None
    assume: Annotated[Assume | None, means("The one date that is assumed.")] = None
