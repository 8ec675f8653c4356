"""Small libraries, and what their index finds."""

from __future__ import annotations

import os
import resource
import shutil
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.library import Rows, catalogue, index_folder, update
from briefing.search import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.library import Event, Outcome
    from briefing.model.catalogue import Listing


def write_small(folder: Path, word: str, more: str = "") -> Path:
    """A brief of one region, found by a word; `more` goes to the end of its header."""
    folder.mkdir(parents=True, exist_ok=True)
    header = f"format: 1\ntitle: About {word}\nsubject: S\n{more}"
    (folder / "brief.yaml").write_text(header)
    region = f"{{id: land, title: Land, place: NO, summary: There is {word} here.}}"
    (folder / "regions.yaml").write_text(f"entries: [{region}]\n")
    return folder


def write_library(folder: Path, words: Iterable[str] = ("alder", "birch", "cedar")) -> Path:
    """A library of small briefs, each in a folder named for its word."""
    for word in words:
        write_small(folder / word, word)
    return folder


def found(library: Path, query: str) -> set[str]:
    """The keys of the briefs that the index of a library finds."""
    return {hit.brief for hit in Shelf.open(index_folder(library)).search(query).hits}


def settle(library: Path) -> None:
    """Let the list of a library be as old as it is when a reader comes back to it."""
    path = index_folder(library) / "catalogue"
    before = time.time() - 60
    os.utime(path, (before, before))


def discard(folder: Path) -> None:
    """Take an index away at once: file by file, who still tidies up in there is in the way."""
    aside = Path(tempfile.mkdtemp(dir=folder.parent))
    folder.rename(aside / folder.name)
    shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes, as on a disk that is nearly full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


class Heard:
    """What was told, and the list that a reader would have made of it."""

    def __init__(self, known: Iterable[Listing] = ()) -> None:
        self.events: list[Event] = []
        self.rows = {row.key: row for row in known}

    def __call__(self, event: Event) -> None:
        self.events.append(event)
        if isinstance(event, Rows):
            if event.anew:
                self.rows.clear()
            self.rows |= {row.key: row for row in event.rows}
            for key in event.gone:
                del self.rows[key]


def updated(library: Path, *, rebuild: bool = False) -> tuple[Outcome, Heard]:
    """The outcome of an update, and what was told."""
    heard = Heard(catalogue(library) or ())
    return update(library, rebuild=rebuild, told=heard), heard
