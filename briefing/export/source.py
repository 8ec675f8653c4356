"""Where a brief comes from: the block below the title, and the source paragraph by paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.export.layout import BLANK, Passage
from briefing.export.periods import dated
from briefing.export.view import headlines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.export.view import View
    from briefing.model.source import SourceRecord

_LABEL = len("Publisher:  ")


def block(view: View) -> Iterator[Passage]:
    """What the brief is about, what it rests on and who made it, in a few labelled lines."""
    header = view.brief.header
    if "overview" in view.brief.broken:
        yield Passage("This section could not be read:")
        yield from headlines(view.brief, "overview")
        return
    if view.full:
        yield _row("Subject", header.subject)
    yield from _source(view)
    if header.as_of:
        yield _row("As of", dated(header.as_of.span))
    if made := header.prepared:
        tools = f", with {made.tools}" if made.tools else ""
        yield _row("Prepared", f"{dated(made.on.span)} by {made.by}{tools}")


def _row(label: str, text: str) -> Passage:
    return Passage(text, f"{label}:".ljust(_LABEL))


def _source(view: View) -> Iterator[Passage]:
    record = view.brief.source
    if "source" in view.brief.broken:
        yield _row("Source", "The record of the source could not be read:")
        yield from headlines(view.brief, "source")
    elif record is None:
        yield _row("Source", "No record of the source.")
    else:
        for label, text in _record(record, full=view.full):
            if text:
                yield _row(label, text)


def _record(record: SourceRecord, *, full: bool) -> Iterator[tuple[str, str | None]]:
    size = f", {len(record.paragraphs)} paragraphs, {record.words} words" if full else ""
    kind = f"{(record.kind or 'text').capitalize()}{size}{_missing(record)}."
    yield "Source", f"{kind} {record.descriptor or ''}"
    yield "Headline", record.title
    yield "Publisher", record.publisher
    yield "Author", record.author
    yield "Published", record.published and dated(record.published.span)


def _missing(record: SourceRecord) -> str:
    """What the source does not say of itself: `; no title or date`."""
    said = {
        "title": record.title,
        "publisher": record.publisher,
        "author": record.author,
        "date": record.published,
    }
    *names, last = [name for name, text in said.items() if not text] or [""]
    if not last:
        return ""
    return f"; no {', '.join(names)} or {last}" if names else f"; no {last}"


def digests(view: View) -> Iterator[Passage]:
    """What each paragraph says, in our words; the article's own are never printed."""
    record = view.brief.source
    if record is None:
        return
    room = max((len(paragraph.at) + 1 for paragraph in record.paragraphs), default=0)
    for paragraph in record.paragraphs:
        yield Passage(paragraph.digest or "(no digest)", paragraph.at.ljust(room))
    if view.full:
        yield BLANK
        yield Passage(f"SHA-256 of {record.file}:")
        yield Passage(record.sha256, indent=2)
