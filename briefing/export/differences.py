"""What differs between two versions of a brief, as text for people and as JSON for programs."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefing import __version__
from briefing.export.layout import BLANK, Chapter, Layout, Passage
from briefing.model.changes import changes, told, unreadable
from briefing.model.sections import SECTIONS, TITLES
from briefing.text import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.brief import Brief
    from briefing.model.changes import Change
    from briefing.model.sections import SectionName

_FORMAT = 1
_WIDTH = 72


class Differences(NamedTuple):
    """Two versions of a brief, their changes, and the sections that one of them cannot tell."""

    old: Brief
    new: Brief
    changes: list[Change]
    unread: list[SectionName]


def differences(old: Brief, new: Brief) -> Differences:
    """What differs between two versions of a brief."""
    unread = unreadable(old) | unreadable(new)
    names = [section.name for section in SECTIONS if section.name in unread]
    return Differences(old, new, changes(told(old), told(new)), names)


def differences_as_text(found: Differences) -> str:
    """The changes by section in 72 columns, what was marked with - and what is with +."""
    counted = Counter(change.kind for change in found.changes)
    kinds = ", ".join(f"{counted[kind]} {kind}" for kind in ("added", "removed", "reworded"))
    block = [Passage(f"{_named(found.old)} -> {_named(found.new)}: {kinds}")]
    if found.unread:
        unread = ", ".join(TITLES[name] for name in found.unread)
        block.append(Passage(f"Not compared, because a file cannot be read: {unread}"))
    chapters = [
        Chapter(TITLES[section], tuple(_passages(list(each))))
        for section, each in groupby(found.changes, lambda change: change.section)
    ]
    return Layout(_WIDTH, ascii=False).page(found.new.header.title, block, chapters)


def _named(brief: Brief) -> str:
    as_of = brief.header.as_of
    return f"{brief.slug} (as of {as_of})" if as_of else brief.slug


def _passages(found: list[Change]) -> Iterator[Passage]:
    for number, change in enumerate(found):
        if number:
            yield BLANK
        yield Passage(f"[{change.id}] {change.kind}")
        for wording in change.wordings:
            field = wording.field.replace("_", " ").replace(".", " ")
            lead = "" if field == "text" and change.kind != "reworded" else f"{field}: "
            if wording.old:
                yield Passage(lead + wording.old, "- ", 2)
            if wording.new:
                yield Passage(lead + wording.new, "+ ", 2)


def differences_as_json(found: Differences) -> str:
    """The changes as one JSON object with a newline at its end; docs/json.md describes it."""
    document = {
        "format": _FORMAT,
        "briefing": __version__,
        "old": _version(found.old),
        "new": _version(found.new),
        "changes": [
            {
                "section": change.section,
                "id": change.id,
                "kind": change.kind,
                "fields": [
                    {"field": field, "old": old or None, "new": new or None}
                    for field, old, new in change.wordings
                ],
            }
            for change in found.changes
        ],
        "not_compared": found.unread,
    }
    return escaped(msgspec.json.format(msgspec.json.encode(document), indent=2).decode()) + "\n"


def _version(brief: Brief) -> dict[str, str | None]:
    as_of = brief.header.as_of
    return {
        "slug": brief.slug,
        "title": brief.header.title,
        "as_of": str(as_of) if as_of else None,
    }
