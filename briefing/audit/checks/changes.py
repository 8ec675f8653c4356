"""Changes: paragraphs that are no longer what their points were written from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.article import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.audit.evidence import Evidence
    from briefing.model.points import Point
    from briefing.model.source import Paragraph
    from briefing.problems import Problem


def check_changes(evidence: Evidence) -> Iterator[Problem]:
    """Report points on a paragraph that changed, until somebody has checked them again."""
    changed = {p.at.paragraph: p for p in evidence.paragraphs if p.changed}
    for point in evidence.points:
        for anchor in point.at:
            paragraph = changed.get(anchor.paragraph)
            if paragraph and not _seen(point, paragraph):
                message = f"{paragraph.at} changed after this was written"
                hint = "compare it with the text; then say so: `checked: {by: ..., on: ...}`"
                yield evidence.problem((point.id, "at"), message, hint, code="changed")
                break


def _seen(point: Point, paragraph: Paragraph) -> bool:
    day = point.checked.on.span.earliest if point.checked else None
    since = paragraph.changed.span.latest if paragraph.changed else None
    return bool(day and since and day >= since)


def check_record(evidence: Evidence) -> Iterator[Problem]:
    """Report what the record says of a paragraph and the article at hand does not."""
    if not evidence.article:
        return
    from briefing.audit.record import described  # noqa: PLC0415 - few have the article

    now = {paragraph.at: paragraph for paragraph in described("\n\n".join(evidence.article))}
    for paragraph in evidence.paragraphs:
        text = evidence.article[paragraph.at.paragraph - 1]
        if fingerprint(text) != paragraph.fingerprint:
            message = f"{paragraph.at} is not the paragraph this record was made from"
            hint = "make the record anew: `briefing source`"
            yield evidence.problem((paragraph.at, "fingerprint"), message, hint, code="record")
        elif paragraph.at in now:
            yield from _cards(evidence, paragraph, now[paragraph.at])


def _cards(evidence: Evidence, kept: Paragraph, now: Paragraph) -> Iterator[Problem]:
    if kept.sentences and len(kept.sentences) != len(now.sentences):
        message = f"{kept.at} has {len(now.sentences)} sentences, {len(kept.sentences)} cards"
        where = (kept.at, "sentences")
        yield evidence.problem(where, message, "make the record anew", code="record")
        return
    for card, fresh in zip(kept.sentences, now.sentences, strict=False):
        for field in ("figures", "names", "markers", "reported"):
            if getattr(card, field) != (has := getattr(fresh, field)):
                message = f"the text of {card.at} has other {field}"
                hint = f"it has {', '.join(has) or 'none'}; make the record anew"
                where = (card.at, field)
                yield evidence.problem(where, message, hint, code="record")
