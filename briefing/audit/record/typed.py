"""A source record as a file to read and to write in."""

from __future__ import annotations

import json
import re
import textwrap
from typing import TYPE_CHECKING

from briefing.audit.words import is_english

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.source import Card, Paragraph, SourceRecord

WIDTH = 100
HEAD = """\
# What is kept of the source: fingerprints, a digest of each paragraph in your own words, and for
# each sentence its figures, names and markers; never its text.
"""
# plain in YAML, in a list as well: nothing in it means anything, and no reader sees a number
_PLAIN = re.compile(r"(?:[A-Za-z$]|\d[^ ]* (?=.*[a-z]))[A-Za-z0-9 .'/+$%;()-]*(?<! )", re.ASCII)
_WORDS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_FOLDS = re.compile(r"[^\s#](?: ?[^\s])*", re.ASCII)


def typed(record: SourceRecord, head: str = HEAD) -> str:
    """The record as YAML, `head` being its first lines of comment. It loads as the same record."""
    lines = [*head.splitlines(), *_about(record), "", "paragraphs:"]
    for paragraph in record.paragraphs:
        lines += _paragraph(paragraph)
    return "\n".join(lines) + "\n"


def summary(record: SourceRecord) -> str:
    """What a record holds, in a line: "13 paragraphs, 38 sentences, 15 figures"."""
    cards = [card for paragraph in record.paragraphs for card in paragraph.sentences]
    counts = {
        "paragraph": len(record.paragraphs),
        "sentence": len(cards),
        "figure": sum(len(card.figures) for card in cards),
        "changed paragraph": sum(1 for paragraph in record.paragraphs if paragraph.changed),
    }
    said = [f"{n} {name}{'' if n == 1 else 's'}" for name, n in counts.items()]
    return ", ".join(said if counts["changed paragraph"] else said[:-1])


def warned(text: str) -> str:
    """What a curator should know of an article: "" for English, else what will be missing."""
    if is_english(text):
        return ""
    return "; it does not read like English, the only language whose names and markers are found"


def head_of(text: str) -> str:
    """The lines of comment that a record begins with, to be kept when it is made anew."""
    lines = text.split("\n")
    count = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "".join(f"{line}\n" for line in lines[:count])


def _about(record: SourceRecord) -> Iterator[str]:
    yield "format: 1"
    for name in ("title", "publisher", "author", "published", "kind", "descriptor"):
        if value := getattr(record, name):
            yield f"{name}: {scalar(value)}"
    yield f"file: {scalar(record.file)}"
    yield f"sha256: {scalar(record.sha256)}"
    yield f"words: {record.words}"


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    yield f"  - at: {paragraph.at}"
    yield f'    fingerprint: "{paragraph.fingerprint}"'
    if paragraph.changed:
        yield f'    changed: "{paragraph.changed}"'
    if paragraph.was:
        yield f"    was: {paragraph.was}"
    yield from _prose("digest", paragraph.digest or "", 4)
    if paragraph.sentences:
        yield "    sentences:"
    for card in paragraph.sentences:
        yield from _card(card)


def _card(card: Card) -> Iterator[str]:
    yield f"      - at: {card.at}"
    for name in ("figures", "names", "markers"):
        yield from _list(name, getattr(card, name), 8)
    if card.reported is not None:
        yield from (
            _list("reported", card.reported, 8) if card.reported else ("        reported: []",)
        )
    if card.skip:
        yield from _prose("skip", card.skip, 8)


def _prose(name: str, text: str, indent: int) -> Iterator[str]:
    """A text of some length: folded where it would leave the page."""
    lead = " " * indent
    line = f"{lead}{name}: {scalar(text)}".rstrip()
    if len(line) <= WIDTH or not _FOLDS.fullmatch(text):
        yield line
        return
    yield f"{lead}{name}: >-"
    room = WIDTH - indent - 2
    for part in textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False):
        yield f"{lead}  {part}"


def _list(name: str, texts: Sequence[str], indent: int) -> Iterator[str]:
    """A list in brackets, on further lines where it would leave the page."""
    if not texts:
        return
    lead = " " * indent
    line = f"{lead}{name}: ["
    for number, text in enumerate(texts):
        part = scalar(text) + (", " if number + 1 < len(texts) else "]")
        if len(line) + len(part.rstrip()) > WIDTH and not line.endswith("["):
            yield line.rstrip()
            line = lead + "  "
        line += part
    yield line


def scalar(text: str) -> str:
    """A text on one line, in quotes where YAML would take it for something else."""
    if not text or (_PLAIN.fullmatch(text) and text.lower() not in _WORDS):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)
