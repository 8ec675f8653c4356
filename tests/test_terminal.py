"""The driver itself: what the end-to-end tests and the benchmarks rest on."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.emulator import Emulator
from tests.terminal import NeverHappenedError, Terminal

BARE = [sys.executable, str(Path(__file__).parents[1] / "benchmarks" / "bare.py")]


def shell(script: str) -> list[str]:
    return ["/bin/sh", "-c", script]


def test_a_textual_program_is_seen_answered_and_gone_without_a_trace() -> None:
    with Terminal(BARE, columns=60, rows=20) as terminal:
        terminal.wait_for("ready")
        assert terminal.in_alternate_screen
        assert terminal.leftovers() != []
        terminal.press("2")
        terminal.wait_for("key 2")
        assert terminal.find("2") == (0, 4)
        assert terminal.cell(0, 4).bg != "default"
        terminal.resize(40, 12)
        terminal.settle()
        assert len(terminal.lines) == 12
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert not terminal.in_alternate_screen
        assert terminal.leftovers() == []
        assert "key 2" not in terminal.text


def test_what_a_program_leaves_behind_is_named() -> None:
    with Terminal(
        shell("printf '\\033[?1049h\\033[?25l\\033[>1u\\033[1m'; stty -echo")
    ) as terminal:
        assert terminal.wait_exit() == 0
        left = "\n".join(terminal.leftovers())
    for part in ("mode 1049 is on", "mode 25 is off", "keyboard mode 1", "a style", "echo"):
        assert part in left


def test_the_main_screen_comes_back_after_the_alternate_one() -> None:
    with Terminal(shell("echo before; printf '\\033[?1049hwithin\\033[?1049l'")) as terminal:
        terminal.wait_exit()
        assert terminal.lines[0] == "before"


def test_an_exit_code_is_told_and_a_signal_arrives() -> None:
    with Terminal(shell("exit 7")) as terminal:
        assert terminal.wait_exit() == 7
    with Terminal(shell("trap 'exit 3' TERM; echo on; while :; do read x; done")) as terminal:
        terminal.wait_for("on")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 3


def test_ctrl_c_reaches_a_program_that_listens_to_it() -> None:
    with Terminal(shell("echo on; exec cat")) as terminal:
        terminal.wait_for("on")
        terminal.press("ctrl+c")
        assert terminal.wait_exit() == -signal.SIGINT


def test_a_wait_in_vain_shows_the_screen() -> None:
    with (
        Terminal(shell("echo only this")) as terminal,
        pytest.raises(NeverHappenedError, match="only this"),
    ):
        terminal.wait_for("something else")


def test_an_environment_variable_can_be_taken_away() -> None:
    with Terminal(shell("echo [$TERM] [$HOME]"), env={"TERM": "dumb", "HOME": None}) as terminal:
        terminal.wait_for("[dumb] []")


def test_private_sequences_are_not_drawn_even_when_cut_in_two() -> None:
    emulator = Emulator(40, 2)
    stream = b"a\x1b[<u\x1b[>4;1m\x1b[?2026$pb\x1b]2;title\x1b\\\x1b]52;c;aGk=\x07c\x1bP+q\x1b\\d"
    for byte in stream:
        emulator.feed(bytes([byte]))
    assert emulator.screen.display[0].rstrip() == "abcd"
    assert emulator.screen.buffer[0][1].underscore is False
    assert emulator.answers == ["\x1b[?2026;2$y"]
    assert (emulator.title, emulator.clipboard) == ("title", ["hi"])


def test_a_frame_is_whole_only_after_its_end() -> None:
    emulator = Emulator(40, 2)
    emulator.feed(b"\x1b[?2026hhalf")
    assert not emulator.whole
    emulator.feed(b"\x1b[?2026l")
    assert emulator.whole


def test_what_was_heard_is_seen_without_another_word() -> None:
    with Terminal([sys.executable, "-c", "print('all', end='', flush=True); input()"]) as terminal:
        terminal.hear("all")
        terminal.wait_for("all", within=5)
