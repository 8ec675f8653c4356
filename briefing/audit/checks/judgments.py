"""Judgments and risks: what they rest on bears what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.markers import markers
from briefing.model.points import Point
from briefing.model.scales import likelihood_rank
from briefing.model.statements import by_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.audit.evidence import Evidence
    from briefing.model.entries import Risk
    from briefing.model.outlook import Judgment
    from briefing.problems import Problem

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


def resting_on(evidence: Evidence, ids: Sequence[str]) -> list[Point]:
    """The points that something rests on, those of the judgments it rests on too."""
    known = by_id(evidence.brief)
    found: dict[str, Point] = {}
    waiting, seen = list(reversed(ids)), set()
    while waiting:
        name = waiting.pop()
        part = known[name].part if name in known else None
        if isinstance(part, Point):
            found[name] = part
        elif name not in seen:
            seen.add(name)
            waiting += reversed(getattr(part, "rests_on", ()))
    return list(found.values())


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


def _strength(
    evidence: Evidence, judgment: Judgment | Risk, found: Sequence[Point]
) -> Iterator[Problem]:
    """Report a judgment that is surer than the word of likelihood in a point it rests on."""
    scale = evidence.brief.header.scale
    claimed = likelihood_rank(scale, judgment.likelihood)
    for point in found:
        for marker in markers(point.marker or ""):
            word = next((w for w in _SOURCE_TERMS if w in marker.text.casefold().split()), None)
            given = likelihood_rank(scale, _SOURCE_TERMS[word]) if word else -1
            likely = likelihood_rank(scale, "likely")
            if given < 0 or claimed < 0 or (given >= likely) != (claimed >= likely):
                continue
            if claimed > given >= likely or claimed < given < likely:
                message = (
                    f"'{judgment.likelihood}' is stronger than '{marker.text}' of {point.id},"
                    " which it rests on"
                )
                yield evidence.problem((judgment.id, "likelihood"), message, code="strength")
                return


# Words of likelihood in prose, and the term that both scales have for them.
_SOURCE_TERMS = {
    "likely": "likely",
    "probably": "likely",
    "probable": "likely",
    "expected": "likely",
    "unlikely": "unlikely",
    "improbable": "unlikely",
}
