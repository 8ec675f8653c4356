"""Told to end, or to stop for a while: the terminal is as it was, whatever the reader was at."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.briefs import write_brief
from tests.shell import in_a_shell
from tests.terminal import Terminal

BRIEFING = [sys.executable, "-m", "briefing"]
CONTENT = Path(__file__).parents[1] / "content"


def assert_ended(terminal: Terminal, number: signal.Signals) -> None:
    assert terminal.wait_exit() == 128 + number
    assert not terminal.in_alternate_screen
    assert terminal.leftovers() == []


def planted(folder: Path, code: str) -> list[str]:
    """The command of a reader that first runs the code."""
    program = folder / "program.py"
    program.write_text(f"{code}from briefing.__main__ import main\nmain()\n")
    return [sys.executable, str(program), str(write_brief(folder / "valley"))]


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
    with in_a_shell(tmp_path, *BRIEFING, f"{tmp_path}/") as shell:
        shell.terminal.wait_for("2 briefs")
        shell.terminal.press("/")
        shell.terminal.wait_for("Esc close")
        shell.kill(signal.SIGTSTP)
        shell.wait_for("Stopped")
        shell.terminal.write("fg; echo ended $?\n")
        shell.terminal.wait_for("Esc close")
        shell.kill(signal.SIGTERM)
        shell.wait_for("ended 143")


def test_told_to_stop_while_it_writes_or_takes_the_terminal_it_stops_then_and_once(
    tmp_path: Path,
) -> None:
    command = planted(
        tmp_path,
        "import os, signal\n"
        "from queue import Queue\n"
        "usual, moments = Queue._put, ['Esc close', '\\x1b[>25u']\n"
        "def put(queue, text):  # a lock is held, which whoever writes waits for\n"
        "    usual(queue, text)\n"
        "    if moments and moments[0] in str(text):\n"
        "        del moments[0]\n"
        "        os.kill(os.getpid(), signal.SIGTSTP)\n"
        "def armed(driver):\n"
        "    start(driver)\n"
        "    Queue._put = put\n"
        "from textual.drivers.linux_driver import LinuxDriver\n"
        "start, LinuxDriver.start_application_mode = LinuxDriver.start_application_mode, armed\n",
    )
    with in_a_shell(tmp_path, *command) as shell:
        shell.terminal.wait_for("BOTTOM LINE")
        shell.terminal.press("/")
        for times in (1, 2):
            shell.wait_for("Stopped", times)
            shell.terminal.write("fg; echo ended $?\n")
        shell.terminal.wait_for("Esc close")
        shell.kill(signal.SIGTERM)
        shell.wait_for("ended 143")


def test_stopped_and_continued_it_takes_the_terminal_once_and_ended_while_stopped_not_again(
    tmp_path: Path,
) -> None:
    command = planted(
        tmp_path,
        "import signal\n"
        "from textual.drivers.linux_driver import LinuxDriver\n"
        "usual = LinuxDriver.start_application_mode\n"
        "def start(driver):  # until now SIGCONT is not heard, as where another thread takes it\n"
        "    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCONT})\n"
        "    usual(driver)\n"
        "    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCONT})\n"
        "LinuxDriver.start_application_mode = start\n",
    )
    with in_a_shell(tmp_path, *command) as shell:
        shell.terminal.wait_for("BOTTOM LINE")
        shell.kill(signal.SIGTSTP)
        shell.wait_for("Stopped")
        shell.terminal.write("fg\n")
        shell.terminal.wait_for("BOTTOM LINE")
        shell.kill(signal.SIGTSTP)
        shell.wait_for("Stopped", 2)
        shell.terminal.write("kill %1; wait -f %1; echo ended $?\n")
        shell.wait_for("ended 143")


def test_continued_without_having_stopped_it_takes_the_terminal_but_once() -> None:
    with Terminal([*BRIEFING, str(CONTENT)]) as terminal:
        terminal.wait_for("BOTTOM LINE")
        terminal.signal(signal.SIGCONT)
        terminal.wait_for(lambda screen: screen.raw.count(b"\x1b[?1049h") == 2)
        terminal.wait_for("BOTTOM LINE")
        terminal.signal(signal.SIGTERM)
        assert_ended(terminal, signal.SIGTERM)
