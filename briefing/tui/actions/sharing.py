"""Taking a statement or the whole brief out of the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.presentation.cited import sentence_at, subject
from briefing.tui.presentation.phrases import quotation
from briefing.tui.saving import save

if TYPE_CHECKING:
    from briefing.tui.screens.reader import Reader


def copy(reader: Reader) -> None:
    """Copy the selected statement with its citation."""
    key = subject(reader.panes.text.key)
    if text := quotation(reader.brief, key):
        reader.app.copy_to_clipboard(text)
        reader.tell(f"Sent to the clipboard: {key}")
    elif sentence_at(reader.brief, key):
        reader.tell("The words of this sentence are not at hand.")


def export(reader: Reader, *, full: bool = False) -> None:
    """Save the brief as plain text in the current folder, never over another file."""
    reader.tell(save(reader.own, full=full, own_dates=reader.brief is not reader.own))


def export_full(reader: Reader) -> None:
    """Save the brief with every point."""
    export(reader, full=True)
