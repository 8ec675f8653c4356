"""Placement: the cited paragraph is the one that speaks of what the point says."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from briefing.audit.words import words
from briefing.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.audit.evidence import Evidence
    from briefing.problems import Problem

_STEM = 6  # letters by which two forms of a word are taken for one
_CLEARLY, _LEAST = 2.0, 3.0  # how many times as well another matches, and what counts as a match


def check_placement(evidence: Evidence) -> Iterator[Problem]:
    """Warn of points that another paragraph matches clearly better than the one they cite.

    A paragraph matches by the words it shares with the point, each weighed by how few paragraphs
    have it (inverse document frequency, Sparck Jones 1972). Digests and cards say too little to
    stand in for the text.
    """
    texts = {number: _stems(text) for number, text in enumerate(evidence.article or (), 1)}
    having = Counter(stem for stems in texts.values() for stem in stems)
    weight = {stem: log(len(texts) / count) for stem, count in having.items()}
    for point in evidence.points:
        said = _stems(point.text)
        score = {
            number: sum(weight[stem] for stem in said & stems) for number, stems in texts.items()
        }
        cited = max((score.get(anchor.paragraph, 0.0) for anchor in point.at), default=0.0)
        best = max(score, key=score.__getitem__, default=0)
        if best and score[best] >= _LEAST and score[best] > _CLEARLY * cited:
            evidence.misplaced.add(point.id)  # its names then stand elsewhere, too
            message = f"P{best} speaks more of this than {' '.join(point.at)}"
            yield evidence.problem(
                (point.id, "at"),
                message,
                "look whether the anchor is right",
                code="placement",
                severity=Severity.WARNING,
            )


def _stems(text: str) -> set[str]:
    return {word.text.casefold()[:_STEM] for word in words(text) if len(word.text) >= _STEM - 1}
