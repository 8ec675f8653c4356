"""Where the index of a library lies that has no place in the cache: in a folder that goes again."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from briefing.library import known
from briefing.problems import BriefingError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OURS = re.compile(r"briefing-index-(\d+)-\w+")
_PROBE = bytes(1 << 16)  # less than any index


@contextmanager
def sheltered(library: Path) -> Iterator[str]:
    """Have an index of a library somewhere until the block ends; a sentence where it will go then.

    "" where it can be kept as it should, and where there is no other place either: then whoever
    wants to write it hears why.
    """
    why = _refused(library)
    folder = _made() if why else None
    if folder is None:
        yield ""
        return
    known.elsewhere = folder
    try:
        yield f"The index of this library is temporary: {why}."
    finally:
        known.elsewhere = None
        discard(folder)


def discard(folder: Path) -> None:
    """Throw away such a folder, and no other one."""
    if _OURS.fullmatch(folder.name):
        shutil.rmtree(folder, ignore_errors=True)


def _refused(library: Path) -> str:
    """Why no index can be kept in the cache, or ""."""
    try:
        folder = known.index_folder(library)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600))
        probe = folder / f"{os.getpid()}.tmp"
        try:
            probe.write_bytes(_PROBE)
        finally:
            probe.unlink(missing_ok=True)
    except BriefingError as error:
        return str(error)
    except OSError as error:
        from briefing.export.writing import reason  # noqa: PLC0415 - not at launch

        return f"the cache folder cannot be used ({reason(error)})"
    return ""


def _made() -> Path | None:
    """A new folder for this process alone; those of processes that are gone go."""
    import tempfile  # noqa: PLC0415 - hardly ever
    from pathlib import Path  # noqa: PLC0415 - the same

    with suppress(OSError):
        root = Path(tempfile.gettempdir())
        for folder in root.glob("briefing-index-*"):
            with suppress(OSError):
                if _is_left(folder):
                    discard(folder)
        return Path(tempfile.mkdtemp(prefix=f"briefing-index-{os.getpid()}-", dir=root))
    return None


def _is_left(folder: Path) -> bool:
    """Whether it is ours, and of a process that has ended. Raises OSError."""
    named = _OURS.fullmatch(folder.name)
    if not named or os.name != "posix" or folder.lstat().st_uid != os.geteuid():
        return False
    try:
        os.kill(int(named[1]), 0)
    except ProcessLookupError:
        return True
    return False
