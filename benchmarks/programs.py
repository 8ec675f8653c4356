"""The two programs that are compared: the reader, and a bare Textual program."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from briefing.model.sections import SECTIONS
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
OUTLOOK = HERE.parent / "content" / "anthropic-asia-pacific" / "outlook.yaml"
BRIEFING = Path(sys.executable).with_name("briefing")


@dataclass(frozen=True)
class Program:
    """A command, the words that its first frame shows, and the words that each key brings.

    `search` is keys to press one after the other, each with the words to wait for before the next.
    """

    command: tuple[str, ...]
    words: str
    answers: Mapping[str, str]
    search: Mapping[str, str]

    def start(self, home: str) -> Terminal:
        """Start it in a terminal of its own, for somebody who has never started it before."""
        return self.start_in(tempfile.mkdtemp(dir=home))

    def start_in(self, home: str, columns: int = 120, rows: int = 36) -> Terminal:
        """Start it for somebody whose home that is."""
        folders = {f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        # the warm-up writes the byte code that everyone has after the first launch
        env = {**folders, "HOME": home, "NO_COLOR": None, "PYTHONDONTWRITEBYTECODE": None}
        return Terminal(self.command, columns=columns, rows=rows, cwd=Path(home), env=env)


def reader() -> Program:
    """The reader on the shipped brief: known by the first words of its bottom line."""
    outlook = yaml.safe_load(OUTLOOK.read_text(encoding="utf-8"))
    words = " ".join(outlook["bottom_line"]["text"].split()[:3])
    headings = {str(number): section.title.upper() for number, section in enumerate(SECTIONS, 1)}
    return Program((str(BRIEFING),), words, headings, {"/": "Search", "cloud": "cloud"})


def bare() -> Program:
    """The unit of comparison: one Static, which shows the key that was pressed last."""
    answers = {key: f"key {key}" for key in "123456789"}
    return Program((sys.executable, str(HERE / "bare.py")), "ready", answers, {})
