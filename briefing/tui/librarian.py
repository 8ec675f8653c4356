"""The librarian of the open library: the process that looks through it, reads it and indexes it.

The screen hears what it tells and never does any of that itself.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

import msgspec

from briefing.library import known, listings
from briefing.library.events import DONE, LENT, TAKEN, Event, Rows, Told
from briefing.problems import BriefingError

if TYPE_CHECKING:
    from asyncio import StreamWriter
    from asyncio.subprocess import Process
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from briefing.tui.screens.library import LibraryScreen

_LINE = 1 << 26  # bytes of what is told at once: the rows of a hundred thousand briefs
_PAUSE, _LONGEST = 0.5, 60.0  # seconds until it is started again, at first and at the most
_STEADY = 60.0  # seconds after which all is well
_MENDING = 5.0  # seconds that it gets for looking through the index before it is asked again
_PATIENCE = 0.3  # seconds in which it may end by itself


async def follow(
    library: Path,
    told: Callable[[Event], None],
    *,
    anew: bool = False,
    terminal: list[Any] | None = None,
    heirs: set[Callable[[bool], object]] | None = None,
) -> str:
    """Have a library followed until this is cancelled; `told` gets every event.

    `anew` asks for the whole list. `terminal` are its attributes from before the reader: should we
    die, the librarian gives it back, unless it is lent just then, which it hears through `heirs`.
    Where the librarian ends before, or cannot be started, a few words say why.
    """
    # -P: what lies in the current folder is no module
    command = [sys.executable, "-P", "-m", "briefing", "index", "--follow"]
    command += ["--anew"] if anew else []
    command += ["--within", str(known.elsewhere)] if known.elsewhere else []
    decode = msgspec.json.Decoder[Event](Event).decode
    try:
        process = await asyncio.create_subprocess_exec(
            *command, "--", str(library), stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=_LINE
        )
    except OSError as error:
        return error.strerror or str(error)
    assert process.stdin  # noqa: S101 - it is a pipe
    if terminal:
        keys = [ord(key) if isinstance(key, bytes) else key for key in terminal[-1]]
        process.stdin.write(msgspec.json.encode([*terminal[:-1], keys]) + b"\n")
    lent = partial(_tell_lent, process.stdin)
    heirs = set() if heirs is None else heirs
    heirs.add(lent)
    try:
        assert process.stdout  # noqa: S101 - the same
        async for line in process.stdout:
            told(decode(line))
        return why_ended(await process.wait())
    except (ValueError, msgspec.MsgspecError):
        return "it told what nobody understands"
    finally:
        heirs.discard(lent)
        await _end(process)


def why_ended(status: int) -> str:
    """What the exit status of the process says, in a few words for people."""
    if status >= 0:
        return f"ended with status {status}, see `briefing index`"
    if -status == getattr(signal, "SIGKILL", None):
        return "killed (SIGKILL), perhaps out of memory"
    with suppress(ValueError):
        return f"ended by {signal.Signals(-status).name}"
    return f"ended by signal {-status}"


class Librarian:
    """Keeps one at work for the screen of a library, which is told what it tells and why it is gone."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._mended = -_MENDING  # when that was tried last, by monotonic()

    def begin(self, *, anew: bool = False) -> None:
        """Have the library followed; who was at it ends."""
        self._screen.run_worker(self._followed(anew=anew), group="librarian", exclusive=True)

    def mend(self) -> None:
        """Have the index looked through again, and built anew if need be."""
        if monotonic() - self._mended > _MENDING:
            self._mended = monotonic()
            self.begin(anew=True)

    def _heard(self, event: Event) -> None:
        self._screen.hear(event)
        if isinstance(event, Told) and not len(self._screen.roster):  # it cannot work
            self._screen.run_worker(self._look(), group="look", exclusive=True)

    async def _look(self) -> None:
        """List what there is without an index and without a librarian."""
        said = self._screen.held
        with suppress(BriefingError):  # the library is gone
            rows = await asyncio.to_thread(lambda: tuple(listings(self._screen.library)))
            if rows and not len(self._screen.roster):
                self._screen.hear(Rows(rows, anew=True))
                self._screen.held = said

    async def _followed(self, *, anew: bool) -> None:
        """Where it ends it begins again, each time a little later, until it has gone well for long."""
        screen, pause = self._screen, _PAUSE
        driver = screen.app._driver  # noqa: SLF001 - it has the terminal, once taken
        terminal, heirs = getattr(driver, "attrs_before", None), getattr(driver, "heirs", None)
        while True:
            began = monotonic()
            lost = await follow(
                screen.library, self._heard, anew=anew, terminal=terminal, heirs=heirs
            )
            if not len(screen.roster):
                await self._look()
            screen.lost, screen.progress = lost, None
            screen.show()
            if monotonic() - began > _STEADY:
                pause = _PAUSE
            await asyncio.sleep(pause)
            anew, pause = True, min(2 * pause, _LONGEST)


def _tell_lent(pipe: StreamWriter, lent: bool) -> None:  # noqa: FBT001 - called by a driver
    """Tell a librarian at once whether the terminal is lent: a process that stops says no more."""
    with suppress(OSError, ValueError):  # it has ended, and the pipe may be closed
        os.write(pipe.get_extra_info("pipe").fileno(), LENT if lent else TAKEN)


async def _end(process: Process) -> None:
    """Ask the process to end, then make it."""
    if process.stdin:
        process.stdin.write(DONE)
        process.stdin.close()
    try:
        with suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), _PATIENCE)
    finally:  # also where the reader ends meanwhile: nobody is to write in what it then throws away
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
