"""The commands run in this process, as `python -m briefing` runs them in one of its own.

For tests of what a command says and writes. What only a process shows, such as closed streams,
signals and encodings, is in tests/test_cli.py; that both say the same is held there, too.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from contextlib import ExitStack, chdir
from typing import TYPE_CHECKING, NamedTuple, NoReturn
from unittest.mock import patch

from briefing.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path


class Done(NamedTuple):
    """What a finished command left: its exit code, and what it wrote where."""

    code: int
    raw: bytes
    said: bytes

    @property
    def out(self) -> str:
        return self.raw.decode()

    @property
    def err(self) -> str:
        return self.said.decode()

    def checked(self) -> Done:
        """The same; no test may see a traceback or an escape character."""
        assert "Traceback" not in self.err, self.err
        assert "\x1b" not in self.out + self.err
        return self


class _Left(BaseException):
    """Stands for the end of the process."""

    def __init__(self, status: int) -> None:
        self.status = status


def _leave(status: int) -> NoReturn:
    raise _Left(status)


def run(*arguments: str | Path | bytes, cwd: Path | None = None) -> Done:
    """Run a command without a terminal and without input."""
    out, err = io.BytesIO(), io.BytesIO()
    streams = {
        "stdin": io.TextIOWrapper(io.BytesIO(), "utf-8"),
        "stdout": io.TextIOWrapper(out, "utf-8"),
        "stderr": io.TextIOWrapper(err, "utf-8", "backslashreplace"),
        "argv": ["briefing", *map(os.fsdecode, arguments)],
    }
    with ExitStack() as stack:
        for name, value in streams.items():
            stack.enter_context(patch.object(sys, name, value))
        stack.enter_context(patch.object(os, "_exit", _leave))
        stack.callback(gc.enable)  # which a command does without
        if cwd:
            stack.enter_context(chdir(cwd))
        try:
            main()
        except _Left as left:
            return Done(left.status, out.getvalue(), err.getvalue()).checked()
