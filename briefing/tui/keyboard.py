"""The terminal's input, whatever comes in."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from itertools import chain

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from briefing.tui.background import QUESTION, Answers


class Background(Message):
    """The terminal says what it draws on."""

    def __init__(self, *, light: bool) -> None:
        super().__init__()
        self.light = light


class Keyboard(LinuxDriver):
    """Drops bytes that are no text and sequences that are no key, and hears what is an answer.

    Textual's own driver ends the program at the first two (Textualize/textual issue 6456), for
    which a key of a Latin-1 keyboard or noise on a line is enough, and takes the third for keys.
    """

    _asked = False

    def start_application_mode(self) -> None:
        """Take over the screen; ask for the background where the app wants to know."""
        # known before the thread starts that hears the answer
        self._asked = bool(getattr(self._app, "asks_background", False))
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._asked and self._writer_thread is not None:
            self.write(QUESTION)
            self.flush()

    def run_input_thread(self) -> None:
        """Read on after what cannot be read."""
        decode = getincrementaldecoder("utf-8")("ignore").decode
        answers = Answers(self._tell, asked=self._asked)
        parser = XTermParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                # an Escape that may begin an answer does not wait long to be a key
                ready = selector.select(0.02 if answers.held else 0.1)
                came = (
                    answers.feed(decode(os.read(self.fileno, 4096))) if ready else answers.quiet()
                )
                try:
                    for event in chain(parser.feed(came) if came else (), parser.tick()):
                        self.process_message(event)
                except (ValueError, OverflowError):
                    parser = XTermParser(self._debug)

    def _tell(self, light: bool) -> None:  # noqa: FBT001 - a callback
        self.process_message(Background(light=light))
