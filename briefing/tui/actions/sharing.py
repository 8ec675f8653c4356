"""Taking a statement, a section or the whole brief out of the reader."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefing.model.sections import TITLES
from briefing.text import safe
from briefing.tui import clipboards
from briefing.tui.presentation.cited import sentence_at, subject
from briefing.tui.presentation.phrases import quotation
from briefing.tui.screens.export import ExportScreen

if TYPE_CHECKING:
    from briefing.tui.clipboards import Clipboard
    from briefing.tui.screens.reader import Reader


def copy(reader: Reader) -> None:
    """Copy the selected statement with its citation."""
    key = subject(reader.panes.current.key)
    if text := quotation(reader.brief, key):
        _share(reader, key, text)
    elif sentence_at(reader.brief, key):
        reader.tell("The words of this sentence are not at hand.")
    else:
        reader.tell("Nothing here to copy: select a statement.")


def copy_section(reader: Reader) -> None:
    """Copy the section that is shown, every point of it, as the export has it."""
    from briefing.export import plain  # noqa: PLC0415 - for this only

    name = reader.here.section
    title = TITLES[name]
    _share(reader, title, plain(reader.own, sections=[name], full=True))


def _share(reader: Reader, name: str, text: str) -> None:
    """Put a text on the clipboards that there are, and say what is known of it."""
    text = safe(text)  # of a brief it is already; what is pasted is obeyed by more than terminals
    sent = clipboards.fits_terminal(text)
    if sent:
        reader.app.copy_to_clipboard(text)
    if programs := clipboards.installed(os.environ):
        given = _give(reader, name, text, programs, sent=sent)
        reader.run_worker(given, group="clipboard", exclusive=True)
    else:
        reader.tell(_told(name, sent=sent))


async def _give(
    reader: Reader, name: str, text: str, programs: list[Clipboard], *, sent: bool
) -> None:
    taken = await clipboards.take(text, programs)
    reader.tell(_told(name, taken, sent=sent))


def _told(name: str, taken: str = "", *, sent: bool) -> str:
    """What happened, and no more: a terminal does not say what it did with a text."""
    if taken:
        return f"Copied {name} with {taken}"
    if sent:
        return f"Sent {name} to the terminal's clipboard, which does not say if it took it"
    return f"Not copied: {name} is too long for the terminal's clipboard. Export it."


def export(reader: Reader, *, full: bool = False) -> None:
    """Ask what to export and where to, and write it."""
    own_dates = reader.brief is not reader.own
    window = ExportScreen(reader.own, reader.here.section, full=full, own_dates=own_dates)
    reader.app.push_screen(window, lambda done: reader.tell(done or ""))


def export_full(reader: Reader) -> None:
    """The same, with every point unless something else is chosen."""
    export(reader, full=True)
