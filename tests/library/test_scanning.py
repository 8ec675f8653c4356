from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from briefing.library.scanning import content, digest, scan, stamps
from tests.library.shelf import updated, write_library, write_small

if TYPE_CHECKING:
    from pathlib import Path


def looked(library: Path) -> dict[str, bytes]:
    return {key: each.stamp for key, each in scan(library, lambda _: ()).items()}


def test_every_brief_has_a_stamp_that_changes_with_its_files_alone(tmp_path: Path) -> None:
    library = write_library(tmp_path)
    before = looked(library)
    assert set(before) == {"alder", "birch", "cedar"}
    (library / "birch" / "notes.txt").write_text("nothing of the brief")
    (library / "birch" / ".risks.yaml").write_text("nor this")
    assert looked(library) == before
    (library / "birch" / "risks.yaml").write_text("so_what: More.\n")
    after = looked(library)
    assert {key for key in after if after[key] != before[key]} == {"birch"}
    (library / "birch" / "risks.yaml").unlink()
    assert looked(library) == before


def test_one_brief_is_its_own_library(tmp_path: Path) -> None:
    folder = write_small(tmp_path, "alder")
    (found,) = looked(folder).items()
    assert found == (".", digest(stamps(str(folder), ())))


def test_files_that_cannot_be_looked_at_are_none(tmp_path: Path) -> None:
    library = write_library(tmp_path)
    before = looked(library)
    (library / "birch" / "risks.yaml").symlink_to(tmp_path / "nowhere")
    assert looked(library) == before
    assert stamps(str(tmp_path / "nowhere"), ("../a.yaml", "a\0b")) == []


def test_what_cannot_be_read_differs_from_what_can(tmp_path: Path) -> None:
    folder = write_small(tmp_path / "alder", "alder")
    files = stamps(str(folder), ())
    assert content(str(folder), files) == content(str(folder), files)
    before = content(str(folder), files)
    (folder / "regions.yaml").unlink()
    gone = content(str(folder), files)
    (folder / "regions.yaml").mkdir()
    assert len({before, gone, content(str(folder), files)}) == 3


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="names have to be Unicode there")
def test_names_in_any_bytes_are_taken(tmp_path: Path) -> None:
    library = write_library(tmp_path)
    write_small(library / os.fsdecode(b"caf\xe9"), "elm")
    (library / "birch" / os.fsdecode(b"\xff.yaml")).write_text("a: b\n")
    _, heard = updated(library)
    assert set(heard.rows) == {"alder", "birch", "cedar", "caf\\xe9"}
    assert heard.rows["birch"].problem.endswith("no section has a file of this name")
    assert updated(library)[0].read == 0
