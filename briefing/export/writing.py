"""Writing a file so that it is there in whole or not at all, and never over another by mistake."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

from briefing.problems import BriefingError
from briefing.text import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NEW = 0o666  # less the umask
_REASONS = {
    errno.EEXIST: "it exists already; --force replaces it",
    errno.ENOENT: "there is no such folder",
    errno.ENOTDIR: "there is no such folder",
    errno.EISDIR: "it is a folder",
    errno.EINVAL: "it is no regular file",
    errno.EACCES: "no permission",
    errno.EPERM: "no permission",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EFBIG: "a file would be larger than `ulimit -f` allows",
    errno.EROFS: "nothing can be written on this disk",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "its links lead in a circle",
}


def write(path: Path, text: str | Iterable[str], *, force: bool = False) -> int:
    """Write the text in UTF-8 to a new file or, with `force`, in place of the one that is there.

    The text may come in pieces; returns how many bytes it had.

    At any moment the path holds its old content or all of the new. With `force` a link is
    followed and the mode of the file stays; a new file's mode honours the umask. Raises
    BriefingError, in one line, where it cannot be done, and leaves the folder as it was.
    """
    try:
        pieces = (text,) if isinstance(text, str) else text
        return _write(_target(path, force=force), pieces, force=force)
    except (OSError, ValueError) as error:
        raise BriefingError(f"cannot write {on_one_line(str(path))}: {reason(error)}") from None


def _target(path: Path, *, force: bool) -> Path:
    return type(path)(os.path.realpath(path)) if force else path


def _write(target: Path, pieces: Iterable[str], *, force: bool) -> int:
    """Write a file beside the target, all of it down to the disk, then give it the name."""
    mode = _mode_there(target, force=force)
    beside = target.with_name(f".briefing-{os.urandom(8).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(beside, flags, _NEW if mode is None else mode)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            size = sum(stream.write(piece.encode("utf-8", "replace")) for piece in pieces)
            stream.flush()
            os.fsync(descriptor)
        if mode is not None:
            beside.chmod(mode)
        _rename(beside, target, force=force)
        return size
    finally:
        beside.unlink(missing_ok=True)


def _mode_there(target: Path, *, force: bool) -> int | None:
    """The mode of the file that may be replaced; None where there is nothing. Raises OSError."""
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if not force:
        raise FileExistsError(errno.EEXIST, "")
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "")
    return stat.S_IMODE(mode) & 0o777


def _rename(beside: Path, target: Path, *, force: bool) -> None:
    """Give the file its name. A link, unlike a rename, fails where the name is taken meanwhile."""
    if force:
        beside.replace(target)
        return
    try:
        target.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:
        _claim(beside, target)


def _claim(beside: Path, target: Path) -> None:
    """Where there are no links: take the name with an empty file, then put the real one there."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _NEW))
    try:
        beside.replace(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def reason(error: OSError | ValueError) -> str:
    """Why, in a few words."""
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0) or (error.strerror or "it failed").lower()
    return "its name holds a character that no file name may"
