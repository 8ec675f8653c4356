"""Markers: what the source hedges, a point hedges; its stance fits the word it cites."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.audit.amounts import figures
from briefing.audit.checks.anchors import named_at
from briefing.audit.evidence import shown
from briefing.audit.markers import SPEAKERS, SPEECH, keeps, markers, must_survive, stances
from briefing.audit.names import Known
from briefing.audit.words import words
from briefing.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.audit.evidence import Evidence, Sentence
    from briefing.audit.markers import Marker
    from briefing.audit.words import Word
    from briefing.model.points import Point
    from briefing.model.source import Card
    from briefing.problems import Problem

# What a paraphrase may leave to the stance that stands beside it.
_LEFT_TO_STANCE = {"inference", "attribution"}
_WILL = re.compile(
    r"\b(?:will|would|shall|won['\u2019]t|wouldn['\u2019]t)\b|\b\w+['\u2019]ll\b", re.IGNORECASE
)
_FLAT = re.compile(r"\b(?:will|won['\u2019]t)\b", re.IGNORECASE)
_CONDITIONAL = re.compile(r"\b(?:would|wouldn['\u2019]t|could|might|may)\b", re.IGNORECASE)
_NEED_MARKER = {"hearsay", "possibility", "likelihood"}
_HEDGED = {"inferred", "attributed", "reported"}


def check_markers(evidence: Evidence) -> Iterator[Problem]:
    """Report markers that are not in the source or lost, and stances that do not fit them."""
    for point in evidence.points:
        cited = evidence.cited(point.at)
        if not cited:
            continue
        found = [marker for sentence in cited for marker in sentence.markers]
        if point.marker:
            yield from _marker(evidence, point, cited, found)
        elif point.stance not in {"stated", "opinion"}:
            hint = f"write the `marker:`; the source has {_listed(found)}"
            message = f"no marker carries the stance '{point.stance}'"
            yield evidence.problem((point.id, "stance"), message, hint, code="stance")
        else:
            yield from _unmarked(evidence, point)
        if point.id not in evidence.accused:
            yield from _future(evidence, point, found)
        yield from _hearsay(evidence, point, cited)


def _marker(
    evidence: Evidence, point: Point, cited: Sequence[Sentence], found: Sequence[Marker]
) -> Iterator[Problem]:
    said = point.marker or ""
    alike = [marker for marker in found if _holds(said, marker.text) or _holds(marker.text, said)]
    if not alike and not any(s.text and _holds(s.text, said) for s in cited):
        if point.id in evidence.accused:
            return  # its anchor or its figures are wrong
        found_names = [n for n in evidence.named(point.text) if not evidence.subject.has(n.text)]
        place = found_names and named_at(evidence, found_names, said.casefold())
        if place or point.id in evidence.misplaced:
            message = f"{' '.join(point.at)} does not have the marker of this point"
            hint = f"{place} has" if place else "another paragraph matches it better"
            yield evidence.problem((point.id, "at"), message, hint, code="anchor")
            return
        at = " ".join(point.at)
        message = f"the source does not say {shown(said)} in {at}"
        if all(sentence.text is None for sentence in cited):
            message = f"the record has no marker {shown(said)} for {at}"
        hint = f"its markers: {_listed(found)}"
        yield evidence.problem((point.id, "marker"), message, hint, code="marker")
        return
    if not alike:
        message = f"the record has no marker {shown(said)} for {' '.join(point.at)}"
        hint = "without the article at hand this is an error; its markers: " + _listed(found)
        where = (point.id, "marker")
        yield evidence.problem(where, message, hint, code="marker", severity=Severity.WARNING)
    fitting = {stance for marker in alike for stance in stances(marker)}
    if alike and point.stance not in fitting:
        message = f"the stance '{point.stance}' does not fit {shown(said)}"
        hint = f"that is {' or '.join(sorted(fitting))}"
        yield evidence.problem((point.id, "stance"), message, hint, code="stance")
    for marker in markers(said) or alike[:1]:
        if marker.kind not in _LEFT_TO_STANCE and not keeps(point.text, marker):
            message = f"the text has lost {shown(said)}"
            yield evidence.problem((point.id, "text"), message, code="marker")
            return
    yield from _conditional(evidence, point)
    yield from _speaker(evidence, point, alike)


def _conditional(evidence: Evidence, point: Point) -> Iterator[Problem]:
    """What would happen is not what will."""
    will = _FLAT.search(point.text)
    if will and _CONDITIONAL.search(point.marker or "") and not _CONDITIONAL.search(point.text):
        message = f"the source says {shown(point.marker)}, the text {shown(will[0])}"
        where = (point.id, "text", will.start())
        yield evidence.problem(where, message, code="marker")


def _speaker(evidence: Evidence, point: Point, alike: Sequence[Marker]) -> Iterator[Problem]:
    """Report a text that puts what its source attributes into another mouth."""
    said = {word for m in alike if m.kind == "attribution" for word in _words(m.text)}
    if not said:
        return
    if said & set(_words(point.text)):
        return
    for word in _speaking(point.text):
        message = f"the source says {shown(point.marker)}, the text has {shown(word.text)}"
        where = (point.id, "text", word.start)
        yield evidence.problem(where, message, code="marker")
        return


def _speaking(text: str) -> Iterator[Word]:
    """The words that name who speaks: "analysts" where analysts say something."""
    found = words(text)
    for word, following in pairwise(found):
        if word.text.casefold() in SPEAKERS and following.text.casefold() in SPEECH:
            yield word


def _words(text: str) -> list[str]:
    return [word.text.casefold() for word in words(text)]


def _unmarked(evidence: Evidence, point: Point) -> Iterator[Problem]:
    """Report a hedge in the words of a point that names no marker for it."""
    for marker in markers(point.text):
        if marker.kind in _NEED_MARKER and must_survive(marker):
            message = f"{shown(marker.text)} in a point without a marker"
            hint = "write the source's word as its `marker:`, and the stance that fits it"
            where = (point.id, "text", marker.start)
            yield evidence.problem(where, message, hint, code="marker")
            return


def _holds(text: str, part: str) -> bool:
    """Whether a text holds the words of another, wherever its lines were broken."""
    found = re.escape(" ".join(part.split())).replace("\\ ", r"\s+")
    return re.search(rf"(?<!\w){found}(?!\w)", text, re.IGNORECASE) is not None


def _listed(found: Sequence[Marker]) -> str:
    return ", ".join(shown(marker.text) for marker in found) or "none here"


def _future(evidence: Evidence, point: Point, found: Sequence[Marker]) -> Iterator[Problem]:
    """The word "will" says that something is to come: a forecast, or part of what somebody else says."""
    match = _WILL.search(point.text)
    if match is None or point.stance == "forecast":
        return
    if point.stance in _HEDGED and any(marker.kind == "forecast" for marker in found):
        return
    message = f"{shown(match[0])} in a point that is no forecast (stance '{point.stance}')"
    hint = "say it as the source does, or write `stance: forecast` with its marker"
    where = (point.id, "text", match.start())
    yield evidence.problem(where, message, hint, code="forecast")


def _hearsay(evidence: Evidence, point: Point, cited: Sequence[Sentence]) -> Iterator[Problem]:
    """Report a point that states what its sentence has only heard."""
    for sentence in cited:
        heard = [marker for marker in sentence.markers if marker.kind == "hearsay"]
        if not heard or point.stance in stances(heard[0]) or keeps(point.text, heard[0]):
            continue
        said = [name.text for name in evidence.named(point.text)]
        if is_heard(sentence.card, point.text, said):
            message = f"{sentence.at} says this only {shown(heard[0].text)}"
            hint = "keep the word, with `stance: reported` and the `marker:`"
            yield evidence.problem((point.id, "text"), message, hint, code="hearsay")


def is_heard(card: Card, text: str, named: Iterable[str]) -> bool:
    """Whether what a text speaks of is what the word of hearsay in a sentence covers.

    Told by figures and names, `named` being those of the text: some are among the covered ones,
    and no others of the sentence are, but for the first name, which its subject may be.
    """
    if card.reported is None:
        return True
    said = Known(named)
    amounts = {str(found.quantity) for found in figures(text)}
    has = {part for part in (*card.figures, *card.names) if part in amounts or said.has(part)}
    return not has.isdisjoint(card.reported) and has <= {*card.reported, *card.names[:1]}
