"""What is read, marked and changed, and where the reader is: for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.library import local_day
from briefing.model.entries import Competitor, Motive, Region
from briefing.model.sections import SECTION_NAMES, TITLES
from briefing.model.statements import by_id
from briefing.state import Mark
from briefing.tui.places import Place, leads_to
from briefing.tui.presentation.cited import subject
from briefing.tui.recall import Start, news
from briefing.tui.widgets.bars import Footer

if TYPE_CHECKING:
    from briefing.tui.screens.reader import Reader


def begin(reader: Reader) -> None:
    """Once the first frame is out: say what changed since the brief was last read."""
    if reader.recall.begun:
        return
    reader.recall.begun = True
    reader.recall.ensure_compared(reader.own)
    changed = news(reader.recall.changes, reader.recall.since, reader.key("next-change"))
    if changed:
        reader.show_signs()
        reader.panes.text.renew()
    said = [text for text in (reader.recall.new_trouble(), changed) if text]
    if said:
        reader.tell(" ".join([*said, reader.query_one(Footer).message]).strip())


def rest(reader: Reader) -> None:
    """A moment after something was done: keep where the reader is."""
    keep(reader)
    if trouble := reader.recall.new_trouble():
        reader.tell(trouble)


def keep(reader: Reader) -> None:
    """Keep where the reader is and what was read."""
    reader.recall.ensure_compared(reader.own)
    top, size = reader.text.cursor.top, reader.text.laid  # there even when the screen is gone
    reader.recall.keep(Start(reader.here, top, (size.width, size.height)))


def toggle_read(reader: Reader) -> None:
    """Make the section read, or unread again; among the changes that of the one selected."""
    section = reader.here.section
    if reader.here.view == "changed":
        selected = reader.text.key.partition(" ")[0]
        section = next((name for name in SECTION_NAMES if name == selected), section)
    if section in reader.recall.broken:
        reader.tell(f"{TITLES[section]} cannot be read.")
        return
    is_read = reader.recall.toggle(reader.own, section)
    reader.show_signs()
    reader.tell(f"{TITLES[section]} is {'read' if is_read else 'unread'} now.")
    rest(reader)


def mark(reader: Reader) -> None:
    """Mark the selected statement, with a note or without; of one that is, change that."""
    from briefing.tui.screens.note import REMOVE, NoteScreen  # noqa: PLC0415 - where it is asked for

    name = subject(reader.panes.current.key)
    statement = by_id(reader.own).get(name)
    if statement is None:
        marks = "marks statements: points, judgments, entries, paragraphs."
        reader.tell(f"{reader.key('mark')} {marks}")
        return
    marked, called = reader.recall.marks.get(name), name.replace("_", " ")
    if isinstance(statement.part, Region | Motive | Competitor):  # their ids are for the files
        called = statement.part.title

    def answered(note: str | None) -> None:
        if note == REMOVE:
            reader.recall.unmark(name)
            _marks_changed(reader, f"{called} is not marked any more.")
        elif note is not None:
            new = Mark(name, "", statement.text, local_day().isoformat())
            reader.recall.mark((marked or new)._replace(note=note))
            _marks_changed(reader, f"Marked {called}: {reader.key('marks')} lists your marks.")

    reader.app.push_screen(NoteScreen(called, statement.text, marked), answered)


def marks(reader: Reader) -> None:
    """List the marks; the one that is chosen there is shown."""
    from briefing.tui.screens.marks import MarksScreen  # noqa: PLC0415 - where it is asked for

    def chosen(name: str | None) -> None:
        reader.show_signs()
        reader.panes.text.renew()
        if name:
            reader.go(leads_to(reader.brief, name), led=True)
        if trouble := reader.recall.new_trouble():
            reader.tell(trouble)

    reader.app.push_screen(MarksScreen(reader.own, reader.recall, reader.key("mark")), chosen)


def _marks_changed(reader: Reader, message: str) -> None:
    reader.show_signs()
    reader.panes.text.renew()
    reader.tell(f"{reader.recall.new_trouble()} {message}".strip())


def change(reader: Reader, by: int) -> None:
    """Show the next or previous change on the page of changes, round at its ends."""
    from briefing.tui.presentation.changed import key_of  # noqa: PLC0415 - where it is asked for

    reader.recall.ensure_compared(reader.own)
    keys = [key_of(change) for change in reader.recall.changes]
    if not keys:
        reader.tell("Nothing changed since you last read this brief.")
        return
    if reader.here.view == "changed":
        now = reader.panes.text.key
        number = (keys.index(now) + by) % len(keys) if now in keys else 0
        reader.trail.stay(Place(view="changed", item=keys[number]))
        reader.show()
    else:
        number = 0 if by > 0 else len(keys) - 1
        reader.go(Place(view="changed", item=keys[number]), led=True)
    reader.panes.to_text()
    reader.tell(f"change {number + 1} of {len(keys)}")
