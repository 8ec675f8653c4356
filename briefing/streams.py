"""Standard output for results, standard error for the rest, and what a terminal can show.

The second wall of the commands: whatever is written here goes through `text.safe` once more.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.problems import Problem


_DRAWN = "▌▐─━╸╴●○…◂▸✓◆"  # an encoding that has these has all that the reader draws


def put(text: str) -> None:
    """Write a result to standard output: LF everywhere, in the encoding the user chose."""
    from briefing.text import safe  # noqa: PLC0415 - `--help` needs none

    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.buffer.write(safe(text).encode(encoding, errors="replace"))
    sys.stdout.flush()


def say(text: str) -> None:
    """Write a line to standard error, if there is one."""
    from briefing.text import safe  # noqa: PLC0415 - the same

    if sys.stderr is not None:
        sys.stderr.write(f"{safe(text)}\n")


def report(problems: Iterable[Problem]) -> None:
    """Tell each problem on standard error, with its line, a caret and what to do."""
    for problem in problems:
        say(problem.report())


def can_encode(text: str) -> bool:
    """Whether standard output has all these characters."""
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def can_draw(*, ascii_only: bool = False) -> bool:
    """Whether this is a terminal that can show the reader, in ASCII where that is enough."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        return False
    return ascii_only or can_encode(_DRAWN)
