"""From an article to its source record: fingerprints and cards, never a sentence."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.audit.figures import figures
from briefing.audit.markers import covered, markers
from briefing.audit.names import names
from briefing.audit.sentences import sentences
from briefing.audit.words import ordinary
from briefing.model.anchors import Anchor
from briefing.model.article import fingerprint, paragraphs
from briefing.model.source import Card, Paragraph, SourceRecord
from briefing.problems import BriefingError
from briefing.text import on_one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

MOST_PARAGRAPHS, MOST_SENTENCES = 9999, 999  # what an anchor can name
_SOMEWHERE = Anchor("P1.1")


def record_of(data: bytes, text: str, name: str) -> SourceRecord:
    """The record of an article, without digests.

    `data` are the bytes of its file, `text` what they say, `name` the name of the file.
    Raises BriefingError where there is no text, or too much of it for anchors.
    """
    from hashlib import sha256  # noqa: PLC0415 - takes 4 ms, and few commands need it

    found = []
    common = ordinary([text])
    for number, paragraph in enumerate(paragraphs(text), 1):
        told = cards(paragraph, common)
        if number > MOST_PARAGRAPHS or len(told) > MOST_SENTENCES:
            raise BriefingError(
                f"paragraph {number}: a source has at most {MOST_PARAGRAPHS:,} paragraphs of"
                f" {MOST_SENTENCES} sentences"
            )
        found.append(_numbered(number, paragraph, told))
    if not found:
        raise BriefingError(f"there is no text in {on_one_line(name)}")
    return SourceRecord(
        format=1,
        file=name,
        sha256=sha256(data).hexdigest(),
        words=len(text.split()),
        paragraphs=tuple(found),
    )


def _numbered(number: int, text: str, told: Sequence[Card]) -> Paragraph:
    return Paragraph(
        at=Anchor(f"P{number}"),
        fingerprint=fingerprint(text),
        sentences=tuple(
            replace(card, at=Anchor(f"P{number}.{place}")) for place, card in enumerate(told, 1)
        ),
    )


def cards(paragraph: str, common: Container[str]) -> list[Card]:
    """A card for each sentence of a paragraph; `common` are words known to be no names.

    Where they stand is not known here: all say P1.1.
    """
    return [_card(paragraph[start:end], common) for start, end in sentences(paragraph)]


def _card(sentence: str, common: Container[str]) -> Card:
    amounts, hedges = figures(sentence), markers(sentence)
    in_figure = _covering((found.start, found.end) for found in amounts)
    named = [name for name in names(sentence, common) if not in_figure(name.start)]
    told = [*((f.start, str(f.quantity)) for f in amounts), *((n.start, n.text) for n in named)]
    scope = [covered(sentence, marker) for marker in hedges if marker.kind == "hearsay"]
    heard = _covering(scope)
    reported = [text for at, text in told if heard(at)]
    return Card(
        at=_SOMEWHERE,
        figures=_unique(str(found.quantity) for found in amounts),
        names=_unique(name.text for name in named),
        markers=_unique(marker.text for marker in hedges),
        reported=_unique(reported) if scope and len(reported) < len(told) else None,
    )


def _covering(spans: Iterable[tuple[int, int]]) -> Callable[[int], bool]:
    """What says of a place whether it lies in any of the spans."""
    starts: list[int] = []
    ends: list[int] = []  # of all spans up to each, the furthest
    for start, end in sorted(spans):
        starts.append(start)
        ends.append(max([end, *ends[-1:]]))

    def covers(place: int) -> bool:
        number = bisect_right(starts, place)
        return number > 0 and place < ends[number - 1]

    return covers


def _unique(texts: Iterator[str] | list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
