"""The clipboards that there are beside the terminal's own: programs that take a text."""

from __future__ import annotations

import asyncio
import shutil
import sys
from asyncio.subprocess import DEVNULL, PIPE
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PATIENCE = 2.0  # seconds for a program to take a text
_LONGEST = 74_994  # bytes of base64: what xterm and others take in one sequence


class Clipboard(NamedTuple):
    """A program that takes a text on its standard input, and how it wants the text encoded."""

    command: tuple[str, ...]
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """What people know it by."""
        return self.command[0].removesuffix(".exe")


def clipboards(environ: Mapping[str, str], platform: str = sys.platform) -> Iterator[Clipboard]:
    """The programs that reach the clipboard of whoever sits there, the surest first.

    Over SSH none of the machine's own do, but what is forwarded does: X, and tmux, which hands
    the text on to the terminal it runs in.
    """
    here = not (environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    if here and platform == "darwin":
        yield Clipboard(("pbcopy",))
    if here and environ.get("WSL_DISTRO_NAME"):
        yield Clipboard(("clip.exe",), "utf-16")  # with the mark without which it takes bytes
    if here and environ.get("TERMUX_VERSION"):
        yield Clipboard(("termux-clipboard-set",))
    if environ.get("WAYLAND_DISPLAY"):
        yield Clipboard(("wl-copy",))
    if environ.get("DISPLAY"):
        yield Clipboard(("xclip", "-selection", "clipboard"))
        yield Clipboard(("xsel", "--clipboard", "--input"))
    if environ.get("TMUX"):
        yield Clipboard(("tmux", "load-buffer", "-w", "-"))


def fits_terminal(text: str) -> bool:
    """Whether the text is short enough for the sequence that sets a terminal's clipboard."""
    return (len(text.encode()) + 2) // 3 * 4 <= _LONGEST


def installed(environ: Mapping[str, str]) -> list[Clipboard]:
    """The programs among them that are there."""
    return [found for found in clipboards(environ) if shutil.which(found.command[0])]


async def take(text: str, programs: list[Clipboard]) -> str:
    """Give the text to the first of the programs that takes it; returns its name, "" where none did.

    A program that waits is ended after two seconds. Raises nothing.
    """
    for program in programs:
        try:
            if await _took(program, text):
                return program.name
        except (OSError, TimeoutError):
            continue
    return ""


async def _took(program: Clipboard, text: str) -> bool:
    """Whether the program took it. Raises OSError and TimeoutError where it cannot."""
    # a session of its own: what stays behind to hold the text outlives the terminal's window
    process = await asyncio.create_subprocess_exec(
        *program.command, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
    )
    try:
        data = text.encode(program.encoding, "replace")
        await asyncio.wait_for(process.communicate(data), PATIENCE)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return process.returncode == 0
