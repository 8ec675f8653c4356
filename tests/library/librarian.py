"""The librarian as the reader has it: a process that tells what it does."""

from __future__ import annotations

import subprocess
import sys
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Self

import msgspec

from briefing.library import Event, Idle
from tests.library.shelf import Heard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from briefing.model.catalogue import Listing

_PATIENCE = 30.0  # seconds
_MANY = 1000  # events, more than any test is told
_events: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


class Librarian(Heard):
    """Follows a library from another process; what it tells is heard when somebody waits.

    `before` is what the process does first, in Python.
    """

    def __init__(self, library: Path, known: Iterable[Listing] = (), before: str = "") -> None:
        super().__init__(known)
        program = f"{before}\nfrom briefing.__main__ import main\nmain()"
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, "index", str(library), "--follow"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._lines: Queue[bytes] = Queue()
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)

    def until(self, holds: Callable[[Event], bool]) -> Event:
        """Listen until something is told for which that holds, and return it."""
        while True:
            event = _events.decode(self._lines.get(timeout=_PATIENCE))
            self(event)
            assert len(self.events) < _MANY
            if holds(event):
                return event

    def until_idle(self) -> None:
        """Listen until all is done that was to be done."""
        self.until(lambda event: isinstance(event, Idle))

    def end(self) -> int:
        """Close its input, as a reader does that ends; the status with which it ends."""
        assert self.process.stdin
        assert self.process.stderr
        self.process.stdin.close()
        assert self.process.stderr.read() == b""
        return self.process.wait(_PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None and self.process.poll() is None:
            assert self.end() == 0
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert stream
            stream.close()
