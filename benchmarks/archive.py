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
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        said = process.stdout.read().decode() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, said)
    return Ran(took, usage.ru_maxrss / 1024, said)
