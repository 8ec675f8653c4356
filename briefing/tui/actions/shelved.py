"""What the keys do more in a reader that was opened from a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.entries import Entry
from briefing.model.statements import by_id
from briefing.tui.actions import finding, moving
from briefing.tui.presentation.cited import subject
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


def search(reader: ShelvedReader) -> None:
    """Open the search window over this brief, from where the whole library can be searched."""
    from briefing.tui.screens.library_search import LibrarySearch  # noqa: PLC0415 - when asked for

    def found(answer: Visit | None) -> None:
        if answer is None:
            return
        if answer.across.here.brief:
            reader.visit(answer)
        else:
            reader.across = None
            finding.show(reader, answer)

    kept = finding.kept_of(reader)
    reader.app.push_screen(LibrarySearch(reader.home, reader.finder, kept), found)


def about(reader: ShelvedReader) -> None:
    """List all that the library says of the selected entry, or of what the statement is about."""
    from briefing.tui.presentation.across import Asked  # noqa: PLC0415 - when asked for
    from briefing.tui.screens.across import AcrossScreen  # noqa: PLC0415 - the same

    entry = _entry(reader)
    if entry is None:
        reader.tell(f"{reader.key('about')} works on entries, and on what is said of one.")
    else:
        reader.app.push_screen(AcrossScreen(reader.home, Asked("statement", entry.title)))


def _entry(reader: ShelvedReader) -> Entry | None:
    """The selected entry, the one that the selected point belongs to, or that is opened."""
    known = by_id(reader.brief)
    selected = known.get(subject(reader.panes.current.key))
    about = getattr(selected.part, "about", ()) if selected else ()
    named = (selected.id, selected.entry, *about) if selected else ()
    for name in (*named, reader.here.opened):
        part = known[name].part if name in known else None
        if isinstance(part, Entry):
            return part
    return None
