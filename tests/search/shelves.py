"""Small libraries on disk, to be searched."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.loading import load
from briefing.search import Writer, prepare
from tests.briefs import TRAM, write_brief

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief


@cache
def tram() -> Brief:
    """A large brief."""
    return load(TRAM)


def mill(folder: Path, header: str = "") -> Brief:
    """A small brief; with another header, another edition of it."""
    brief = write_brief(folder / f"mill-{abs(hash(header))}")
    if header:
        (brief / "brief.yaml").write_text(header)
    return load(brief)


def shelve(folder: Path, **briefs: Brief) -> int:
    """Put briefs on the shelf in a folder by their keys; the number of the commit."""
    with Writer(folder) as writer:
        for key, brief in briefs.items():
            writer.replace(key, prepare(brief, key), key.encode())
        return writer.commit()
