"""A library in a real terminal, with its librarian: what a person sees, and what is left behind."""

from __future__ import annotations

import os
import select
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.crash import _GIVE_BACK
from briefing.library import index_folder
from tests.briefs import write_brief
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc")
BRIEFING = [sys.executable, "-m", "briefing"]
KEYS = ("mill", "port", "tram")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for key in KEYS:
        titled(write_brief(tmp_path / "valley" / key), f"On the {key}")
    return tmp_path / "valley"


@pytest.fixture
def terminal(library: Path) -> Iterator[Terminal]:
    with Terminal([*BRIEFING, f"{library}/"], columns=100, rows=30) as opened:
        opened.wait_for("q Quit")
        opened.wait_for("On the tram")
        yield opened


def titled(folder: Path, title: str) -> None:
    header = (folder / "brief.yaml").read_text().splitlines()
    header[1] = f"title: {title}"
    (folder / "brief.yaml").write_text("\n".join(header) + "\n")


def children(pid: int) -> list[int]:
    """The processes that a process has started, and those they have."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            found += map(int, task.read_text().split())
    return [*found, *(below for child in found for below in children(child))]


def watched(pids: list[int]) -> list[int]:
    """Handles that tell when processes end."""
    return [os.pidfd_open(pid) for pid in pids]


def assert_end(handles: list[int]) -> None:
    """Wait until all of them have ended."""
    for handle in handles:
        assert select.select([handle], [], [], 20)[0]
        os.close(handle)


def selected(terminal: Terminal) -> str:
    return next((line for line in terminal.lines if line.startswith("▌")), "")


def test_the_main_job(terminal: Terminal, library: Path) -> None:
    # the filter, and a brief opened from it; back on the same row
    terminal.press("f")
    terminal.wait_for("Filter")
    terminal.write("port")
    terminal.wait_for("1 of 3 briefs")
    terminal.press("enter")
    terminal.wait_for("BOTTOM LINE")
    terminal.press("escape")
    terminal.wait_for("1 of 3 briefs")
    terminal.press("escape")
    terminal.wait_for(lambda screen: screen.find("of 3 briefs") is None)
    assert "On the port" in selected(terminal)

    # all briefs are searched, and n leads into the next one
    terminal.press("/")
    terminal.wait_for("Esc close")
    terminal.write("headline speaks")
    terminal.wait_for("Search · 3 matches")
    terminal.press("enter")
    terminal.wait_for("hit 1 of 3")
    first = terminal.lines[0]
    terminal.press("n")
    terminal.wait_for("hit 2 of 3")
    assert terminal.lines[0] != first
    terminal.press("escape")
    terminal.settle(0.3)
    terminal.press("escape")
    terminal.wait_for("3 briefs")

    # what changes on the disk changes in the list, and nothing else does
    titled(library / "mill", "Another mill")
    terminal.wait_for("Another mill")
    shutil.rmtree(library / "tram")
    terminal.wait_for("2 briefs")
    (library / "mill" / "risks.yaml").write_text("entries: [\n")
    terminal.wait_for("1 error")
    titled(write_brief(library / "quay"), "A quay")
    terminal.wait_for("A quay")
    assert "On the port" in selected(terminal)

    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert terminal.leftovers() == []


def test_the_librarian_ends_with_the_reader(terminal: Terminal) -> None:
    started = watched(children(terminal._process.pid))
    assert started
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert_end(started)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL], ids=lambda n: n.name)
def test_it_ends_with_a_reader_that_is_ended(terminal: Terminal, number: signal.Signals) -> None:
    started = watched(children(terminal._process.pid))
    assert started
    terminal.signal(number)
    terminal.wait_exit()
    assert_end(started)


def test_a_librarian_that_dies_is_missed_and_another_one_begins(
    terminal: Terminal, library: Path
) -> None:
    for pid in children(terminal._process.pid):
        os.kill(pid, signal.SIGKILL)
    terminal.wait_for("killed (SIGKILL), perhaps out of memory")
    titled(library / "mill", "Another mill")  # which the first one would have told
    shutil.rmtree(library / "tram")
    terminal.wait_for("Another mill")
    terminal.wait_for("2 briefs")
    assert terminal.find("not followed") is None
    terminal.press("q")
    assert terminal.wait_exit() == 0


def test_an_index_that_is_cut_short_while_it_is_open_is_built_anew(
    library: Path, terminal: Terminal
) -> None:
    terminal.press("/")
    terminal.wait_for("Esc close")
    terminal.write("headline")
    terminal.wait_for("Search · 3 matches")
    before = set(index_folder(library).glob("*.store"))
    for file in index_folder(library).glob("?" * 32 + ".*"):  # read, it would end the process
        os.truncate(file, 0)
    terminal.write(" speaks")
    terminal.wait_for(lambda _: set(index_folder(library).glob("*.store")) - before)
    terminal.wait_for("Search · 3 matches")
    terminal.press("escape")
    terminal.settle(0.3)
    terminal.press("q")
    assert terminal.wait_exit() == 0


@pytest.fixture
def shell(library: Path) -> Iterator[Terminal]:
    """A shell where the reader is open, with its number beside the library."""
    editor = library.with_name("vi")
    editor.write_text("#!/bin/sh\nprintf 'in the editor'\nread -r _\n")
    editor.chmod(0o755)
    run = (
        f"sh -c 'echo $$ >{library}.pid; exec \"$@\"' sh {sys.executable} -m briefing {library}/\n"
    )
    variables = {"PS1": "shell$ ", "EDITOR": str(editor)}
    with Terminal(["bash", "--norc", "-i"], env=variables) as opened:
        opened.wait_for("shell$")
        opened.write(run)
        opened.wait_for("On the tram")
        yield opened


@pytest.mark.parametrize("lent", [False, True], ids=["ever", "again"])
def test_a_reader_that_is_killed_leaves_its_terminal_to_the_librarian(
    library: Path, shell: Terminal, *, lent: bool
) -> None:
    if lent:
        shell.press("ctrl+z")
        shell.wait_for("Stopped")
        shell.write("fg\n")
        shell.wait_for(lambda screen: screen.in_alternate_screen and screen.find("On the tram"))
    shell.press("/")  # read after what the terminal answers, which the shell would get else
    shell.wait_for("Esc close")
    assert shell.in_alternate_screen
    os.kill(int(Path(f"{library}.pid").read_text()), signal.SIGKILL)
    shell.wait_for(lambda screen: not screen.in_alternate_screen)
    shell.write("echo $((6*7)); exit\n")
    shell.wait_for("42")
    assert shell.wait_exit() == 0
    assert shell.leftovers() == []


@pytest.mark.parametrize("lent_to", ["shell", "editor"])
def test_one_that_is_killed_while_another_has_the_terminal_leaves_it_alone(
    library: Path, shell: Terminal, lent_to: str
) -> None:
    reader = int(Path(f"{library}.pid").read_text())
    librarian = watched(children(reader))
    if lent_to == "shell":
        shell.press("ctrl+z")
        shell.wait_for("Stopped")
    else:
        shell.press("enter")
        shell.wait_for("BOTTOM LINE")
        shell.press("e")
        shell.wait_for("in the editor")
    os.kill(reader, signal.SIGKILL)
    assert_end(librarian)
    shell.settle()  # what it has written is on its way
    assert _GIVE_BACK not in shell.raw
