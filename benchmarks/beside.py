"""Other programs of the terminal, where they are installed: how soon they are there, what they take.

Each is meant to be in an environment of its own (`pipx install frogmouth`), found on the PATH.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.programs import bare, reader
from tests.terminal import Terminal

RUNS = 5
_TEXT = "# A brief\n\nThe quarry opens in spring.\n\n" + "Nothing more is known of it.\n\n" * 100
_WORDS = "The quarry opens"


class Rival(NamedTuple):
    """A program, what it is called with ({text} is a file, {urls} a list of feeds), its words."""

    name: str
    arguments: tuple[str, ...]
    words: str


class Seen(NamedTuple):
    """Milliseconds from the start to the words, and the most memory that was held, in MiB."""

    name: str
    launch: float
    memory: float


RIVALS = (
    Rival("frogmouth", ("{text}",), _WORDS),
    Rival("hike", ("{text}",), _WORDS),
    Rival("tl", ("{text}",), "Nothing more"),
    Rival("harlequin", (), "Query Editor"),
    Rival("newsboat", ("-u", "{urls}", "-c", "{home}/cache", "-C", "/dev/null"), "Your feeds"),
    Rival("less", ("{text}",), _WORDS),
)


def measure() -> tuple[list[Seen], list[str]]:
    """The bare program, ours, and every rival that is installed; and the names of the absent ones."""
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "brief.md").write_text(_TEXT, encoding="utf-8")
        (Path(home) / "urls").write_text("file:///nowhere.xml\n", encoding="utf-8")
        cold = (*reader().command, "read", "--no-state")  # as on the very first day
        ours = [("bare app", bare().command, bare().words), ("briefing", cold, reader().words)]
        others = [
            (rival.name, (path, *_filled(rival, home)), rival.words)
            for rival in RIVALS
            if (path := shutil.which(rival.name))
        ]
        seen = [_seen(*each, home) for each in (*ours, *others)]
    return seen, [rival.name for rival in RIVALS if not shutil.which(rival.name)]


def _filled(rival: Rival, home: str) -> list[str]:
    files = {"home": home, "text": f"{home}/brief.md", "urls": f"{home}/urls"}
    return [argument.format(**files) for argument in rival.arguments]


def _seen(name: str, command: tuple[str, ...], words: str, home: str) -> Seen:
    runs = [_once(command, words, home) for _ in range(RUNS + 1)][1:]  # the first one is cold
    launch, memory = zip(*runs, strict=True)
    return Seen(name, median(launch), median(memory))


def _once(command: tuple[str, ...], words: str, home: str) -> tuple[float, float]:
    folders = {f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    env = {**folders, "HOME": home, "NO_COLOR": None, "PYTHONDONTWRITEBYTECODE": None}
    with Terminal(command, columns=120, rows=36, cwd=Path(home), env=env) as terminal:
        seen = terminal.wait_for(words)
        terminal.settle(quiet=0.5)
        status = Path(f"/proc/{terminal.pid}/status").read_text(encoding="ascii")
        peak = re.search(r"VmHWM:\s+(\d+) kB", status)
        return (seen - terminal.started) * 1000, int(peak[1]) / 1024 if peak else 0.0
