from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from briefing.cli import cli
from tests.library.shelf import found, write_library, write_small

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["index", *arguments])


def test_it_says_in_a_line_what_was_done(tmp_path: Path) -> None:
    library = write_library(tmp_path)
    done = run(str(library))
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "3 briefs: 3 read, in 0 s\n"
    assert found(library, "birch") == {"birch"}
    assert run(str(library)).stderr == "3 briefs: 0 read, in 0 s\n"
    assert run(str(library), "--rebuild").stderr == "3 briefs: 3 read, in 0 s\n"


def test_briefs_with_errors_are_counted(tmp_path: Path) -> None:
    library = write_library(tmp_path)
    run(str(library))
    (library / "birch" / "brief.yaml").write_text("title: [\n")
    (library / "cedar" / "brief.yaml").unlink()
    done = run(str(library))
    assert done.exit_code == 1
    assert done.stderr == "2 briefs: 1 read, 1 gone, 1 with errors, in 0 s\n"


def test_one_brief_is_a_library_too(tmp_path: Path) -> None:
    brief = write_small(tmp_path, "alder")
    assert run(str(brief)).stderr == "1 brief: 1 read, in 0 s\n"
    assert found(brief, "alder") == {"."}


def test_where_there_are_no_briefs_it_says_so(tmp_path: Path) -> None:
    done = run(str(tmp_path))
    assert done.exit_code == 2
    assert "there is no brief in" in done.stderr
