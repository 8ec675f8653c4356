"""Whether an index on disk is as it was written.

The engine trusts what it reads: a flipped bit gives wrong answers or a panic. But each of its
files ends in a footer with a checksum of what stands before it, and what `meta.json`, which has
none, says of the others can be held against them. Layout of footers, of field norms and of
deletions: tantivy 0.27, index format 7.
"""

from __future__ import annotations

import mmap
import os
import re
import zlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import msgspec

from briefing.search.errors import DamagedError, MissingError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_PARTS = ("fast", "fieldnorm", "idx", "pos", "store", "term")
_MAGIC = 1337
_NUMBER = re.compile(r"\d+")


class _Deletes(msgspec.Struct, forbid_unknown_fields=True):
    num_deleted_docs: int
    opstamp: int


class _Segment(msgspec.Struct, forbid_unknown_fields=True):
    segment_id: str
    max_doc: int
    deletes: _Deletes | None


class _Meta(msgspec.Struct, forbid_unknown_fields=True):
    index_settings: dict[str, str | int]
    segments: list[_Segment]
    schema: list[msgspec.Raw]
    opstamp: int


class _Footer(msgspec.Struct, forbid_unknown_fields=True):
    version: dict[str, int]
    crc: int


def verify(folder: Path) -> str | None:
    """What is damaged, or of another version, in the index of a folder; None where it is sound.

    Raises MissingError where there is none. A writer may be at work meanwhile.
    """
    path = folder / "meta.json"
    while True:
        try:
            before = path.read_bytes()
        except FileNotFoundError:
            raise MissingError("there is no index yet") from None
        except OSError as error:
            return f"meta.json: {error.strerror}"
        found = _wrong(folder, before)
        # a piece that was looked at may have been joined with others and removed
        if found is None or path.read_bytes() == before:
            return found


def state_of(folder: Path) -> int:
    """The number of the last commit, as `Writer.commit` gave it.

    Raises MissingError where there is no index, DamagedError where it cannot be told.
    """
    try:
        return msgspec.json.decode((folder / "meta.json").read_bytes(), type=_Meta).opstamp
    except FileNotFoundError:
        raise MissingError("there is no index yet") from None
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        raise DamagedError(str(error)) from None


def sizes(folder: Path) -> dict[str, int]:
    """How large each file of the last commit is, by its path. Raises DamagedError for one cut short.

    It is what opening an index takes for granted; `verify` is more thorough, and slower. A writer
    may be at work meanwhile.
    """
    path = folder / "meta.json"
    try:
        while True:
            before = path.read_bytes()
            try:
                return _sizes(folder, msgspec.json.decode(before, type=_Meta))
            except FileNotFoundError:  # joined with others and removed
                if path.read_bytes() == before:
                    raise
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        raise DamagedError(str(error)) from None


def _sizes(folder: Path, meta: _Meta) -> dict[str, int]:
    found = {}
    for name in _files(meta):
        with (folder / name).open("rb") as file:
            found[file.name] = file.seek(0, os.SEEK_END)
            file.seek(max(0, found[file.name] - 4))
            if _number(memoryview(file.read(4))) != _MAGIC:
                raise DamagedError(f"{name} was cut short")
    return found


def _files(meta: _Meta) -> list[str]:
    return [
        f"{segment.segment_id.replace('-', '')}.{part}"
        for segment in meta.segments
        for part in (*_PARTS, *([f"{segment.deletes.opstamp}.del"] if segment.deletes else []))
    ]


def _wrong(folder: Path, meta: bytes) -> str | None:
    try:
        read = msgspec.json.decode(meta, type=_Meta)
    except (msgspec.MsgspecError, ValueError) as error:
        return f"meta.json: {error}"
    if any(s.deletes and s.deletes.opstamp > read.opstamp for s in read.segments):
        return "meta.json: changes out of order"
    names = [(segment, part) for segment in read.segments for part in _PARTS]
    names += [(s, f"{s.deletes.opstamp}.del") for s in read.segments if s.deletes]
    found: Iterable[str | None]
    with ThreadPoolExecutor() as pool:  # checksums are made without holding the interpreter
        try:
            found = pool.map(lambda name: _wrong_file(folder, *name), names)
        except RuntimeError:  # no thread is to be had
            found = (_wrong_file(folder, *name) for name in names)
    return next(filter(None, found), None) or _not_ours(folder)


def _not_ours(folder: Path) -> str | None:
    """What the engine says against opening it; asked last, since it panics at broken footers."""
    import tantivy  # noqa: PLC0415 - loaded with the first search

    from briefing.search.schema import schema  # noqa: PLC0415 - the same

    try:
        tantivy.Index(schema(), path=str(folder))
    except ValueError as error:
        return str(error)
    return None


def _wrong_file(folder: Path, segment: _Segment, part: str) -> str | None:
    name = f"{segment.segment_id.replace('-', '')}.{part}"
    try:
        with (
            (folder / name).open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
            memoryview(data) as view,
        ):
            sound = _holds(view, segment, part)
    except (msgspec.MsgspecError, OSError, ValueError) as error:
        return f"{name}: {error}"
    return None if sound else f"{name}: not what was written"


def _holds(data: memoryview, segment: _Segment, part: str) -> bool:
    """Whether a file has the checksum of its footer, and as many statements as it should."""
    size, magic = _number(data[-8:-4]), _number(data[-4:])
    if magic != _MAGIC or size > len(data) - 8:
        return False
    footer = msgspec.json.decode(data[-8 - size : -8], type=_Footer)
    if footer.version != _version():
        return False
    content = data[: -8 - size]
    if zlib.crc32(content) != footer.crc:
        return False
    if part == "fieldnorm":  # a byte for each statement and field; then a table that opens so
        end = len(content) - 4 - _number(content[-4:])
        return end == segment.max_doc * (content[end] & 0x7F)
    if part.endswith("del"):  # a bit for each statement, set where it is still there
        alive = int.from_bytes(content[4:], "little").bit_count()
        deleted = segment.deletes.num_deleted_docs if segment.deletes else 0
        return _number(content[:4]) == segment.max_doc == alive + deleted
    return True


def _number(four: memoryview) -> int:
    return int.from_bytes(four, "little")


def _version() -> dict[str, int]:
    """The version that the engine at hand writes into its footers."""
    from tantivy import tantivy  # noqa: PLC0415 - loaded with the first search

    numbers = map(int, _NUMBER.findall(tantivy.__version__))
    return dict(zip(("major", "minor", "patch", "index_format_version"), numbers, strict=True))
