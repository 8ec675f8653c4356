"""The first frame of a repeat launch: early, exact, and the terminal as it was whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import early
from briefing.library import key_of, memory, open_brief, update
from briefing.state import Audit
from tests.briefs import write_brief
from tests.shell import in_a_shell
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pyte.screens import Char

BRIEFING = [sys.executable, "-m", "briefing"]
# paints what there is to paint, and says no word
PROBE = [
    *(sys.executable, "-c"),
    "import sys; from briefing import early; early.paint(sys.argv[1:]); early.leave()",
]
ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
LAST = b"Quit"  # the last words of a frame
ALTERNATE = early.ALTERNATE_SCREEN.encode()
MOUSE = b"\x1b[?1000h"  # the first that the reader itself switches on


def leave_off(
    cwd: Path,
    *arguments: str,
    keys: Sequence[str] = (),
    size: tuple[int, int] = (80, 24),
    light: bool = False,
    looks: Mapping[str, str] | None = None,
) -> None:
    """Read for a while, so that there is a frame for the next time."""
    columns, rows = size
    command = [*BRIEFING, *arguments]
    with Terminal(command, columns=columns, rows=rows, cwd=cwd, env=looks) as terminal:
        terminal.emulator.background = "rgb:ffff/ffff/ffff" if light else ""
        terminal.wait_for("Quit")
        for key in keys:
            terminal.press(key)
            terminal.settle()
        terminal.press("q")
        assert terminal.wait_exit() == 0
        terminal.wait_gone()


def is_painted(cwd: Path, *arguments: str, **changed: str | None) -> bool:
    """Whether a launch would paint a frame early."""
    with Terminal([*PROBE, *arguments], cwd=cwd, env=changed) as terminal:
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []
        return ALTERNATE in terminal.raw


def cells(terminal: Terminal) -> list[list[Char]]:
    screen = terminal.emulator.screen
    return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]


def frames() -> list[Path]:
    """The files of all frames that are there."""
    folder = Path(early.folder())
    return [file for file in folder.iterdir() if not file.suffix] if folder.exists() else []


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """A folder for PYTHONPATH: with it Textual never comes to be loaded."""
    folder = tmp_path / "gate" / "textual"
    folder.mkdir(parents=True)
    # step by step: a signal that came just before one long step would be heard at its end
    (folder / "__init__.py").write_text("import time\nwhile True:\n    time.sleep(0.01)\n")
    return folder.parent


def behind(gate: Path) -> dict[str, str]:
    return {"PYTHONPATH": os.pathsep.join([str(gate), str(ROOT)])}


def stays(terminal: Terminal, until: bytes, times: int = 1) -> None:
    """Go on, piece by piece, until that was written: no cell may change."""
    first = cells(terminal)
    drawn = b""
    while drawn.count(until) < times:
        for _ in terminal.replay(quiet=0):
            assert cells(terminal) == first
            drawn = bytes(terminal.raw[: len(terminal.raw) - terminal.undrawn])
            if drawn.count(until) >= times:
                break


def taken_over(terminal: Terminal) -> None:
    """Go on until the reader has drawn its own first frame, which changes nothing."""
    terminal.wait_for(lambda t: LAST in t.raw)
    assert MOUSE not in terminal.raw
    assert terminal.lines[0]
    stays(terminal, LAST, times=2)
    assert terminal.raw.count(ALTERNATE) == 1


def test_what_is_painted_has_come_to_rest(tmp_path: Path) -> None:
    """A heading follows the first layout of its page."""
    leave_off(tmp_path, str(CONTENT))
    with Terminal([*BRIEFING, str(CONTENT)], cwd=tmp_path) as terminal:
        taken_over(terminal)
        assert terminal.find("The audit is running.")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        ((120, 36), ["5", "j", "j"]),
        ((60, 20), ["6"]),
        ((200, 60), ["9", "G"]),
        ((100, 30), ["2", "enter", "j"]),
        ((40, 15), ["8", "j"]),
    ],
    ids=str,
)
def test_no_cell_changes_when_the_reader_takes_over(
    tmp_path: Path, size: tuple[int, int], keys: list[str]
) -> None:
    leave_off(tmp_path, str(CONTENT), keys=keys, size=size)
    columns, rows = size
    command = [*BRIEFING, str(CONTENT)]
    with Terminal(command, columns=columns, rows=rows, cwd=tmp_path) as terminal:
        taken_over(terminal)
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []


@pytest.mark.parametrize("looks", [{"NO_COLOR": "1"}, {"COLORTERM": "", "TERM": "xterm"}], ids=str)
def test_nor_does_one_without_colours_or_with_few(tmp_path: Path, looks: dict[str, str]) -> None:
    arguments = ["read", str(CONTENT), "--ascii"]
    leave_off(tmp_path, *arguments, looks=looks)
    with Terminal([*BRIEFING, *arguments], cwd=tmp_path, env=looks) as terminal:
        taken_over(terminal)


def test_a_terminal_that_changes_its_size_meanwhile_is_filled(tmp_path: Path) -> None:
    leave_off(tmp_path, str(CONTENT), keys=["5"])
    with Terminal([*BRIEFING, str(CONTENT)], cwd=tmp_path) as terminal:
        terminal.wait_for(lambda t: LAST in t.raw)
        assert MOUSE not in terminal.raw
        terminal.resize(100, 30)
        terminal.wait_for(lambda t: t.lines[1] == "─" * 100 and t.lines[29].endswith("Quit"))


def test_a_light_terminal_is_light_from_the_start(tmp_path: Path) -> None:
    leave_off(tmp_path, str(CONTENT), light=True)
    with Terminal([*BRIEFING, str(CONTENT)], cwd=tmp_path) as terminal:
        taken_over(terminal)
        assert terminal.cell(5, 5).bg == "fbfaf7"


def test_two_readers_of_a_brief_leave_no_frame_that_does_not_hold(tmp_path: Path) -> None:
    folder = str(write_brief(tmp_path))
    leave_off(tmp_path, folder)
    with Terminal([*BRIEFING, folder], cwd=tmp_path) as other:
        taken_over(other)
        leave_off(tmp_path, folder)
        other.press("2")
        other.wait_for("REGIONS")
        other.signal(signal.SIGTERM)  # which keeps the place, and no frame
        assert other.wait_exit() == 128 + signal.SIGTERM
    assert not is_painted(tmp_path, folder)
    leave_off(tmp_path, folder)
    with Terminal([*BRIEFING, folder], cwd=tmp_path) as terminal:
        taken_over(terminal)
        assert terminal.find("REGIONS")


def test_a_library_is_there_at_once_too(tmp_path: Path) -> None:
    library = tmp_path / "library"
    for name in ("one", "two", "three"):
        (library / name).mkdir(parents=True)
        write_brief(library / name)
    update(library)
    argument = str(library)
    leave_off(tmp_path, argument, keys=["enter", "2"])  # to have read something, too
    leave_off(tmp_path, argument)
    with Terminal([*BRIEFING, argument], cwd=tmp_path) as terminal:
        taken_over(terminal)
        assert terminal.find("3 briefs")
        terminal.press("enter")
        terminal.wait_for("REGIONS")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        terminal.wait_gone()
    assert is_painted(tmp_path, argument)
    before = times(Path(early.folder()))
    remembered = memory()
    changes: list[Callable[[], object]] = [
        lambda: remembered.keep_place("another", "place"),
        lambda: remembered.keep_audit("another", Audit("", 0, 0)),
    ]
    for change in changes:
        change()
        assert not is_painted(tmp_path, argument)
        set_back(before)
        assert is_painted(tmp_path, argument)
    remembered.close()
    (library / "four").mkdir()
    assert not is_painted(tmp_path, argument)


def test_what_an_audit_found_stands_in_a_library_at_once(tmp_path: Path) -> None:
    library = tmp_path / "library"
    for name in ("one", "two"):
        (library / name).mkdir(parents=True)
        write_brief(library / name)
    update(library)
    argument = str(library)
    leave_off(tmp_path, argument, size=(120, 24))
    memory().keep_audit(key_of(open_brief(library / "one")), Audit("as it was", 0, 2))
    leave_off(tmp_path, argument, size=(120, 24))
    with Terminal([*BRIEFING, argument], columns=120, rows=24, cwd=tmp_path) as terminal:
        taken_over(terminal)
        assert terminal.find("changed")


def test_next_to_nothing_is_imported_to_paint_and_keys_wait_for_the_reader(tmp_path: Path) -> None:
    leave_off(tmp_path, str(CONTENT))
    told = tmp_path / "told"
    script = (
        "import os, sys; before = set(sys.modules); sys.path.insert(0, sys.argv.pop(1))\n"
        "told = sys.argv.pop(1)\n"
        "from briefing import early; early.paint(sys.argv[1:])\n"
        "loaded, painted = set(sys.modules) - before, early.now.painted; early.leave()\n"
        "print(painted, *loaded, file=open(told, 'w'))"
    )
    command = [sys.executable, "-S", "-c", script, str(ROOT), str(told), str(CONTENT)]
    with Terminal(command, cwd=tmp_path) as terminal:
        assert terminal.wait_exit() == 0
    painted, *loaded = told.read_text().split()
    assert painted == "True"
    assert set(loaded) <= {"briefing", "briefing.early", "__future__", "termios", "_signal"}
    with Terminal([*BRIEFING, str(CONTENT)], cwd=tmp_path) as terminal:
        terminal.wait_for(lambda t: LAST in t.raw)
        terminal.write("5jj")  # which are not echoed
        stays(terminal, MOUSE)
        terminal.wait_for("RISKS")
        terminal.wait_for("▌ RK4")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []


def test_a_frame_is_painted_before_textual_is_loaded_and_goes_with_whatever_ends_it(
    tmp_path: Path, gate: Path
) -> None:
    leave_off(tmp_path, str(CONTENT))
    command = [*BRIEFING, str(CONTENT)]
    ends: list[tuple[Callable[[Terminal], object], int]] = [
        (lambda terminal: terminal.press("ctrl+c"), 130),
        (lambda terminal: terminal.signal(signal.SIGTERM), -signal.SIGTERM),
        (lambda terminal: terminal.signal(signal.SIGHUP), -signal.SIGHUP),
        (lambda terminal: terminal.signal(signal.SIGQUIT), -signal.SIGQUIT),
    ]
    for end, status in ends:
        with Terminal(command, cwd=tmp_path, env=behind(gate)) as terminal:
            terminal.wait_for("BOTTOM LINE")
            assert terminal.in_alternate_screen
            end(terminal)
            assert terminal.wait_exit() == status
            assert not terminal.in_alternate_screen
            assert terminal.leftovers() == []
    with in_a_shell(tmp_path, *command, cwd=tmp_path, env=behind(gate)) as shell:
        shell.terminal.wait_for("BOTTOM LINE")
        shell.kill(signal.SIGTSTP)
        shell.wait_for("Stopped")
        shell.kill(signal.SIGKILL)
    # what cannot be loaded is said where it can be read
    (gate / "textual" / "__init__.py").write_text("raise ImportError('no Textual here')\n")
    with Terminal(command, cwd=tmp_path, env=behind(gate)) as terminal:
        assert terminal.wait_exit() == 1
        assert ALTERNATE in terminal.raw
        assert not terminal.in_alternate_screen
        assert terminal.leftovers() == []
        terminal.wait_for("no Textual here")


def times(*folders: Path) -> dict[Path, int]:
    """When folders and what lies in them were written."""
    paths = [path for folder in folders for path in (folder, *folder.iterdir())]
    return {path: path.stat().st_mtime_ns for path in paths}


def set_back(before: Mapping[Path, int]) -> None:
    """Let it look as if nothing had been written since."""
    for path, moment in before.items():
        os.utime(path, ns=(moment, moment))


def test_what_was_changed_since_is_not_painted(tmp_path: Path, home: Path) -> None:
    folder = write_brief(tmp_path)
    argument = str(folder)
    leave_off(tmp_path, argument)
    assert is_painted(tmp_path, argument)
    config = home / "config" / "briefing" / "config.toml"
    config.parent.mkdir(parents=True)
    remembered = memory()
    key = key_of(open_brief(folder))
    (kept,) = frames()
    whole, before = kept.read_bytes(), times(folder, kept.parent)
    # each is undone, so that nothing but the next one differs
    changes: list[tuple[str, Callable[[], object], Callable[[], object] | None]] = [
        ("a section", (folder / "regions.yaml").touch, None),
        ("another file", (folder / "notes.txt").touch, (folder / "notes.txt").unlink),
        ("config.toml", lambda: config.write_text('theme = "light"'), config.unlink),
        ("a place", lambda: remembered.keep_place(key, ""), None),
        ("a setting", lambda: remembered.set("theme", "light"), None),
        (
            "what is remembered, lost",
            lambda: (home / "state").rename(home / "gone"),
            lambda: (home / "gone").rename(home / "state"),
        ),
        ("the frame, cut", lambda: os.truncate(kept, 9000), lambda: kept.write_bytes(whole)),
        ("the frame, for all to read", lambda: kept.chmod(0o644), lambda: kept.chmod(0o600)),
    ]
    for what, change, undo in changes:
        change()
        assert not is_painted(tmp_path, argument), what
        if undo:
            undo()
        set_back(before)
        assert is_painted(tmp_path, argument), f"{what}, undone"
    remembered.close()


def test_another_launch_paints_nothing(tmp_path: Path) -> None:
    folder = write_brief(tmp_path)
    leave_off(tmp_path, str(folder))
    assert is_painted(tmp_path, str(folder))
    assert not is_painted(tmp_path, "read", str(folder))
    assert not is_painted(tmp_path, f"{folder}/")
    assert not is_painted(tmp_path.parent, str(folder))
    for name in ("NO_COLOR", "COLORTERM", "COLORFGBG", "TEXTUAL_COLOR_SYSTEM", "COLUMNS"):
        assert not is_painted(tmp_path, str(folder), **{name: "1"}), name
    for term in ("dumb", "linux", "xterm", "unheard-of", None):
        assert not is_painted(tmp_path, str(folder), TERM=term), term
    with Terminal([*PROBE, str(folder)], columns=81, cwd=tmp_path) as terminal:
        terminal.wait_exit()
        assert ALTERNATE not in terminal.raw


def test_it_can_be_declined(tmp_path: Path, home: Path) -> None:
    folder = str(write_brief(tmp_path))
    for option in ("--no-early-frame", "--no-state"):
        leave_off(tmp_path, "read", folder, option)
        assert not is_painted(tmp_path, "read", folder, option)
    config = home / "config" / "briefing" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("early_frame = false")
    leave_off(tmp_path, folder)
    assert not is_painted(tmp_path, folder)
    assert frames() == []
    config.unlink()
    leave_off(tmp_path, folder, looks={"TERM": "linux"})
    assert not Path(early.folder()).exists()


ROWS = ["\x1b[1;38;2;1;2;3mtext\x1b[0m" + " " * 76, *["plain"] * 23]


def frame(*rows: str, key: str = "key") -> bytes:
    data = "\n".join([key, "dark", "0", *rows]).encode("utf-8", "surrogateescape")
    return early.checksum(data).encode() + b"\n" + data


def read_back(file: Path, data: bytes) -> list[str] | None:
    file.write_bytes(data)
    file.chmod(0o600)
    try:
        found = early.read(str(file), "key")
    except (OSError, ValueError):
        return None
    return found and found[1]


@given(
    at=st.integers(0, 400), data=st.binary(max_size=20), cut=st.integers(0, 20), held=st.booleans()
)
def test_of_a_damaged_frame_only_text_and_styles_are_painted(
    tmp_path_factory: pytest.TempPathFactory, at: int, data: bytes, cut: int, *, held: bool
) -> None:
    file = tmp_path_factory.getbasetemp() / "frame"
    whole = frame(*ROWS)
    assert read_back(file, whole) == ROWS
    damaged = whole[:at] + data + whole[at + cut :]
    if held:  # by somebody who knows how it is made
        rest = damaged.partition(b"\n")[2]
        damaged = early.checksum(rest).encode() + b"\n" + rest
    rows = read_back(file, damaged)
    if not held:
        assert rows is None or damaged == whole
    for row in rows or ():
        for piece in row.split("\x1b[")[1:]:
            assert piece.partition("m")[1]
            assert set(piece.partition("m")[0]) <= set("0123456789;")
        assert not set(row.replace("\x1b[", "")) & set(map(chr, [*range(32), *range(127, 160)]))


@pytest.mark.parametrize(
    "row",
    ["\x1b]52;c;aGk=\x07", "\x1b[2J", "a\rb", "\x9b2J", "\x1b[?1049l", "\x1bc", "\x1b[31;m\x1b"],
    ids=repr,
)
def test_nothing_else_that_a_terminal_acts_on_is_painted(tmp_path: Path, row: str) -> None:
    assert read_back(tmp_path / "frame", frame(*ROWS)) == ROWS
    assert read_back(tmp_path / "frame", frame(row, *ROWS)) is None


def test_a_link_or_a_pipe_is_no_frame(tmp_path: Path) -> None:
    file, link, pipe = tmp_path / "frame", tmp_path / "link", tmp_path / "pipe"
    assert read_back(file, frame(*ROWS))
    link.symlink_to(file)
    os.mkfifo(pipe, 0o600)
    with pytest.raises(OSError, match="link"):
        early.read(str(link), "key")
    assert early.read(str(pipe), "key") is None


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_it_is_early_and_exact_in_tmux_too(tmp_path: Path, gate: Path) -> None:
    """In a terminal that somebody else wrote; there is nothing of it to see but the screen."""
    (tmp_path / "tmux.conf").write_text("set -g status off\nset -g escape-time 0\n")
    reader = f"{' '.join(BRIEFING)} {CONTENT}"
    behind_gate = f"PYTHONPATH={behind(gate)['PYTHONPATH']} {reader}"
    runs = [
        f"stty -a > before{number}; {command}; stty -a > after{number}; echo over{number}; read x"
        for number, command in enumerate((reader, behind_gate, reader))
    ]
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", str(tmp_path / "tmux.conf")]
    # which draws on its standard input
    command = ["/bin/sh", "-c", 'exec "$@" <&1', "sh", *tmux, "new-session", "; ".join(runs)]
    with ExitStack() as stack:
        terminal = stack.enter_context(Terminal(command, columns=100, rows=30, cwd=tmp_path))
        # the server outlives a client that is killed; where all went well there is none any more
        kill = partial(subprocess.run, [*tmux, "kill-server"], capture_output=True, check=False)
        stack.callback(kill)
        terminal.wait_for("BOTTOM LINE")
        terminal.press("5")
        terminal.wait_for("RISKS THE SOURCE NAMES")
        terminal.press("q")
        terminal.wait_for("over0")
        while not frames():
            terminal.settle()
        terminal.press("enter")
        terminal.wait_for("RISKS THE SOURCE NAMES")  # which Textual did not draw
        terminal.wait_for("Quit")
        terminal.settle(quiet=0.3)  # tmux draws piece by piece
        first = cells(terminal)
        terminal.press("ctrl+c")
        terminal.wait_for("over1")
        terminal.press("enter", "?")  # a key that the reader answers
        terminal.wait_for("Esc close")
        terminal.press("escape")
        terminal.wait_for(lambda _: cells(terminal) == first)
        terminal.press("q")
        terminal.wait_for("over2")
        terminal.press("enter")
        assert terminal.wait_exit() == 0
    for number in range(3):
        before, after = (tmp_path / f"{when}{number}" for when in ("before", "after"))
        assert before.read_text() == after.read_text()


def test_a_program_that_was_replaced_meanwhile_leaves_no_frame(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from briefing.tui import firstframe

    Path(early.folder()).mkdir(parents=True)
    monkeypatch.setattr(early.now, "key", "key")
    for since, number in ((1.0, 0), (time.time(), 1)):
        monkeypatch.setattr(early.now, "since", since)
        firstframe._write(os.terminal_size((80, 24)), "", [], ["row"] * 24)
        assert len(frames()) == number
