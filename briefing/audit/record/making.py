"""From an article to its source record: fingerprints and cards, never a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.figures import figures
from briefing.audit.markers import covered, markers
from briefing.audit.names import names
from briefing.audit.sentences import sentences
from briefing.audit.words import ordinary
from briefing.model.anchors import Anchor
from briefing.model.article import fingerprint, paragraphs
from briefing.model.source import Card, Paragraph, SourceRecord
from briefing.problems import BriefingError

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

MOST_PARAGRAPHS, MOST_SENTENCES = 9999, 999  # what an anchor can name


def record_of(data: bytes, text: str, name: str) -> SourceRecord:
    """The record of an article, without digests.

    `data` are the bytes of its file, `text` what they say, `name` the name of the file. Raises BriefingError where there is no text, or too much of it for anchors.
    """
    from hashlib import sha256  # noqa: PLC0415 - takes 4 ms, and few commands need it

    found = tuple(described(text))
    if not found:
        raise BriefingError(f"there is no text in {name}")
    return SourceRecord(
        format=1,
        file=name,
        sha256=sha256(data).hexdigest(),
        words=len(text.split()),
        paragraphs=found,
    )


def described(text: str) -> Iterator[Paragraph]:
    """The paragraphs of an article with their fingerprints, and a card for each sentence."""
    common = ordinary([text])
    for number, paragraph in enumerate(paragraphs(text), 1):
        parts = sentences(paragraph)
        if number > MOST_PARAGRAPHS or len(parts) > MOST_SENTENCES:
            raise BriefingError(
                f"paragraph {number}: a source has at most {MOST_PARAGRAPHS:,} paragraphs of"
                f" {MOST_SENTENCES} sentences"
            )
        yield Paragraph(
            at=Anchor(f"P{number}"),
            fingerprint=fingerprint(paragraph),
            sentences=tuple(
                card(Anchor(f"P{number}.{place}"), paragraph[start:end], common)
                for place, (start, end) in enumerate(parts, 1)
            ),
        )


def card(at: Anchor, sentence: str, common: Container[str]) -> Card:
    """What is kept of a sentence; `common` are words known to be no names."""
    amounts, hedges = figures(sentence), markers(sentence)
    named = [
        name
        for name in names(sentence, common)
        if not any(found.start <= name.start < found.end for found in amounts)
    ]
    told = [*((f.start, str(f.quantity)) for f in amounts), *((n.start, n.text) for n in named)]
    scope = [covered(sentence, marker) for marker in hedges if marker.kind == "hearsay"]
    reported = [text for at, text in told if any(start <= at < end for start, end in scope)]
    return Card(
        at=at,
        figures=_unique(str(found.quantity) for found in amounts),
        names=_unique(name.text for name in named),
        markers=_unique(marker.text for marker in hedges),
        reported=_unique(reported) if len(reported) < len(told) else (),
    )


def _unique(texts: Iterator[str] | list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
