"""The names of keys: as people type them, as the screen knows them, as they are shown.

The screen's names are Textual's: `question_mark`, `ctrl+p`, `shift+tab`, `J`.
"""

from __future__ import annotations

import string
import unicodedata

_ALIASES = {
    "return": "enter",
    "esc": "escape",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "spacebar": "space",
    # the same bytes to a terminal
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+left_square_bracket": "escape",
    "ctrl+h": "backspace",
    "ctrl+space": "ctrl+@",
    "ctrl+at": "ctrl+@",
}
_SHOWN = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "delete": "Del",
    "insert": "Ins",
}
_NAMED = {
    *_SHOWN,
    *(f"f{number}" for number in range(1, 25)),
    *("tab", "enter", "space", "backspace", "home", "end"),
}
_MODIFIERS = {"alt", "ctrl", "hyper", "meta", "shift", "super"}
# Where Textual shortens the name that Unicode has for a character.
_SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}


def key_name(typed: str) -> str:
    """The screen's name of a key that a person typed: "?", "ctrl+d", "J", "PgDn". "" if it is none.

    >>> [key_name(typed) for typed in ("?", "Ctrl+D", "Space", "shift+j", "banana")]
    ['question_mark', 'ctrl+d', 'space', 'J', '']
    """
    if len(typed) == 1:
        return _of_character(typed)
    typed = typed.strip()
    # "ctrl++" is Ctrl and the plus sign
    *modifiers, last = [*typed[:-2].split("+"), "+"] if typed.endswith("++") else typed.split("+")
    held = sorted({modifier.strip().lower() for modifier in modifiers})
    if not set(held) <= _MODIFIERS or len(held) != len(modifiers):
        return ""
    last = last if len(last) == 1 else last.strip().lower()
    if held == ["shift"] and len(last) == 1:
        return last.upper() if last.isalpha() and len(last.upper()) == 1 else ""
    key = _of_character(last.lower()) if len(last) == 1 else _named(last)
    name = "+".join([*held, key])
    return _ALIASES.get(name, name) if key else ""


def _named(name: str) -> str:
    name = _ALIASES.get(name, name)
    return name if name in _NAMED or name in _PUNCTUATION else ""


def _of_character(character: str) -> str:
    if character == " ":
        return "space"
    if character.isalnum():
        return character
    if not character.isprintable():
        return ""
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name)


_PUNCTUATION = {_of_character(character): character for character in string.punctuation}


def _plain(key: str) -> str:
    """How a key without modifiers is shown."""
    if key in _NAMED:
        return _SHOWN.get(key, key.capitalize())
    try:
        return _PUNCTUATION.get(key) or unicodedata.lookup(key.replace("_", " "))
    except KeyError:
        return key


def shown(key: str) -> str:
    """How people read the screen's name of a key.

    >>> [shown(key) for key in ("question_mark", "ctrl+d", "pagedown", "J", "shift+tab")]
    ['?', 'Ctrl+D', 'PgDn', 'J', 'Shift+Tab']
    """
    *modifiers, last = key.replace("ctrl+@", "ctrl+space").split("+")
    plain = _plain(last)
    if modifiers and len(plain) == 1:
        plain = plain.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), plain])
