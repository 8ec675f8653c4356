"""Digests: what they tell of a paragraph stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.amounts import Amounts, figures
from briefing.audit.evidence import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.audit.evidence import Evidence
    from briefing.model.source import Paragraph
    from briefing.problems import Problem


def check_digests(evidence: Evidence) -> Iterator[Problem]:
    """Report figures that a paragraph does not have in its digest, and names nobody has.

    A plain number may be the curator's own count: "three reasons".
    """
    for paragraph in evidence.paragraphs:
        if paragraph.digest and paragraph.sentences:
            yield from _digest(evidence, paragraph, paragraph.digest)


def _digest(evidence: Evidence, paragraph: Paragraph, text: str) -> Iterator[Problem]:
    sentences = evidence.cited([paragraph.at])
    given = Amounts(quantity for sentence in sentences for quantity in sentence.quantities)
    for found in figures(text):
        counted = found.quantity.kind == "number" and not found.quantity.vague
        if not counted and not given.given(found.quantity):
            where = (str(paragraph.at), "digest", found.start)
            message = f"{paragraph.at} does not have {shown(found.quantity)}"
            hint = f"it has {given or 'no figure'}"
            yield evidence.problem(where, message, hint, code="figure")
    for name in evidence.named(text):
        if not (evidence.names.has(name.text) or evidence.subject.has(name.text)):
            where = (str(paragraph.at), "digest", name.start)
            message = f"the source does not name {shown(name.text)}"
            yield evidence.problem(where, message, code="name")
