"""Libraries to measure on: made once, kept in `.bench`, with an index of their own beside them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.library import write
from benchmarks.programs import BRIEFING

if TYPE_CHECKING:
    from collections.abc import Sequence

PLACE = Path(os.environ.get("BRIEFING_BENCH") or Path(__file__).parents[1] / ".bench")
# What reading the files costs at the very least: every event of every file, and nothing made of it.
_EVENTS = """
import sys, os, yaml
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        if name.endswith(".yaml"):
            with open(os.path.join(folder, name), "rb") as stream:
                for event in yaml.parse(stream, Loader=yaml.CSafeLoader):
                    pass
"""
# A program counts as its own what whoever started it held, so that one which holds little has to.
_WEIGHED = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
print("", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, sep="\\n", flush=True)
sys.exit(code)
"""


class Ran(NamedTuple):
    """What a program took: seconds, and the most memory of any of its processes in MiB."""

    seconds: float
    memory: float
    said: str


class Archive:
    """A library of so many briefs, and a user's home whose cache holds its index."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.folder = PLACE / str(count)
        self.home = PLACE / f"home-{count}"
        if sum(1 for _ in self.folder.glob("*/*/brief.yaml")) < count:
            write(self.folder, count)

    @property
    def env(self) -> dict[str, str]:
        """The environment of the user whose home it is."""
        names = ("CACHE", "CONFIG", "DATA", "STATE")
        folders = {f"XDG_{name}_HOME": str(self.home / name.lower()) for name in names}
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        return {**kept, **folders, "HOME": str(self.home)}

    def parse(self) -> Ran:
        """PyYAML's C parser alone over all files."""
        return run([sys.executable, "-c", _EVENTS, str(self.folder)], self.env)

    def index(self, *options: str) -> Ran:
        """`briefing index` on the library."""
        return run([str(BRIEFING), "index", *options, str(self.folder)], self.env)

    def forget(self) -> None:
        """Take the index away."""
        shutil.rmtree(self.home, ignore_errors=True)

    @property
    def index_folder(self) -> Path:
        """Where the index lies."""
        return next((self.home / "cache").glob("briefing/index/*"))

    def sizes(self) -> tuple[int, int]:
        """Bytes of the files of the briefs, and of the index."""
        return size(self.folder), size(self.index_folder)

    @cache  # noqa: B019 - there are three of them
    def indexed(self) -> Ran:
        """The index built from nothing, once in a run."""
        self.forget()
        return self.index()

    @cache  # noqa: B019 - the same
    def parsed(self) -> Ran:
        """`parse`, once in a run."""
        return self.parse()


@cache
def archive(count: int) -> Archive:
    """The library of that size."""
    return Archive(count)


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    total = 0
    for path, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                total += (Path(path) / name).stat().st_size
    return total


def run(command: Sequence[str], env: dict[str, str]) -> Ran:
    """Run a program to its end. Raises CalledProcessError where it fails."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-S", "-c", _WEIGHED, *command],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    took = time.perf_counter() - start
    said, _, kibibytes = done.stdout.rstrip("\n").rpartition("\n")
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command, said)
    return Ran(took, int(kibibytes) / 1024, said)
