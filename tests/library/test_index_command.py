from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefing.cli import cli, indexing
from briefing.cli.indexing import bar
from briefing.library import Progress, index_folder
from tests.library.shelf import files_up_to, found, write_library, write_small
from tests.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["index", *arguments])


def said(done: Result) -> str:
    """What was said, however long it took."""
    return re.sub(r", in \d+ s\n$", "", done.stderr)


def test_it_says_in_a_line_what_was_done(tmp_path: Path) -> None:
    library = write_library(tmp_path)
    done = run(str(library))
    assert (done.exit_code, done.stdout) == (0, "")
    assert said(done) == "3 briefs: 3 read"
    assert found(library, "birch") == {"birch"}
    assert said(run(str(library))) == "3 briefs: 0 read"
    assert said(run(str(library), "--rebuild")) == "3 briefs: 3 read"


def test_briefs_with_errors_are_counted(tmp_path: Path) -> None:
    library = write_library(tmp_path)
    run(str(library))
    (library / "birch" / "brief.yaml").write_text("title: [\n")
    (library / "cedar" / "brief.yaml").unlink()
    done = run(str(library))
    assert done.exit_code == 1
    assert said(done) == "2 briefs: 1 read, 1 gone, 1 with errors (see `briefing check`)"


@pytest.mark.parametrize("seconds", [0.0, 0.5, 100.0, 1e9])
@pytest.mark.parametrize("columns", [1, 20, 40, 60, 80])
def test_the_bar_fits_into_the_line(columns: int, seconds: float) -> None:
    for done in (0, 1, 9_999, 10_000):
        assert len(bar(Progress(done, 10_000), seconds, columns)) < columns


def test_the_bar_tells_rate_and_time() -> None:
    assert bar(Progress(2_500, 10_000), 25.0, 80) == (
        "[######..................] 2,500 of 10,000 briefs, 100/s, 1:15 min left"
    )
    assert bar(Progress(2_500, 10_000), 25.0, 50) == "2,500 of 10,000 briefs, 1:15 min left"
    assert bar(Progress(0, 3), 0.0, 80) == "[........................] 0 of 3 briefs, 0/s"


def test_without_a_terminal_there_is_a_line_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_EVERY", 0.0)
    told = run(str(write_library(tmp_path))).stderr.splitlines()
    assert told[:-1] == ["0 of 3 briefs", "3 of 3 briefs"]


def test_what_is_damaged_is_told_in_a_line(tmp_path: Path) -> None:
    library = write_library(tmp_path)
    run(str(library))
    (index_folder(library) / "meta.json").write_text("{")
    first, *rest = run(str(library)).stderr.splitlines()
    assert first.startswith("The index of this library was damaged (meta.json")
    assert len(rest) == 1


def test_on_a_terminal_there_is_a_bar(tmp_path: Path) -> None:
    library = write_library(tmp_path)
    with Terminal([sys.executable, "-m", "briefing", "index", str(library)]) as terminal:
        terminal.wait_for("3 briefs: 3 read, in ")
        assert terminal.wait_exit() == 0
        assert terminal.lines[0].startswith("3 briefs: 3 read, in ")
        assert b"] 3 of 3 briefs" in terminal.raw


NO_ROOM = {
    "a file would be larger than `ulimit -f` allows (in {})",
    "the disk may be full; make room in {}",
}


@pytest.mark.parametrize("known", [False, True])
@pytest.mark.parametrize("size", [0, 1, 100, 400, 1000, 2000])
def test_a_disk_that_is_nearly_full_is_told_in_our_words_and_costs_nothing(
    tmp_path: Path, size: int, *, known: bool
) -> None:
    library = write_library(tmp_path)
    if known:
        run(str(library))
        write_small(library / "birch", "maple")
    with files_up_to(size):
        done = run(str(library))
    told, _, why = done.stderr.rstrip("\n").partition(": the index cannot be written: ")
    assert (done.exit_code, told) == (2, "briefing")
    assert why in {each.format(index_folder(library).parent) for each in NO_ROOM}
    assert said(run(str(library))) == f"3 briefs: {1 if known else 3} read"
    assert len(found(library, "here")) == 3
    assert len(found(library, "maple")) == known


def test_where_there_is_nothing_to_write_a_full_disk_is_in_nobodys_way(tmp_path: Path) -> None:
    library = write_library(tmp_path)
    run(str(library))
    with files_up_to(0):
        assert said(run(str(library))) == "3 briefs: 0 read"


def test_what_was_written_for_a_commit_that_never_was_is_not_in_the_way(tmp_path: Path) -> None:
    library = write_library(tmp_path)
    run(str(library))
    write_small(library / "birch", "maple")
    meta = index_folder(library) / "meta.json"
    with files_up_to(meta.stat().st_size):  # all but the next of these, which is larger
        assert run(str(library)).exit_code == 2
    assert list(meta.parent.glob("*.del"))
    assert said(run(str(library))) == "3 briefs: 1 read"
    assert found(library, "maple") == {"birch"}


def test_so_it_is_where_other_processes_read(tmp_path: Path) -> None:
    library = write_library(tmp_path, [f"word{number}" for number in range(40)])
    # less than what names the parts of an index: not even the first of them is kept
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); "
    program = f"{limited}from briefing.__main__ import main; main()"
    command = [sys.executable, "-c", program, "index", str(library)]
    # what measures coverage could not write either
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 2
    assert done.stderr.startswith("briefing: the index cannot be written: ")
    assert done.stderr.count("\n") == 1
    assert said(run(str(library))) == "40 briefs: 40 read"
    assert len(found(library, "here")) == 40


def test_one_brief_is_a_library_too(tmp_path: Path) -> None:
    brief = write_small(tmp_path, "alder")
    assert said(run(str(brief))) == "1 brief: 1 read"
    assert found(brief, "alder") == {"."}


def test_where_there_are_no_briefs_it_says_so(tmp_path: Path) -> None:
    done = run(str(tmp_path))
    assert done.exit_code == 2
    assert "there is no brief in" in done.stderr
