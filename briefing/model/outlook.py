"""The analyst's own voice: the bottom line, the judgments, and what could make them wrong."""

from typing import Annotated, Literal

from msgspec import Struct

from briefing.model.anchors import Anchor
from briefing.model.dates import Date
from briefing.model.entries import Likelihood
from briefing.model.fields import ForecastRef, PointRef, StatementId, SupportRef, means
from briefing.model.scales import Confidence

Direction = Literal["up", "down"]
TensionKind = Literal[
    "arithmetic",
    "asymmetry",
    "attribution",
    "causal",
    "contradiction",
    "hedge-drift",
    "inference-gap",
    "magnitude",
    "role-conflict",
    "scope",
    "sourcing",
    "time-mismatch",
    "undated",
    "workload",
]


class BottomLine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a reader who stops here takes away."""

    text: Annotated[str, means("At most 60 words.")]
    rests_on: Annotated[tuple[SupportRef, ...], means("Ids of the points it rests on.")] = ()


class Change(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What would move a judgment."""

    up: Annotated[str | None, means("What would make it likelier.")] = None
    down: Annotated[str | None, means("What would make it less likely.")] = None


class Judgment(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statement of the analyst's own, with likelihood and, apart from it, confidence."""

    id: Annotated[StatementId, means("`J` and a number, never used again.")]
    title: Annotated[str, means("At most 48 characters.")]
    text: Annotated[str, means("What is judged, so that time can tell whether it came true.")]
    likelihood: Annotated[Likelihood, means("A term of the brief's scale.")]
    confidence: Annotated[Confidence, means("How good the ground under it is.")]
    because: Annotated[str | None, means("Why, in one or two sentences.")] = None
    rests_on: Annotated[tuple[SupportRef, ...], means("Ids of the points it rests on.")] = ()
    would_change: Annotated[Change | None, means("What would move it.")] = None
    resolves_by: Annotated[Date | None, means("When it will be known, as an EDTF date.")] = None


class Assumption(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something taken as given."""

    id: Annotated[StatementId, means("`A` and a number, never used again.")]
    text: Annotated[str, means("What is assumed.")]
    if_wrong: Annotated[str | None, means("What falls if it does not hold.")] = None


class Alternative(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another explanation of the same evidence."""

    id: Annotated[StatementId, means("`H` (hypothesis) and a number, never used again.")]
    text: Annotated[str, means("The explanation.")]


class Tension(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place where the source does not hold together."""

    id: Annotated[StatementId, means("`X` and a number, never used again.")]
    kind: Annotated[TensionKind, means("What sort of weakness it is.")]
    title: Annotated[str, means("The weakness in a few words: what a hurried reader gets.")]
    text: Annotated[str, means("The weakness, explained.")]
    at: Annotated[tuple[Anchor, ...], means("Where in the source it shows.")] = ()
    between: Annotated[tuple[PointRef, ...], means("Ids of the points that do not fit.")] = ()


class Gap(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question the source leaves open."""

    id: Annotated[StatementId, means("`G` and a number, never used again.")]
    text: Annotated[str, means("The question.")]


class Watch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sign to look out for, and what it would move."""

    id: Annotated[StatementId, means("`W` and a number, never used again.")]
    signal: Annotated[str, means("What to look out for.")]
    moves: Annotated[
        dict[ForecastRef, Direction], means("Ids of judgments and risks, each with up or down.")
    ] = {}


class Outlook(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """outlook.yaml"""

    so_what: Annotated[str | None, means("One sentence: why this section matters.")] = None
    bottom_line: Annotated[BottomLine | None, means("The brief in three sentences.")] = None
    judgments: Annotated[tuple[Judgment, ...], means("Three to five judgments.")] = ()
    assumptions: Annotated[tuple[Assumption, ...], means("What is taken as given.")] = ()
    alternatives: Annotated[tuple[Alternative, ...], means("Other explanations.")] = ()
    tensions: Annotated[tuple[Tension, ...], means("Weak points of the source.")] = ()
    gaps: Annotated[tuple[Gap, ...], means("What is not known.")] = ()
    watch: Annotated[tuple[Watch, ...], means("What to look out for.")] = ()
