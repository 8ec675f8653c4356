"""One point for each sentence of a source, its text still to be written."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from briefing.audit.markers import Marker, markers, must_survive, stances
from briefing.audit.record import WIDTH, scalar
from briefing.model.drafts import DRAFT
from briefing.text import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.points import Stance
    from briefing.model.source import Card, SourceRecord

_LETTER = "M"
# Of several stances that fit a marker the first; what may as well be stated is.
_ORDER: tuple[Stance, ...] = (
    "stated",
    "attributed",
    "reported",
    "forecast",
    "inferred",
    "opinion",
)
_HEAVIEST = ("hearsay", "attribution")  # whoever is cited: what hedges the words is theirs


def points(record: SourceRecord) -> Iterator[str]:
    """The lines of the points, each below what it has to keep. None holds the sentence."""
    cards = [card for paragraph in record.paragraphs for card in paragraph.sentences]
    for number, card in enumerate(cards, 1):
        yield from textwrap.wrap(
            _kept(card),
            WIDTH,
            initial_indent="  # ",
            subsequent_indent="  #   ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield f"  - id: {_LETTER}{number}"
        yield f"    text: {DRAFT}"
        yield f"    at: {card.at}"
        yield from (f"    {line}" for line in _hedge(card))


def _kept(card: Card) -> str:
    """What a sentence has that its points must keep, in a line."""
    told = {"keep": (*card.figures, *card.markers), "names": card.names}
    said = [f"{title} {', '.join(texts)}" for title, texts in told.items() if texts]
    return on_one_line(f"{card.at} {'; '.join(said)}".rstrip())


def _hedge(card: Card) -> Iterator[str]:
    """The stance and the marker of a point that takes up the whole sentence."""
    found = [m for text in card.markers for m in markers(text) if must_survive(m)]
    if not found:
        return
    marker = min(found, key=_weight)
    fitting = stances(marker)
    stance = next((stance for stance in _ORDER if stance in fitting), "stated")
    if stance != "stated":
        yield f"stance: {stance}"
    yield f"marker: {scalar(marker.text)}"


def _weight(marker: Marker) -> int:
    return _HEAVIEST.index(marker.kind) if marker.kind in _HEAVIEST else len(_HEAVIEST)
