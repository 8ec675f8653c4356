"""The process beside the reader, as the reader holds it."""

from __future__ import annotations

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE
from contextlib import suppress

import pytest

from briefing.tui.librarian import _end, _tell_lent, why_ended


def test_it_has_ended_even_where_nobody_has_the_time_to_wait_for_it() -> None:
    """Else it would still write in a folder that the reader throws away as it ends."""

    async def ended() -> int | None:
        busy = [sys.executable, "-c", "import signal; signal.pause()"]
        process = await asyncio.create_subprocess_exec(*busy, stdin=PIPE)
        ending = asyncio.create_task(_end(process))
        await asyncio.sleep(0)  # it has begun
        ending.cancel()
        with suppress(asyncio.CancelledError):
            await ending
        return process.returncode

    assert asyncio.run(ended()) is not None


def test_one_that_has_ended_need_not_hear_that_the_terminal_is_lent() -> None:
    async def told() -> None:
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", "", stdin=PIPE)
        assert process.stdin
        await process.wait()
        _tell_lent(process.stdin, lent=True)
        process.stdin.close()
        with suppress(OSError):
            await process.stdin.wait_closed()
        _tell_lent(process.stdin, lent=False)

    asyncio.run(told())


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (2, "ended with status 2, see `briefing index`"),
        (-signal.SIGKILL, "killed (SIGKILL), perhaps out of memory"),
        (-signal.SIGBUS, "ended by SIGBUS"),
        (-9999, "ended by signal 9999"),
    ],
)
def test_why_it_has_ended_is_said_in_words(status: int, why: str) -> None:
    assert why_ended(status) == why
