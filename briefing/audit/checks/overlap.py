"""Own words: no run of the source's words, but for its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.evidence import shown, told
from briefing.audit.voice import analyst
from briefing.audit.words import words
from briefing.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.audit.evidence import Evidence
    from briefing.audit.words import Word
    from briefing.problems import Problem

RUN, OWN = 6, 4  # words in a row that are shared, and how many of them are neither name nor figure


def check_overlap(evidence: Evidence) -> Iterator[Problem]:
    """Warn of six words or more in a row that stand in the article, four of them no names."""
    if not evidence.article:
        return
    runs: dict[tuple[str, ...], int] = {}
    for number, paragraph in enumerate(evidence.article, 1):
        said = _plain(words(paragraph))
        for start in range(len(said) - RUN + 1):
            runs.setdefault(tuple(said[start : start + RUN]), number)
    names = {part.casefold() for text in _names(evidence) for part in text.split()}
    for where, text in _texts(evidence):
        found = words(text)
        plain = _plain(found)
        for start in range(len(found) - RUN + 1):
            run = tuple(plain[start : start + RUN])
            own = [word for word in run if word not in names and not word[0].isdigit()]
            if run in runs and len(own) >= OWN:
                message = f"the words of P{runs[run]}: {shown(' '.join(run))}"
                hint = "say it in your own words"
                yield evidence.problem(
                    (*where, found[start].start),
                    message,
                    hint,
                    code="overlap",
                    severity=Severity.WARNING,
                )
                break


def _plain(found: Sequence[Word]) -> list[str]:
    return [word.text.casefold().replace("\u2019", "'") for word in found]


def _names(evidence: Evidence) -> Iterator[str]:
    for sentence in evidence.sentences.values():
        yield from sentence.card.names


def _texts(evidence: Evidence) -> Iterator[tuple[tuple[str, str], str]]:
    """Every text that is to be in the curator's own words."""
    for point in evidence.points:
        yield (point.id, "text"), told(point)[0][1]
    for said in analyst(evidence.brief):
        yield (said.id, said.field), said.text
    for paragraph in evidence.paragraphs:
        if paragraph.digest:
            yield (str(paragraph.at), "digest"), paragraph.digest
