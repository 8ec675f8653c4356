"""An error of the program itself: the terminal comes back, one line says where the report is.

What fails is planted by the test, in a real process before it starts; the product has no such way.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import crash
from briefing.cli import cli
from tests.library.shelf import write_library
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

CONTENT = Path(__file__).parents[1] / "content"
SECRET = "SECRETWORDS"
READER = "from briefing.tui.screens.reader import Reader as R\n"
# in two pieces: the code itself stands in a report
BOOM = f"def boom(*_):\n    raise ValueError('{SECRET[:6]}' '{SECRET[6:]}')\n"
# what is planted, and whether a key sets it off
PLANTED = {
    "a key": (f"{READER}{BOOM}R.action_do = boom\n", True),
    "a worker": (
        f"{READER}{BOOM}async def slow():\n    boom()\nR.action_do = lambda r, *_: r.run_worker(slow())\n",
        True,
    ),
    "a thread": (
        f"{READER}{BOOM}from threading import Thread as T\nR.action_do = lambda *_: T(target=boom).start()\n",
        True,
    ),
    "the keyboard": (f"{BOOM}from briefing.tui.keyboard import Keyboard\nKeyboard._read = boom\n", False),
    "taking the screen": (
        f"{BOOM}from textual.drivers.linux_driver import LinuxDriver as D\nD._disable_line_wrap = boom\n",
        False,
    ),
}  # fmt: skip


def planted(code: str, *arguments: str) -> list[str]:
    run = f"{code}\nfrom briefing.__main__ import main\nmain()"
    return [sys.executable, "-c", run, *arguments]


def reports(home: Path) -> list[Path]:
    return sorted((home / "state" / "briefing").glob("crash-*"))


@pytest.mark.parametrize("name", PLANTED)
def test_a_crash_gives_the_terminal_back_and_says_in_a_line_where_the_report_is(
    name: str, home: Path
) -> None:
    code, key = PLANTED[name]
    with Terminal(planted(code, "read", str(CONTENT)), columns=300) as terminal:
        if key:
            terminal.wait_for("BOTTOM LINE")
            terminal.press("m")
        assert terminal.wait_exit() == 1
        assert terminal.leftovers() == []
        assert not terminal.in_alternate_screen
        (report,) = reports(home)
        (line,) = [line for line in terminal.lines if line]
        assert re.search(
            r"briefing: an error of the program ended it \(ValueError in .* line \d+\)", line
        )
        assert line.endswith(str(report))
        assert SECRET.encode() not in terminal.raw
    told = report.read_text()
    assert "command:   briefing read ...\n" in told
    assert "TERM=xterm-256color" in told
    assert ", in boom" in told
    assert re.search(r"^    \w.*\n", told, re.MULTILINE) or name == "a thread"  # code lines
    for private in (SECRET, str(home), str(CONTENT), "Traceback"):
        assert private not in told


def failed(act: Callable[[], object]) -> BaseException:
    try:
        act()
    except BaseException as error:  # noqa: BLE001 - whatever it is
        return error
    raise AssertionError


def chained() -> None:
    try:
        int(SECRET)
    except ValueError as error:
        raise KeyError(SECRET) from error


def deep() -> None:
    deep()


def test_a_report_is_for_its_user_alone_and_the_newest_few_stay(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(7):
        assert crash.tell(failed(chained)) == 1
    kept = reports(home)
    assert len(kept) == 5
    assert {path.stat().st_mode & 0o777 for path in kept} == {0o600}
    assert (home / "state" / "briefing").stat().st_mode & 0o777 == 0o700
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 7
    assert Path(lines[-1].partition("The report: ")[2]) in kept
    assert crash.tell(failed(chained), status=2) == 2


def test_it_tells_every_cause_but_no_message(monkeypatch: pytest.MonkeyPatch) -> None:
    told = crash.report(failed(chained))
    assert told.index("KeyError (with BRIEFING_DEBUG=1") < told.index("before that:")
    assert told.index("before that:") < told.index("ValueError (with BRIEFING_DEBUG=1")
    assert "int(SECRET)" in told
    assert SECRET not in told
    assert "No such file or directory" in crash.report(failed(lambda: open("/x\n\x1b[2J")))  # noqa: PTH123, SIM115
    group = failed(lambda: (_ for _ in ()).throw(ExceptionGroup(SECRET, [ValueError(SECRET)])))
    assert "of these: ValueError" in crash.report(group)
    assert "Previous line repeated" in crash.report(failed(deep))
    assert "ModuleNotFoundError: No module named 'nowhere_at_all'" in crash.report(
        failed(lambda: __import__("nowhere_at_all"))
    )
    monkeypatch.setenv("BRIEFING_DEBUG", "1")
    assert f"KeyError: '{SECRET}'" in crash.report(failed(chained))


def test_of_the_command_line_only_the_shape_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["briefing", "search", SECRET, "-c", f"--in={SECRET}", f"-{SECRET}", "--json"]
    monkeypatch.setattr(sys, "argv", words)
    told = crash.report(failed(chained))
    assert "command:   briefing search ... -c --in ... --json\n" in told
    assert SECRET not in told
    assert set(cli.commands) == crash.COMMANDS


def test_where_no_report_can_be_written_that_is_said(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "state").write_text("a file in the way")
    assert crash.tell(failed(chained)) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.endswith("No report could be written: not a directory.\n")
    assert "KeyError in tests/test_crash.py line " in said
    monkeypatch.setattr(crash, "folder", deep)
    assert crash.tell(failed(chained)) == 1
    assert "there is no folder for it" in capsys.readouterr().err
    monkeypatch.setattr(crash, "folder", lambda: Path("/dev/full"))
    monkeypatch.setattr(sys, "stderr", None)
    assert crash.tell(failed(chained)) == 1


def test_a_disk_that_is_full_leaves_no_half_report(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    error = failed(chained)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        assert crash.tell(error) == 1
        assert reports(home) == []
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "No report could be written: file too large." in capsys.readouterr().err


def test_a_command_that_fails_could_not_run(home: Path) -> None:
    code = f"{BOOM}import briefing.library as l\nl.open_brief = boom\n"
    command = planted(code, "export", str(CONTENT))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith(f"{reports(home)[0]}\n")


def test_a_librarian_that_fails_leaves_a_report_too(home: Path, tmp_path: Path) -> None:
    code = f"{BOOM}from briefing.library.indexing import Librarian\nLibrarian.changes = boom\n"
    command = planted(code, "index", "--follow", str(write_library(tmp_path / "library")))
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        assert process.wait(30) == 2
        assert process.stderr
        assert process.stderr.read().decode().endswith(f"{reports(home)[0]}\n")
    assert "command:   briefing index --follow ...\n" in reports(home)[0].read_text()


def test_an_early_frame_that_cannot_be_drawn_is_missed_by_nobody(home: Path) -> None:
    code = f"{BOOM}import briefing.tui.firstframe as f\nf._draw = boom\n"
    with Terminal(planted(code, "read", str(CONTENT))) as terminal:
        terminal.wait_for("BOTTOM LINE")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        terminal.wait_gone()
        assert terminal.leftovers() == []
        assert terminal.text.strip() == ""
    assert reports(home) == []
