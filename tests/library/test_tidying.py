from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from briefing.library import index_folder, update
from briefing.library.locking import locked
from briefing.library.tidying import clear
from tests.library.shelf import found, updated, write_library

if TYPE_CHECKING:
    from pathlib import Path

DAY = 24 * 3600


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library")


def old_index(tmp_path: Path, days: float, name: str = "") -> Path:
    """The index of another library, last opened so many days ago."""
    library = write_library(tmp_path / "other", ["elm"])
    update(library)
    folder = index_folder(library)
    before = time.time() - days * DAY
    os.utime(folder / "library", (before, before))
    return folder.rename(folder.with_name(name)) if name else folder


def test_an_index_that_nobody_opens_goes(library: Path, tmp_path: Path) -> None:
    folder = old_index(tmp_path, 91)
    update(library)
    assert not folder.exists()


@pytest.mark.parametrize("days", [0, 89])
def test_one_that_is_used_stays(library: Path, tmp_path: Path, days: int) -> None:
    folder = old_index(tmp_path, days)
    update(library)
    assert folder.exists()


def test_one_of_an_older_version_goes(library: Path, tmp_path: Path) -> None:
    folder = old_index(tmp_path, 0, "0123456789abcdef-v0")
    update(library)
    assert not folder.exists()


def test_one_of_a_newer_version_stays(library: Path, tmp_path: Path) -> None:
    folder = old_index(tmp_path, 0, "0123456789abcdef-v10000")
    update(library)
    assert folder.exists()


@pytest.mark.parametrize("name", ["notes", "0123456789abcdef", "0123456789abcdef-v0.bak"])
def test_what_is_not_named_like_ours_stays(library: Path, tmp_path: Path, name: str) -> None:
    folder = old_index(tmp_path, 1000, name)
    update(library)
    assert folder.exists()


def test_what_does_not_look_like_ours_stays(library: Path, tmp_path: Path) -> None:
    folder = old_index(tmp_path, 1000)
    (folder / "library").unlink()
    elsewhere = old_index(tmp_path / "far", 1000).rename(tmp_path / "elsewhere")
    link = folder.with_name("0123456789abcdef-v0")
    link.symlink_to(elsewhere)
    update(library)
    assert folder.exists()
    assert (elsewhere / "library").exists()


def test_one_that_is_being_written_stays(library: Path, tmp_path: Path) -> None:
    folder = old_index(tmp_path, 91)
    with locked(folder) as ours:
        assert ours
        update(library)
        assert folder.exists()


def test_what_the_engine_takes_away_meanwhile_is_in_nobodys_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = [tmp_path / "gone", tmp_path / "here"]
    there[1].touch()
    monkeypatch.setattr(type(tmp_path), "iterdir", lambda _: iter(there))
    clear(tmp_path)
    assert not there[1].exists()


def test_the_index_of_another_library_in_its_place_is_noticed(library: Path) -> None:
    update(library)
    (index_folder(library) / "library").write_text("/elsewhere")
    outcome, heard = updated(library)
    assert outcome.read == 3
    assert [getattr(event, "said", "") for event in heard.events].count(
        "The index of this library was of another one: it is built anew."
    ) == 1
    assert found(library, "here") == {"alder", "birch", "cedar"}


def test_a_lock_is_for_one_at_a_time(tmp_path: Path) -> None:
    with locked(tmp_path / "a") as one, locked(tmp_path / "a") as other:
        assert (one, other) == (True, False)
    with locked(tmp_path / "a") as again:
        assert again


def test_a_lock_on_a_file_that_is_gone_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def late(path: Path, *flags: int) -> int:
        handle = opened(path, *flags)
        path.unlink()  # who tidies up was faster
        return handle

    monkeypatch.setattr(os, "open", late)
    with locked(tmp_path) as ours:
        assert not ours
