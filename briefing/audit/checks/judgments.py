"""Judgments and risks: what they rest on bears what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.audit.evidence import shown
from briefing.audit.grounds import united
from briefing.audit.markers import markers, must_survive
from briefing.model.scales import SCALES, likelihood_rank
from briefing.model.statements import by_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.audit.evidence import Evidence
    from briefing.audit.markers import Marker
    from briefing.model.entries import Risk
    from briefing.model.outlook import Judgment
    from briefing.model.points import Point
    from briefing.problems import Problem

_DEADLINE = re.compile(
    r"\b(before|through|by the end of|until the end of) ((?:19|20|21)\d\d)\b", re.IGNORECASE
)
_UNFOUNDED = {"reported", "attributed", "opinion"}
_MORE_THAN_LOW = {"moderate", "high"}


def check_judgments(evidence: Evidence) -> Iterator[Problem]:
    """Report judgments and risks that rest on too little for what they claim."""
    brief = evidence.brief
    line = brief.outlook.bottom_line
    if line and not line.rests_on:
        yield _nothing(evidence, "bottom_line")
    parts: tuple[Judgment | Risk, ...] = (*brief.outlook.judgments, *brief.risks.entries)
    for judgment in parts:
        found = resting_on(evidence, judgment.rests_on)
        if not found:
            yield _nothing(evidence, judgment.id)
            continue
        yield from _confidence(evidence, judgment, found)
        yield from _strength(evidence, judgment, found)
        yield from _certainty(evidence, judgment, found)
    for judgment in brief.outlook.judgments:
        yield from _deadline(evidence, judgment)


def resting_on(evidence: Evidence, ids: Sequence[str]) -> list[Point]:
    """The points that something rests on, those of the judgments it rests on too."""
    return list(united(by_id(evidence.brief), evidence.below, ids).values())


def _nothing(evidence: Evidence, name: str) -> Problem:
    hint = "write the ids of its points: `rests_on: [R1, T2]`"
    field = "rests_on"
    return evidence.problem((name, field), "it rests on no point", hint, code="support")


def _confidence(
    evidence: Evidence, judgment: Judgment | Risk, found: Sequence[Point]
) -> Iterator[Problem]:
    where = (judgment.id, "confidence")
    if judgment.confidence in _MORE_THAN_LOW and all(p.stance in _UNFOUNDED for p in found):
        said = ", ".join(sorted({point.stance for point in found}))
        message = f"confidence is {judgment.confidence}, but all it rests on is {said}"
        yield evidence.problem(where, message, "at most low", code="confidence")
    elif judgment.confidence == "high":
        message = "confidence is high on one source that no other corroborates"
        yield evidence.problem(where, message, "at most moderate", code="confidence")


def _deadline(evidence: Evidence, judgment: Judgment) -> Iterator[Problem]:
    """Report a year by which the text expects an answer, where `resolves_by` is another day."""
    day = judgment.resolves_by.span.latest if judgment.resolves_by else None
    for field in ("title", "text") if day else ():
        for match in _DEADLINE.finditer(getattr(judgment, field)):
            last = int(match[2]) - (match[1].casefold() == "before")
            if day and day.year != last:
                message = f"{shown(match[0])}, but `resolves_by` is {judgment.resolves_by}"
                where = (judgment.id, field, match.start())
                yield evidence.problem(where, message, "let both say the same", code="date")


def _strength(
    evidence: Evidence, judgment: Judgment | Risk, found: Sequence[Point]
) -> Iterator[Problem]:
    """Report a judgment that is surer than the hedge of a point it rests on."""
    scale = evidence.brief.header.scale
    claimed, likely = likelihood_rank(scale, judgment.likelihood), likelihood_rank(scale, "likely")
    hedged: dict[str, Point] = {}
    for point in found:
        if point.marker:
            hedged.setdefault(point.marker, point)
    for hedge, point in hedged.items():
        for marker in markers(hedge):
            given = _rank(scale, marker)
            if given < 0 or claimed < 0 or (given >= likely) != (claimed >= likely):
                continue
            if claimed > given >= likely or claimed < given < likely:
                message = (
                    f"'{judgment.likelihood}' is stronger than {shown(marker.text)} of {point.id},"
                    " which it rests on"
                )
                yield evidence.problem((judgment.id, "likelihood"), message, code="strength")
                return


def _certainty(
    evidence: Evidence, judgment: Judgment | Risk, found: Sequence[Point]
) -> Iterator[Problem]:
    """Report a judgment at an end of the scale that rests on nothing the source states."""
    words = [term.word for term in SCALES[evidence.brief.header.scale]]
    ends = {words[0], words[-1]}
    if judgment.likelihood in ends and all(point.stance != "stated" for point in found):
        stances = ", ".join(sorted({point.stance for point in found}))
        message = f"'{judgment.likelihood}', but all it rests on is {stances}"
        yield evidence.problem((judgment.id, "likelihood"), message, code="strength")


def _rank(scale: str, marker: Marker) -> int:
    """How far up the scale a word of the source stands, -1 for one that says nothing of odds.

    What may or can potentially be bears no more than "likely".
    """
    text = f" {' '.join(marker.text.casefold().split())} "
    for word, term in _SOURCE_TERMS.items():
        if f" {word} " in text:
            return likelihood_rank(scale, term[scale])
    possible = marker.kind == "possibility" and must_survive(marker)
    return likelihood_rank(scale, "likely") if possible else -1


_VERY = {"icd203": "very likely", "phia": "highly likely"}
_HARDLY = {"icd203": "very unlikely", "phia": "highly unlikely"}
_LIKELY = {"icd203": "likely", "phia": "likely"}
_UNLIKELY = {"icd203": "unlikely", "phia": "unlikely"}
# Words of likelihood in prose, the longer ones first, and the terms of the scales nearest to them.
_SOURCE_TERMS = {
    "very unlikely": _HARDLY,
    "highly unlikely": _HARDLY,
    "most unlikely": _HARDLY,
    "very likely": _VERY,
    "highly likely": _VERY,
    "most likely": _VERY,
    "highly probable": _VERY,
    "not likely": _UNLIKELY,
    "less likely": _UNLIKELY,
    "isn't likely": _UNLIKELY,
    "unlikely": _UNLIKELY,
    "improbable": _UNLIKELY,
    "likely": _LIKELY,
    "probably": _LIKELY,
    "probable": _LIKELY,
    "expected": _LIKELY,
}
