"""The first frame of a repeat launch, painted before anything else is loaded.

When a reader ends it keeps what its next launch will show first (`tui/firstframe.py`). Where all
that this depends on is as it was then, it is painted here, about 2 ms after Python is there; the
reader takes the screen over once it is loaded. Where anything is not as expected nothing is painted
and nothing is said.

Nothing is imported here that takes as much as a millisecond: no typing, re, signal or pathlib.
"""

from __future__ import annotations

import os
import sys
import time

from briefing import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

ALTERNATE_SCREEN = "\x1b[?1049h"
ALL = "*"
_ENTER = f"\x1b[?2026h{ALTERNATE_SCREEN}\x1b[?25l\x1b[?7l"  # held back until all is there; no cursor, no wrap
_ENTERED = "\x1b[?2026l"
_LEAVE = b"\x1b[?2026l\x1b[0m\x1b[?7h\x1b[?1049l\x1b[?25h"
_LARGEST = 1 << 20  # bytes of a file that holds a frame
_CONTROLS = frozenset(map(chr, (*range(32), *range(127, 160))))
# by what comes before the first "-": they know the alternate screen, and restore what was there
_TERMINALS = frozenset(
    (
        *("alacritty", "contour", "foot", "ghostty", "gnome", "kitty", "konsole", "mintty"),
        *("rxvt", "screen", "st", "tmux", "vte", "wezterm", "xterm"),
    )
)
# with these the reader takes the terminal in another way
_OTHERWISE = ("COLUMNS", "LINES", "TEXTUAL_ALLOW_SIGNALS")
_LOOKS = (
    *("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"),
    *("TERM", "COLORTERM", "TERM_PROGRAM", "COLORFGBG", "NO_COLOR", "FORCE_COLOR"),
    *("LANG", "LC_ALL", "LC_CTYPE", "LANGUAGE"),
)


class Early:
    """What is known of this launch.

    `key` says what the first frame depends on besides files, "" where there can be no early one,
    and `since` when it began, by time.time(). `painted` says that there is an early frame, and
    `theme` its theme where the terminal had decided that. `attributes` are those of the terminal
    before, for as long as giving it back is up to us.
    """

    key = ""
    since = 0.0
    painted = False
    theme = ""
    attributes: list[Any] | None = None


now = Early()


def paint(arguments: Sequence[str]) -> None:
    """Paint the first frame of a launch with these arguments, where it is there and holds."""
    try:
        if _is_safe():
            now.key, now.since = _key(arguments), time.time()
            size = os.get_terminal_size(2)
            kept = read(frame_file(size), key_at(size))
            if kept and len(kept[1]) == size[1]:
                now.theme, rows = kept
                _take(rows)
                now.painted = True
    except Exception:  # noqa: BLE001 - whatever it is: the reader opens without
        leave()


def leave() -> None:
    """Give the terminal back as it was, where nobody has taken it over."""
    attributes, now.attributes, now.theme = now.attributes, None, ""
    now.painted = False
    if attributes is None:
        return
    import termios  # noqa: PLC0415 - not on Windows

    try:
        os.write(2, _LEAVE)
        termios.tcsetattr(0, termios.TCSANOW, attributes)
    except (OSError, termios.error):
        pass  # it is gone


def take_over() -> list[Any] | None:
    """The attributes that the terminal had before, for whoever gives it back from now on.

    None where no frame was painted, and the second time.
    """
    attributes, now.attributes = now.attributes, None
    return attributes


def heed() -> None:
    """Let an interrupt be what it is to every program: what is next can be interrupted."""
    import signal  # noqa: PLC0415 - not to paint

    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


# -- what a frame depends on


def _is_safe() -> bool:
    """Whether this is one terminal that is ours to draw on, of a kind that is known."""
    environ = os.environ
    if (
        os.name != "posix"
        or environ.get("TERM", "").partition("-")[0] not in _TERMINALS
        or any(name in environ for name in _OTHERWISE)
        or not all(map(os.isatty, range(3)))
        or {stream.encoding for stream in (sys.stdin, sys.stdout, sys.stderr)} != {"utf-8"}
    ):
        return False
    one_terminal = len({os.fstat(number).st_rdev for number in range(3)}) == 1
    return one_terminal and os.tcgetpgrp(0) == os.getpgrp()


def _key(arguments: Sequence[str]) -> str:
    """What the first frame depends on besides the size of the terminal and files."""
    environ = os.environ
    looks = [f"{name}={environ[name]}" for name in _LOOKS if name in environ]
    looks += sorted(f"{name}={environ[name]}" for name in environ if name.startswith("TEXTUAL"))
    return ascii((__version__, sys.version, sys.executable, os.getcwd(), *arguments, looks))  # noqa: PTH109


def key_at(size: tuple[int, int]) -> str:
    """The same with the size, on one line."""
    return f"{size[0]} {size[1]} {now.key}"


def stamp(path: str) -> str:
    """What tells a file or folder as it is now from what it was, on one line."""
    try:
        found = os.stat(path)  # noqa: PTH116 - no pathlib here
    except (OSError, ValueError):
        return f"- - - {path}"
    return f"{found.st_ino} {found.st_size} {found.st_mtime_ns} {path}"


def identity(path: str) -> str:
    """What tells a file from another one at its place, whatever is written to it."""
    number, _, _, path = stamp(path).split(" ", 3)
    return f"{number} - - {path}"


# -- where it is kept, and how


def folder() -> str:
    """The folder of all frames: platformdirs' cache folder. Raises KeyError without a home."""
    home = "Library/Caches" if sys.platform == "darwin" else ".cache"
    base = os.environ.get("XDG_CACHE_HOME", "").strip()
    if not os.path.isabs(base):  # noqa: PTH117
        base = f"{os.environ['HOME']}/{home}"
    return f"{base}/briefing/frames"


def frame_file(size: tuple[int, int]) -> str:
    """The file with the first frame of a launch like this one in a terminal of that size."""
    return f"{folder()}/{checksum(key_at(size).encode())}"


def marker(what: str) -> str:
    """A file that is touched whenever something is remembered of a brief, by its key.

    "" stands for the settings, and ALL for anything that is remembered.
    """
    return f"{folder()}/{checksum(what.encode())}.changed"


def changed(what: str) -> None:
    """What is remembered changes: no frame holds that was made of it."""
    moment = time.time_ns()
    for each in (what, ALL):
        try:  # noqa: SIM105 - no contextlib here
            os.utime(marker(each), ns=(moment, moment))
        except (OSError, KeyError):
            pass  # no frame was made of it


def checksum(data: bytes) -> str:
    """What Python tells its own files by: against damage, and not against people.

    These cannot write there.
    """
    from _imp import source_hash  # noqa: PLC0415 - zlib takes 0.3 ms to load

    return source_hash(0, data).hex()


def read(file: str, key: str) -> tuple[str, list[str]] | None:
    """The theme and the rows in a file, None where they do not hold, or are not certainly ours.

    Raises OSError and ValueError for a file that cannot be read.
    """
    try:
        number = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    try:
        found = os.fstat(number)
        # a file, and nobody else can write or read it
        if found.st_mode & 0o170077 != 0o100000 or found.st_uid != os.geteuid():
            return None
        data = os.read(number, _LARGEST)
    finally:
        os.close(number)
    head, _, rest = data.partition(b"\n")
    if head.decode() != checksum(rest):
        return None
    its_key, theme, count, *lines = rest.decode("utf-8", "surrogateescape").split("\n")
    files, rows = lines[: int(count)], lines[int(count) :]
    if its_key != key or not all(map(_is_plain, rows)) or not all(map(_is_unchanged, files)):
        return None
    return theme, rows


def _is_unchanged(line: str) -> bool:
    path = line.split(" ", 3)[3]
    return line == stamp(path) or line == identity(path)


def _is_plain(row: str) -> bool:
    """Whether a row is text and styles, and nothing else that a terminal would act on."""
    text, *styled = row.split("\x1b[")
    for each in styled:
        codes, ends, more = each.partition("m")
        if not ends or codes.strip("0123456789;"):
            return False
        text += more
    return text.isprintable() or not _CONTROLS.intersection(text)


# -- the terminal


def _take(rows: Sequence[str]) -> None:
    """Paint the rows, and let keys wait for the reader, as it will want them."""
    import _signal as signal  # type: ignore[import-not-found]  # noqa: PLC0415 - signal takes 3 ms
    import termios  # noqa: PLC0415 - not on Windows

    placed = "".join(f"\x1b[{number};1H{row}" for number, row in enumerate(rows, 1))
    frame = f"{_ENTER}{placed}\x1b[0m\x1b[H{_ENTERED}".encode()
    attributes, raw = termios.tcgetattr(0), termios.tcgetattr(0)
    raw[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    raw[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)  # Ctrl+C still ends us
    raw[6][termios.VMIN], raw[6][termios.VTIME] = 1, 0
    nothing = bytes([os.fpathconf(0, "PC_VDISABLE")])  # Ctrl+Z is a key of the reader, too
    raw[6][termios.VSUSP] = raw[6][termios.VQUIT] = nothing
    now.attributes = attributes
    usual = dict.fromkeys((signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT), signal.SIG_DFL)
    for number, handler in (usual | {signal.SIGINT: signal.default_int_handler}).items():
        if signal.getsignal(number) == handler:
            signal.signal(number, _end)
    # nobody stops us in the midst of it
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTSTP})
    if signal.getsignal(signal.SIGTSTP) == signal.SIG_DFL:
        signal.signal(signal.SIGTSTP, _stop)
    try:
        termios.tcsetattr(0, termios.TCSANOW, raw)
        while frame:
            frame = frame[os.write(2, frame) :]
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _stop(number: int, _frame: object) -> None:
    """Told to stop for a while: the screen is the shell's, and then no early frame is there."""
    import _signal as signal  # noqa: PLC0415 - see above

    leave()
    signal.signal(number, signal.SIG_DFL)
    signal.raise_signal(number)


def _end(number: int, _frame: object) -> None:
    """Told to go before the reader can hear it."""
    import _signal as signal  # noqa: PLC0415 - see above

    leave()
    if number == signal.SIGINT:
        os._exit(128 + number)  # an exception is lost where it is raised between two imports
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
