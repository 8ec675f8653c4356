"""State in the whole program: closed, killed, opened twice, told to keep nothing."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tests.briefs import FILES, write_brief
from tests.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

READER = [sys.executable, "-m", "briefing"]


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    return write_brief(tmp_path / "mill")


def reader(brief: Path, *options: str, columns: int = 80) -> Terminal:
    terminal = Terminal([*READER, "read", *options, str(brief)], columns=columns, rows=24)
    terminal.wait_for("? Help")
    return terminal


def leave(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert terminal.leftovers() == []


def state(home: Path) -> Path:
    return home / "state" / "briefing" / "state.db"


def is_kept(home: Path, text: str) -> bool:
    """Whether the file, or the log beside it, holds a text already."""
    return any(text.encode() in path.read_bytes() for path in state(home).parent.glob("state.db*"))


def test_a_reader_reopens_where_it_was_left_at_once(brief: Path) -> None:
    with reader(brief) as terminal:
        terminal.press("5", "enter")
        terminal.wait_for("RISKS · The mill is late")
        leave(terminal)
    with Terminal([*READER, str(brief)], columns=80, rows=24) as terminal:
        terminal.wait_for("RISKS · The mill is late")
        assert "BOTTOM LINE" not in terminal.raw.decode(errors="replace")  # its first frame
        leave(terminal)


def test_a_kill_keeps_the_place_and_the_marks(brief: Path, home: Path) -> None:
    with reader(brief) as terminal:
        terminal.press("7", "m")
        terminal.wait_for("Mark F1")
        terminal.write("ask them")
        terminal.wait_for("ask them")
        terminal.press("enter")
        terminal.wait_for("Marked F1")
        terminal.signal(signal.SIGKILL)
        terminal.wait_exit()
    assert is_kept(home, "ask them")
    with reader(brief) as terminal:
        terminal.press("'")
        terminal.wait_for("ask them")
        terminal.press("enter")
        terminal.wait_for("F1◆")
        terminal.press("6")
        terminal.wait_for("TIMELINE")
        while not is_kept(home, "timeline\t"):  # half a second later
            terminal.settle()
        terminal.signal(signal.SIGKILL)
        terminal.wait_exit()
    with reader(brief) as terminal:
        assert "TIMELINE" in terminal.text
        leave(terminal)


def test_two_readers_at_once_lose_nothing(brief: Path) -> None:
    with reader(brief) as one, reader(brief) as two:
        for terminal, section, name in (
            (one, "7", "F1"),
            (two, "6", "T1"),
            (one, "4", "Northwind"),
        ):
            terminal.press(section, "m")
            terminal.wait_for(f"Mark {name}")
            terminal.press("enter")
            terminal.wait_for(f"Marked {name}")
        leave(one)
        leave(two)
    with reader(brief) as terminal:
        terminal.press("'")
        terminal.wait_for("3 marks")
        terminal.press("escape")
        terminal.wait_for(lambda screen: screen.find("3 marks") is None)
        leave(terminal)


def test_what_changed_since_is_told(brief: Path, home: Path) -> None:
    with reader(brief) as terminal:
        leave(terminal)
    assert state(home).exists()
    changed = FILES["regions"].replace("No site is named.,", "Two sites are named.,")
    (brief / "regions.yaml").write_text(changed)
    with reader(brief) as terminal:
        terminal.wait_for("1 change since 20")
        terminal.press("c")
        terminal.wait_for("Two sites are named.")
        assert "No site is named." in terminal.text
        leave(terminal)


def test_without_state_no_file_is_touched_and_nothing_remembered(brief: Path, home: Path) -> None:
    with reader(brief, "--no-state") as terminal:
        terminal.press("7", "m")
        terminal.wait_for("Mark F1")
        terminal.press("enter")
        terminal.wait_for("F1◆")
        leave(terminal)
    assert not (home / "state").exists()
    with Terminal([*READER, "--no-state", str(brief)], columns=80, rows=24) as terminal:
        terminal.wait_for("OVERVIEW")
        leave(terminal)
    assert not (home / "state").exists()


def test_a_state_folder_that_cannot_be_used_is_said_and_read_on(brief: Path, home: Path) -> None:
    (home / "state").write_text("no folder")
    with reader(brief) as terminal:
        terminal.wait_for("Nothing of this session is kept")
        terminal.press("5")
        terminal.wait_for("RISKS")
        leave(terminal)
    assert (home / "state").read_text() == "no folder"


def test_the_theme_that_was_chosen_is_kept(brief: Path) -> None:
    with reader(brief) as terminal:
        terminal.press("t")
        terminal.wait_for("Theme: ")
        (theme,) = [line.strip() for line in terminal.lines if "Theme: " in line]
        leave(terminal)
    with reader(brief) as terminal:
        terminal.press("t", "t", "t")
        terminal.wait_for(theme)
        leave(terminal)


def test_a_theme_in_the_configuration_goes_before_the_one_that_was_chosen(
    brief: Path, home: Path
) -> None:
    def background(terminal: Terminal) -> str:
        return str(terminal.cell(5, 5).bg)

    with reader(brief) as terminal:
        dark = background(terminal)
        terminal.press("t")
        terminal.wait_for("Theme: light")
        light = background(terminal)
        leave(terminal)
    with reader(brief) as terminal:
        assert background(terminal) == light != dark
        leave(terminal)
    (home / "config" / "briefing").mkdir(parents=True)
    (home / "config" / "briefing" / "config.toml").write_text('theme = "dark"')
    with reader(brief) as terminal:
        assert background(terminal) == dark
        leave(terminal)
    with reader(brief, "--no-state") as terminal:
        assert background(terminal) == dark
        leave(terminal)
