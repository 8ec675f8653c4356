"""Statements as flat documents, one JSON object a line: what search engines take in.

docs/json.md describes every key, docs/scale.md has the schemas of two engines; tests hold them to
`Document`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec import Struct

from briefing.model.entries import Entry, Risk
from briefing.model.points import Point
from briefing.model.scales import SCALES
from briefing.model.statements import statements
from briefing.text import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefing.model.brief import Brief
    from briefing.model.dates import Date
    from briefing.model.sections import SectionName
    from briefing.model.statements import Part, Statement

Voice = Literal["source", "analyst"]


class Document(Struct, kw_only=True):
    """One statement with all that a query can be about; what it does not have is null or empty.

    Days are as in ISO 8601. `id` is unique in a library, `likelihood_low` and `likelihood_high`
    are percent; `certainty` says how the two days are known.
    """

    id: str
    brief: str
    title: str
    subject: str
    as_of: str | None
    published: str | None
    section: str
    statement: str
    entry: str | None
    kind: str
    voice: Voice
    heading: str | None
    text: str
    more: tuple[str, ...]
    stance: str | None
    marker: str | None
    at: tuple[str, ...]
    about: tuple[str, ...]
    rests_on: tuple[str, ...]
    roles: tuple[str, ...]
    place: str | None
    likelihood: str | None
    likelihood_low: int | None
    likelihood_high: int | None
    impact: str | None
    confidence: str | None
    earliest: str | None
    latest: str | None
    certainty: str | None


def as_ndjson(
    brief: Brief, key: str = "", *, sections: Sequence[SectionName] = ()
) -> Iterator[str]:
    """The statements of a brief in reading order, each a line of JSON with its newline.

    `key` names the brief in its library; without one its slug does. `sections` leaves out the
    others; none given means all.
    """
    for statement in statements(brief):
        if not sections or statement.section in sections:
            document = _document(brief, key or brief.slug, statement)
            yield escaped(msgspec.json.encode(document).decode()) + "\n"


def _document(brief: Brief, key: str, statement: Statement) -> Document:
    part, header = statement.part, brief.header
    low, high = _range(header.scale, getattr(part, "likelihood", None))
    span = brief.spans.get(statement.id)
    return Document(
        id=f"{key}#{statement.id}",
        brief=key,
        title=header.title,
        subject=header.subject,
        as_of=_first_day(header.as_of),
        published=_first_day(brief.source.published if brief.source else None),
        section=statement.section,
        statement=statement.id,
        entry=statement.entry or None,
        kind=_kind(statement),
        voice=_voice(part),
        heading=None if isinstance(part, str) else getattr(part, "title", None),
        text=statement.text,
        more=statement.more,
        stance=getattr(part, "stance", None),
        marker=getattr(part, "marker", None),
        at=_listed(part, "at"),
        about=_listed(part, "about"),
        rests_on=_listed(part, "rests_on"),
        roles=_listed(part, "roles"),
        place=getattr(part, "place", None),
        likelihood=getattr(part, "likelihood", None),
        likelihood_low=low,
        likelihood_high=high,
        impact=getattr(part, "impact", None),
        confidence=getattr(part, "confidence", None),
        earliest=_day(span.earliest) if span else None,
        latest=_day(span.latest) if span else None,
        certainty=str(span.certainty) if span else None,
    )


def _kind(statement: Statement) -> str:
    part = statement.part
    return "so_what" if isinstance(part, str) else type(part).__name__.lower()


def _voice(part: Part) -> Voice:
    """Points and the summaries of entries are the source's; how a risk is seen is the analyst's."""
    return "source" if isinstance(part, Point | Entry) and not isinstance(part, Risk) else "analyst"


def _listed(part: Part, name: str) -> tuple[str, ...]:
    found = getattr(part, name, ())
    return tuple(map(str, found)) if isinstance(found, tuple) else (str(found),)


def _range(scale: str, word: str | None) -> tuple[int | None, int | None]:
    return next(
        ((term.low, term.high) for term in SCALES[scale] if term.word == word), (None, None)
    )


def _first_day(when: Date | None) -> str | None:
    return _day(when.span.earliest) if when else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
