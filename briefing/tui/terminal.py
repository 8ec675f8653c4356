"""The terminal, taken and given back whatever signals come, and even when it goes away."""

from __future__ import annotations

import errno
import signal
import termios
from contextlib import suppress
from functools import partial
from typing import IO, TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

from briefing import early

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

_ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)


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


class Terminal(LinuxDriver):
    """Leaves a terminal as it was, to the shell, to an editor, and at the end.

    Signals are heard at any moment, and obeyed between two: what they interrupt may hold a lock, or
    be half of a frame. While the terminal is not ours the system obeys SIGTSTP and SIGCONT itself.
    """

    _is_ours = False  # from before it is taken until after it was given back
    _is_taken = False  # whether the screen is ours already, and stays as it is
    _stops = False  # as soon as it is given back
    _ends = False

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        before = signal.getsignal(signal.SIGTSTP)
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        signal.signal(signal.SIGTSTP, before)
        signal.signal(signal.SIGCONT, signal.SIG_DFL)
        outlet: Any = self._file and Outlet(self._file)
        self._file = outlet
        # who gives the terminal back should we die: each is told whether it is lent
        self.heirs: set[Callable[[bool], object]] = set()

    def start_application_mode(self) -> None:
        """Take over the screen, once it is our turn."""
        # before there is anything to restore
        for number in _ENDS:
            signal.signal(number, self._told_to_end)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)
        self._is_ours = True
        if not self._has_its_turn():
            self._let_go()
            return
        # SIGSTOP gives nothing back; a handler of the loop's has it woken by every other signal too
        self._loop.add_signal_handler(signal.SIGCONT, self._retake)
        before = early.take_over()
        self._is_taken = before is not None
        try:
            super().start_application_mode()  # type: ignore[no-untyped-call]
        except BaseException:  # no thread to be had, for instance
            self._give_up(before)
            raise
        self.attrs_before = before or self.attrs_before
        self._tell_heirs(lent=False)

    def _has_its_turn(self) -> bool:
        """Wait in the background until the shell hands us the terminal, or we are to end."""
        while not self._ends:
            try:
                termios.tcdrain(self.fileno)  # changes nothing, and stops who is in the background
            except termios.error as error:
                if error.args[0] == errno.EIO:  # it has gone, or nobody is there to hand it to us
                    self._told_to_end(signal.SIGHUP)
                if error.args[0] in {errno.EIO, errno.EINTR}:
                    continue
            return True
        return False

    def stop_application_mode(self) -> None:
        """Give the terminal back, to the last byte."""
        if not self._is_ours:
            return
        super().stop_application_mode()
        self.close()
        self._let_go()

    def _let_go(self) -> None:
        """It is not ours any more: from here on the system obeys."""
        self._is_ours = False
        self._tell_heirs(lent=True)
        self._loop.remove_signal_handler(signal.SIGCONT)
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        if self._stops:
            self._stops = False
            # this thread at once; the system drops it where nobody could continue us
            signal.raise_signal(signal.SIGTSTP)

    def disable_input(self) -> None:
        """Read no more, and leave alone what is typed for others."""
        if self._is_ours:
            super().disable_input()

    def _tell_heirs(self, *, lent: bool) -> None:
        for heir in self.heirs:
            heir(lent)

    def _give_up(self, before: list[Any] | None) -> None:
        """Give the terminal back, however much of it was taken."""
        self.attrs_before = before or self.attrs_before
        if self._writer_thread is not None and self._writer_thread.is_alive():
            self.stop_application_mode()
        elif before:
            early.now.attributes = before
            early.leave()
        self._let_go()

    def write(self, data: str) -> None:
        """Write to the terminal, which an early frame has not to be taken from, while it is ours."""
        if self._is_taken and data == early.ALTERNATE_SCREEN:
            self._is_taken = False
        elif self._is_ours:
            super().write(data)

    def _sigtstp_application(self, *_: object) -> None:
        """Stop once the terminal is given back."""
        self._stops = True
        self._loop.call_soon_threadsafe(self._pause)

    def _pause(self) -> None:
        """Give it back for that, unless it was since."""
        if self._stops:
            self._retake()

    def _retake(self) -> None:
        """Give the terminal back, for as long as we are stopped, and take it again."""
        if self._is_ours:
            self._must_signal_resume = True
            self.suspend_application_mode()
            self.resume_application_mode()

    def _told_to_end(self, number: int, _: object = None) -> None:
        """End as soon as what is being done is done; a loop that has ended needs no telling.

        No handler of the loop's: it would hear what is meant for an editor as well.
        """
        self._ends = True
        if self._loop.is_running():
            ending = partial(self._app.exit, return_code=128 + number)
            self._loop.call_soon_threadsafe(ending)
