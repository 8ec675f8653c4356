"""The ledger: each figure and marker of the source and where it went, for an editor to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from briefing.audit.checks.coverage import has_figure, has_marker
from briefing.audit.evidence import Evidence
from briefing.audit.markers import must_survive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.brief import Brief
    from briefing.model.source import SourceRecord


class Line(Struct, frozen=True):
    """A figure or marker of the sentence `at`: the ids of the points that have it.

    `skip` is the reason the record gives for leaving the sentence out, or "". A plain "can" may go:
    it is not `required`.
    """

    at: str
    kind: Literal["figure", "marker"]
    text: str
    points: tuple[str, ...]
    skip: str = ""
    required: bool = True


def ledger(
    brief: Brief, record: SourceRecord | None = None, article: Sequence[str] | None = None
) -> Iterator[Line]:
    """The lines of the ledger in the order of the source; none where there is no record."""
    evidence = Evidence(brief, record or brief.source, article)
    for sentence in evidence.sentences.values():
        resting = evidence.citing[sentence.at]
        skip = sentence.card.skip or ""
        for quantity in sentence.quantities:
            ids = tuple(point.id for point in resting if has_figure(point, quantity))
            yield Line(str(sentence.at), "figure", str(quantity), ids, skip)
        for marker in sentence.markers:
            ids = tuple(point.id for point in resting if has_marker(point, marker))
            required = must_survive(marker)
            yield Line(str(sentence.at), "marker", marker.text, ids, skip, required)
