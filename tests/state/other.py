"""A program that writes to the memory until it is killed: `python -m tests.state.other FILE NAME`.

It says each mark on a line of its own once that is made. With a third argument it can write no
file beyond so many bytes, as on a full disk.
"""

from __future__ import annotations

import resource
import sys
from itertools import count
from pathlib import Path

from briefing.state import Mark, Memory, Seen, store

BRIEF = "/briefs/mill"
PATIENCE = 60.0  # seconds: who never stops writing lets others in late where much else runs


def main(file: str, name: str, most: str = "0") -> None:
    if int(most):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), int(most)))
    store._PATIENCE = PATIENCE
    memory = Memory.open(Path(file))
    for number in count():
        memory.mark(BRIEF, Mark(f"{name}{number}", "", "A statement.", "2031-05-04"))
        memory.keep_place(BRIEF, f"{name}{number}")
        memory.keep_seen(
            BRIEF, {section: Seen(f"{name}{number}", "", read=True) for section in "abc"}
        )
        if int(most) and memory.trouble:
            sys.stdout.write(f"{memory.trouble}\n{len(memory.marks(BRIEF)) == number + 1}\n")
            return
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
