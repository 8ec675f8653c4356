"""Reading briefs for an index: here, or in processes of their own, as many as there are cores."""

from __future__ import annotations

import gc
import os
import signal
import struct
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from briefing.library.known import Seen
from briefing.library.scanning import content, digest, files_beside, stamps
from briefing.loading import load
from briefing.model.catalogue import Listing, listing
from briefing.search import prepare
from briefing.text import on_one_line

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

_FEW = 12  # briefs: they are read before another process has started
_PIPE = 1 << 20  # bytes that a process may be ahead of the one that takes them
_COLLECT = 500  # briefs after which garbage is looked for all the same
_LENGTH = struct.Struct(">I")
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from briefing.library.working import main; main()"
)


class Task(msgspec.Struct, array_like=True, gc=False):
    """A brief to be read: its key, its folder as the system names it, and how it was."""

    key: str
    folder: bytes
    stamp: bytes
    was: Seen


class Reading(msgspec.Struct, array_like=True, gc=False):
    """What came out: what is known of the brief now, and its statements for the index.

    `statements` are None where the files say what they said before.
    """

    seen: Seen
    listing: Listing | None = None
    statements: bytes | None = None


_encode = msgspec.msgpack.Encoder().encode
_tasks = msgspec.msgpack.Decoder(list[Task])
_reading = msgspec.msgpack.Decoder(Reading)


def readings(tasks: Sequence[Task]) -> Generator[Reading]:
    """What comes out of each task, in their order."""
    count = min(_cores(), len(tasks) // _FEW)
    if not count:
        yield from map(reading, tasks)
        return
    workers: list[_Worker] = []
    try:
        for number in range(count):  # one by one: those before an error are to be ended
            workers.append(_Worker(tasks[number::count]))  # noqa: PERF401
    except OSError:  # no more processes are to be had
        for worker in workers:
            worker.end()
        yield from map(reading, tasks)
        return
    try:
        for number in range(len(tasks)):
            yield workers[number % count].next()
    finally:
        for worker in workers:
            worker.end()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def reading(task: Task) -> Reading:
    """The brief of a task, read. Never raises for what lies in it."""
    try:
        return _read(task)
    except Exception as error:  # noqa: BLE001 - whatever a brief does to us, the others are read
        return failed(task, f"{type(error).__name__}: {error}")


def failed(task: Task, why: str) -> Reading:
    """What is known of a brief that could not be read at all; it is tried again once it changes."""
    name = on_one_line(task.key.rpartition("/")[2])
    problem = on_one_line(f"this brief cannot be read ({why})")
    told = Listing(task.key, name, name, errors=1, problem=problem)
    return Reading(Seen(task.stamp), told, b"\x90")


def _read(task: Task) -> Reading:
    folder, was = os.fsdecode(task.folder), task.was
    started, before = time.time_ns(), stamps(folder, was.beside)
    said = content(folder, before)
    if said == was.content:
        return Reading(Seen(task.stamp, said, was.beside))
    brief = load(Path(folder))
    beside = files_beside(brief)
    seen = Seen(task.stamp, said, beside)
    if beside != was.beside:
        now = stamps(folder, beside)
        # one that may have been written meanwhile may have been read as it was before
        late = any(
            file not in before and (file[0] not in beside or file[2] >= started) for file in now
        )
        stamp, said = (b"", b"") if late else (digest(now), content(folder, now))
        seen = Seen(stamp, said, beside)
    return Reading(seen, listing(brief, task.key, seen.content.hex()), prepare(brief, task.key))


class _Worker:
    """A process that reads its share of the briefs, one after the other.

    It ends when nobody takes what it read, so it never outlives who started it.
    """

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = list(tasks)
        self._done = 0
        self._process = self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        package = Path(__file__).parents[2]
        process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-P", "-c", _START, str(package)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert process.stdin  # noqa: S101
        assert process.stdout  # noqa: S101
        with suppress(ImportError, AttributeError, OSError):  # not everywhere
            import fcntl  # noqa: PLC0415

            fcntl.fcntl(process.stdout, fcntl.F_SETPIPE_SZ, _PIPE)
        with suppress(OSError):  # it has ended already: then nothing comes from it
            process.stdin.write(_encode(self._tasks[self._done :]))
            process.stdin.close()
        return process

    def next(self) -> Reading:
        """What comes out of the next task; where the process ends, another one tries once more."""
        task = self._tasks[self._done]
        for given_up in (0, 1):  # whoever has killed the first one need not have meant this brief
            with suppress(struct.error, msgspec.MsgspecError, ValueError):
                answer = self._answer()
                self._done += 1
                return answer
            self.end()
            self._done += given_up
            with suppress(OSError):  # as above: then nothing comes from the one that has ended
                self._process = self._started()
        return failed(task, "the process ended over it")

    def _answer(self) -> Reading:
        assert self._process.stdout  # noqa: S101
        head = self._process.stdout.read(_LENGTH.size)
        return _reading.decode(self._process.stdout.read(_LENGTH.unpack(head)[0]))

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        if self._process.stdout:
            self._process.stdout.close()
        self._process.wait()


def main() -> None:
    """The work of such a process: tasks come in, what comes out of each goes out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it is asked to stop, and stops it
    with suppress(AttributeError, OSError):
        os.nice(5)  # the reader goes first
    gc.disable()  # nothing in a brief holds itself, and looking takes a fifth of the time
    for number, task in enumerate(_tasks.decode(sys.stdin.buffer.read())):
        if number % _COLLECT == _COLLECT - 1:
            gc.collect()
        data = _encode(reading(task))
        try:
            sys.stdout.buffer.write(_LENGTH.pack(len(data)) + data)
            sys.stdout.buffer.flush()
        except OSError:
            os._exit(0)
