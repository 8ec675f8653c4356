"""A file name from a title, safe whatever the title holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.export.transliteration import transliterated

if TYPE_CHECKING:
    from briefing.model.brief import Brief

_LONGEST = 60  # characters, the suffix included
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")  # devices, on Windows, in any folder


def file_name(brief: Brief, suffix: str) -> str:
    """A name of lower-case ASCII letters, digits and hyphens for an export, such as `title.txt`.

    `suffix` is `txt` or `.txt`. Never empty, never with a separator or a dot before the suffix.
    """
    end = f".{_slug(suffix)}" if _slug(suffix) else ""
    slug = _slug(brief.header.title) or _slug(brief.slug) or "brief"
    slug = _shortened(slug, _LONGEST - len(end))
    if _RESERVED.fullmatch(slug):
        slug += "-brief"
    return slug + end


def _slug(text: str) -> str:
    together = _APOSTROPHE.sub("", transliterated(text).lower())
    return _NOT_PLAIN.sub("-", together).strip("-")


def _shortened(slug: str, room: int) -> str:
    """The slug in at most `room` characters, cut between words where it can be."""
    if len(slug) <= room:
        return slug
    return (slug[: room + 1].rpartition("-")[0] or slug[:room]).strip("-")
