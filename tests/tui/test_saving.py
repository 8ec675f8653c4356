"""Saving from the reader: the bytes of the export, never over another file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.export import plain
from briefing.tui.saving import save
from tests.tui.hostile import titled

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief

NAME = "northwind-plans-a-mill-in-arland"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_file_has_the_bytes_of_the_export(small: Brief, folder: Path) -> None:
    message = save(small, full=False)
    (path,) = folder.iterdir()
    assert path.name == f"{NAME}.txt"
    assert path.read_bytes() == plain(small).encode()
    assert message == f"Saved {NAME}.txt, {len(plain(small).split())} words"


def test_the_same_again_is_not_written_again(small: Brief, folder: Path) -> None:
    save(small, full=False)
    (path,) = folder.iterdir()
    written = path.stat().st_mtime_ns
    assert save(small, full=False) == f"Already saved as {NAME}.txt"
    assert path.stat().st_mtime_ns == written


def test_other_content_gets_a_number(small: Brief, folder: Path) -> None:
    (folder / f"{NAME}.txt").write_text("mine")
    assert save(small, full=False).startswith(f"Saved {NAME}-2.txt, ")
    assert save(small, full=True).startswith(f"Saved {NAME}-3.txt, ")
    assert save(small, full=False) == f"Already saved as {NAME}-2.txt"
    assert (folder / f"{NAME}.txt").read_text() == "mine"
    assert (folder / f"{NAME}-3.txt").read_text() == plain(small, full=True)


def test_whatever_stands_in_the_way_is_left_alone(small: Brief, folder: Path) -> None:
    (folder / f"{NAME}.txt").mkdir()
    (folder / f"{NAME}-2.txt").symlink_to(folder / "nowhere")
    assert save(small, full=False).startswith(f"Saved {NAME}-3.txt, ")
    assert not (folder / "nowhere").exists()


def test_where_nothing_can_be_written_it_is_said_in_a_line(
    small: Brief, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "gone").mkdir()
    monkeypatch.chdir(folder / "gone")
    (folder / "gone").rmdir()
    message = save(small, full=False)
    assert message.startswith("cannot write ")
    assert "\n" not in message


@pytest.mark.parametrize("title", ["../../x", "/etc/passwd", "\x1b]2;x\x07", "", "..", "漢字"])
def test_no_title_leads_out_of_the_folder(small: Brief, folder: Path, title: str) -> None:
    message = save(titled(small, title), full=False)
    (path,) = folder.iterdir()
    assert path.name in message
    assert path.suffix == ".txt"
    assert "\x1b" not in message
