"""What tells the files of a brief as they are from what they were, without reading them."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from briefing.library.finding import as_text, look
from briefing.loading.reading import LIMIT
from briefing.loading.record import is_plain

try:  # hashlib would load OpenSSL as well, which takes a reader a mebibyte
    from _blake2 import blake2b
except ImportError:  # it is nowhere promised
    from hashlib import blake2b

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from briefing.model.brief import Brief

    # a file: its path from the folder of its brief, its size, when it was written, its number
    File = tuple[str, int, int, int]

_SUFFIXES = (".yaml", ".yml")
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_SIZE = 16  # bytes of a digest
_packed = msgspec.msgpack.Encoder().encode


class Found(msgspec.Struct, frozen=True, gc=False):
    """A brief on the disk: its folder, and a digest of the stamps of its files."""

    folder: str
    stamp: bytes


def scan(library: Path, beside: Callable[[str], Iterable[str]]) -> dict[str, Found]:
    """Every brief of a library as it lies on the disk, by key, in one look.

    `beside` gives the files of a brief that lie elsewhere, as `files_beside` says them.
    """
    root = os.fspath(library)
    found = {}
    for folder, entries in look(root):
        key = _key(folder, root)
        files = _inside(entries) + _elsewhere(folder, beside(key))
        found[key] = Found(folder, digest(files))
    return found


def _key(folder: str, root: str) -> str:
    """As `key_in`, for a folder that was found below the root."""
    inside = folder[len(root) :].lstrip(os.sep)
    return as_text(inside.replace(os.sep, "/")) or "."


def stamps(folder: str, beside: Iterable[str]) -> list[File]:
    """The stamps of the files of one brief, as `scan` takes them."""
    with suppress(OSError), os.scandir(folder) as entries:
        shown = [entry for entry in entries if not entry.name.startswith(".")]
        return _inside(shown) + _elsewhere(folder, beside)
    return _elsewhere(folder, beside)


def digest(files: list[File]) -> bytes:
    """Another one for each other list of stamps, in whatever order."""
    return blake2b(_packed(sorted(files)), digest_size=_SIZE).digest()


def _inside(entries: Iterable[os.DirEntry[str]]) -> list[File]:
    files: list[File] = []
    for entry in entries:
        name = entry.name
        if name.endswith(_SUFFIXES):
            try:
                found = entry.stat()
            except OSError:
                continue
            told = name if name.isascii() else as_text(name)
            files.append((told, found.st_size, found.st_mtime_ns, found.st_ino))
    return files


def _elsewhere(folder: str, beside: Iterable[str]) -> list[File]:
    files: list[File] = []
    for path in beside:
        with suppress(OSError, ValueError):
            found = os.stat(f"{folder}{os.sep}{path}")  # noqa: PTH116 - ten thousand times
            files.append((path, found.st_size, found.st_mtime_ns, found.st_ino))
    return files


def files_beside(brief: Brief) -> tuple[str, ...]:
    """The files of a brief that a look into its folder misses, as paths from there.

    They are the source record and the copy of the source, where they lie elsewhere or have
    another suffix, whether they are there or not.
    """
    record = brief.header.source
    if not record or os.path.isabs(record):  # noqa: PTH117 - the text of a path
        return ()
    paths = [record]
    if brief.source and is_plain(brief.source.file):
        paths.append(f"{record.rpartition('/')[0]}/{brief.source.file}".lstrip("/"))
    return tuple(path for path in paths if "/" in path or not path.endswith(_SUFFIXES))


def said_by(brief: Brief) -> str:
    """A digest of what the files of a brief say now, as its listing has it."""
    folder = os.fspath(brief.folder)
    return content(folder, stamps(folder, files_beside(brief))).hex()


def content(folder: str, files: Iterable[File]) -> bytes:
    """A digest of what the files of a brief say."""
    made = blake2b(digest_size=_SIZE)
    for name, size, *_ in sorted(files):
        try:
            handle = os.open(f"{folder}{os.sep}{name}", _READING)
        except OSError as error:
            data = str(error.errno).encode()
        else:
            data = _first(handle, min(size, LIMIT) + 1)
        made.update(_packed((name, data)))
    return made.digest()


def _first(handle: int, size: int) -> bytes:
    """So many bytes of a file, which is closed."""
    try:
        return os.read(handle, size)
    except OSError as error:
        return str(error.errno).encode()
    finally:
        os.close(handle)
