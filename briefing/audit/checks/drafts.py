"""Drafts: texts that are still to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.model.drafts import is_draft
from briefing.model.points import Point
from briefing.model.statements import by_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.audit.evidence import Evidence
    from briefing.problems import Problem


def check_drafts(evidence: Evidence) -> Iterator[Problem]:
    """Report every text that says TODO; of a point, with what its sentences have to be kept."""
    known = by_id(evidence.brief)
    parts = {"overview": evidence.brief.header, **{name: s.part for name, s in known.items()}}
    for name, part in parts.items():
        for field, text in _texts(part):
            if is_draft(text):
                at = f" ({' '.join(part.at)})" if isinstance(part, Point) else ""
                named = field.rpartition(".")[2] or name.rpartition(".")[2]
                message = f"the {named}{at} is still to be written"
                hint = _kept(evidence, part) if isinstance(part, Point) else ""
                yield evidence.problem((name, field), message, hint, code="draft")


def _texts(part: object) -> Iterator[tuple[str, str]]:
    """The texts of a part by the paths of their fields; those of the points in it stand alone."""
    if isinstance(part, str):
        yield "", part
    elif isinstance(part, Struct):
        for field in part.__struct_fields__:
            value = getattr(part, field)
            if isinstance(value, str | Struct):
                yield from ((f"{field}.{rest}".rstrip("."), text) for rest, text in _texts(value))


def _kept(evidence: Evidence, point: Point) -> str:
    """What the sentences of a point have: figures, markers, names."""
    cards = [sentence.card for sentence in evidence.cited(point.at)]
    told = {
        "keep": [text for card in cards for text in (*card.figures, *card.markers)],
        "names": [text for card in cards for text in card.names],
    }
    return "; ".join(f"{title} {', '.join(texts)}" for title, texts in told.items() if texts)
