"""Told to end, or to stop for a while: the terminal is as it was, whatever the reader was at."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.briefs import write_brief
from tests.terminal import Terminal

BRIEFING = [sys.executable, "-m", "briefing"]
CONTENT = Path(__file__).parents[1] / "content"


def assert_ended(terminal: Terminal, number: signal.Signals) -> None:
    assert terminal.wait_exit() == 128 + number
    assert not terminal.in_alternate_screen
    assert terminal.leftovers() == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGQUIT], ids=lambda n: n.name)
def test_an_open_window_is_no_hindrance(number: signal.Signals) -> None:
    with Terminal([*BRIEFING, str(CONTENT)]) as terminal:
        terminal.wait_for("BOTTOM LINE")
        terminal.press("/")
        terminal.wait_for("Esc close")
        terminal.signal(number)
        assert_ended(terminal, number)


@pytest.mark.parametrize("moment", ["compose", "on_mount"])
def test_nor_is_a_reader_that_is_only_just_taking_the_screen(moment: str) -> None:
    code = (
        "import os, signal\n"
        "from briefing.tui.screens.reader import Reader as R\n"
        f"before = R.{moment}\n"
        f"R.{moment} = lambda s: (os.kill(os.getpid(), signal.SIGTERM), before(s))[1]\n"
        "from briefing.__main__ import main\nmain()"
    )
    with Terminal([sys.executable, "-c", code, "read", str(CONTENT)]) as terminal:
        assert_ended(terminal, signal.SIGTERM)


def test_while_the_editor_runs_it_ends_with_the_editor(tmp_path: Path) -> None:
    editor = tmp_path / "vi"
    editor.write_text("#!/bin/sh\nprintf 'in the editor'\nread -r _\n")
    editor.chmod(0o755)
    folder = write_brief(tmp_path / "valley")
    with Terminal([*BRIEFING, str(folder)], env={"EDITOR": str(editor)}) as terminal:
        terminal.wait_for("BOTTOM LINE")
        terminal.press("e")
        terminal.wait_for("in the editor")
        terminal.signal(signal.SIGTERM)
        terminal.press("enter")
        assert_ended(terminal, signal.SIGTERM)


def test_a_library_ends_from_a_brief_of_it(tmp_path: Path) -> None:
    for name in ("mill", "port"):
        write_brief(tmp_path / "valley" / name)
    with Terminal([*BRIEFING, f"{tmp_path}/valley/"]) as terminal:
        terminal.wait_for("2 briefs")
        terminal.press("enter")
        terminal.wait_for("BOTTOM LINE")
        terminal.signal(signal.SIGHUP)
        assert_ended(terminal, signal.SIGHUP)
        terminal.wait_gone()


def test_in_a_shell_stop_and_continue_from_elsewhere_are_heard_in_a_library(
    tmp_path: Path,
) -> None:
    for name in ("mill", "port"):
        write_brief(tmp_path / name)
    told = tmp_path / "pid"
    # so that its number is known: exec keeps it
    run = f"sh -c 'echo $$ >{told}; exec \"$@\"' sh {sys.executable} -m briefing {tmp_path}/\n"
    with Terminal(["bash", "--norc", "-i"], env={"PS1": "shell$ "}) as terminal:
        terminal.wait_for("shell$")
        before = terminal.leftovers()  # a shell that edits a line has modes of its own
        terminal.write(run)
        terminal.wait_for("2 briefs")
        terminal.press("/")
        terminal.wait_for("Esc close")
        terminal.settle(0.3)
        os.kill(int(told.read_text()), signal.SIGTSTP)
        terminal.wait_for("Stopped")
        assert not terminal.in_alternate_screen
        terminal.wait_for(lambda screen: screen.leftovers() == before)
        terminal.write("fg\n")
        terminal.wait_for("Esc close")
        terminal.settle(0.3)
        os.kill(int(told.read_text()), signal.SIGTERM)
        terminal.wait_for(lambda screen: not screen.in_alternate_screen)
        terminal.wait_for(lambda screen: screen.leftovers() == before)
