"""Saving the brief from the reader: the bytes of `briefing export`, into the current folder."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.export import file_name, plain, write
from briefing.problems import BriefingError
from briefing.text import on_one_line

if TYPE_CHECKING:
    from briefing.model.brief import Brief


def save(brief: Brief, *, full: bool, own_dates: bool = False) -> str:
    """Write the brief as plain text beside what is there already, and say in a sentence what was done.

    `own_dates` is for a reader who assumes others: then it says that the brief's own went out.
    A file of the same bytes is left as it is; a file of other bytes is never overwritten, the
    new one gets a number.
    """
    text = plain(brief, full=full)
    dates = ", with the brief's own dates" if own_dates else ""
    first = Path(file_name(brief, ".txt"))
    for number in count(1):
        path = first if number == 1 else first.with_stem(f"{first.stem}-{number}")
        if _holds(path, text):
            return f"Already saved as {on_one_line(str(path))}{dates}"
        if not os.path.lexists(path):
            break
    try:
        write(path, text)
    except BriefingError as error:
        return str(error)
    return f"Saved {on_one_line(str(path))}, {len(text.split())} words{dates}"


def _holds(path: Path, text: str) -> bool:
    try:
        return path.is_file() and path.read_bytes() == text.encode()
    except OSError:
        return False
