"""Opening briefs: loaded, followed, searched, remembered."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from briefing import early
from briefing.library.finding import as_text, find, folders, key_in
from briefing.loading import load
from briefing.loading.record import is_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from briefing.model.brief import Brief
    from briefing.model.catalogue import Listing
    from briefing.model.sections import SectionName
    from briefing.search import Index
    from briefing.state import Memory


def open_brief(path: Path | None) -> Brief:
    """The brief at a path (see `find`), with its problems."""
    return load(find(path))


def again(brief: Brief) -> Brief:
    """The brief in the same folder as its files are now, whatever is wrong there."""
    return load(brief.folder)


# Of each file of a brief its path, the time it was written, its size and its number on the disk.
Stamp = tuple[tuple[str, int, int, int], ...]


def stamp(brief: Brief) -> Stamp:
    """What tells the files of a brief as they are now from what they were before.

    They are the YAML files of its folder, its source record, and the copy of the source beside
    that; one that cannot be looked at is not among them.
    """
    paths: list[str] = []
    with suppress(OSError), os.scandir(brief.folder) as entries:
        found = (entry for entry in entries if entry.name.endswith((".yaml", ".yml")))
        paths = sorted(entry.path for entry in found if not entry.name.startswith("."))
    record = brief.paths.get("source")
    if record is None and brief.header.source:
        record = brief.folder / brief.header.source
    if record:
        paths.append(str(record))
        if brief.source and is_plain(brief.source.file):
            paths.append(str(record.with_name(brief.source.file)))
    return tuple(_stamps(paths))


def _stamps(paths: Iterable[str]) -> Iterator[tuple[str, int, int, int]]:
    for path in paths:
        with suppress(OSError, ValueError):
            found = os.stat(path)  # noqa: PTH116 - twice a second, and half as dear
            yield path, found.st_mtime_ns, found.st_size, found.st_ino


def briefs(path: Path | None) -> Iterator[Brief]:
    """The brief at a path, or every brief of the library that it is. Raises as `find` does."""
    several = folders(path) if path else []
    for folder in several if len(several) > 1 else [find(path)]:
        yield load(folder)


def listings(library: Path) -> Iterator[Listing]:
    """What the list of a library says of each brief, from its files: slow, and needs no index."""
    from briefing.model.catalogue import listing  # noqa: PLC0415 - hardly ever

    return (listing(brief, key_in(library, brief.folder)) for brief in briefs(library))


def index_of(brief: Brief) -> Index:
    """The search index over all statements of a brief, built in memory."""
    from briefing.search import Index  # noqa: PLC0415 - the engine loads when it is first needed

    return Index.of_brief(brief)


def memory(*, kept: bool = True) -> Memory:
    """What is remembered of readings: a file in the user's state folder, not opened yet.

    One that is not to be kept touches no file and forgets at the end; so does that of a user
    without a home.
    """
    from briefing.state import Memory  # noqa: PLC0415 - only where somebody reads

    if not kept:
        return Memory.open(None)
    from platformdirs import user_state_path  # noqa: PLC0415 - the same

    try:
        folder = user_state_path("briefing")
    except RuntimeError:
        return Memory.open(None, "Nothing of this session is kept: there is no home folder.")
    return Memory.open(folder / "state.db", changed=early.changed)


def key_of(brief: Brief) -> str:
    """What a brief is remembered by: the path of its folder, without links."""
    return as_text(os.path.realpath(brief.folder))


def local_day() -> date:
    """The day where the user is, which need not be that of UTC."""
    return datetime.now(UTC).astimezone().date()


def schema_of(section: SectionName | None = None) -> dict[str, Any]:
    """The JSON Schema of the file of a section; without one, of every file of a brief."""
    from briefing.loading.schema import schema  # noqa: PLC0415 - only one command needs it

    return schema(section)
