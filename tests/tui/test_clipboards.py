"""Which programs reach a clipboard, and that none of them can do harm."""

from __future__ import annotations

import asyncio
import base64
import os
import sys
from typing import TYPE_CHECKING

import pytest

from briefing.tui import clipboards
from briefing.tui.clipboards import Clipboard, fits_terminal, installed, take

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.tui.reading import Reading

from briefing.export import plain
from tests.tui.reading import read

if TYPE_CHECKING:
    from briefing.model.brief import Brief

ALL = clipboards.clipboards  # as it is before the fixture takes it away


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """Puts a shell script of that name on PATH; what it is given can go to the returned file."""
    monkeypatch.setattr(clipboards, "clipboards", ALL)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    def make(name: str, script: str) -> Path:
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return tmp_path / "taken"

    return make


@pytest.mark.parametrize(
    ("environ", "platform", "names"),
    [
        ({}, "linux", []),
        ({}, "darwin", ["pbcopy"]),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", ["wl-copy", "xclip", "xsel"]),
        ({"DISPLAY": ":0"}, "linux", ["xclip", "xsel"]),
        ({"WSL_DISTRO_NAME": "x"}, "linux", ["clip"]),
        ({"TERMUX_VERSION": "1"}, "linux", ["termux-clipboard-set"]),
        ({"TMUX": "x"}, "linux", ["tmux"]),
        ({"SSH_TTY": "x"}, "darwin", []),
        (
            {"SSH_CONNECTION": "x", "DISPLAY": ":10", "TMUX": "x"},
            "linux",
            ["xclip", "xsel", "tmux"],
        ),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": ""}, "linux", []),
    ],
)
def test_only_what_reaches_the_one_who_sits_there(
    environ: Mapping[str, str], platform: str, names: list[str]
) -> None:
    assert [found.name for found in ALL(environ, platform)] == names


def test_the_programs_get_the_text_in_their_encoding(program: Callable[[str, str], Path]) -> None:
    taken = program("clip.exe", 'cat >"${0%/*}/taken"')
    programs = list(ALL({"WSL_DISTRO_NAME": "x"}, "linux"))
    assert asyncio.run(take("Überblick → 漢字", programs)) == "clip"
    assert taken.read_bytes().decode("utf-16") == "Überblick → 漢字"


def test_the_next_is_tried_where_one_fails(program: Callable[[str, str], Path]) -> None:
    program("xclip", "exit 1")
    taken = program("xsel", 'cat >"${0%/*}/taken"')
    programs = [Clipboard(("no-such-program",)), *ALL({"DISPLAY": ":0"}, "linux")]
    assert asyncio.run(take("text", programs)) == "xsel"
    assert taken.read_text() == "text"
    assert asyncio.run(take("text", programs[:2])) == ""


def test_a_program_that_does_not_read_or_never_ends_does_no_harm(
    program: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboards, "PATIENCE", 0.05)
    program("xclip", "exec <&-; exit 3")
    program("xsel", "exec sleep 600")
    assert asyncio.run(take("x" * 10**6, list(ALL({"DISPLAY": ":0"}, "linux")))) == ""


def test_what_stays_behind_to_hold_the_text_is_not_waited_for(
    program: Callable[[str, str], Path],
) -> None:
    taken = program("wl-copy", 'cat >"${0%/*}/taken"; sleep 600 & echo $! >"${0%/*}/pid"')
    assert asyncio.run(take("text", list(ALL({"WAYLAND_DISPLAY": "x"}, "linux")))) == "wl-copy"
    assert taken.read_text() == "text"
    os.kill(int(taken.with_name("pid").read_text()), 9)


def test_only_what_is_installed_is_tried(program: Callable[[str, str], Path]) -> None:
    program("xsel", "exit 0")
    assert "xsel" in [found.name for found in installed({"DISPLAY": ":0"})]
    assert installed({}) == [] or sys.platform == "darwin"


@pytest.mark.parametrize("letter", ["x", "é"])
def test_a_text_fits_a_terminal_up_to_a_limit(letter: str) -> None:
    longest = 56_244 // len(letter.encode())
    assert len(base64.b64encode((letter * longest).encode())) <= 74_994
    assert fits_terminal(letter * longest)
    assert not fits_terminal(letter * (longest + 2))


# -- in the reader


def test_y_says_which_program_took_it(
    small: Brief, program: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    taken = program("wl-copy", 'cat >"${0%/*}/taken"')

    async def story(reading: Reading) -> None:
        await reading.press("6", "j", "y")
        await reading.app.workers.wait_for_complete()
        assert reading.message == "Copied T2 with wl-copy"
        assert reading.app.clipboard == taken.read_text()  # and the terminal got it as well

    read(small, story)
    assert taken.read_text().startswith("The mill opens. [T2 P3.1] (")


def test_y_says_what_is_not_known_where_every_program_fails(
    small: Brief, program: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    program("wl-copy", "exit 1")

    async def story(reading: Reading) -> None:
        await reading.press("6", "j", "y")
        await reading.app.workers.wait_for_complete()
        assert reading.message == (
            "Sent T2 to the terminal's clipboard, which does not say if it took it"
        )

    read(small, story)


def test_shift_y_copies_the_section_as_the_export_has_it(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("6", "Y")
        assert reading.app.clipboard == plain(small, sections=["timeline"], full=True)
        assert reading.message.startswith("Sent Timeline to the terminal's clipboard, ")

    read(small, story)


def test_what_is_too_long_for_a_terminal_is_not_sent_and_said(
    small: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboards, "_LONGEST", 100)

    async def story(reading: Reading) -> None:
        await reading.press("6", "Y")
        assert reading.app.clipboard == ""
        assert reading.message == (
            "Not copied: Timeline is too long for the terminal's clipboard. Export it."
        )

    read(small, story)
