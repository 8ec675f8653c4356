"""A record made anew, with what its curator had written into the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.model.dates import Date

if TYPE_CHECKING:
    from datetime import date

    from briefing.model.source import Card, Paragraph, SourceRecord


def refreshed(new: SourceRecord, old: SourceRecord, today: date) -> SourceRecord:
    """The new record with the title, the digests and the reasons to skip of the old one.

    A digest goes with its text where that only moved; where the text changed, it stays at its
    place. A paragraph whose anchor named another text before is marked: points on it cite what
    their curator has not seen.
    """
    before = {paragraph.fingerprint: paragraph for paragraph in old.paragraphs}
    after = {paragraph.fingerprint for paragraph in new.paragraphs}
    day = Date(today.isoformat())
    found = []
    for number, paragraph in enumerate(new.paragraphs):
        there = old.paragraphs[number] if number < len(old.paragraphs) else None
        same = there if there and there.fingerprint == paragraph.fingerprint else None
        if same:
            kept = replace(_written(paragraph, same), changed=same.changed, was=same.was)
        elif moved := before.get(paragraph.fingerprint):
            kept = replace(_written(paragraph, moved), changed=there and day, was=moved.at)
        elif there:
            gone = there.fingerprint not in after
            kept = _written(paragraph, there) if gone else paragraph
            kept = replace(kept, changed=day)
        else:
            kept = paragraph
        found.append(kept)
    told = {name: getattr(old, name) for name in _ABOUT}
    return replace(new, **told, paragraphs=tuple(found))


_ABOUT = ("title", "publisher", "author", "published", "kind", "descriptor")


def _written(paragraph: Paragraph, old: Paragraph) -> Paragraph:
    """The paragraph with what a curator wrote about the old one."""
    reasons = {_told(card): card.skip for card in old.sentences if card.skip}
    cards = tuple(replace(card, skip=reasons.get(_told(card))) for card in paragraph.sentences)
    return replace(paragraph, digest=old.digest, sentences=cards)


def _told(card: Card) -> tuple[int | None, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What tells a sentence from its neighbours, where its text is not kept."""
    return card.at.sentence, card.figures, card.names, card.markers
