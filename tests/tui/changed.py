"""The small brief with some of its words replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.loading import load
from tests.briefs import FILES, write_brief

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief


# a record whose second paragraph changed since
AGAIN = ("digest: A rival may follow.", 'changed: "2031-06-01"\n    was: P4\n    digest: A rival.')


def changed(folder: Path, *, article: str | None = None, **changes: tuple[str, str]) -> Brief:
    """The small brief, in each named file the first text replaced by the second."""
    files = {}
    for name, (before, after) in changes.items():
        assert before in FILES[name]
        files[name] = FILES[name].replace(before, after)
    return load(write_brief(folder / "changed", article=article, **files))
