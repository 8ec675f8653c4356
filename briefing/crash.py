"""What is said and kept when the program fails by an error of its own.

The report has what helps to mend it and nothing of what was read: no message of an exception, which
may quote a brief, no value of a variable, no path that was named. With BRIEFING_DEBUG in the
environment the messages are in it.
"""

from __future__ import annotations

import os
import platform
import re
import sys
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import __version__, early
from briefing.streams import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

DEBUG = "BRIEFING_DEBUG"
COMMANDS = frozenset(
    ["read", "export", "search", "index", "diff", "check", "new", "source", "schema", "keys"]
)
_KEPT = 5  # reports, the newest ones
_FRAMES = 80  # of a traceback
_CAUSES = 8  # exceptions of a chain that are told
_OPTION = re.compile(r"--[a-z][a-z-]*|-[a-zA-Z]")
_LIBRARIES = ("textual", "rich", "msgspec", "tantivy", "PyYAML", "click", "platformdirs")
_LOOKS = ("TERM", "TERM_PROGRAM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "PYTHONOPTIMIZE")
# all that a reader switches: synchronized output, style, wrap, keys, mouse, paste, focus, screen
_GIVE_BACK = (
    b"\x1b[?2026l\x1b[0m\x1b[?7h\x1b[<u\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"
    b"\x1b[?2004l\x1b[?1004l\x1b[?2048l\x1b[?1049l\x1b[?25h"
)
_HERE = Path(__file__).parents[1]


def tell(error: BaseException, *, status: int = 1) -> int:
    """Give the terminal back, keep a report and say in one line where; the exit status.

    Whatever goes wrong meanwhile is left at that: nothing is raised.
    """
    early.leave()
    with suppress(Exception):
        error = _held(error) or error
        try:
            where = f"The report: {_plain(str(_kept(report(error))))}"
        except Exception as failure:  # noqa: BLE001 - a full disk, no home, ourselves
            why = getattr(failure, "strerror", None) or "there is no folder for it"
            where = f"No report could be written: {why[:1].lower()}{why[1:]}."
        say(f"briefing: an error of the program ended it ({_summary(error)}). {where}")
    return status


def report(error: BaseException) -> str:
    """The report on an error, as text."""
    return "\n".join((*_circumstances(), "", *_chain(error), ""))


def folder() -> Path:
    """Where reports are kept. Raises RuntimeError for a user without a home."""
    from platformdirs import user_state_path  # noqa: PLC0415 - what is broken may be this

    return user_state_path("briefing")


def give_back(attributes: list[Any]) -> None:
    """Give the terminal back of a reader that has died while it had it, where there still is one.

    The screen and the modes are put back whoever is at the terminal by now, so nobody else may have
    been when the reader died: no editor, no shell. `attributes` are those of `termios.tcgetattr`
    from before, with numbers for keys; those a shell that is at the terminal has set itself.
    Raises OSError and termios.error.
    """
    import signal  # noqa: PLC0415 - hardly ever
    import termios  # noqa: PLC0415 - not on Windows

    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})  # it is not our turn any more
    terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    try:
        os.write(terminal, _GIVE_BACK)
        if os.tcgetpgrp(terminal) == os.getpgrp():
            termios.tcsetattr(terminal, termios.TCSANOW, attributes)
    finally:
        os.close(terminal)


# -- what is told


def _circumstances() -> Iterator[str]:
    yield f"when:      {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"
    yield f"briefing:  {__version__}"
    yield f"python:    {platform.python_implementation()} {platform.python_version()} ({sys.platform})"
    yield f"with:      {', '.join(_versions())}"
    yield f"command:   {_shape(sys.argv[1:])}"
    looks = (f"{name}={_plain(os.environ[name])}" for name in _LOOKS if name in os.environ)
    yield f"terminal:  {_size()}, {' '.join(looks) or 'nothing is known of it'}"


def _versions() -> Iterator[str]:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - as above

    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}"


def _shape(arguments: Iterable[str]) -> str:
    """A command line with its options, but not with what they, or the brief, are called."""
    words = [word.partition("=")[0] for word in arguments]
    shown = [word if _OPTION.fullmatch(word) else "..." for word in words]
    if words and words[0] in COMMANDS:
        shown[0] = words[0]
    return " ".join(("briefing", *shown))


def _size() -> str:
    with suppress(OSError):
        columns, rows = os.get_terminal_size(2)
        return f"{columns}x{rows}"
    return "none"


def _chain(error: BaseException) -> Iterator[str]:
    """An error with where it came from, and those before it."""
    seen: list[BaseException] = []
    current: BaseException | None = error
    while current and current not in seen and len(seen) < _CAUSES:
        if seen:
            yield from ("", "before that:", "")
        seen.append(current)
        for line in traceback.format_list(_frames(current)):
            yield from line.rstrip("\n").split("\n")
        yield _named(current)
        for inner in getattr(current, "exceptions", ()):
            yield f"  of these: {_named(inner)}, {_place(inner)}"
        hides = None if current.__suppress_context__ else current.__context__
        current = current.__cause__ or hides


def _held(error: BaseException) -> BaseException | None:
    """The error that a worker of Textual ended with."""
    held = getattr(error, "error", None)
    return held if isinstance(held, BaseException) else None


def _frames(error: BaseException) -> list[traceback.FrameSummary]:
    frames = traceback.extract_tb(error.__traceback__)
    if len(frames) > _FRAMES:
        frames[_FRAMES // 4 : -_FRAMES * 3 // 4] = []
    return [
        traceback.FrameSummary(_short(frame.filename), frame.lineno, frame.name, line=frame.line)
        for frame in frames
    ]


def _short(file: str) -> str:
    """A file of ours or of a library from its package on: where it lies tells of the user."""
    for root in (str(_HERE), *sys.path):
        if root and file.startswith(root.rstrip(os.sep) + os.sep):
            return file[len(root.rstrip(os.sep)) + 1 :]
    return os.path.basename(file)  # noqa: PTH119 - the text of a path


def _place(error: BaseException) -> str:
    frames = _frames(error)
    ours = [frame for frame in frames if frame.filename.startswith("briefing")]
    last = (ours or frames)[-1:]
    return "".join(f"{frame.filename} line {frame.lineno}" for frame in last) or "nowhere known"


def _named(error: BaseException) -> str:
    """The name of an error, with its message where that cannot quote a brief, or is asked for."""
    name = type(error).__name__
    if os.environ.get(DEBUG):
        return f"{name}: {_plain(str(error))}"
    if isinstance(error, ImportError):
        return f"{name}: {_missing(error)}"
    if isinstance(error, OSError):
        return f"{name}: {error.strerror or 'no reason'}"
    return name if not str(error) else f"{name} (with {DEBUG}=1 its message stands here)"


def _summary(error: BaseException) -> str:
    name = type(error).__name__
    told = f"{name}: {_missing(error)}" if isinstance(error, ImportError) else name
    return f"{told} in {_place(error)}"


def _missing(error: ImportError) -> str:
    """What could not be imported, without the place where it was looked for."""
    return _plain(str(error)).partition(" (/")[0]


def _plain(text: str) -> str:
    """On one line, and nothing in it that a terminal would act on."""
    return "".join(char if char.isprintable() else "?" for char in text)


# -- where it is kept


def _kept(text: str) -> Path:
    """The file that a report was written to; older ones go. Raises OSError, and see `folder`."""
    place = folder()
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    stem = f"crash-{datetime.now(UTC):%Y-%m-%d-%H%M%S}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    for number in range(1, 100):
        path = place / (f"{stem}.txt" if number == 1 else f"{stem}-{number}.txt")
        with suppress(FileExistsError):
            descriptor = os.open(path, flags, 0o600)
            break
    else:
        raise FileExistsError
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(text.encode("utf-8", "replace"))
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise
    with suppress(OSError):
        older = sorted(each for each in place.glob("crash-*.txt") if each != path)
        for each in older[: max(0, len(older) + 1 - _KEPT)]:
            each.unlink()
    return path
