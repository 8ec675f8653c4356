"""Programs run in a pseudo-terminal, with keys pressed and the screen read back.

For the end-to-end tests and the benchmarks:

    with Terminal(["briefing", "content/example"], columns=80, rows=24) as terminal:
        terminal.wait_for("BOTTOM LINE")
        terminal.press("5", "down", "enter")
        terminal.wait_for(lambda screen: screen.find("Cause") is not None)
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []

Nothing here sleeps: every wait blocks until the program writes something, or fails at its deadline
with the screen in the message.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from tests.emulator import ALTERNATE_SCREEN, Emulator

if TYPE_CHECKING:
    import signal
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pyte.screens import Char

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
}

# A new session that opens a terminal owns it; only so do Ctrl+C, hang-ups and resizing reach it.
_OWN_THE_TERMINAL = ["/bin/sh", "-c", 'exec <"$0" "$@"']
# COLUMNS and LINES would be believed over the real size (pytest-xdist sets them).
_TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "COLUMNS": None, "LINES": None}
_CHUNK = 65536
_PATIENCE = 20  # seconds in which a program reads what was typed
_PIECE = 1024  # bytes that are typed at once: what a line takes in


class NeverHappenedError(AssertionError):
    """What a test waited for did not come; the message shows the screen instead."""


class Terminal:
    """One program in a terminal of its own.

    `env` is added to the environment of this process; a value of None takes the variable away.
    The terminal calls itself xterm-256color with 24-bit colours unless `env` says otherwise, and
    knows synchronized output, so that the screen is looked at only when a frame is complete.
    A program that does not own its terminal hears no signal when it goes away.
    """

    def __init__(  # noqa: PLR0913 - each may be left out
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str | None] | None = None,
        cwd: Path | None = None,
        owned: bool = True,
    ) -> None:
        self.emulator = Emulator(columns, rows)
        self.raw = bytearray()
        self.last_output = 0.0  # when the program last wrote, by time.perf_counter()
        self._undrawn: deque[tuple[float, bytes]] = deque()
        master, slave = pty.openpty()
        self._master = master
        os.set_blocking(master, False)  # a program that is busy writing does not read
        self._set_size(columns, rows)
        self._attributes = termios.tcgetattr(master)
        wanted = {**os.environ, **_TERMINAL, **(env or {})}
        self._gone, alive = os.pipe()
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            [*_OWN_THE_TERMINAL, os.ttyname(slave), *command] if owned else command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            pass_fds=[alive],
            env={name: value for name, value in wanted.items() if value is not None},
            cwd=cwd,
        )
        os.close(slave)
        os.close(alive)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._master)
        os.close(self._gone)

    @property
    def pid(self) -> int:
        """The process id of the program."""
        return self._process.pid

    # -- what is on the screen

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without the spaces at their ends."""
        return [line.rstrip() for line in self.emulator.screen.display]

    @property
    def text(self) -> str:
        """The whole screen as one text."""
        return "\n".join(self.lines)

    @property
    def undrawn(self) -> int:
        """How many bytes were heard and are not drawn yet."""
        return sum(len(data) for _, data in self._undrawn)

    @property
    def in_alternate_screen(self) -> bool:
        """Whether the program has taken over the whole screen."""
        return ALTERNATE_SCREEN in self.emulator.modes

    def find(self, text: str) -> tuple[int, int] | None:
        """The row and column of the cell where the text first stands on one row, or None."""
        screen = self.emulator.screen
        for row in range(screen.lines):
            cells = [screen.buffer[row][column].data for column in range(screen.columns)]
            at = "".join(cells).find(text)
            if at >= 0:
                column = 0
                while at > 0:
                    at -= len(cells[column])
                    column += 1
                return row, column
        return None

    def cell(self, row: int, column: int) -> Char:
        """One cell: `data`, `fg`, `bg` (names or rrggbb), `bold`, `reverse`, `underscore`."""
        return self.emulator.screen.buffer[row][column]

    def leftovers(self) -> list[str]:
        """What is not as it was before the program: modes, keyboard, style, line discipline."""
        found = self.emulator.leftovers()
        if termios.tcgetattr(self._master) != self._attributes:
            found.append("the line discipline (echo, signals, line mode) differs")
        return found

    # -- what is done to the program

    def press(self, *keys: str) -> None:
        """Press keys, by name ("enter", "ctrl+p", "shift+tab", "5") in one go."""
        self.write("".join(map(_sequence, keys)))

    def write(self, text: str | bytes) -> None:
        """Type or paste the text as it is, and hear what the program says meanwhile."""
        data = text if isinstance(text, bytes) else text.encode()
        while data:
            heard, free, _ = select.select([self._master], [self._master], [], _PATIENCE)
            if not heard and not free:
                raise NeverHappenedError(f"nothing is read\n{self.state()}")
            if free:
                with suppress(BlockingIOError):
                    data = data[os.write(self._master, data[:_PIECE]) :]
            if heard and data and not self.receive(0):
                return  # nobody is there any more

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal; the program hears of it."""
        self.emulator.resize(columns, rows)
        self._set_size(columns, rows)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def hang_up(self) -> None:
        """Take the terminal away, as when its window is closed."""
        os.close(self._master)
        self._master = os.open(os.devnull, os.O_RDWR)

    # -- waiting

    def wait_for(self, what: str | Callable[[Terminal], object], within: float = 20) -> float:
        """Wait until a text is on the screen, or a condition holds; say when it came there.

        The condition is tried after each complete frame. The result is `time.perf_counter()` at
        the last output before it held.
        """
        deadline = time.monotonic() + within
        condition = what if callable(what) else lambda screen: screen.find(what) is not None
        self._draw()  # what was heard before may be all there is
        while not (self.emulator.whole and condition(self)):
            if not self._read(deadline - time.monotonic()):
                raise NeverHappenedError(f"not seen: {what!r}\n{self.state()}")
        return self.last_output

    def settle(self, quiet: float = 0.05, within: float = 20) -> float:
        """Wait until the program has written nothing for `quiet` seconds; say when it last did."""
        deadline = time.monotonic() + within
        while self._read(min(quiet, deadline - time.monotonic())):
            pass
        return self.last_output

    def wait_exit(self, within: float = 20, *, drawn: bool = True) -> int:
        """Wait until the program has ended and its output is read; its exit code.

        What only the bytes are looked at of need not be `drawn`, which takes much longer.
        """
        deadline = time.monotonic() + within
        take = self._read if drawn else self.receive
        try:
            while take(deadline - time.monotonic()):
                pass
            return self._process.wait(max(deadline - time.monotonic(), 0))
        except subprocess.TimeoutExpired:
            raise NeverHappenedError(f"still running\n{self.state()}") from None

    def wait_gone(self, within: float = 20) -> None:
        """Wait until whatever the program left running when it ended has ended too."""
        if not select.select([self._gone], [], [], within)[0]:
            raise NeverHappenedError(f"something still runs\n{self.state()}")

    # -- measuring: what was written, with the time it came; drawing waits until the clock stopped

    def hear(self, words: str, within: float = 20) -> float:
        """Wait until the program has written the words, drawing nothing; say when."""
        deadline = time.monotonic() + within
        heard = b"".join(data for _, data in self._undrawn)
        while words.encode() not in heard:
            if not self.receive(deadline - time.monotonic()):
                self._draw()
                raise NeverHappenedError(f"not heard: {words!r}\n{self.state()}")
            heard += self._undrawn[-1][1]
        return self.last_output

    def replay(self, quiet: float = 0.05, within: float = 20) -> Iterator[float]:
        """Wait for an answer and its end, then draw it piece by piece; the time of each piece."""
        deadline = time.monotonic() + within
        if not self._undrawn and not self.receive(within):
            raise NeverHappenedError(f"no answer\n{self.state()}")
        while self.receive(min(quiet, deadline - time.monotonic())):
            pass
        while self._undrawn:
            at, data = self._undrawn.popleft()
            self._draw_one(data)
            yield at

    # -- input and output

    def _read(self, timeout: float) -> bool:
        """Take in and draw all that there is, waiting for the first of it; False if none came."""
        received = self.receive(timeout)
        while received and self.receive(0):
            pass
        self._draw()
        return received

    def forget(self) -> None:
        """Draw nothing of what was heard: all of it will be drawn anew."""
        self._undrawn.clear()

    def receive(self, timeout: float) -> bool:
        """Take in what there is, waiting for it, and draw nothing; False if none came."""
        if not select.select([self._master], [], [], max(timeout, 0))[0]:
            return False
        try:
            data = os.read(self._master, _CHUNK)
        except OSError:  # EIO: nobody holds the other end any more
            return False
        self.last_output = time.perf_counter()
        self.raw += data
        self._undrawn.append((self.last_output, data))
        return bool(data)

    def _draw(self) -> None:
        while self._undrawn:
            self._draw_one(self._undrawn.popleft()[1])

    def _draw_one(self, data: bytes) -> None:
        self.emulator.feed(data)
        if self.emulator.answers:
            with suppress(OSError):  # who asked may have gone
                self.write("".join(self.emulator.answers))
            self.emulator.answers.clear()

    def state(self) -> str:
        """The exit code, if there is one, and the screen as it was drawn last."""
        edge = "-" * self.emulator.screen.columns
        return f"exit code: {self._process.poll()}\n{edge}\n{self.text}\n{edge}"

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def _sequence(key: str) -> str:
    if key.startswith("ctrl+"):
        return chr(ord(key.removeprefix("ctrl+")) & 0x1F)
    return KEYS.get(key, key)
