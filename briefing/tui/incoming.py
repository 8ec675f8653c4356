"""What comes in from a terminal: keys and the mouse go on, answers and what has no end do not.

Textual takes every sequence that it does not know for keys: the answer to a question that nobody
here asked would turn pages, and 100 KB of it for minutes (Textualize/textual issue 6456).

Some keys begin as an answer does, and only time tells the two apart. Such a key is lost, with what
comes after it, where that follows at once and goes on like an answer: Alt and `[` before anything,
Alt and `]` before a digit, Alt and `_` before G, Alt and `P` before a digit or a sign, and what ends
with a dollar in rxvt, as no sequence should (`ESC [ 7 $` before j).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ESC = "\x1b"
# ECMA-48, 5.4 and 5.6: a control sequence, and a string that a terminal sends. Strings are known
# by how they go on: Alt and one of their first letters is a key. The one that is asked for has a
# colour in it and nothing else: a key that comes where its end is lost is a key.
_SEQUENCE = re.compile(
    r"\x1b(?:\[(?P<inside>[ -?]*)(?P<final>[@-~])?"
    r"|(?P<string>\](?=\d)|P(?=[\d!$+=>|])|_(?=G))"
    r"(?P<body>[^\x00-\x1f\x9c]*(?=\x07|\x1b\\|\x9c)|11;[rgba:#/0-9A-Fa-f]*|(?!11;)[^\x00-\x1f\x9c]*)"
    r"(?P<end>\x07|\x1b\\|\x9c)?"
    r"|[]P_]?\Z)"
)
# Keys with their modifiers, Shift and arrows of rxvt, Ctrl and digits of mintty, mice, focus,
# pastes, where the cursor is, and the one answer that Textual waits for. A size (CSI 48 t) is
# none: the system tells it, and this may say anything.
_WANTED = re.compile(
    r"\x1b\[(?:[\d:;]*[A-HMO-SZ[^@u~I]|[a-d]|1;[5-8][p-y]|<[\d;-]*[Mm]|\?2026;\d\$y)"
)
_KEY_WHEN_QUIET = re.compile(r"\x1b(?:\[(?:\d+\$)?|[]P_])?")
_LONGEST = 32  # of a sequence that is a key
_HELD = 64  # of one that has not ended yet; no answer that is heard is longer


class Sequences:
    """Takes out of what a terminal sends all that is no key; `heard` gets its OSC strings."""

    def __init__(self, heard: Callable[[str], None]) -> None:
        self._heard = heard
        self.held = ""  # the end of what came, as long as it is half a sequence

    def feed(self, text: str) -> str:
        """What came in, without what goes no further."""
        text, self.held = self.held + text, ""
        passed, at = [], 0
        while (start := text.find(_ESC, at)) >= 0:
            passed.append(text[at:start])
            found = _SEQUENCE.match(text, start)
            at = found.end() if found else start + 1
            if found is None:
                passed.append(_ESC)
            elif not (found["final"] or found["end"]) and text[at:] in {"", _ESC}:
                self.held = text[start:at][:_HELD] + text[at:]
                return "".join(passed)
            elif found["string"]:
                if found["end"] and found["string"] == "]":
                    self._heard(found["body"])
            elif _is_wanted(found):
                passed.append(found[0])
        return "".join([*passed, text[at:]])

    def quiet(self) -> str:
        """What was held and is a key after all, as nothing followed it."""
        if not _KEY_WHEN_QUIET.fullmatch(self.held):
            return ""  # the rest may come, on a slow line
        held, self.held = self.held, ""
        return held

    def give_up(self) -> str:
        """The same; half a sequence whose end never came is forgotten."""
        held = self.quiet()
        self.held = ""
        return held


def _is_wanted(found: re.Match[str]) -> bool:
    if found["final"] is None:  # broken off; Alt and [ is a key
        return not found["inside"]
    return len(found[0]) <= _LONGEST and bool(_WANTED.fullmatch(found[0]))
