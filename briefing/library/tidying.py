"""What no longer serves is thrown away: never more than an index, which can be made anew."""

from __future__ import annotations

import os
import re
import shutil
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from briefing.library.locking import LOCK, locked

if TYPE_CHECKING:
    from pathlib import Path

_OURS = "library"  # names the library of an index; written at each opening
_INDEX = re.compile(r"[0-9a-f]{16}-v[0-9]+")
_UNUSED = 90 * 24 * 3600  # seconds


def clear(folder: Path) -> None:
    """Take the index out of a folder that is locked for us. Raises OSError where that fails."""
    for path in folder.iterdir():
        if path.name not in {LOCK, _OURS}:
            path.unlink(missing_ok=True)  # the engine may be tidying up as well


def sweep(folder: Path) -> None:
    """Throw away what killed writers left half written in a folder that is locked for us."""
    for path in (*folder.glob(".tmp*"), *folder.glob("*.tmp")):
        path.unlink(missing_ok=True)


def opened(folder: Path, library: Path) -> bool:
    """Note that the index of a library was opened; whether it is of this library at all.

    Raises OSError; on a full disk only where that was not noted before.
    """
    name = os.fsencode(os.path.realpath(library))
    path = folder / _OURS
    before = path.read_bytes() if path.exists() else name
    if path.exists() and before == name:
        os.utime(path)
    else:  # all of it or nothing
        fresh = path.with_suffix(".tmp")
        fresh.write_bytes(name)
        fresh.replace(path)
    return before == name


def tidy(folder: Path) -> None:
    """Throw away, beside an index, those of older versions and those not opened for 90 days.

    A newer one stays: two programs would throw away each other's for as long as both are open.
    """
    version = _version(folder)
    with suppress(OSError):
        for other in folder.parent.iterdir():
            if _INDEX.fullmatch(other.name) and (other / _OURS).is_file():
                old = (other / _OURS).stat().st_mtime < time.time() - _UNUSED
                if old or _version(other) < version:
                    _discard(other)


def _version(folder: Path) -> int:
    return int(folder.name.rpartition("-v")[2])


def _discard(folder: Path) -> None:
    if not folder.is_symlink():
        with locked(folder) as ours:
            if ours:
                shutil.rmtree(folder, ignore_errors=True)
