"""One process at a time writes an index. The system opens the lock again when a process ends."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefing.export.writing import reason
from briefing.problems import BriefingError
from briefing.text import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK = "lock"  # the file that is locked


@contextmanager
def locked(folder: Path) -> Iterator[bool]:
    """Whether the index in a folder, made where it is not there, is ours until the block ends.

    False where another process has it. Raises BriefingError where the folder cannot be used.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        shown = on_one_line(str(folder))
        raise BriefingError(f"no index can be kept in {shown}: {reason(error)}") from None
    try:
        yield _taken(handle) and _is(handle, folder / LOCK)
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415 - only there

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl  # noqa: PLC0415 - not there

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is(handle: int, path: Path) -> bool:
    """Whether it is still the file of that name: who cleans up may have removed it meanwhile."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False
