"""How the reader looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from briefing.tui.themes import next_theme

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp
    from briefing.tui.screens.reader import Reader


def theme(reader: Reader) -> None:
    """Go on to the next theme."""
    app = cast("BriefingApp", reader.app)
    if app.no_color:
        reader.tell("NO_COLOR is set: the reader has no colours to change.")
        return
    app.choose_theme(next_theme(app.theme))
    reader.tell(f"Theme: {app.theme}")
