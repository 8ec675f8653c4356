"""Names: those of a statement against those of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.checks.anchors import named_at
from briefing.audit.evidence import shown
from briefing.audit.names import Known
from briefing.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.audit.evidence import Evidence
    from briefing.audit.names import Name
    from briefing.model.points import Point
    from briefing.problems import Problem


def check_names(evidence: Evidence) -> Iterator[Problem]:
    """Report names that the source does not have, or not where a point says."""
    for point in evidence.points:
        found = [name for name in evidence.named(point.text) if not evidence.subject.has(name.text)]
        unknown = [name for name in found if not evidence.names.has(name.text)]
        for name in unknown:
            message = f"the source does not name {shown(name.text)}"
            hint = _named(evidence, point)
            yield evidence.problem((point.id, "text", name.start), message, hint, code="name")
        clear = point.id not in evidence.accused | evidence.misplaced
        if clear and found and evidence.cited(point.at):
            yield from _astray(evidence, point, found)


def _astray(evidence: Evidence, point: Point, found: Sequence[Name]) -> Iterator[Problem]:
    """Warn of names that stand elsewhere in the source."""
    near = _near(evidence, point)
    if any(not near.has(name.text) for name in found) and (place := named_at(evidence, found)):
        message = f"{' '.join(point.at)} does not have all names of this point"
        hint = f"{place} has; look whether the anchor is right"
        where = (point.id, "at")
        yield evidence.problem(where, message, hint, code="anchor", severity=Severity.WARNING)
        return
    for name in found:
        if not near.has(name.text):
            spot = (point.id, "text", name.start)
            message = f"{' '.join(point.at)} does not name {shown(name.text)}"
            hint = f"it stands in {_places(evidence, name.text)}"
            yield evidence.problem(spot, message, hint, code="name", severity=Severity.WARNING)


def _near(evidence: Evidence, point: Point) -> Known:
    """The names of the cited sentences, and those before them in their paragraphs.

    "The country" in a sentence may mean one that was named before.
    """
    found: list[str] = []
    for sentence in evidence.cited(point.at):
        for other in evidence.in_paragraph(sentence):
            if (other.at.sentence or 0) <= (sentence.at.sentence or 0):
                found += other.card.names
    return Known(set(found))


def _named(evidence: Evidence, point: Point) -> str:
    """What the cited sentences name instead."""
    found = dict.fromkeys(name for s in evidence.cited(point.at) for name in s.card.names)
    places = " ".join(point.at)
    return f"{places} names {', '.join(found)}" if found else f"{places} has no name in it"


def _places(evidence: Evidence, name: str) -> str:
    found = [s.at for s in evidence.sentences.values() if evidence.known(s).has(name)]
    return ", ".join(found[:_MOST]) + (" ..." if len(found) > _MOST else "")


_MOST = 4
