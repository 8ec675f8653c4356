"""The list of a library as it was last known: beside its index, for the first frame.

The index itself holds all of it. This file only saves reading ten thousand documents: one that is
missing, damaged or of another state of the index is made anew.
"""

from __future__ import annotations

import os
import struct
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from briefing.library.finding import as_text
from briefing.model.catalogue import Listing
from briefing.problems import BriefingError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

VERSION = 5  # of all that is written, search.schema included: one more with every change of it
_NAME = "catalogue"
# of the file: a sign, a check sum of all that follows it, the state of the index, bytes of the list
_HEAD = struct.Struct(">8sIQI")
_SIGN, _SUMMED = b"briefing", 12
_encode = msgspec.msgpack.Encoder().encode
_listings = msgspec.msgpack.Decoder(tuple[Listing, ...])


class Seen(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The files of a brief when it was read: digests of their stamps and of what they say.

    `beside` are those that lie elsewhere (see `scanning.files_beside`).
    """

    stamp: bytes = b""
    content: bytes = b""
    beside: tuple[str, ...] = ()


class Known(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the index holds of a brief beside its statements."""

    listing: Listing
    seen: Seen


_seen = msgspec.msgpack.Decoder(tuple[Seen, ...])


def index_folder(library: Path) -> Path:
    """Where the index of a library lies. Raises BriefingError for a user without a home."""
    real = as_text(os.path.realpath(library)).encode()
    # what hashlib loads would be most of a first frame
    return indexes() / f"{zlib.crc32(real):08x}{zlib.adler32(real):08x}-v{VERSION}"


elsewhere: Path | None = None  # in place of the cache, for as long as `sheltering` says so


def indexes() -> Path:
    """Where the indexes of all libraries lie. Raises BriefingError for a user without a home."""
    if elsewhere:
        return elsewhere
    from platformdirs import user_cache_path  # noqa: PLC0415 - only where there is a library

    try:
        return user_cache_path("briefing") / "index"
    except RuntimeError:
        raise BriefingError("there is no home folder to keep an index in") from None


def catalogue(library: Path) -> tuple[Listing, ...] | None:
    """The briefs of a library as they were last known, by key; None where nothing is known."""
    try:
        return _listings.decode(_read(index_folder(library))[1])
    except (OSError, ValueError, BriefingError, msgspec.MsgspecError):
        return None


def read(folder: Path) -> tuple[int, dict[str, Known]] | None:
    """The state of an index that the file was made for, and what it held of each brief, by key."""
    try:
        state, rows, rest = _read(folder)
        listings, seen = _listings.decode(rows), _seen.decode(rest)
    except (OSError, ValueError, msgspec.MsgspecError):
        return None
    return state, {row.key: Known(row, each) for row, each in zip(listings, seen, strict=True)}


def keep(folder: Path, state: int, known: Iterable[Known]) -> None:
    """Replace the file: what is known of each brief in this state of the index."""
    ordered = sorted(known, key=lambda each: each.listing.key)
    rows = _encode([each.listing for each in ordered])
    rest = _encode([each.seen for each in ordered])
    head = _HEAD.pack(_SIGN, 0, state, len(rows))[_SUMMED:]
    summed = zlib.crc32(rest, zlib.crc32(rows, zlib.crc32(head)))
    whole = _HEAD.pack(_SIGN, summed, state, len(rows)) + rows + rest
    fresh = folder / f"{_NAME}.{os.getpid()}.tmp"
    with suppress(OSError):  # then it is made anew the next time
        try:
            fresh.write_bytes(whole)
            fresh.replace(folder / _NAME)
        finally:
            fresh.unlink(missing_ok=True)


def identity(folder: Path) -> tuple[int, int] | None:
    """Which file it is: another one once it has been replaced."""
    try:
        found = os.stat(folder / _NAME)  # noqa: PTH116 - at every look
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _read(folder: Path) -> tuple[int, memoryview, memoryview]:
    """The state, the list and the rest. Raises OSError, or ValueError where it is damaged."""
    data = memoryview((folder / _NAME).read_bytes())
    if len(data) < _HEAD.size:
        raise ValueError
    sign, summed, state, length = _HEAD.unpack(data[: _HEAD.size])
    if sign != _SIGN or zlib.crc32(data[_SUMMED:]) != summed:
        raise ValueError
    start = _HEAD.size + length
    return state, data[_HEAD.size : start], data[start:]
