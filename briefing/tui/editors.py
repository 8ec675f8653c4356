"""Editors: which one to start, and how each takes the place in a file."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_PLACE = "{file}:{line}:{column}"
# The arguments before and with the file, and who takes them: first in the terminal, then in a
# window of their own, which the reader does not wait for. Whoever is not here gets the file alone.
_WAYS: tuple[tuple[str, str, str], ...] = (
    ("+{line} {file}", "vi vim nvim view vimx vis mg joe jmacs jed zile", "gvim mvim bbedit"),
    ("+{line},{column} {file}", "nano pico rnano ne", ""),
    ("+{line}:{column} {file}", "emacs emacsclient kak micro", "gedit xed pluma"),
    (_PLACE, "hx helix", "subl zed zeditor"),
    (f"--goto {_PLACE}", "", "code code-insiders codium vscodium cursor windsurf"),
    ("--line {line} --column {column} {file}", "", "kate kwrite idea pycharm"),
    ("-n{line} -c{column} {file}", "", "notepad++"),
    ("--line {line}:{column} {file}", "", "mate"),
    ("{file}", "", "notepad gnome-text-editor open xdg-open"),
)
_USUAL = ("nano", "vim", "vi", "notepad")


class Start(NamedTuple):
    """How to start an editor; `windowed` says that it leaves the terminal alone."""

    command: list[str]
    windowed: bool

    @property
    def name(self) -> str:
        """The program as it was named."""
        return self.command[0]


def wanted(environment: Mapping[str, str]) -> str:
    """The editor that a person has set, else the first usual one there is, else ""."""
    for name in ("VISUAL", "EDITOR"):
        if environment.get(name, "").strip():
            return environment[name]
    path = environment.get("PATH")
    return next((name for name in _USUAL if shutil.which(name, path=path)), "")


def starting(editor: str, file: Path, line: int, column: int) -> Start:
    """How to start an editor at a place; `editor` may hold arguments of its own.

    The file is named in full, so that no name can be taken for an option.
    """
    words = _words(editor)
    program = re.split(r"[/\\]", words[0])[-1].casefold().removesuffix(".exe")
    way, windowed = _way(program)
    place = {"file": os.path.abspath(file), "line": line, "column": column}  # noqa: PTH100 - it may be gone
    return Start([*words, *(part.format(**place) for part in way.split())], windowed)


def _words(editor: str) -> Sequence[str]:
    """The program and its arguments; a path with spaces that is a program stays whole."""
    editor = editor.strip()
    if shutil.which(editor):
        return [editor]
    try:
        return shlex.split(editor, posix=os.name == "posix") or [editor]
    except ValueError:  # a quotation that does not end
        return [editor]


def _way(program: str) -> tuple[str, bool]:
    for way, here, windowed in _WAYS:
        if program in here.split():
            return way, False
        if program in windowed.split():
            return way, True
    return "{file}", False
