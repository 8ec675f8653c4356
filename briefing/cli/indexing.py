"""The command that keeps the index of a library."""

from __future__ import annotations

import os
import sys
import time
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from briefing.cli.common import PLACE, hinting
from briefing.streams import say

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.library import Event, Outcome, Progress

_EVERY = 5.0  # seconds between two lines where there is no terminal
_CELLS = 24  # of the bar
_TO_END = "\x1b[K"  # erases the rest of a line


@click.command()
@click.argument("path", type=PLACE, required=False)
@click.option("--rebuild", is_flag=True, help="Read every brief again, whatever is known of it.")
@click.option("--follow", is_flag=True, hidden=True)
@click.option("--anew", is_flag=True, hidden=True)
@click.option("--within", type=PLACE, hidden=True)
def index(
    path: Path | None, *, rebuild: bool, follow: bool, anew: bool, within: Path | None
) -> None:
    """Bring the index of a library to what its files say now.

    PATH is a folder of briefs; without it, ./content. The index is what a search over a library
    looks into. The reader keeps it by itself; this is for a first time without waiting, or for a
    machine where nobody reads. Only what changed is read. The index lies in the user's cache
    folder, and loses nothing when it is deleted.

    \b
    briefing index briefs             what is new or changed
    briefing index briefs --rebuild   everything, as if for the first time

    Exit status: 0 done, 1 some briefs have errors, 2 could not run.
    """  # noqa: D301 - the character itself tells click to keep the lines
    from briefing.library import find, library_at, update  # noqa: PLC0415

    if follow and path:  # a library for the reader, however many briefs are left in it
        from briefing.library.following import run  # noqa: PLC0415

        run(path, anew=anew, within=within)
    with hinting(path):
        library = library_at(path) or find(path)
    shown = Shown()
    try:
        outcome = update(library, rebuild=rebuild, told=shown.hear)
    finally:
        shown.done()
    say(_summary(outcome, shown.seconds()))
    sys.exit(1 if outcome.failing else 0)


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


class Shown:
    """How it goes, on standard error: a bar on a terminal, else a line now and then."""

    def __init__(self) -> None:
        self._terminal = _is_terminal()
        self._started = self._last = time.monotonic()
        self._drawn = False

    def seconds(self) -> float:
        return time.monotonic() - self._started

    def hear(self, event: Event) -> None:
        """Show an event, where it is for people."""
        from briefing.library import Progress, Sound, Told  # noqa: PLC0415

        if isinstance(event, Progress):
            self._progress(event)
        elif isinstance(event, Sound | Told) and event.said:
            self.done()
            say(event.said)

    def _progress(self, event: Progress) -> None:
        now = time.monotonic()
        if self._terminal:
            line = bar(event, now - self._started, get_terminal_size().columns)
            sys.stderr.write(f"\r{line}{_TO_END}")
            sys.stderr.flush()
            self._drawn = True
        elif now - self._last >= _EVERY:
            say(f"{event.done:,} of {event.total:,} briefs")
            self._last = now

    def done(self) -> None:
        """Take the bar away."""
        if self._drawn:
            sys.stderr.write(f"\r{_TO_END}")
            sys.stderr.flush()
        self._drawn = False


def bar(event: Progress, seconds: float, columns: int) -> str:
    """How far it is after so many seconds, in one line of less than so many columns."""
    full = _CELLS * event.done // event.total
    rate = event.done / seconds if seconds else 0
    drawn = f"[{'#' * full + '.' * (_CELLS - full)}] "
    count = f"{event.done:,} of {event.total:,}"
    left = f", {_time((event.total - event.done) / rate)} left" if rate else ""
    lines = (f"{drawn}{count} briefs, {rate:,.0f}/s{left}", f"{count} briefs{left}", count)
    return next((line for line in lines if len(line) < columns), "")


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02} min" if minutes else f"{rest} s"


def _summary(outcome: Outcome, seconds: float) -> str:
    parts = [f"{outcome.read:,} read"]
    if outcome.gone:
        parts.append(f"{outcome.gone:,} gone")
    if outcome.failing:
        parts.append(f"{outcome.failing:,} with errors (see `briefing check`)")
    briefs = f"{outcome.briefs:,} brief{'' if outcome.briefs == 1 else 's'}"
    return f"{briefs}: {', '.join(parts)}, in {_time(seconds)}"
