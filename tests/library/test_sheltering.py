"""An index that has no place in the cache: it is made for as long as somebody searches, and goes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefing.library import index_folder, sheltered
from briefing.library.events import DONE
from tests.briefs import write_brief
from tests.library.shelf import write_library
from tests.terminal import Terminal
from tests.test_library_end_to_end import assert_end, children, watched

if TYPE_CHECKING:
    from pathlib import Path

BRIEFING = [sys.executable, "-m", "briefing"]
GONE = 2**22 + 1  # more than any process has for its number


@pytest.fixture
def crowded(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a file in place of the cache; the folder for what is temporary."""
    (home / "cache").write_text("in the way")
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", None)
    return temporary


def test_a_search_makes_one_says_so_in_a_line_and_takes_it_away(
    crowded: Path, tmp_path: Path
) -> None:
    library = write_library(tmp_path / "library")
    command = [*BRIEFING, "search", "alder", "--in", str(library)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout == "alder\tregions\tland\tLand: There is alder here.\n"
    assert done.stderr.startswith("The index of this library is temporary: the cache folder cannot")
    assert done.stderr.count("\n") == 1
    assert list(crowded.iterdir()) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc")
@pytest.mark.parametrize("ended", ["q", "kill"])
def test_so_does_an_open_library(crowded: Path, tmp_path: Path, ended: str) -> None:
    for name in ("mill", "port"):
        write_brief(tmp_path / "valley" / name)
    with Terminal([*BRIEFING, f"{tmp_path}/valley/"], columns=120) as terminal:
        terminal.wait_for("2 briefs")
        terminal.wait_for("The index of this library is temporary: the cache folder cannot be used")
        terminal.press("/")
        terminal.wait_for("Esc close")
        terminal.write("headline")
        terminal.wait_for("Search · 2 matches")
        assert [path.stat().st_mode & 0o777 for path in crowded.iterdir()] == [0o700]
        librarian = watched(children(terminal.pid))
        if ended == "kill":
            terminal.signal(signal.SIGKILL)
            terminal.wait_exit()
        else:
            terminal.press("escape")
            terminal.wait_for(lambda screen: screen.find("Esc close") is None)
            terminal.settle(0.2)
            terminal.press("q")
            assert terminal.wait_exit() == 0
        assert_end(librarian)
    assert list(crowded.iterdir()) == []


def test_of_a_reader_that_lives_a_librarian_takes_nothing_away(tmp_path: Path) -> None:
    """The next one is at work in the same folder."""
    folder = tmp_path / f"briefing-index-{GONE}-abc"
    folder.mkdir()
    library = write_library(tmp_path / "library")
    command = [*BRIEFING, "index", str(library), "--follow", "--within", str(folder)]
    assert subprocess.run(command, input=DONE, capture_output=True, check=False).returncode == 0
    assert folder.exists()


def test_what_a_process_left_that_is_gone_goes_and_nothing_else(
    crowded: Path, tmp_path: Path
) -> None:
    library = write_library(tmp_path / "library")
    kept = [f"briefing-index-{os.getpid()}-abc", f"briefing-index-{GONE}", "briefing-index-x-abc"]
    for name in (*kept, f"briefing-index-{GONE}-abc"):
        (crowded / name / "index").mkdir(parents=True)
    with sheltered(library) as why:
        assert why
        assert index_folder(library).parent.parent == crowded
    assert sorted(path.name for path in crowded.iterdir()) == sorted(kept)


def test_where_there_is_a_place_in_the_cache_none_is_made(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library")
    with sheltered(library) as why:
        assert why == ""
        assert list(index_folder(library).iterdir()) == [index_folder(library) / "lock"]


def test_without_any_place_it_stays_as_it_was(
    crowded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = index_folder(tmp_path)
    crowded.rmdir()
    monkeypatch.setattr("tempfile.tempdir", str(crowded))
    with sheltered(tmp_path) as why:
        assert why == ""
        assert index_folder(tmp_path) == before
