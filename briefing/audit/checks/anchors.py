"""Anchors: which sentence a point seems to mean, where it is not the one it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.amounts import alike
from briefing.audit.names import Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.audit.evidence import Evidence, Sentence
    from briefing.audit.figures import Quantity
    from briefing.audit.names import Name
    from briefing.model.points import Point


def better_place(evidence: Evidence, point: Point, said: Sequence[Quantity]) -> str:
    """The anchor of a sentence that has all figures of a point, "" where none has.

    The sentences that the point cites have none of them. Is it the figures that are wrong or the
    anchor? The anchor, unless they have more of the point's names and of its marker.
    """
    cited = evidence.cited(point.at)
    mine = _shared(evidence, point, cited)
    for sentence in evidence.with_figure(said[0]):
        has = all(any(alike(given, other) for given in sentence.quantities) for other in said)
        if has and sentence not in cited and _shared(evidence, point, [sentence]) >= mine:
            return sentence.at
    return ""


def named_at(evidence: Evidence, names: Sequence[Name], marker: str = "") -> str:
    """The first sentence that has all of these names and the marker, "" where none has.

    One name alone tells no place; with a marker it does.
    """
    if len({name.text for name in names}) + bool(marker) < _TELLING:
        return ""
    for sentence in evidence.sentences.values():
        known = evidence.known(sentence)
        marked = not marker or any(text.casefold() == marker for text in sentence.card.markers)
        if marked and all(known.has(name.text) for name in names):
            return sentence.at
    return ""


_TELLING = 2  # how many marks of a sentence have to agree


def _shared(evidence: Evidence, point: Point, sentences: Iterable[Sentence]) -> int:
    """How many names of a point its sentences have, and whether they have its marker."""
    found = list(sentences)
    known = Known({name for sentence in found for name in sentence.card.names})
    named = sum(known.has(name.text) for name in evidence.named(point.text))
    marker = (point.marker or "").casefold()
    return named + any(
        word and (word in marker or marker in word)
        for sentence in found
        for word in (text.casefold() for text in sentence.card.markers if marker)
    )
