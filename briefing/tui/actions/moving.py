"""From section to section, back and forward, and out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.model.sections import SECTION_NAMES
from briefing.tui.places import Place

if TYPE_CHECKING:
    from briefing.tui.screens.reader import Reader


def turn(reader: Reader, by: int) -> None:
    """Go to the next or previous section, round at the ends."""
    here = SECTION_NAMES.index(reader.here.section)
    reader.go(Place(SECTION_NAMES[(here + by) % len(SECTION_NAMES)]))


def trail(reader: Reader, by: int) -> None:
    """Go back or forward through the places visited."""
    if reader.trail.step(by):
        reader.show()


def to_pane(reader: Reader) -> None:
    """Move the keyboard from a banner to a pane that can be seen."""
    reader.panes.keep_keyboard()


def out(reader: Reader) -> bool:
    """Back one step: the marks, the zoom, the source beside, then what Enter or w opened.

    Whether there was anything to go back from.
    """
    if reader.highlights:
        reader.highlights = reader.walk = None
        reader.show()
    elif reader.panes.has_class("-zoomed"):
        reader.panes.action_zoom()
    elif reader.here.cited:
        reader.go(replace(reader.here, cited=""))
    elif reader.trail.out():
        reader.show()
    else:
        return False
    return True
