from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from briefing.loading.reading import LIMIT, RefusedError, decoded, place, read, reason
from tests.loading.helpers import loaded


@pytest.mark.parametrize("size", [0, 1, 1000, LIMIT - 1, LIMIT])
def test_a_file_of_any_size_up_to_the_limit_is_read_whole(tmp_path: Path, size: int) -> None:
    (path := tmp_path / "x").write_bytes(b"x" * size)
    assert len(read(path)) == size


def test_one_byte_more_is_refused(tmp_path: Path) -> None:
    (path := tmp_path / "x").write_bytes(b"x" * (LIMIT + 1))
    with pytest.raises(RefusedError, match="larger than 1 MiB"):
        read(path)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="no such files here")
def test_a_file_that_does_not_say_how_large_it_is_is_read() -> None:
    assert len(read(Path("/proc/self/maps"))) > 1000


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "no permission to read it"),
        (OSError(errno.EIO, "Input/output error"), "input/output error"),
        (OSError("no number"), "it failed"),
        (OSError(errno.ENAMETOOLONG, "x"), "its name is too long"),
    ],
)
def test_a_refusal_of_the_system_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, why: str
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise error

    (tmp_path / "x").write_text("x")
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(RefusedError) as caught:
        read(tmp_path / "x")
    assert caught.value.message == f"cannot read the file: {why}"
    assert reason(error) == why


def test_lines_and_columns_count_as_editors_count() -> None:
    assert place("") == (0, 0)
    assert place("a\r\nb\rc\nde") == (3, 2)


def test_a_mark_at_the_start_moves_nothing() -> None:
    assert decoded(b"\xef\xbb\xbfa") == "a"
    with pytest.raises(RefusedError) as caught:
        decoded(b"\xef\xbb\xbfab\ncd\xff")
    assert (caught.value.line, caught.value.column) == (1, 2)


@pytest.mark.parametrize(
    ("character", "message"),
    [
        ("\x00", "a NUL byte (U+0000)"),
        ("\x85", "an invisible line break (U+0085)"),
        ("\u2028", "an invisible line break (U+2028)"),
        ("\x7f", "a control character (U+007F)"),
        ("\ufffe", "a control character (U+FFFE)"),
    ],
)
def test_characters_that_readers_count_differently_are_refused(
    character: str, message: str
) -> None:
    with pytest.raises(RefusedError) as caught:
        decoded(f"a: b\nc: d{character}\n".encode())
    assert caught.value.message == message
    assert (caught.value.line, caught.value.column) == (1, 4)


def test_a_file_that_is_not_utf_8_shows_its_line(tmp_path: Path) -> None:
    brief = loaded(tmp_path, motives=b"\xef\xbb\xbfso_what: na\xefve\n")
    (problem,) = brief.problems
    assert problem.excerpt == "so_what: na\ufffdve"
    assert problem.caret == len("so_what: na")
