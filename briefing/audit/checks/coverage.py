"""Coverage: every sentence, figure and marker of the source has a point that accounts for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.amounts import amounts, figures
from briefing.audit.evidence import shown, told
from briefing.audit.figures import bounds, key
from briefing.audit.lengths import in_months
from briefing.audit.markers import keeps, must_survive, stances
from briefing.audit.names import Known
from briefing.model.points import Event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.audit.evidence import Evidence, Sentence, Where
    from briefing.audit.figures import Quantity
    from briefing.audit.markers import Marker
    from briefing.model.points import Point, Stance
    from briefing.problems import Problem


def check_coverage(evidence: Evidence) -> Iterator[Problem]:
    """Report what the source says and no point takes up, unless the record says why.

    Where a point that could take it up has an error already, that error is the cause, and the
    sentence, which nobody touched, is not reported as well.
    """
    for paragraph in evidence.paragraphs:
        if not paragraph.sentences:
            message = f"{paragraph.at} has no cards, so nobody knows what it says"
            yield _problem(evidence, (str(paragraph.at), ""), message)
    claims = _Claims(evidence)
    for sentence in evidence.sentences.values():
        if sentence.card.skip or sentence.at in evidence.awaited:
            continue
        resting = evidence.citing[sentence.at]
        if not resting:
            if not claims.speak_of(sentence):
                message = f"no point accounts for {sentence.at}"
                yield _problem(evidence, (sentence.at, "at"), message)
        elif not any(point.id in evidence.accused for point in resting):
            yield from _lost(evidence, sentence, resting, claims)


class _Claims:
    """What the points that have an error would take up, if they had none."""

    def __init__(self, evidence: Evidence) -> None:
        points = [point for point in evidence.points if point.id in evidence.accused]
        self.figures = {
            key(found.quantity)
            for point in points
            for _, text in told(point)
            for found in figures(text)
        }
        self.markers = {point.marker.casefold() for point in points if point.marker}

    def speak_of(self, sentence: Sentence) -> bool:
        """Whether one of them has a figure or the marker of a sentence that it does not cite."""
        return any(map(self.has, sentence.quantities)) or any(map(self.keep, sentence.markers))

    def has(self, quantity: Quantity) -> bool:
        return key(quantity) in self.figures

    def keep(self, marker: Marker) -> bool:
        return any(marker.text.casefold() in said for said in self.markers)


def _lost(
    evidence: Evidence, sentence: Sentence, resting: list[Point], claims: _Claims
) -> Iterator[Problem]:
    for quantity in sentence.quantities:
        if not (claims.has(quantity) or any(has_figure(point, quantity) for point in resting)):
            message = f"no point has {shown(quantity)} of {sentence.at}"
            yield _problem(evidence, (sentence.at, "figures"), message)
    for marker in sentence.markers:
        if not must_survive(marker) or claims.keep(marker):
            continue
        if not any(has_marker(point, marker) for point in resting):
            point = _closest(evidence, sentence, resting)
            message = f"{shown(marker.text)} of {sentence.at} is lost: no point on it keeps it"
            yield _problem(evidence, (point.id, "text"), message)


def _closest(evidence: Evidence, sentence: Sentence, resting: list[Point]) -> Point:
    """The point that most likely was to carry a marker: one without a marker of its own.

    Of several, the one with the fewest figures and names of the sentence: a point on what a
    sentence tells flatly has those that it tells.
    """
    bare = [point for point in resting if not point.marker] or resting
    card = sentence.card

    def others(point: Point) -> int:
        named = Known(name.text for name in evidence.named(point.text))
        amounts = {str(found.quantity) for found in figures(point.text)}
        return sum(named.has(name) for name in card.names) + len(amounts.intersection(card.figures))

    return min(bare, key=others)


def is_covered(evidence: Evidence, sentence: Sentence) -> bool:
    """Whether a sentence has a point that rests on it, or a reason to have none."""
    return bool(sentence.card.skip or evidence.citing[sentence.at])


def is_kept(evidence: Evidence, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure of a sentence has a point, or a reason to have none."""
    resting = evidence.citing[sentence.at]
    return bool(sentence.card.skip) or any(has_figure(point, quantity) for point in resting)


def has_figure(point: Point, quantity: Quantity) -> bool:
    """Whether a point has a figure of its sentence, in its text or in a field of its own."""
    for _, text in told(point):
        if amounts(text).said(quantity):
            return True
    if not isinstance(point, Event):
        return False
    if point.when and bounds(quantity):
        return True  # whether it fits, the check of dates says
    return any(point.months) and in_months(quantity) == (min(point.months), max(point.months))


def has_marker(point: Point, marker: Marker) -> bool:
    """Whether a point carries a marker of its sentence, as its marker or in its own words."""
    said = f" {point.marker or ''} ".casefold()
    if f" {marker.text.casefold()} " in said:
        return True
    fitting = stances(marker) | _ALSO.get(marker.kind, set())
    return point.stance in fitting and keeps(point.text, marker)


# What a point may be that has the word in its text and another one as its marker.
_ALSO: dict[str, set[Stance]] = {
    "forecast": {"inferred", "attributed", "reported"},
    "inference": {"forecast", "opinion"},
    "possibility": {"attributed", "reported"},
    "likelihood": {"attributed", "reported"},
}


def _problem(evidence: Evidence, where: Where, message: str) -> Problem:
    hint = "add a point, or write `skip:` with the reason on its card"
    if not where[1]:
        hint = "make the record anew: `briefing source`"
    elif where[1] == "text":
        hint = "keep the word, and write it as the `marker:`"
    return evidence.problem(where, message, hint, code="coverage")
