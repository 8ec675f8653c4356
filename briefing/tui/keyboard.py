"""The terminal, whatever comes in and even when it goes away."""

from __future__ import annotations

import os
import selectors
import signal
from codecs import getincrementaldecoder
from contextlib import contextmanager, suppress
from functools import partial
from itertools import chain
from time import monotonic
from typing import IO, TYPE_CHECKING, Any

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from briefing import early
from briefing.tui.background import ANSWER, QUESTION, is_light
from briefing.tui.incoming import Sequences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import App

PATIENCE = 1.0  # seconds without input, after which nothing that has begun is waited for
PASTED = 4096  # characters of a paste that go on
_HANGUP = 128 + 1  # the exit status of what SIGHUP ends
_ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)


class Background(Message):
    """The terminal says what it draws on."""

    def __init__(self, *, light: bool) -> None:
        super().__init__()
        self.light = light


class Outlet:
    """Writes to a terminal for as long as it is there.

    An error would end the thread that writes; who is told to quit then waits for it for ever.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self.fileno = file.fileno
        self.isatty = file.isatty

    def write(self, text: str) -> None:
        """Write a text, if anybody is there to see it."""
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Have it written, the same."""
        with suppress(OSError):
            self._file.flush()


class Pastes:
    """Lets a bracketed paste be text, whatever is in it, and knows whether one is open.

    Textual takes what follows an ESC in a paste for keys: a text from a web page could quit the
    reader, or start the editor. Of a paste so much goes on as a line takes, and more: Textual looks
    at each character of it for so long that 10 MB would keep the keyboard from us for a minute.
    """

    def __init__(self) -> None:
        self.open = False
        self._tail = ""  # of what went on, which may be the start of a paste
        self._held = ""  # of an open paste, which may be the start of its end
        self._room = PASTED

    def feed(self, came: str) -> str:
        """What came in, with the picture of ESC for each that stands in a paste."""
        text = ""
        while came:
            if self.open:
                inside, end, came = (self._held + came).partition(BRACKETED_PASTE_END)
                held = 0 if end else _begun(inside, BRACKETED_PASTE_END)
                inside, self._held = inside[: len(inside) - held], inside[len(inside) - held :]
                text += _shown(inside)[: self._room] + end
                self._room -= min(len(inside), self._room)
                self.open = not end
            else:
                seen = self._tail + came
                _, start, rest = seen.partition(BRACKETED_PASTE_START)
                text += came[: len(came) - len(rest)]
                came, self.open, self._room = rest, bool(start), PASTED
                self._tail = "" if start else seen[1 - len(BRACKETED_PASTE_START) :]
        return text

    def end(self) -> str:
        """What ends a paste, where one is open."""
        ended, self.open = self.open, False
        held, self._held = self._held, ""
        return _shown(held) + BRACKETED_PASTE_END if ended else ""


def _begun(text: str, mark: str) -> int:
    """How much of a mark stands at the end of a text."""
    return next((n for n in range(len(mark) - 1, 0, -1) if text.endswith(mark[:n])), 0)


def _shown(text: str) -> str:
    return text.replace("\x1b", "\u241b")


@contextmanager
def _unstopped() -> Iterator[None]:
    """Have Ctrl+Z ignored, which is a signal while the terminal is not ours.

    It would come in the midst of giving or taking it, and wait for ever for what that holds.
    """
    before = signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, before)


class Keyboard(LinuxDriver):
    """Drops bytes that are no text and sequences that are no key, and hears what is an answer.

    Textual's own driver ends the program at the first two (Textualize/textual issue 6456), for
    which a key of a Latin-1 keyboard or noise on a line is enough, and takes the third for keys.
    A paste whose end is lost would take every key that follows: it ends when nothing comes.
    Where the terminal itself goes, the program goes too.
    """

    _asked = False
    _is_taken = False  # whether the screen is ours already, and stays as it is

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        outlet: Any = self._file and Outlet(self._file)
        self._file = outlet
        # who gives the terminal back should we die: each is told whether it is lent
        self.heirs: set[Callable[[bool], object]] = set()

    def suspend_application_mode(self) -> None:
        """Give the terminal back for a while, undisturbed."""
        with _unstopped():
            super().suspend_application_mode()
            self._tell_heirs(lent=True)

    def resume_application_mode(self) -> None:
        """Take the terminal again, undisturbed."""
        with _unstopped():
            super().resume_application_mode()
            self._tell_heirs(lent=False)

    def _tell_heirs(self, *, lent: bool) -> None:
        for heir in self.heirs:
            heir(lent)

    def start_application_mode(self) -> None:
        """Take over the screen; ask for the background where the app wants to know."""
        # before there is anything to restore
        for number in _ENDS:
            signal.signal(number, self._told_to_end)
        # known before the thread starts that hears the answer
        self._asked = bool(getattr(self._app, "asks_background", False))
        before = early.take_over()
        self._is_taken = before is not None
        try:
            super().start_application_mode()  # type: ignore[no-untyped-call]
        except BaseException:  # no thread to be had, for instance
            self._give_up(before)
            raise
        self.attrs_before = before or self.attrs_before
        if self._asked and self._writer_thread is not None:
            self.write(QUESTION)
            self.flush()

    def _give_up(self, before: list[Any] | None) -> None:
        """Give the terminal back, however much of it was taken."""
        self.attrs_before = before or self.attrs_before
        if self._writer_thread is not None and self._writer_thread.is_alive():
            self.stop_application_mode()
            self.close()
        elif before:
            early.now.attributes = before
            early.leave()

    def write(self, data: str) -> None:
        """Write to the terminal, which an early frame has not to be taken from."""
        if self._is_taken and data == early.ALTERNATE_SCREEN:
            self._is_taken = False
        else:
            super().write(data)

    def _sigtstp_application(self, *_: object) -> None:
        """Stop until somebody continues us; where nobody could, as without a shell, read on."""
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        if self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        # the system drops this one, unlike SIGSTOP, in a process group without a shell
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        if self._must_signal_resume:  # nobody stopped us
            self._sigcont_application()
        signal.signal(signal.SIGTSTP, self._sigtstp_application)

    def _run_input_thread(self) -> None:
        """Read until told to end; an error of ours ends the app, which tells of it."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - in a thread nobody else hears of it
            self._loop.call_soon_threadsafe(self._app._handle_exception, error)  # noqa: SLF001

    def run_input_thread(self) -> None:
        """Read on after what cannot be read."""
        decode = getincrementaldecoder("utf-8")("ignore").decode
        sequences, pastes = Sequences(self._hear), Pastes()
        last = monotonic()
        parser = XTermParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                # an Escape that may begin more than a key does not wait long to be one
                ready = selector.select(0.02 if sequences.held else 0.1)
                data = self._read() if ready else None
                if data == b"":
                    self._loop.call_soon_threadsafe(partial(self._app.exit, return_code=_HANGUP))
                    return
                now = monotonic()
                if data:
                    last, came = now, sequences.feed(pastes.feed(decode(data)))
                elif now - last < PATIENCE:
                    came = sequences.quiet()
                else:
                    came = sequences.give_up() + pastes.end()
                try:
                    for event in chain(parser.feed(came) if came else (), parser.tick()):
                        self.process_message(event)
                except (ValueError, ArithmeticError):
                    parser = XTermParser(self._debug)

    def _told_to_end(self, number: int, _: object) -> None:
        """End as soon as what is being done is done; a loop that has ended needs no telling.

        No handler of the loop's: it would hear what is meant for an editor as well.
        """
        if self._loop.is_running():
            ending = partial(self._app.exit, return_code=128 + number)
            self._loop.call_soon_threadsafe(ending)

    def _read(self) -> bytes | None:
        """What the terminal sends; nothing once it is gone; None where there is nothing yet."""
        try:
            return os.read(self.fileno, 4096)
        except (BlockingIOError, InterruptedError):  # who has it too may read first
            return None
        except OSError:
            return b""

    def _hear(self, told: str) -> None:
        """Take the first answer to our question; of others nobody asked for, none."""
        if self._asked and told.startswith(ANSWER):
            light = is_light(told.removeprefix(ANSWER))
            if light is not None:
                self._asked = False
                self.process_message(Background(light=light))
