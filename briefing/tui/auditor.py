"""The audit of the open brief, in a process of its own.

It takes 60 ms of a processor and 2 MB, which neither the answer to a key nor who only reads should
pay for. What it says is what `briefing check --format json` says.
"""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import msgspec

from briefing.problems import Mark, Problem, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.audit.report import Report
    from briefing.model.brief import Brief


_NICE = 5  # of that process: the reader goes first
_PATIENCE = 60.0  # seconds after which a process that does not answer is given up


async def report_on(brief: Brief) -> Report | None:
    """The report on a brief; None where it cannot be audited."""
    try:
        return _read(await _checked(brief.folder))
    except TimeoutError:
        return None
    except (OSError, ValueError, LookupError, TypeError, msgspec.MsgspecError):
        return await asyncio.to_thread(_here, brief)


async def _checked(folder: Path) -> bytes:
    """What the command says of a folder. Raises OSError or TimeoutError where it does not."""
    # -P: what lies in the current folder is no module
    command = (sys.executable, "-P", "-m", "briefing", "check", "--format", "json", "--")
    process = await asyncio.create_subprocess_exec(
        *command, str(folder), stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL
    )
    try:
        with suppress(AttributeError, OSError):
            os.setpriority(os.PRIO_PROCESS, process.pid, os.nice(0) + _NICE)
        return (await asyncio.wait_for(process.communicate(), _PATIENCE))[0]
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def _read(said: bytes) -> Report:
    from briefing.audit.report import Report  # noqa: PLC0415 - not at launch

    (told,) = msgspec.json.decode(said)["briefs"]
    fields = {name: told[name] for name in Report.__struct_fields__ if name != "problems"}
    report = msgspec.convert(fields, Report)
    problems = tuple(_problem(problem) for problem in told["problems"])
    return msgspec.structs.replace(report, problems=problems)


def _problem(told: dict[str, Any]) -> Problem:
    return Problem(
        Mark(told["file"], told["line"], told["column"]),
        told["message"],
        hint=told["hint"],
        field=told["field"],
        excerpt=told["excerpt"],
        severity=Severity(told["severity"]),
        code="" if told["code"] == "format" else told["code"],
        more=told["unlisted"],
    )


def _here(brief: Brief) -> Report | None:
    """The audit in this process, where no other can be started."""
    from briefing.library import audit_of  # noqa: PLC0415 - hardly ever

    try:
        return audit_of(brief)
    except Exception:  # noqa: BLE001 - an audit that fails is none, and no reason to stop reading
        return None
