"""One file to the part of a brief that it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.loading.events import parse
from briefing.loading.kinds import KINDS
from briefing.loading.reading import MARK, RefusedError, decoded, read
from briefing.loading.walk import struct_reader

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.loading.file import File


def read_file(file: File, path: Path) -> Any:
    """The struct in a file, None where it has none; what is wrong goes to the file's findings."""
    data = b""
    try:
        data = read(path)
        file.text = decoded(data)
    except RefusedError as error:
        file.text = data.removeprefix(MARK).decode("utf-8", "replace")
        file.error_at(error.line, error.column, error.message, error.hint)
        return None
    return parsed(file, file.text)


def parsed(file: File, text: str) -> Any:
    """The struct in a text, as `read_file`."""
    file.text = text
    parse(file)
    if file.root is not None:
        return struct_reader(KINDS[file.section])(file.root, file)
    if not file.findings:
        file.error_at(0, 0, "the file is empty", "delete it, or write what belongs there")
    return None
