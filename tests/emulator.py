"""The terminal that the tests pretend to be: pyte, and what it does not know.

pyte draws what Textual paints, but it misreads private sequences (it prints the `u` of `CSI < u`
and takes `CSI > 4;1 m` for a style), has no alternate screen, and answers no questions. Here such
sequences are taken out before pyte sees them, and remembered.
"""

from __future__ import annotations

import base64
import codecs
import re
from typing import ClassVar

import pyte

_SEQUENCE = re.compile(
    r"\x1b\[(?P<private>[<=>?])(?P<args>[0-9;:]*)(?P<middle>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b[P_^X][^\x1b]*\x1b\\"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?|[P_^X][^\x1b]*\x1b?)?\Z")

ALTERNATE_SCREEN = 1049
CURSOR_SHOWN = 25
LINE_WRAP = 7
SYNCHRONIZED = 2026


class Screen(pyte.Screen):
    """A screen that keeps what it would say back to the program."""

    def __init__(self, columns: int, lines: int, answers: list[str]) -> None:
        self._answers = answers
        super().__init__(columns, lines)

    def write_process_input(self, data: str) -> None:
        self._answers.append(data)


class Emulator:
    """The bytes of a program in, a screen and the state of the terminal out."""

    USUAL: ClassVar = {CURSOR_SHOWN, LINE_WRAP}

    def __init__(self, columns: int, rows: int) -> None:
        self.answers: list[str] = []  # what the terminal says back; the driver sends it
        self.modes = set(self.USUAL)  # the private modes that are on, by number
        self.keyboard: list[str] = []  # the stack of the kitty keyboard protocol
        self.clipboard: list[str] = []  # what was copied through OSC 52
        self.title = ""
        self.background = ""  # as it is told when asked for (OSC 11), such as "rgb:ffff/ffff/ffff"
        self.screen = self._main = Screen(columns, rows, self.answers)
        self._stream = pyte.Stream(self.screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._held = ""

    @property
    def whole(self) -> bool:
        """Whether the screen shows a finished frame (see synchronized output, mode 2026)."""
        return SYNCHRONIZED not in self.modes and not self._held

    def feed(self, data: bytes) -> None:
        """Take in what the program wrote; a sequence cut in two waits for its other half."""
        text = self._held + self._decode(data)
        unfinished = _UNFINISHED.search(text)
        end = unfinished.start() if unfinished else len(text)
        self._held = text[end:]
        position = 0
        for match in _SEQUENCE.finditer(text, 0, end):
            self._stream.feed(text[position : match.start()])
            position = match.end()
            if match["osc"] is not None:
                self._operating_system_command(match["osc"])
            elif match["final"]:
                self._private(match)
        self._stream.feed(text[position:end])

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of both screens."""
        for screen in {self._main, self.screen}:
            screen.resize(rows, columns)

    def leftovers(self) -> list[str]:
        """What a program that has gone left switched on or off in the terminal."""
        found = [f"mode {mode} is on" for mode in sorted(self.modes - self.USUAL)]
        found += [f"mode {mode} is off" for mode in sorted(self.USUAL - self.modes)]
        found += [f"keyboard mode {flags} is on" for flags in self.keyboard]
        if self.screen.cursor.attrs != self.screen.default_char:
            found.append(f"a style is on: {self.screen.cursor.attrs}")
        return found

    def _operating_system_command(self, text: str) -> None:
        number, _, rest = text.partition(";")
        if number in {"0", "2"}:
            self.title = rest
        elif number == "11" and rest == "?" and self.background:
            self.answers.append(f"\x1b]11;{self.background}\x1b\\")
        elif number == "52":
            self.clipboard.append(base64.b64decode(rest.partition(";")[2]).decode())

    def _private(self, match: re.Match[str]) -> None:
        kind, final, arguments = match["private"], match["final"], match["args"]
        if kind == "?" and final in "hl" and not match["middle"]:
            for mode in map(int, filter(None, arguments.split(";"))):
                self._switch(mode, on=final == "h")
        elif kind == "?" and match["middle"] == "$" and arguments == str(SYNCHRONIZED):
            self.answers.append(f"\x1b[?{SYNCHRONIZED};2$y")
        elif kind == ">" and final == "u":
            self.keyboard.append(arguments)
        elif kind == "<" and final == "u" and self.keyboard:
            self.keyboard.pop()

    def _switch(self, mode: int, *, on: bool) -> None:
        (self.modes.add if on else self.modes.discard)(mode)
        if mode != ALTERNATE_SCREEN:
            self._stream.feed(f"\x1b[?{mode}{'h' if on else 'l'}")
            return
        main = self._main
        self._stream.detach(self.screen)
        self.screen = Screen(main.columns, main.lines, self.answers) if on else main
        self._stream.attach(self.screen)
