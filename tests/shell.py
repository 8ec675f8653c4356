"""Programs run by a shell that stops and continues them, in a pseudo-terminal."""

from __future__ import annotations

import os
import shlex
import signal
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class Shell:
    """A shell in a terminal with one program."""

    def __init__(self, terminal: Terminal, told: Path) -> None:
        self.terminal, self._told = terminal, told
        self._before = terminal.leftovers()  # a shell that edits a line has modes of its own

    def kill(self, number: signal.Signals) -> None:
        """Send the program, and nobody else, a signal."""
        os.kill(int(self._told.read_text()), number)

    def wait_for(self, said: str, times: int = 1) -> None:
        """Wait until the shell has said so often, in a terminal as it was before."""
        self.terminal.wait_for(
            lambda screen: (
                not screen.in_alternate_screen
                and screen.text.count(said) == times
                and screen.leftovers() == self._before
            )
        )


@contextmanager
def in_a_shell(
    folder: Path,
    *command: str,
    cwd: Path | None = None,
    env: Mapping[str, str | None] | None = None,
) -> Iterator[Shell]:
    """A program that a shell has started; it ends at last, even where it is left stopped."""
    told = folder / "pid"
    # so that its number is known: exec keeps it
    run = f"sh -c 'echo $$ >{told}; exec \"$@\"' sh {shlex.join(command)}\n"
    with Terminal(
        ["bash", "--norc", "-i"], env={**(env or {}), "PS1": "shell$ "}, cwd=cwd
    ) as terminal:
        terminal.wait_for("shell$")
        shell = Shell(terminal, told)
        terminal.write(run)
        try:
            yield shell
        finally:
            with suppress(ProcessLookupError, FileNotFoundError):
                shell.kill(signal.SIGKILL)
