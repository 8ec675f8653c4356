"""Markers: the words by which a sentence hedges, reports, attributes or foretells."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.audit.markers import phrases as lex
from briefing.audit.markers.hedges import MODALS, Found, Kind, phrases, read
from briefing.audit.markers.speech import speech
from briefing.audit.names.lexicon import FUNCTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.audit.markers.hedges import Word
    from briefing.model.points import Stance

_HEDGES = frozenset({"likelihood", "possibility", "frequency", "extent", "hearsay"})
_GOVERNED = frozenset({"inference", "announcement"})
_STRONGEST: tuple[Kind, ...] = ("hearsay", "likelihood", "possibility")
_LEANING = MODALS | {"won't", "wouldn't"}
_FILLERS = frozenset({"still", "also", "not", "then", "now", "soon", "well", "even", "only"}) | {
    "most",
    "very",
    "more",
}
_FAR = 600  # characters in which the clause of a word is looked for

_EDGES = (
    r", (?:while|whereas|although|though|even as|even though|but|yet)\b|; |\u2014| [\u2013-] "
    r"|, (?:which|who|whose)\b"
    r"|, and (?=(?:(?!that|which|who|to\b)[^\W\d_]\S* ){1,3}"
    r"(?:\w+ing|is|are|was|were|has|have|had|will|would|may|can|could|plans|expects)\b)"
    r"| and (?=(?:[A-Z]\S*|it|he|she) (?:\S+ly |already )?(?:\w+ing|is|was|has)\b)"
)
# A second verb of the same subject; what it says of itself is not said of the first.
_SECOND = r",? (?:and|but) (?=(?:\S+ly )?(?:is|are|was|were|has|have|had)\b)"
_OPENERS = ("with ", "while ", "as ", "although ", "though ", "if ", "when ", "since ", "because ")
_MAIN = r", (?=(?:the|a|an|it|its|they|their|he|she|this|that|these|those|[A-Z]\S*)\b)"
_ANY: frozenset[Stance] = frozenset(
    ("stated", "reported", "attributed", "inferred", "forecast", "opinion")
)
_STANCES: dict[str, frozenset[Stance]] = {
    "hearsay": frozenset({"reported"}),
    "attribution": frozenset({"attributed", "reported"}),
    "possibility": frozenset({"forecast", "inferred"}),
    "likelihood": frozenset({"forecast", "inferred"}),
    "frequency": _ANY,
    "extent": _ANY,
    "forecast": frozenset({"forecast"}),
    "inference": frozenset({"inferred"}),
    "announcement": _ANY,
    "unknown": _ANY,
}
_STANCES_BY_FAMILY: dict[str, frozenset[Stance]] = {
    "can": frozenset({"stated", "opinion", "forecast", "inferred"}),
    "reveals": frozenset({"stated", "inferred"}),
}


class Marker(NamedTuple):
    """A marker and where it stands, as it is written there."""

    start: int
    end: int
    text: str
    kind: Kind


def markers(sentence: str) -> list[Marker]:
    """The markers of a sentence, in order and not overlapping; the longest wins.

    A modal and what leans on it are one: "will likely", "may be", "can potentially". Who says
    something is part of the marker: "Industry observers note". Read again by itself, the text of
    a marker is the same marker.
    """
    words = read(sentence)
    found = []
    for group in _groups(words):
        start, end = words[group[0].first].start, words[group[-1].last - 1].end
        found.append(Marker(start, end, sentence[start:end], _kind(group)))
    return found


def _groups(words: Sequence[Word]) -> list[list[Found]]:
    """What carries a meaning in these words, what leans on one another together."""
    groups: list[list[Found]] = []
    for found in _find(words):
        if groups and _leans(words, groups[-1][-1], found):
            groups[-1].append(found)
        else:
            groups.append([found])
    return groups


def _find(words: Sequence[Word]) -> list[Found]:
    found = list(phrases(words))
    taken = {at for one in found for at in range(one.first, one.last)}
    for at in range(len(words)):
        said = speech(words, at) if at not in taken else None
        if said and taken.isdisjoint(range(said.first, said.last)):
            found.append(said)
            taken.update(range(said.first, said.last))
    return sorted(found)


def _leans(words: Sequence[Word], before: Found, after: Found) -> bool:
    """Whether two markers are one: a modal, and the hedge or the verb beside it."""
    between = words[before.last : after.first]
    if not words[after.first].near or not all(word.near for word in between):
        return False
    if words[before.first].low in _LEANING:
        if after.kind in _HEDGES:
            return len(between) < 2 and all(word.low in _FILLERS for word in between)
        return not between and after.kind in _GOVERNED
    if words[after.first].low not in _LEANING or words[before.first].low in lex.BE:
        return False
    return not between and before.kind in _HEDGES


def _kind(group: Sequence[Found]) -> Kind:
    """What a marker of several parts is: its strongest reserve, else what its modal says."""
    kinds = [found.kind for found in group]
    return next((kind for kind in _STRONGEST if kind in kinds), kinds[0])


@lru_cache(maxsize=1024)
def _parts(text: str) -> Sequence[Found]:
    """The parts of a marker; what a modal governs is left to the modal."""
    found = _find(read(text))
    return tuple(part for part in found if part.kind not in _GOVERNED) or tuple(found)


def keeps(statement: str, marker: Marker) -> bool:
    """Whether a paraphrase still carries the meaning of a marker, in words of its family.

    Every part of a marker counts: "will likely" is kept by "is likely to", not by "will";
    "can potentially" by "might", not by "can". A marker without known words has to stand in the
    statement as it is. Attribution and inference may be left to the stance of a point instead; whether they are, this does not see.
    """
    text = marker.text
    spoken, families = _said(statement)
    parts = _parts(text)
    if not parts:
        return f" {' '.join(word.low for word in read(text))} " in spoken
    return all(_is_kept(part.family, text, families, spoken) for part in parts)


@lru_cache(maxsize=8)
def _said(statement: str) -> tuple[str, frozenset[str]]:
    """The words of a statement and the families of its markers: asked for marker by marker."""
    words = read(statement)
    spoken = f" {' '.join(word.low for word in words)} "
    return spoken, frozenset(one.family for one in _find(words))


def _is_kept(family: str, text: str, families: frozenset[str], spoken: str) -> bool:
    if family in families or not families.isdisjoint(lex.STANDS_FOR.get(family, ())):
        return True
    if family == "attribution":
        who = {word.low for word in read(text)} - lex.SAYS - lex.VOICES - FUNCTION
        return any(f" {word} " in spoken for word in who)
    return any(word in spoken for word in _also(family))


@cache
def _also(family: str) -> list[str]:
    return [f" {word.strip()} " for word in lex.ALSO.get(family, "").split("|") if word.strip()]


def stances(marker: Marker) -> frozenset[Stance]:
    """The stances that fit a point which cites this marker.

    Where a marker has several parts, what fits all of them: "will likely" is a forecast. A point
    that tells what somebody else says (attributed, reported) cites the words that say so, not
    the "will" or "may" inside it. "Can" and "reveals" may as well be stated.
    """
    fitting = [
        _STANCES_BY_FAMILY.get(part.family, _STANCES[part.kind]) for part in _parts(marker.text)
    ]
    found = frozenset.intersection(*fitting) if fitting else _STANCES[marker.kind]
    return found | {"forecast"} if _expects(marker) else found


def _expects(marker: Marker) -> bool:
    """Whether who is cited speaks of what is to come: "the bank expects"."""
    stems = ("expect", "forecast", "predict", "project")
    words = marker.text.lower().split()
    return marker.kind == "attribution" and any(word.startswith(stems) for word in words)


def must_survive(marker: Marker) -> bool:
    """Whether some point on the sentence has to carry the marker: all but a plain "can".

    A forecast and an inference too: a point carries them by its words, or by its `marker`.
    """
    return [part.family for part in _parts(marker.text)] != ["can"]


def covered(sentence: str, marker: Marker) -> tuple[int, int]:
    """Start and end of the clause that a marker covers; the whole sentence where in doubt.

    What ends a clause: a comma before "while", "but" or "which", a semicolon or dash, "and" with a
    new subject and its verb, before the marker also without one, the comma behind a clause that "With" or "As" opens.
    """
    near = max(0, marker.start - _FAR), min(len(sentence), marker.end + _FAR)
    before = sentence[near[0] : marker.start].rstrip()
    if before.endswith(",") and marker.text.endswith(_SAYING):
        return 0, len(sentence)  # "..., sources said."
    edges = list(_pattern(_EDGES).finditer(sentence, *near))
    if sentence[:_FAR].lstrip('"\u201c').lower().startswith(_OPENERS):
        edges += list(_pattern(_MAIN).finditer(sentence, *near))[:1]
    turns = [*edges, *_pattern(_SECOND).finditer(sentence, near[0], marker.start)]
    start = max((edge.start() for edge in turns if edge.end() <= marker.start), default=0)
    end = min((edge.start() for edge in edges if edge.start() >= marker.end), default=len(sentence))
    if sentence.startswith(", wh", start) and not sentence.startswith(", while", start):
        aside = sentence.find(", ", marker.end, end)
        end = aside if aside >= 0 else end
    return start, end


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


_SAYING = (" said", " say", " told")
