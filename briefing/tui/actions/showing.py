"""How pages are shown: charts or plain text, a table by this column or that."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.tui.presentation.page import Block, Shown
    from briefing.tui.screens.reader import Reader


UNSORTED = "o and O sort a table; here is none."
UNDRAWN = "v turns charts into text; here is none."
FOUND = "What was found is shown as text: Esc brings the charts back."


def plain(reader: Reader) -> None:
    """Show charts as plain text, or drawn again; where that changes nothing, say why."""
    shown, before = reader.around.shown, _told(reader)
    _show(reader, shown._replace(plain=not shown.plain))
    if _told(reader) != before:
        reader.tell("charts" if shown.plain else "as text")
        return
    reader.around = reader.around._replace(shown=shown)
    reader.tell(FOUND if reader.highlights else UNDRAWN)


def sort(reader: Reader) -> None:
    """Sort a table by its next column, round at the last."""
    columns = reader.panes.text.page.columns
    if not columns:
        reader.tell(UNSORTED)
        return
    shown = reader.around.shown
    by = columns.index(shown.sort) if shown.sort in columns else 0
    _show(reader, shown._replace(sort=columns[(by + 1) % len(columns)], backwards=False))
    _tell(reader)


def reverse(reader: Reader) -> None:
    """Sort a table by the same column the other way round."""
    if not reader.panes.text.page.columns:
        reader.tell(UNSORTED)
        return
    shown = reader.around.shown
    _show(reader, shown._replace(backwards=not shown.backwards))
    _tell(reader)


def _told(reader: Reader) -> list[tuple[Block, ...]]:
    return [item.blocks for item in reader.panes.text.page.items]


def _tell(reader: Reader) -> None:
    shown, columns = reader.around.shown, reader.panes.text.page.columns
    by = shown.sort if shown.sort in columns else columns[0]
    reader.tell(f"sorted by {by}{', reversed' if shown.backwards else ''}")


def _show(reader: Reader, shown: Shown) -> None:
    """Show the page that way, with the same item selected."""
    here = reader.here.at(reader.panes.text.key)
    reader.around = reader.around._replace(shown=shown)
    reader.trail.stay(here)
    reader.show()
