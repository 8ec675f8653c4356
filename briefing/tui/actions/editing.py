"""The editor, at the place of what is selected."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from textual.app import SuspendNotSupported

from briefing.text import on_one_line
from briefing.tui.actions import following
from briefing.tui.editors import starting, wanted
from briefing.tui.presentation.cited import subject
from briefing.tui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.model.brief import Brief
    from briefing.problems import Problem
    from briefing.tui.editors import Start
    from briefing.tui.screens.reader import Reader

_NONE = "No editor was found: set $EDITOR to the one you like, then start again."
_PAUSE = 1.0  # seconds between two looks whether an editor in a window has ended


class Spot(NamedTuple):
    """A place in a file, which may not be there yet; line and column count from 1."""

    file: Path
    line: int = 1
    column: int = 1


def edit(reader: Reader) -> None:
    """Open the editor where the selected statement stands; read on with what it leaves behind."""
    editor = wanted(os.environ)
    if not editor:
        reader.tell(_NONE)
        return
    start = starting(editor, *spot_of(reader))
    if start.windowed:
        _open_window(reader, start)
        return
    try:
        with reader.app.suspend():
            told = _run(start)
    except SuspendNotSupported:
        told = "The screen cannot be lent to an editor here."
    following.look(reader, settled=True)
    if told:
        reader.tell(told)


# -- where


def spot_of(reader: Reader) -> Spot:
    """Where the selected item stands, else what is opened, else the file of the section."""
    briefs = [brief for brief in (reader.held, reader.own) if brief]
    if problem := _problem(reader):
        for brief in briefs:
            if path := brief.path_of(problem.mark):
                return Spot(path, problem.mark.line, problem.mark.column)
        name = problem.mark.file.replace("\\", "/").rpartition("/")[2]
        return Spot(reader.own.folder / name, problem.mark.line, problem.mark.column)
    found = (_stands(brief, *name) for name in _names(reader) for brief in briefs)
    here = reader.here.section
    file = reader.own.folder / f"{'brief' if here in {'overview', 'source'} else here}.yaml"
    return next((spot for spot in found if spot), Spot(file))


def _problem(reader: Reader) -> Problem | None:
    """The problem that is selected, if it is one."""
    key, own = reader.panes.current.key, reader.own
    if reader.held and isinstance(reader.focused, Banner):
        return following.first(reader.own, reader.held)
    if reader.here.view == "audit" and reader.around.report:
        number = key.partition(" ")[0]
        return reader.around.report.problems[int(number)] if number.isdecimal() else None
    problems = (*reader.held.problems, *own.problems) if reader.held else own.problems
    mark, numbered, _ = key.rpartition(" (")
    return next((p for p in problems if numbered and str(p.mark) == mark), None)


def _names(reader: Reader) -> Iterator[tuple[str, str]]:
    """Whose place is looked for, the best first: names and paths as `Brief.where` takes them."""
    for key in (subject(reader.panes.current.key), reader.here.opened):
        yield key, ""
        if key[:1] == "P":  # a sentence that the record has no card of
            yield key.partition(".")[0], ""
    section = reader.here.section
    yield section, "title" if section == "overview" else ""


def _stands(brief: Brief, name: str, path: str) -> Spot | None:
    mark = brief.where(name, path) if name else None
    brief.positions.rest()
    file = brief.path_of(mark) if mark else None
    return Spot(file, mark.line, mark.column) if mark and file else None


# -- running it


def _open_window(reader: Reader, start: Start) -> None:
    """Start an editor that has a window of its own; the reader follows what it saves."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - the user's own editor
            start.command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except (OSError, ValueError) as error:
        reader.tell(_refused(start, error))
        return
    reader.tell(f"Opened in {on_one_line(start.name)}: what you save is read at once.")

    def look() -> None:
        if process.poll() is not None:
            timer.stop()
            if told := _ended(start, process.returncode):
                reader.tell(told)

    timer = reader.set_interval(_PAUSE, look)


def _run(start: Start) -> str:
    """Run an editor in this terminal to its end; what went wrong, or ""."""
    try:
        with _undisturbed():
            status = subprocess.run(start.command, check=False).returncode  # noqa: S603 - the same
    except (OSError, ValueError) as error:
        return _refused(start, error)
    return _ended(start, status)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Leave the keys that end programs to the editor, and the terminal as it was before."""
    if sys.platform == "win32":
        yield
        return
    import termios  # noqa: PLC0415 - not on every system

    terminal = sys.__stdin__.fileno() if sys.__stdin__ else 0
    try:
        before = termios.tcgetattr(terminal)
    except termios.error:
        before = None
    # no SIG_IGN, which the editor would inherit
    keys = (signal.SIGINT, signal.SIGQUIT)
    handlers = [signal.signal(number, lambda *_: None) for number in keys]
    try:
        yield
    finally:
        for number, handler in zip(keys, handlers, strict=True):
            signal.signal(number, handler)
        if before:  # an editor that is killed leaves it without echo
            termios.tcsetattr(terminal, termios.TCSANOW, before)


def _refused(start: Start, error: Exception) -> str:
    missing = isinstance(error, FileNotFoundError)
    why = "there is no such program" if missing else getattr(error, "strerror", None) or "it failed"
    return f"Cannot start {on_one_line(start.name)}: {why}. Set $EDITOR to another editor."


def _ended(start: Start, status: int) -> str:
    name = on_one_line(start.name.replace("\\", "/").rpartition("/")[2])
    if status < 0:
        return f"{name} was ended by signal {-status}."
    return f"{name} ended with status {status}." if status else ""
