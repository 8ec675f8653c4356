"""config.toml to settings, with a problem for everything in it that cannot be used."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, get_args

from briefing.config import DEFAULTS, Config, Theme
from briefing.config.keymap import KEPT, keymap
from briefing.config.names import key_name, shown
from briefing.config.places import Places
from briefing.loading.hints import Guess, one_of
from briefing.problems import in_order

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing.config import Keys
    from briefing.config.keymap import Clash
    from briefing.problems import Problem

THEMES: tuple[Theme, ...] = get_args(Theme)
WIDTHS = range(40, 121)  # cells
SECTION = "section"  # the command with keys that stay as they are
SETTINGS = ("theme", "width", "keys", "early_frame")
_EXAMPLES = 'a key is written as in "j", "J", "?", "space", "pagedown", "f5", "ctrl+d", "alt+x"'
_LONGEST = 40  # characters of a value that are told
_LARGE = 10**9
_MOST = 64 * 1024  # bytes
_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
# What no command can have: the sections' keys, and what the screen does on its own.
FIXED = {
    **{str(number): f"goes to section {number}" for number in range(1, 10)},
    "ctrl+c": "says how to quit",
    "ctrl+q": "quits",
    "ctrl+z": "suspends",
}


def settings_in(path: Path, commands: Mapping[str, Keys]) -> Config:
    """The settings of a file, and its problems. `commands` are the keys of each command, by id."""
    try:
        data = _bytes_of(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        problem = Places(path).problem(f"cannot be read: {reason[:1].lower()}{reason[1:]}")
        return Config(problems=(problem,))
    places = Places(path, data.decode("utf-8-sig", "replace"))
    try:
        tree = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return Config(problems=(_syntax(places, data, error),))
    return _Reading(places, commands).settings(tree)


def _bytes_of(path: Path) -> bytes:
    """What is in the file. Raises OSError and ValueError where it is no file to read."""
    if path.exists() and not path.is_file():
        msg = "it is no file"
        raise ValueError(msg)
    with path.open("rb") as stream:
        data = stream.read(_MOST + 1)
    if len(data) > _MOST:
        msg = f"it is longer than {_MOST // 1024} KiB"
        raise ValueError(msg)
    return data


def _syntax(places: Places, data: bytes, error: ValueError | RecursionError) -> Problem:
    """Why the file is no TOML. Nothing of it can be used then."""
    hint = "until this is mended every setting is as it comes"
    if isinstance(error, UnicodeDecodeError):
        line_start = data.rfind(b"\n", 0, error.start) + 1
        place = data.count(b"\n", 0, error.start) + 1, error.start - line_start + 1
        return places.problem_at(place, "this is not UTF-8", hint)
    if isinstance(error, RecursionError):
        return places.problem("nested too deeply", hint)
    where = _WHERE.search(str(error))
    place = (1, 1)
    if where:
        place = (int(where[1]), int(where[2])) if where[1] else places.end
    message = _WHERE.sub("", str(error)).partition(";")[0]
    return places.problem_at(place, f"this is not TOML: {message[:1].lower()}{message[1:]}", hint)


class _Reading:
    """One way through what a file says; what cannot be used is left out and noted."""

    def __init__(self, places: Places, commands: Mapping[str, Keys]) -> None:
        self._places = places
        self._own = commands
        self._problems: list[Problem] = []

    def settings(self, tree: Mapping[str, Any]) -> Config:
        for name in tree:
            if name not in SETTINGS:
                self._wrong(name, f"unknown setting '{name}'", str(Guess(name, SETTINGS)))
        return Config(
            self._theme(tree.get("theme", DEFAULTS.theme)),
            self._width(tree.get("width", DEFAULTS.width)),
            self._keys(tree.get("keys", {})),
            early_frame=self._early_frame(tree.get("early_frame", DEFAULTS.early_frame)),
        )._replace(problems=in_order(self._problems))

    def _wrong(self, field: str, message: str, hint: str = "") -> None:
        self._problems.append(self._places.problem(message, hint, field=field))

    def _theme(self, value: object) -> Theme:
        if value in THEMES:
            return THEMES[THEMES.index(value)]
        hint = str(Guess(value, THEMES)) if isinstance(value, str) else ""
        self._wrong("theme", f"theme is {one_of(map(_quoted, THEMES))}, not {_told(value)}", hint)
        return DEFAULTS.theme

    def _width(self, value: object) -> int:
        if type(value) is int and value in WIDTHS:  # True is an int and no width
            return value
        most = WIDTHS[-1]
        self._wrong("width", f"width is a number of {WIDTHS[0]} to {most}, not {_told(value)}")
        return DEFAULTS.width

    def _early_frame(self, value: object) -> bool:
        if isinstance(value, bool):
            return value
        self._wrong("early_frame", f"early_frame is true or false, not {_told(value)}")
        return DEFAULTS.early_frame

    def _keys(self, value: object) -> dict[str, Keys]:
        if not isinstance(value, dict):
            self._wrong("keys", f"keys is a table, not {_told(value)}", "write [keys] on a line")
            return {}
        wanted = {}
        for command, keys in value.items():
            if command == SECTION:
                self._wrong(f"keys.{command}", "the sections have the keys 1 to 9, always")
            elif command not in self._own:
                hint = str(Guess(command, self._own)) or "`briefing keys` lists them"
                self._wrong(f"keys.{command}", f"unknown command '{command}'", hint)
            elif (named := self._named(command, keys)) is not None:
                wanted[command] = named
        found, clashes = keymap(self._own, wanted)
        for clash in clashes:
            self._clash(clash, wanted)
        return {name: keys for name, keys in found.items() if keys != self._own[name]}

    def _named(self, command: str, value: object) -> Keys | None:
        """The screen's names of the keys of one command; None where the setting is of no use."""
        field = f"keys.{command}"
        typed = [value] if isinstance(value, str) else value
        if not isinstance(typed, list) or not all(isinstance(key, str) for key in typed):
            hint = f'{command} = "x", or {command} = ["x", "ctrl+x"]'
            self._wrong(field, f"a key is a text, not {_told(value)}", hint)
            return None
        typed = list(filter(None, typed))
        if not typed and command in KEPT:
            self._wrong(field, f"'{command}' needs a key", "it keeps its own")
            return None
        named = tuple(key for key in (self._name(field, key) for key in typed) if key)
        return named if named or not typed else None

    def _name(self, field: str, typed: str) -> str:
        key = key_name(typed)
        if not key:
            self._wrong(field, f"'{typed}' is no key", _EXAMPLES)
        elif key in FIXED:
            self._wrong(field, f"'{typed}' {FIXED[key]}, always", "take another key")
            return ""
        return key

    def _clash(self, clash: Clash, wanted: Mapping[str, Keys]) -> None:
        key = shown(clash.key)
        if clash.loser in wanted:
            hint = "" if clash.winner in wanted else f"give '{clash.winner}' another key first"
            message = f"'{key}' is the key of '{clash.winner}' already"
            self._wrong(f"keys.{clash.loser}", message, hint or "a key does one thing")
        else:
            hint = f"give '{clash.loser}' other keys too, or none: {clash.loser} = \"\""
            message = f"'{key}' was a key of '{clash.loser}', which loses it"
            self._wrong(f"keys.{clash.winner}", message, hint)


def _told(value: object) -> str:
    """A value of the wrong kind, in a few words."""
    if isinstance(value, str):
        return _quoted(value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return "a number that large" if abs(value) >= _LARGE else str(value)  # nan too
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    return "a date"


def _quoted(word: str) -> str:
    return f'"{word}"'
