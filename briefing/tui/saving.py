"""Saving the brief from the reader: the bytes of `briefing export`."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.export import as_json, file_name, plain, write
from briefing.problems import BriefingError
from briefing.text import on_one_line

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName

_ENDS = {"text": ".txt", "json": ".json"}


class Wish(NamedTuple):
    """What to export: which format, at which depth (text only), and which sections; none is all."""

    format: Literal["text", "json"] = "text"
    full: bool = False
    sections: tuple[SectionName, ...] = ()

    def of(self, brief: Brief) -> str:
        """What `briefing export` writes with these options."""
        if self.format == "json":
            return as_json(brief, sections=self.sections)
        return plain(brief, sections=self.sections, full=self.full)

    def file_name(self, brief: Brief) -> str:
        """The name of a file for it, from the title of the brief."""
        return file_name(brief, _ENDS[self.format])


class ExistsError(BriefingError):
    """There is another file of that name, and nobody asked to replace it."""


def save(brief: Brief, wish: Wish, *, own_dates: bool = False) -> str:
    """Write the brief beside what is in the current folder, and say in a sentence what was done.

    `own_dates` is for a reader who assumes others: then it says that the brief's own went out.
    A file of the same bytes is left as it is; a file of other bytes is never overwritten, the
    new one gets a number. Raises BriefingError where it cannot be written.
    """
    text = wish.of(brief)
    first = Path(wish.file_name(brief))
    for number in count(1):
        path = first if number == 1 else first.with_stem(f"{first.stem}-{number}")
        if not os.path.lexists(path) or _holds(path, text):
            break
    return _saved(path, text, own_dates=own_dates)


def save_as(
    brief: Brief, wish: Wish, typed: str, *, replace: bool = False, own_dates: bool = False
) -> str:
    """Write the brief to the file of that name, and say in a sentence what was done.

    `~` is the home folder; in a folder the file gets the name that `save` would give it. Raises
    ExistsError where another file has the name, unless `replace` says so, and BriefingError
    where it cannot be written.
    """
    text = wish.of(brief)
    try:
        path = Path(typed).expanduser()
    except RuntimeError:
        raise BriefingError(f"cannot write {on_one_line(typed)}: there is no such home") from None
    if typed.endswith(("/", os.sep)) or os.path.isdir(path):  # noqa: PTH112 - which is false for a name that cannot be
        path /= wish.file_name(brief)
    if not replace and os.path.lexists(path) and not _holds(path, text):
        raise ExistsError(f"{on_one_line(str(path))} exists already")
    return _saved(path, text, replace=replace, own_dates=own_dates)


def _saved(path: Path, text: str, *, replace: bool = False, own_dates: bool) -> str:
    dates = ", with the brief's own dates" if own_dates else ""
    name = on_one_line(str(path))
    if _holds(path, text):
        return f"Already saved as {name}{dates}"
    write(path, text, force=replace)
    return f"Saved {name}, {len(text.split())} words{dates}"


def _holds(path: Path, text: str) -> bool:
    try:
        return path.is_file() and path.read_bytes() == text.encode()
    except (OSError, ValueError):
        return False
