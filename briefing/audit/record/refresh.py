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


def shares(new: SourceRecord, old: SourceRecord) -> bool:
    """Whether two records have a paragraph in common, or the old one nothing to lose."""
    before = {paragraph.fingerprint for paragraph in old.paragraphs}
    written = any(p.digest or any(c.skip for c in p.sentences) for p in old.paragraphs)
    return not written or any(p.fingerprint in before for p in new.paragraphs)


def lost(new: SourceRecord, old: SourceRecord) -> str:
    """What a curator had written and the new record has no place for: "; 2 digests dropped"."""
    kept = {p.digest for p in new.paragraphs}
    digests = [p.at for p in old.paragraphs if p.digest and p.digest not in kept]
    reasons = {c.skip for p in new.paragraphs for c in p.sentences}
    skips = [c.at for p in old.paragraphs for c in p.sentences if c.skip and c.skip not in reasons]
    said = ""
    if digests:
        said += f"; digests dropped: {' '.join(digests)}"
    if skips:
        said += f"; reasons to skip dropped: {' '.join(skips)}"
    return said


_ABOUT = ("title", "publisher", "author", "published", "kind", "descriptor")


def _written(paragraph: Paragraph, old: Paragraph) -> Paragraph:
    """The paragraph with what a curator wrote about the old one."""
    reasons = {_told(card): card.skip for card in old.sentences if card.skip}
    cards = tuple(replace(card, skip=reasons.get(_told(card))) for card in paragraph.sentences)
    return replace(paragraph, digest=old.digest, sentences=cards)


def _told(card: Card) -> tuple[int | None, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What tells a sentence from its neighbours, where its text is not kept."""
    return card.at.sentence, card.figures, card.names, card.markers
