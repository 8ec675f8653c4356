"""What the keys do more in a reader that was opened from a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.actions import finding, moving
from briefing.tui.stops import Visit

if TYPE_CHECKING:
    from briefing.tui.screens.shelved import ShelvedReader


def out(reader: ShelvedReader) -> None:
    """Back one step, and from where the brief was entered back to the library."""
    if reader.highlights:
        reader.across = None
    elif reader.entered and not reader.here.cited and not reader.panes.has_class("-zoomed"):
        reader.app.pop_screen()
        return
    if not moving.out(reader):
        reader.app.pop_screen()


def walk(reader: ShelvedReader, by: int) -> None:
    """Go to the next or previous hit in whatever brief, unless a walk of this one is newer."""
    if reader.across is None or reader.walk is not None:
        finding.walk(reader, by)
    else:
        reader.visit(Visit(reader.across.moved(by)))
