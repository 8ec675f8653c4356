"""Who says what: the texts of a brief that are the analyst's, and where each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.model.drafts import is_draft
from briefing.model.entries import Risk
from briefing.model.points import Point
from briefing.model.source import Paragraph
from briefing.model.statements import by_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.brief import Brief
    from briefing.model.statements import Part, Statement


class Said(NamedTuple):
    """One text: the id of its statement, its field there, its section, and what it says.

    `likelihood` is that of the judgment or risk it belongs to, or "".
    """

    id: str
    field: str
    section: str
    text: str
    part: Part
    likelihood: str = ""


_FIELDS = (
    "title",
    "summary",
    "text",
    "signal",
    "because",
    "cause",
    "event",
    "consequence",
    "bearer",
    "trigger",
    "if_wrong",
    "note",
)


def analyst(brief: Brief) -> Iterator[Said]:
    """The texts that the analyst says: of a point only the note. Drafts are none yet."""
    return (said for said in _analyst(brief) if not is_draft(said.text))


def _analyst(brief: Brief) -> Iterator[Said]:
    title = brief.header.title
    yield Said("overview", "title", "overview", title, title)
    for statement in by_id(brief).values():
        if isinstance(statement.part, str):
            yield Said(statement.id, "", statement.section, statement.part, statement.part)
        elif isinstance(statement.part, Point):
            if note := statement.part.note:
                yield Said(statement.id, "note", statement.section, note, statement.part)
        elif not isinstance(statement.part, Paragraph):
            yield from _fields(statement)


def _fields(statement: Statement) -> Iterator[Said]:
    part = statement.part
    likelihood = getattr(part, "likelihood", "")
    for field in _FIELDS:
        if text := getattr(part, field, None):
            yield Said(statement.id, field, statement.section, text, part, likelihood)
    if change := getattr(part, "would_change", None):
        for way in ("up", "down"):
            if text := getattr(change, way):
                yield Said(statement.id, f"would_change.{way}", statement.section, text, part)
    if isinstance(part, Risk) and part.response:
        yield Said(statement.id, "response.text", statement.section, part.response.text, part)
