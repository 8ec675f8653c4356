"""Bytes from the disk, and text from bytes. Nothing here waits, and nothing is read without end."""

from __future__ import annotations

import errno
import os
import re
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 1024 * 1024  # bytes of a file
MARK = b"\xef\xbb\xbf"  # the byte order mark in UTF-8
NEWLINE = re.compile(r"\r\n|\r|\n")

# What YAML readers and editors count or show differently, or not at all.
_REFUSED = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
_SAID = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file",
    errno.EACCES: "no permission to read it",
    errno.EPERM: "no permission to read it",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "its name is too long",
}


class RefusedError(Exception):
    """A file that is not read: why, what to do, and where (line and column from 0)."""

    def __init__(self, message: str, hint: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint, self.line, self.column = message, hint, line, column


def read(path: Path) -> bytes:
    """The bytes of a regular file of at most 1 MiB. Raises RefusedError."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            kind = "a folder" if stat.S_ISDIR(found.st_mode) else "no regular file"
            raise RefusedError(f"cannot read the file: it is {kind}")
        # should it turn into a pipe meanwhile, opening it must not wait for a writer
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as stream:
            # what it has: room for what it may have takes longer to get than to fill
            data = stream.read(found.st_size + 1) if found.st_size < LIMIT else b""
            if len(data) != found.st_size:  # it is larger, or does not say how large it is
                data += stream.read(LIMIT + 1 - len(data))
    except OSError as error:
        raise RefusedError(f"cannot read the file: {reason(error)}") from None
    if len(data) > LIMIT:
        raise RefusedError("the file is larger than 1 MiB", "split the source into several briefs")
    return data


def reason(error: OSError) -> str:
    """Why the system refused, in a few words."""
    return _SAID.get(error.errno or 0) or (error.strerror or "it failed").lower()


def decoded(data: bytes) -> str:
    """The text of a YAML file in UTF-8, without a byte order mark. Raises RefusedError."""
    text = utf8(data)
    if text.replace("\n", "").isprintable():  # as nearly always, and much faster
        return text
    if match := re.search(_REFUSED, text):
        raise RefusedError(*_refusal(ord(match[0])), *place(text[: match.start()]))
    return text


def utf8(data: bytes) -> str:
    """The text of a UTF-8 file, without a byte order mark. Raises RefusedError with the place."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        raise RefusedError("the file is UTF-32", "save it as UTF-8")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusedError("the file is UTF-16", "save it as UTF-8")
    data = data.removeprefix(MARK)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        message = f"byte {data[error.start]:02X} is not UTF-8"
        raise RefusedError(message, "save the file as UTF-8", *place(before)) from None


def _refusal(code: int) -> tuple[str, str]:
    if code == 0xFEFF:
        return "a byte order mark (U+FEFF) inside the file", "delete it"
    if code == 0:
        return "a NUL byte (U+0000)", "save the file as plain text in UTF-8"
    if code in {0x85, 0x2028, 0x2029}:
        return f"an invisible line break (U+{code:04X})", "use an ordinary line break"
    return f"a control character (U+{code:04X})", "delete it"


def place(before: str) -> tuple[int, int]:
    """Line and column, from 0, of what follows this text."""
    lines = NEWLINE.split(before)
    return len(lines) - 1, len(lines[-1])
