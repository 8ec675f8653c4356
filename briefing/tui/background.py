"""Asking the terminal for its background: xterm's OSC 11, which most terminals answer.

The question goes out when the screen is taken over and nobody waits for the answer. It comes in
between the keys, at once, late, in pieces or never, and must not be taken for keys.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

QUESTION = "\x1b]11;?\x1b\\"
# XParseColor: rgb:ffff/ffff/ffff with one to four digits each, rgba: or #ffffff
_COLOUR = "[rgba:#/0-9A-Fa-f]"
_ANSWER = re.compile(rf"\x1b\]11;(?:([^\x07\x1b]*)(?:\x07|\x1b\\)|{_COLOUR}*)")
_BEGUN = re.compile(rf"\x1b(\](1(1(;{_COLOUR}{{0,32}}\x1b?)?)?)?)?\Z")
_CERTAIN = "\x1b]11;"  # no key sends that


class Answers:
    """Takes the answer out of what a terminal sends; calls `tell` with whether it is light."""

    def __init__(self, tell: Callable[[bool], None], *, asked: bool) -> None:
        self._tell = tell
        self._waiting = asked
        self.held = ""  # the end of what came, as long as it may be the start of the answer

    def feed(self, text: str) -> str:
        """What came in, without the answer."""
        if not self._waiting:
            return text
        text = self.held + text
        begun = _BEGUN.search(text)
        end = begun.start() if begun else len(text)
        self.held = text[end:]
        return _ANSWER.sub(self._take, text[:end])

    def quiet(self) -> str:
        """What was held and is a key after all, as nothing followed it."""
        if self.held.startswith(_CERTAIN):
            return ""  # half an answer on a slow line
        held, self.held = self.held, ""
        return held

    def give_up(self) -> str:
        """What was held as a key, or nothing where it is half an answer whose end never came."""
        held = self.quiet()
        self.held = ""
        return held

    def _take(self, answer: re.Match[str]) -> str:
        light = is_light(answer[1] or "")
        if light is not None:
            self._waiting = False
            self._tell(light)
        return ""


def is_light(colour: str) -> bool | None:
    """Whether a colour as xterm writes it is light; None where it is no colour.

    By the brightness of its three parts as the eye weighs them (ITU-R BT.601).
    """
    if re.fullmatch(r"#(?:[0-9A-Fa-f]{3}){1,4}", colour):
        size = len(colour) // 3
        parts = [colour[at : at + size] for at in range(1, len(colour), size)]
    else:
        parts = colour.partition(":")[2].split("/")[:3]
    if len(parts) < 3 or not all(re.fullmatch("[0-9A-Fa-f]{1,4}", part) for part in parts):
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in parts)
    return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)
