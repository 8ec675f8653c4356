"""Tries in a process of their own, so that one that hangs or kills it is still known by its number.

`python -m tests.fuzz.worker CAMPAIGN SEED COUNT SECONDS FIRST` runs `attempt` of a campaign.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tests.fuzz import limits
from tests.fuzz.campaign import Effort, broken

if TYPE_CHECKING:
    from collections.abc import Callable

MIB = 1 << 20  # bytes that a file may have, for which the memory is meant; a brief has ten files
_HANGS = 60  # seconds without a word; what Python can stop is stopped long before
_SAID = 4000  # characters of a traceback


def endure(
    campaign: str, seed: int, effort: Effort, inputs: Callable[[int, int], dict[str, bytes]]
) -> int:
    """How many tries a process of its own survived. Raises, by `broken`, where it did not.

    `inputs` tells what was tried from a seed and a number.
    """
    numbers = (effort.most, effort.seconds, effort.first)
    clean = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.fuzz.worker", campaign, str(seed), *map(str, numbers)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        env=clean,
        cwd=limits.ROOT,
    ) as process:
        assert process.stdout
        assert process.stderr
        last, why = effort.first - 1, ""
        while select.select([process.stdout], [], [], _HANGS)[0]:
            line = process.stdout.readline()
            if not line:
                break
            last = int(line)
        else:
            process.kill()
            why = f"hangs: not a word in {_HANGS} s\n"
        why += process.stderr.read().decode(errors="replace")[-_SAID:]
        if process.wait() or why:
            reason = f"status {process.returncode}: {why}"
            raise broken(campaign, seed, last, reason, inputs(seed, max(last, 0)))
    return last + 1 - effort.first


def main(name: str, seed: str, *effort: str) -> None:
    """Say the number of each try before it is made."""
    campaign: Any = import_module(f"tests.fuzz.{name}")
    attempt: Callable[[int, int], int] = campaign.prepared()
    limits.guard()
    count, seconds, first = effort
    for number in Effort(int(count), float(seconds), int(first)).numbers():
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        limits.forget()
        base = limits.peak()  # with what the tries before left in caches
        size = attempt(int(seed), number)
        more = limits.peak() - base
        assert more <= limits.MEMORY * max(size / MIB, 1), f"{more / 1024:.0f} MiB above the base"


if __name__ == "__main__":
    main(*sys.argv[1:])
