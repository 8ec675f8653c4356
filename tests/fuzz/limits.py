"""What no input may cost: seconds of the processor, and memory beyond what a good brief takes."""

from __future__ import annotations

import resource
import signal
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

ROOT = Path(__file__).parents[2]
SECONDS = 2.0
MEMORY = 100 * 1024  # KiB
_HARD = 2 << 30  # bytes of address space: what allocates without end gets a MemoryError


class TooLongError(BaseException):
    """An input took longer than it may; no handler for errors of the program catches this."""


@contextmanager
def timed(seconds: float = SECONDS) -> Iterator[None]:
    """Raise TooLongError where what is within still runs after so much time of the processor."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise TooLongError(f"more than {seconds} s of the processor")

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def peak() -> int:
    """The most memory that this process had since `forget`, in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def forget() -> None:
    """Begin to look for the peak anew, where the system can."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_bytes(b"5")


def guard() -> None:
    """Hold this process to so much address space beyond what it has now."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + _HARD
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
