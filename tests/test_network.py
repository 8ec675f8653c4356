"""Nothing here speaks to a network: every command and the reader run where sockets are forbidden."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.briefs import ARTICLE, write_brief
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping

# Every Python that is started imports this first. Pairs of sockets between the threads of one
# process are no network; whatever else would be one ends the program at once, and is written down.
GUARD = """
import os, sys

def forbid(event, arguments):
    if event == "socket.__new__":
        if int(arguments[1]) == 1:  # AF_UNIX
            return
    elif event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"):
        if int(arguments[0].family) == 1:
            return
    elif not event.startswith(("socket.get", "urllib.")):
        return
    with open(os.environ["TOLD"], "a") as told:
        told.write(f"{event} {arguments!r} {sys.argv!r}\\n")
    os._exit(99)

sys.addaudithook(forbid)
"""
COMMANDS = (
    ("export",),
    ("export", "--full", "-f", "json"),
    ("export", "-f", "ndjson"),
    ("check",),
    ("search", "mill"),
    ("search", "mill", "--in", ".."),
    ("index", ".."),
    ("schema",),
    ("keys",),
    ("--help",),
    ("diff", ".", "."),
    ("source", "../article.txt", "-o", "../made.source"),
    ("new", "begun"),
)


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    (tmp_path / "valley").mkdir()
    (tmp_path / "valley" / "article.txt").write_text(ARTICLE)
    return write_brief(tmp_path / "valley" / "mill")


@pytest.fixture
def guarded(tmp_path: Path) -> Mapping[str, str]:
    """An environment in which no Python may open a socket."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    paths = [str(tmp_path / "guard"), os.environ.get("PYTHONPATH", "")]
    return {"PYTHONPATH": os.pathsep.join(filter(None, paths)), "TOLD": str(tmp_path / "told")}


def run(*command: str, cwd: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env={**os.environ, **env},
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
        "import socket; socket.getaddrinfo('localhost', 80)",
    ],
)
def test_the_guard_would_tell(guarded: Mapping[str, str], tmp_path: Path, code: str) -> None:
    assert run("-c", code, cwd=tmp_path, env=guarded).returncode == 99
    assert Path(guarded["TOLD"]).read_text()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_opens_a_socket(
    guarded: Mapping[str, str], brief: Path, command: tuple[str, ...]
) -> None:
    done = run("-m", "briefing", *command, cwd=brief, env=guarded)
    assert done.returncode in {0, 1}, done.stderr
    assert not Path(guarded["TOLD"]).exists()


def test_the_reader_opens_no_socket(guarded: Mapping[str, str], brief: Path) -> None:
    shutil.copytree(brief, brief.parent / "port")
    for _ in range(2):  # the second time with an early frame, and with the index that is there
        command = [sys.executable, "-m", "briefing", str(brief.parent)]
        with Terminal(command, columns=120, rows=36, env=guarded) as terminal:
            terminal.wait_for("2 briefs")
            terminal.press("/")
            terminal.wait_for("Esc close")
            terminal.write("valley")
            terminal.wait_for("matches")
            terminal.press("enter")
            terminal.wait_for("hit 1 of")
            for key in "123456789":
                terminal.press(key)
                terminal.settle()
            terminal.press("q")
            assert terminal.wait_exit() == 0
            terminal.wait_gone()
    assert not Path(guarded["TOLD"]).exists()
