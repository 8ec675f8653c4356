"""What the next launch will show first, drawn when a reader ends, for `briefing.early` to paint.

docs/decisions/0019-the-first-frame-comes-early.md says why it is made so.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import early
from briefing.config import config_path
from briefing.library import index_folder, key_of, open_brief, stamp
from briefing.library.finding import HEADER, look
from briefing.loading.record import is_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.model.brief import Brief
    from briefing.state import Memory
    from briefing.tui.app import BriefingApp

    # an app that was not run yet, and the stamps of all the files it was made of
    Drawn = tuple[BriefingApp, list[str]]

_PATIENCE = 2  # seconds to draw a frame in; it takes a tenth of one
_MOST = 64  # files that are kept
_FOLDERS = 100  # looked through for a brief, at most


def keep(make: Callable[[], Drawn], *, theme: str) -> None:
    """Have the first frame of the app that the next launch will make drawn and kept.

    The next launch is one with the same arguments, in a terminal of the same size and kind.
    `theme` is what it is to begin with where the terminal decides, else "". The frame is drawn by a
    child of ours that outlives us, so that nobody waits for it; `make` is called there. It has no
    terminal, and ends after two seconds whatever happens. Raises OSError where there is none.
    """
    size = os.get_terminal_size(2)
    # who is the first of a session takes the others along as it ends
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    if os.fork():
        return
    try:
        _detach()
        early.now.theme, early.now.painted = theme, True  # as it will be then
        app, files = make()
        _draw(app, size, lambda rows: _write(size, theme, files, rows))
    finally:
        os._exit(0)


def keep_reader(
    app: BriefingApp, path: Path | None, make: Callable[[Brief, Memory], BriefingApp]
) -> None:
    """The same for an app that has just ended, and was launched with that path."""
    key = key_of(app.brief)
    remembered = _remembered(app.memory, key)
    memory = app.memory.apart(key)

    def draft() -> Drawn:
        looked = _looked_into(path or Path("content"))
        paths = _files(open_brief(path))
        files = [*map(early.stamp, [*looked, *paths]), *remembered]
        brief = open_brief(path)  # again, as it was when the stamps were taken or after
        if _files(brief) != paths:
            raise FileNotFoundError
        return make(brief, memory), files

    keep(draft, theme=_theme(app))


def keep_library(app: BriefingApp, library: Path, make: Callable[[Memory], BriefingApp]) -> None:
    """The same for the list of a library."""
    remembered = _remembered(app.memory, early.ALL)
    memory = app.memory.apart()

    def draft() -> Drawn:
        several = (f"{folder}/{HEADER}" for folder, _ in islice(look(str(library)), 2))
        paths = [str(library), str(index_folder(library) / "catalogue"), *several]
        files = [*map(early.stamp, map(os.path.abspath, paths)), *remembered]
        return make(memory), files

    keep(draft, theme=_theme(app))


def _remembered(memory: Memory, what: str) -> list[str]:
    """The stamps that tell whether what is remembered has changed, and what a user has chosen.

    Raises FileNotFoundError where no frame is to be kept: in a terminal that none is painted in,
    and where the next launch will not remember what we do.
    """
    if not early.now.key or memory.file is None:
        raise FileNotFoundError
    os.makedirs(early.folder(), mode=0o700, exist_ok=True)  # noqa: PTH103 - plain paths, as in early
    markers = [early.marker(what), early.marker("")]
    for marker in markers:
        os.close(os.open(marker, os.O_CREAT | os.O_CLOEXEC, 0o600))
    stamps = map(early.stamp, [*markers, str(config_path())])
    return [*stamps, early.identity(str(memory.file))]


def _theme(app: BriefingApp) -> str:
    return app.theme if app.asks_background else ""


def _detach() -> None:
    """Become nobody's: no terminal, the usual signals, and an end."""
    os.setsid()
    for usual in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGALRM):
        signal.signal(usual, signal.SIG_DFL)
    signal.alarm(_PATIENCE)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)
    gc.disable()


def _draw(app: BriefingApp, size: tuple[int, int], done: Callable[[list[str]], None]) -> None:
    """Run an app until it has drawn its first frame, and go no further."""

    def drawn() -> None:
        strips = app.screen._compositor.render_strips()  # noqa: SLF001 - as Textual's screenshots do
        if len(strips) == size[1] and not app.holds_back:
            done([strip.render(app.console) for strip in strips])
            os._exit(0)

    app.post_display_hook = drawn  # type: ignore[method-assign]
    app.run(headless=True, size=size)


def _write(size: tuple[int, int], theme: str, files: list[str], rows: list[str]) -> None:
    """Keep a frame, all of it or none; the oldest ones go."""
    program = list(_program())
    if any(os.stat(file).st_mtime > early.now.since for file in program):  # noqa: PTH116 - as in early
        return  # it is not the program that we run any more
    files = [*files, *map(early.stamp, program)]
    lines = [early.key_at(size), theme, str(len(files)), *files, *rows]
    if any("\n" in line for line in lines):
        return  # the path of a file: what is read back would be another one
    data = "\n".join(lines).encode("utf-8", "surrogateescape")
    folder, file = early.folder(), early.frame_file(size)
    beside = f"{file}.{os.getpid()}"
    number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(early.checksum(data).encode() + b"\n" + data)
        os.replace(beside, file)  # noqa: PTH105 - plain paths, as in early
    except OSError:
        os.unlink(beside)  # noqa: PTH108 - the same
        raise
    with os.scandir(folder) as entries:
        # ours first: the others may be of a time when the clock was ahead
        found = sorted(entries, key=lambda e: (e.path != file, -e.stat().st_mtime_ns))
    for entry in found[_MOST:]:
        os.unlink(entry.path)  # noqa: PTH108


def _program() -> Iterator[str]:
    """The files of the program that a frame depends on: ours, and those that tell a version."""
    for name, module in list(sys.modules.items()):
        ours = name in {"textual", "rich"} or name.partition(".")[0] == "briefing"
        if ours and (file := getattr(module, "__file__", None)):
            yield file
    yield str(Path(__file__).with_name("briefing.tcss"))


def _files(brief: Brief) -> list[str]:
    """The files that a brief was made of, there or not, and its folder."""
    paths = [str(brief.folder), *(path for path, *_ in stamp(brief))]
    if brief.header.source:
        record = brief.folder / brief.header.source
        paths.append(str(record))
        if brief.source and is_plain(brief.source.file):
            paths.append(str(record.with_name(brief.source.file)))
    return list(dict.fromkeys(map(os.path.abspath, paths)))


def _looked_into(path: Path) -> list[str]:
    """The path, and the folders that a brief is looked for in there. Raises where they are many."""
    looked = [os.path.abspath(path)]  # noqa: PTH100 - not every path has a folder
    for folder, inside, files in os.walk(looked[0], followlinks=True):
        looked.append(folder)
        if len(looked) > _FOLDERS:
            raise OverflowError
        inside[:] = () if HEADER in files else (n for n in inside if not n.startswith("."))
    return looked
