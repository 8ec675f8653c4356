"""Saving from the reader: the bytes of the export, never over another file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.export import as_json, plain
from briefing.problems import BriefingError
from briefing.tui.saving import ExistsError, Wish, save, save_as
from tests.tui.hostile import titled

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief

FULL = Wish(full=True)
NAME = "northwind-plans-a-mill-in-arland"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_file_has_the_bytes_of_the_export(small: Brief, folder: Path) -> None:
    message = save(small, Wish())
    (path,) = folder.iterdir()
    assert path.name == f"{NAME}.txt"
    assert path.read_bytes() == plain(small).encode()
    assert message == f"Saved {NAME}.txt, {len(plain(small).split())} words"


def test_the_same_again_is_not_written_again(small: Brief, folder: Path) -> None:
    save(small, Wish())
    (path,) = folder.iterdir()
    written = path.stat().st_mtime_ns
    assert save(small, Wish()) == f"Already saved as {NAME}.txt"
    assert path.stat().st_mtime_ns == written


def test_other_content_gets_a_number(small: Brief, folder: Path) -> None:
    (folder / f"{NAME}.txt").write_text("mine")
    assert save(small, Wish()).startswith(f"Saved {NAME}-2.txt, ")
    assert save(small, FULL).startswith(f"Saved {NAME}-3.txt, ")
    assert save(small, Wish()) == f"Already saved as {NAME}-2.txt"
    assert (folder / f"{NAME}.txt").read_text() == "mine"
    assert (folder / f"{NAME}-3.txt").read_text() == plain(small, full=True)


def test_whatever_stands_in_the_way_is_left_alone(small: Brief, folder: Path) -> None:
    (folder / f"{NAME}.txt").mkdir()
    (folder / f"{NAME}-2.txt").symlink_to(folder / "nowhere")
    assert save(small, Wish()).startswith(f"Saved {NAME}-3.txt, ")
    assert not (folder / "nowhere").exists()


def test_where_nothing_can_be_written_it_is_said_in_a_line(
    small: Brief, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "gone").mkdir()
    monkeypatch.chdir(folder / "gone")
    (folder / "gone").rmdir()
    with pytest.raises(BriefingError, match=r"\Acannot write .*: there is no such folder\Z"):
        save(small, Wish())


@pytest.mark.parametrize("title", ["../../x", "/etc/passwd", "\x1b]2;x\x07", "", "..", "漢字"])
def test_no_title_leads_out_of_the_folder(small: Brief, folder: Path, title: str) -> None:
    message = save(titled(small, title), Wish())
    (path,) = folder.iterdir()
    assert path.name in message
    assert path.suffix == ".txt"
    assert "\x1b" not in message


# -- under a name of one's own


def test_the_file_can_be_anywhere(small: Brief, folder: Path, home: Path) -> None:
    (folder / "there").mkdir()
    save_as(small, Wish(), "mine.txt")
    save_as(small, Wish(), "~/mine.txt")
    save_as(small, Wish("json"), "there")
    save_as(small, FULL, "there/")
    assert (folder / "mine.txt").read_text() == plain(small) == (home / "mine.txt").read_text()
    assert (folder / "there" / f"{NAME}.json").read_text() == as_json(small)
    assert (folder / "there" / f"{NAME}.txt").read_text() == plain(small, full=True)


def test_another_file_is_replaced_only_when_that_is_asked(small: Brief, folder: Path) -> None:
    (folder / "mine.txt").write_text("mine")
    with pytest.raises(ExistsError, match=r"\Amine.txt exists already\Z"):
        save_as(small, Wish(), "mine.txt")
    assert (folder / "mine.txt").read_text() == "mine"
    assert save_as(small, Wish(), "mine.txt", replace=True).startswith("Saved mine.txt, ")
    assert save_as(small, Wish(), "mine.txt") == "Already saved as mine.txt"
    assert (folder / "mine.txt").read_text() == plain(small)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("nowhere/mine.txt", "there is no such folder"),
        ("~nobody-of-that-name/x", "there is no such home"),
        ("x" * 300, "its name is too long"),
        ("a\x00b", "its name holds a character that no file name may"),
    ],
)
def test_what_cannot_be_written_is_said_in_a_line(small: Brief, typed: str, reason: str) -> None:
    with pytest.raises(BriefingError) as caught:
        save_as(small, Wish(), typed)
    assert str(caught.value).endswith(f": {reason}")
    assert str(caught.value).isprintable()
