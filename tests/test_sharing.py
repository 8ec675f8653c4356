"""Taking things out of a reader in a real terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from briefing.export import plain
from briefing.loading import load
from tests.briefs import write_brief
from tests.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

BRIEFING = [sys.executable, "-m", "briefing"]
QUOTED = (
    "The mill opens. [T2 P3.1] (Northwind plans a mill in Arland;"
    " source: Northwind plans a mill, The Valley Post, 2031-05)"
)


def test_the_terminal_and_a_program_get_the_same_text(tmp_path: Path) -> None:
    folder = write_brief(tmp_path / "mill")
    program = tmp_path / "bin" / "wl-copy"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\ncat >"${0%/*}/taken"\n')
    program.chmod(0o755)
    env = {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "WAYLAND_DISPLAY": "wayland-0",
    }
    with Terminal([*BRIEFING, str(folder)], cwd=tmp_path, env=env) as terminal:
        terminal.wait_for("q Quit")
        terminal.press("6", "j", "y")
        terminal.wait_for("Copied T2 with wl-copy")
        assert program.with_name("taken").read_text() == QUOTED
        terminal.press("Y")
        terminal.wait_for("Copied Timeline with wl-copy")
        section = plain(load(folder), sections=["timeline"], full=True)
        assert program.with_name("taken").read_text() == section
        assert terminal.emulator.clipboard == [QUOTED, section]
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []


def test_a_program_that_hangs_keeps_nobody_waiting(tmp_path: Path) -> None:
    folder = write_brief(tmp_path / "mill")
    program = tmp_path / "bin" / "wl-copy"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nexec sleep 600\n")
    program.chmod(0o755)
    env = {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "WAYLAND_DISPLAY": "wayland-0",
    }
    with Terminal([*BRIEFING, str(folder)], cwd=tmp_path, env=env) as terminal:
        terminal.wait_for("q Quit")
        terminal.press("6", "j", "y", "5")
        terminal.wait_for("RISKS")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []
