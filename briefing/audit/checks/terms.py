"""The analyst's words: likelihood and confidence apart, one scale, no bare numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.audit.amounts import figures
from briefing.audit.evidence import shown
from briefing.audit.voice import analyst
from briefing.model.scales import SCALE_TITLES, SCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.audit.evidence import Evidence, Where
    from briefing.audit.voice import Said
    from briefing.problems import Problem

_LEVEL = r"(?:low|moderate|medium|high)"
_CONFIDENCE = re.compile(
    rf"\b{_LEVEL}(?:er|est)?[ -]+confidence\b|\bconfidence\b\W+(?:\w+\W+){{0,2}}{_LEVEL}\b"
    r"|\b(?:we|I) (?:are|am) (?:\w+ )?confident\b",
    re.IGNORECASE,
)
_CHANCE = re.compile(
    r"\b(?:chances?|odds|likelihood|probability|probabilities|likely|risk of|certain)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


# Words of likelihood that are no terms (ICD 203 allows some as a second row of its scale).
_OTHERS = (
    "probable",
    "probably",
    "improbable",
    "remote",
    "highly probable",
    "highly improbable",
    "nearly certain",
    "almost certainly",
)


def check_terms(evidence: Evidence) -> Iterator[Problem]:
    """Report sentences of the analyst that break the rules of the scale (ICD 203, D.6.e)."""
    scale = evidence.brief.header.scale
    own = _words(scale)
    foreign = {
        word: name for name in SCALES if name != scale for word in _words(name) if word not in own
    }
    mine = re.compile(_either(own), re.IGNORECASE)
    odds = re.compile(_either([*own, *foreign, *_OTHERS]), re.IGNORECASE)
    others = re.compile(_either(foreign), re.IGNORECASE)
    for said in analyst(evidence.brief):
        yield from _apart(evidence, said, odds)
        for match in others.finditer(said.text):
            title = SCALE_TITLES[foreign[match[0].casefold()]]
            message = f"{shown(match[0])} is a term of another scale, {title}"
            hint = f"this brief uses {SCALE_TITLES[scale]}"
            yield evidence.problem(_at(said, match.start()), message, hint, code="scale")
        yield from _numbers(evidence, said)
        if said.likelihood:
            yield from _mixed(evidence, said, mine)


def _words(scale: str) -> list[str]:
    return [term.word for term in SCALES[scale]]


def _either(words: list[str] | dict[str, str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return rf"\b(?:{'|'.join(map(re.escape, longest))})\b"


def _apart(evidence: Evidence, said: Said, terms: re.Pattern[str]) -> Iterator[Problem]:
    start = 0
    for sentence in _SENTENCE.split(said.text):
        offset = said.text.index(sentence, start)
        start = offset + len(sentence)
        sure, odds = _CONFIDENCE.search(sentence), terms.search(sentence)
        if sure and odds:
            message = (
                f"likelihood ({shown(odds[0])}) and confidence ({shown(sure[0])}) in one sentence"
            )
            hint = "say them in two, or in the fields `likelihood` and `confidence`"
            yield evidence.problem(_at(said, offset + sure.start()), message, hint, code="voice")


def _numbers(evidence: Evidence, said: Said) -> Iterator[Problem]:
    for found in figures(said.text):
        near = said.text[max(0, found.start - _NEAR) : found.end + _NEAR]
        if found.quantity.kind == "percent" and _CHANCE.search(near):
            message = f"a bare percentage: {shown(found.quantity)}"
            hint = "say it with a term of the scale; its range is printed beside it"
            yield evidence.problem(_at(said, found.start), message, hint, code="percentage")


def _mixed(evidence: Evidence, said: Said, terms: re.Pattern[str]) -> Iterator[Problem]:
    for match in terms.finditer(said.text):
        if match[0].casefold() != said.likelihood:
            message = f"the text says {shown(match[0])}, the likelihood is '{said.likelihood}'"
            hint = "leave the likelihood to its field"
            yield evidence.problem(_at(said, match.start()), message, hint, code="voice")


def _at(said: Said, offset: int) -> Where:
    return said.id, said.field, offset


_NEAR = 24  # characters around a percentage in which a word of chance makes it one
