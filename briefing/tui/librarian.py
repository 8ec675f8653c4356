"""The librarian of the open library: the process that looks through it, reads it and indexes it.

The screen hears what it tells and never does any of that itself.
"""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from briefing.library.events import Event

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Callable
    from pathlib import Path

_LINE = 1 << 26  # bytes of what is told at once: the rows of a hundred thousand briefs
_PATIENCE = 0.3  # seconds in which it may end by itself


async def follow(library: Path, told: Callable[[Event], None]) -> str:
    """Have a library followed until this is cancelled; `told` gets every event.

    Where the librarian ends before, or cannot be started, a few words say why.
    """
    # -P: what lies in the current folder is no module
    command = (sys.executable, "-P", "-m", "briefing", "index", "--follow", "--", str(library))
    decode = msgspec.json.Decoder[Event](Event).decode
    try:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=_LINE
        )
    except OSError as error:
        return error.strerror or str(error)
    try:
        assert process.stdout  # noqa: S101 - it is a pipe
        async for line in process.stdout:
            told(decode(line))
        return f"it ended with status {await process.wait()}"
    except (ValueError, msgspec.MsgspecError):
        return "it told what nobody understands"
    finally:
        await _end(process)


async def _end(process: Process) -> None:
    """Ask the process to end, then make it."""
    if process.stdin:
        process.stdin.close()
    try:
        await asyncio.wait_for(process.wait(), _PATIENCE)
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
