"""Where the machine has no room, no home, no processes, another language, or other files than before."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.library import index_folder, update
from tests.library.shelf import found, write_library, write_small
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CONTENT = Path(__file__).parents[1] / "content"
FIXTURES = Path(__file__).parent / "fixtures"
MAIN = "from briefing.__main__ import main\nmain()"


def briefing(
    *arguments: str, options: tuple[str, ...] = (), before: str = "", **env: str | None
) -> tuple[int, str]:
    """The status of a command and what it says on standard error.

    `before` is what it does first, in Python.
    """
    wanted = {name: value for name, value in {**os.environ, **env}.items() if value is not None}
    program = ["-c", f"{before}\n{MAIN}"] if before else ["-m", "briefing"]
    command = [sys.executable, *options, *program, *arguments]
    done = subprocess.run(
        command,
        env=wanted,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


# -- room


@pytest.fixture
def full(home: Path) -> Iterator[Path]:
    """A home on a disk of its own without any room."""
    with suppress(OSError):
        if not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", home],
            capture_output=True,
            check=False,
        ).returncode:
            try:
                with suppress(OSError), (home / "filling").open("wb", buffering=0) as filling:
                    while filling.write(bytes(4096)):
                        pass
                yield home
            finally:
                subprocess.run(["umount", home], check=True)
            return
    pytest.skip("no disk can be mounted here; the next test does with less")


# Every file stays empty. It is not the error of a full disk, but it comes at the same places.
NO_ROOM = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))"
TOO_LARGE = "a file would be larger than `ulimit -f` allows"


def test_a_disk_without_room_keeps_nobody_from_reading(full: Path, tmp_path: Path) -> None:
    library = write_library(tmp_path / "library")
    code, said = briefing("export", str(CONTENT), "-o", str(full / "brief.txt"))
    assert (code, said) == (2, f"briefing: cannot write {full}/brief.txt: the disk is full\n")
    assert not (full / "brief.txt").exists()
    code, said = briefing("index", str(library))
    assert (code, said.count("\n")) == (2, 1)
    assert said.startswith("briefing: the index cannot be written")
    code, said = briefing("search", "alder", "--in", str(library))
    assert (code, said.count("\n")) == (0, 1)
    assert said.startswith("The index of this library is temporary")
    with Terminal([sys.executable, "-m", "briefing", "read", str(CONTENT)]) as terminal:
        terminal.wait_for("BOTTOM LINE")
        terminal.press("2", "u")
        terminal.wait_for("REGIONS")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []
        terminal.wait_gone()


def test_where_no_file_can_grow_it_is_told_and_everything_can_be_read(
    home: Path, tmp_path: Path
) -> None:
    library = write_library(tmp_path / "library")
    code, said = briefing("export", str(CONTENT), "-o", str(home / "brief.txt"), before=NO_ROOM)
    assert (code, said) == (2, f"briefing: cannot write {home}/brief.txt: {TOO_LARGE}\n")
    assert list(home.iterdir()) == []
    code, said = briefing("index", str(library), before=NO_ROOM)
    where = f"(in {index_folder(library).parent})"
    assert (code, said) == (2, f"briefing: the index cannot be written: {TOO_LARGE} {where}\n")
    assert briefing("read", f"{library}/", before=NO_ROOM) == (0, "")
    with Terminal([sys.executable, "-c", f"{NO_ROOM}\n{MAIN}", "read", f"{library}/"]) as terminal:
        terminal.wait_for("About alder")
        terminal.wait_for("The library is not followed for now: the index cannot be written: a")
        terminal.press("enter")
        terminal.wait_for("OVERVIEW")
        terminal.press("2", "u")
        terminal.wait_for("Nothing of this session is kept: the disk does not take it.")
        terminal.wait_for("REGIONS")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []
        terminal.wait_gone()
    assert not [path for path in home.rglob("*") if path.is_file() and path.stat().st_size]


def test_a_first_frame_that_does_not_fit_leaves_no_part_of_it(home: Path) -> None:
    code = f"import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n{MAIN}"
    with Terminal([sys.executable, "-c", code, "read", str(CONTENT)]) as terminal:
        terminal.wait_for("BOTTOM LINE")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []
        terminal.wait_gone()
    frames = home / "cache" / "briefing" / "frames"
    assert {path.suffix for path in frames.glob("*")} <= {".changed"}


# -- processes

ALONE = """
import asyncio, os, subprocess

def refused(*_, **__):
    raise BlockingIOError(11, "Resource temporarily unavailable")

async def refused_too(*_, **__):
    refused()

subprocess.Popen = refused
asyncio.create_subprocess_exec = refused_too
"""


def test_where_no_process_is_to_be_had_a_library_is_listed_and_indexed(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", [f"word{number}" for number in range(30)])
    with Terminal([sys.executable, "-c", f"{ALONE}{MAIN}", "read", str(library)]) as terminal:
        terminal.wait_for("About word0")
        terminal.wait_for("not followed")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []
    command = [sys.executable, "-c", f"{ALONE}{MAIN}", "index", str(library)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr.startswith("30 briefs: 30 read")
    assert len(found(library, "here")) == 30


def test_two_readers_and_who_builds_the_index_anew_are_in_nobodys_way(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library")
    command = [sys.executable, "-m", "briefing", "read", f"{library}/"]
    with Terminal(command) as one, Terminal(command) as other:
        for terminal in (one, other):
            terminal.wait_for("3 briefs")
            terminal.press("/")
            terminal.wait_for("Esc close")
        write_small(library / "birch", "maple")
        code, said = briefing("index", str(library), "--rebuild")
        assert (code, said.splitlines()[-1].partition(",")[0]) == (0, "3 briefs: 3 read")
        for terminal in (one, other):
            terminal.write("maple")
            terminal.wait_for("Search · 1 match")
            terminal.signal(signal.SIGTERM)
            assert terminal.wait_exit() == 128 + signal.SIGTERM
            assert terminal.leftovers() == []


# -- Python, the language, the home


@pytest.mark.parametrize(
    ("options", "env"),
    [
        (("-OO", "-W", "error"), {"HOME": "/dev/null", "XDG_CACHE_HOME": None}),
        (("-X", "dev", "-X", "warn_default_encoding", "-W", "error"), {"TERM": None}),
        ((), {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TMPDIR": "/no"}),
        ((), {"LC_ALL": "en_US.ISO-8859-1", "PYTHONIOENCODING": "latin-1", "HOME": ""}),
    ],
    ids=["optimized", "strict", "POSIX", "latin-1"],
)
def test_every_command_works(
    options: tuple[str, ...], env: dict[str, str | None], tmp_path: Path
) -> None:
    library = str(write_library(tmp_path / "library"))
    for command in (
        ("read", str(CONTENT)),
        ("search", "alder", "--in", library),
        *([("export", "--full", str(CONTENT)), ("schema",)] if "error" in options else ()),
    ):
        code, said = briefing(*command, options=options, before="", **env)
        assert (code, re.sub("^The index of this .*\n", "", said)) == (0, ""), command


def test_a_place_for_what_is_remembered_that_no_disk_takes_keeps_nobody_from_checking() -> None:
    as_usual = briefing("check", str(CONTENT))
    assert briefing("check", str(CONTENT), XDG_STATE_HOME=f"/{'a' * 5000}") == as_usual


def test_without_docstrings_a_schema_is_the_same_but_for_them() -> None:
    def schema(*options: str) -> object:
        command = [sys.executable, *options, "-m", "briefing", "schema"]
        shape = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        for body in shape["$defs"].values():
            body.pop("description", None)
        return shape

    assert schema("-OO") == schema()


def test_so_does_the_reader(home: Path) -> None:
    command = [
        sys.executable,
        "-OO",
        "-X",
        "dev",
        "-W",
        "error",
        "-m",
        "briefing",
        "read",
        str(CONTENT),
    ]
    env = {"HOME": f"{home}/nowhere/at/all", "TERM": "nonsense", "LC_ALL": "C", "TMPDIR": "/no"}
    env |= {"COLUMNS": "9" * 5000, "LINES": "1000000"}
    with Terminal(command, env=env) as terminal:
        terminal.wait_for("BOTTOM LINE")
        terminal.press("/")
        terminal.wait_for("Esc close")
        terminal.write("chip")
        terminal.wait_for("Search · ")
        terminal.press("escape")
        terminal.wait_for(lambda screen: screen.find("Esc close") is None)
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []
        assert terminal.text.strip() == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TEXTUAL_COLOR_SYSTEM", "\x1b[31mmany"),
        ("TEXTUAL_COLOR_SYSTEM", ""),
        ("TEXTUAL_DRIVER", "nowhere:Driver"),
        ("TEXTUAL_DRIVER", "textual.drivers.headless_driver:HeadlessDriver"),
    ],
)
def test_an_environment_that_textual_makes_nothing_of_is_ignored(name: str, value: str) -> None:
    command = [sys.executable, "-m", "briefing", "read", str(CONTENT)]
    with Terminal(command, env={name: value}) as terminal:
        terminal.wait_for("BOTTOM LINE")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []
        assert terminal.text.strip() == ""


# -- files


def sparse(path: Path) -> None:
    os.truncate(path, 10 * 2**30)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


BECOMES: list[tuple[Callable[[Path], object], str]] = [
    (sparse, "the file is larger than 1 MiB"),
    (pipe, "it is no regular file"),
    (circle, "its links lead in a circle"),
    (folder, "it is a folder"),
]


def test_whatever_becomes_of_a_file_that_is_open_the_last_version_is_read_on(
    tmp_path: Path,
) -> None:
    shutil.copytree(FIXTURES, tmp_path / "f")
    brief = tmp_path / "f" / "content" / "harbour-tram"
    file, record = brief / "brief.yaml", tmp_path / "f" / "seeds" / "harbour-tram.yaml"
    whole = file.read_bytes()
    os.utime(file, (4_000_000_000, 4_000_000_000))  # written when the clock was ahead
    with Terminal([sys.executable, "-m", "briefing", "read", str(brief)], columns=120) as terminal:
        terminal.wait_for("BOTTOM LINE")
        for change, said in BECOMES:
            change(file)
            terminal.wait_for(said)
            assert terminal.find("Not reloaded: brief.yaml:1:1")
        file.rmdir()
        pipe(record)
        file.write_bytes(whole)
        terminal.wait_for("Not reloaded: harbour-tram.yaml:1:1")
        shutil.copyfile(
            FIXTURES / "seeds" / "harbour-tram.yaml", fresh := record.with_suffix(".new")
        )
        os.utime(fresh, (1, 1))  # and was set back
        fresh.replace(record)
        terminal.wait_for(lambda screen: screen.find("Not reloaded") is None)
        terminal.press("5")
        terminal.wait_for("RISKS  ")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []


# -- the clock


def test_a_clock_that_goes_back_hides_no_change(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library")
    ahead = 4_000_000_000  # seconds: in the next century
    for file in library.rglob("*.yaml"):
        os.utime(file, (ahead, ahead))
    update(library)
    for file in index_folder(library).iterdir():
        os.utime(file, (ahead, ahead))
    write_small(library / "birch", "maple")  # of now, long before
    assert update(library).read == 1
    assert found(library, "maple") == {"birch"}
