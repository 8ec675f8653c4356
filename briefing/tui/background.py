"""Asking the terminal for its background: xterm's OSC 11, which most terminals answer.

The question goes out when the screen is taken over and nobody waits for the answer. It comes in
between the keys, at once, late, in pieces or never (see `incoming`).
"""

from __future__ import annotations

import re

QUESTION = "\x1b]11;?\x1b\\"
ANSWER = "11;"  # what the string with the colour begins with


def is_light(colour: str) -> bool | None:
    """Whether a colour as XParseColor takes it is light; None where it is no colour.

    That is rgb:ffff/ffff/ffff with one to four digits each, the same with rgba:, or #ffffff.

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
