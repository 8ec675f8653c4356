"""What the terminal sends, whatever that is."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from functools import partial
from itertools import chain
from time import monotonic

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

from briefing.tui.background import ANSWER, QUESTION, is_light
from briefing.tui.incoming import Sequences
from briefing.tui.terminal import Terminal

PATIENCE = 1.0  # seconds without input, after which nothing that has begun is waited for
PASTED = 4096  # characters of a paste that go on
_HANGUP = 128 + 1  # the exit status of what SIGHUP ends


class Background(Message):
    """The terminal says what it draws on."""

    def __init__(self, *, light: bool) -> None:
        super().__init__()
        self.light = light


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


class Keyboard(Terminal):
    """Drops bytes that are no text and sequences that are no key, and hears what is an answer.

    Textual's own driver ends the program at the first two (Textualize/textual issue 6456), for
    which a key of a Latin-1 keyboard or noise on a line is enough, and takes the third for keys.
    A paste whose end is lost would take every key that follows: it ends when nothing comes.
    Where the terminal itself goes, the program goes too.
    """

    _asked = False

    def start_application_mode(self) -> None:
        """Take over the screen; ask for the background where the app wants to know."""
        # known before the thread starts that hears the answer
        self._asked = bool(getattr(self._app, "asks_background", False))
        super().start_application_mode()
        if self._asked:
            self.write(QUESTION)

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
