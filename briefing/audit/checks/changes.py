"""Changes: paragraphs that are no longer what their points were written from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.words import ordinary
from briefing.model.article import fingerprint
from briefing.model.statements import is_suspect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.audit.evidence import Evidence
    from briefing.model.source import Card, Paragraph
    from briefing.problems import Problem


def check_changes(evidence: Evidence) -> Iterator[Problem]:
    """Report points on a paragraph that changed, until somebody has checked them again."""
    changed = {p.at.paragraph: p for p in evidence.paragraphs if p.changed}
    before = evidence.brief.source.paragraphs if evidence.brief.source else ()
    gone = {p.at.paragraph for p in before} - {p.at.paragraph for p in evidence.paragraphs}
    for point in evidence.points:
        for anchor in point.at:
            if anchor.paragraph in gone:
                message = f"the article at hand has no P{anchor.paragraph} any more"
                hint = "make the record anew: `briefing source`; then cite what there is"
                yield evidence.problem((point.id, "at"), message, hint, code="changed")
                break
            paragraph = changed.get(anchor.paragraph)
            if paragraph and is_suspect(point, paragraph):
                message = f"{paragraph.at} of the article is not the text this was written from"
                hint = "compare it with the text; then say so: `checked: {by: ..., on: ...}`"
                yield evidence.problem((point.id, "at"), message, hint, code="changed")
                break


def check_record(evidence: Evidence) -> Iterator[Problem]:
    """Report what the record says of a paragraph and the article at hand does not."""
    from briefing.audit.record import cards  # noqa: PLC0415 - few have the article

    article = evidence.article or ()
    count = sum(len(text.split()) for text in article)
    own = evidence.brief.source
    if article and own and evidence.record is own and own.words != count:
        message = f"the article has {count} words, this record {own.words}"
        yield evidence.problem(("source", "words"), message, "mend it", code="record")
    common = ordinary(article)
    for paragraph, text in zip(evidence.paragraphs, article, strict=False):
        if fingerprint(text) != paragraph.fingerprint:
            message = f"{paragraph.at} is not the paragraph this record was made from"
            hint = "make the record anew: `briefing source`"
            yield evidence.problem((paragraph.at, "fingerprint"), message, hint, code="record")
        elif paragraph.sentences:
            yield from _cards(evidence, paragraph, cards(text, common))


def _cards(evidence: Evidence, kept: Paragraph, now: Sequence[Card]) -> Iterator[Problem]:
    if len(kept.sentences) != len(now):
        message = f"{kept.at} has {len(now)} sentences, {len(kept.sentences)} cards"
        where = (kept.at, "sentences")
        yield evidence.problem(where, message, "make the record anew", code="record")
        return
    for card, fresh in zip(kept.sentences, now, strict=True):
        for field in ("figures", "names", "markers", "reported"):
            if getattr(card, field) != (has := getattr(fresh, field)):
                message = f"the text of {card.at} has other {field}"
                hint = f"it has {', '.join(has or ()) or 'none'}; make the record anew"
                where = (card.at, field)
                yield evidence.problem(where, message, hint, code="record")
