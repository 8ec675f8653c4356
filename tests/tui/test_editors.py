"""Which editor starts, and how it is told the place."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.editors import starting, wanted

FILE = Path("/a b/risks.yaml")


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vi", "vi +12 '/a b/risks.yaml'"),
        ("/usr/bin/nvim", "/usr/bin/nvim +12 '/a b/risks.yaml'"),
        ("nano -l", "nano -l +12,5 '/a b/risks.yaml'"),
        ("emacsclient -t -a ''", "emacsclient -t -a '' +12:5 '/a b/risks.yaml'"),
        ("micro", "micro +12:5 '/a b/risks.yaml'"),
        ("hx", "hx '/a b/risks.yaml:12:5'"),
        ("my-own-script --fast", "my-own-script --fast '/a b/risks.yaml'"),
    ],
)
def test_an_editor_of_the_terminal(editor: str, command: str) -> None:
    assert starting(editor, FILE, 12, 5) == (shlex.split(command), False)


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("code --wait", "code --wait --goto '/a b/risks.yaml:12:5'"),
        ("subl -n", "subl -n '/a b/risks.yaml:12:5'"),
        ("kate", "kate --line 12 --column 5 '/a b/risks.yaml'"),
        ("gvim", "gvim +12 '/a b/risks.yaml'"),
        ("Notepad.EXE", "Notepad.EXE '/a b/risks.yaml'"),
    ],
)
def test_an_editor_with_a_window(editor: str, command: str) -> None:
    assert starting(editor, FILE, 12, 5) == (shlex.split(command), True)


def test_a_path_with_spaces_that_is_a_program_is_one_word(tmp_path: Path) -> None:
    program = tmp_path / "my editors" / "vi"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert starting(str(program), FILE, 1, 1).command == [str(program), "+1", str(FILE)]


@pytest.mark.parametrize("name", ["-x.yaml", "+12", "a:1:2"])
def test_no_file_name_is_taken_for_an_option(name: str) -> None:
    *_, last = starting("vi", Path(name), 1, 1).command
    assert last == str(Path.cwd() / name)


@given(editor=st.text(min_size=1), line=st.integers(1, 10**6), column=st.integers(1, 10**6))
def test_whatever_is_set_gives_a_command(editor: str, line: int, column: int) -> None:
    command = starting(editor, FILE, line, column).command
    assert len(command) >= 2
    assert str(FILE) in command[-1]


def test_visual_comes_first_and_blanks_are_none() -> None:
    assert wanted({"VISUAL": "hx", "EDITOR": "vi"}) == "hx"
    assert wanted({"VISUAL": "  ", "EDITOR": "emacsclient -t"}) == "emacsclient -t"


def test_else_the_first_usual_one_there_is(tmp_path: Path) -> None:
    assert wanted({"PATH": str(tmp_path)}) == ""
    for name in ("vi", "vim"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    assert wanted({"PATH": str(tmp_path)}) == "vim"
