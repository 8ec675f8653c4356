"""The files of the brief, followed while it is read: loaded again when they change, place kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.library import again, stamp
from briefing.model.changes import changes, told
from briefing.model.statements import by_id
from briefing.problems import Severity, number_of
from briefing.tui.actions.grounds import citations
from briefing.tui.finder import Finder
from briefing.tui.places import Place, Walk
from briefing.tui.presentation.assumed import assume, day_of, notices
from briefing.tui.presentation.cited import sentence_at
from briefing.tui.presentation.pages import holdings, warning
from briefing.tui.presentation.phrases import count, sourcing
from briefing.tui.widgets.banner import Banner
from briefing.tui.widgets.bars import TitleBar
from briefing.tui.widgets.navigation import Navigation

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.problems import Problem
    from briefing.tui.screens.reader import Reader


def look(reader: Reader, *, settled: bool = False) -> None:
    """Load the brief again where its files have changed and, unless `settled`, change no more.

    Not below an open window, which speaks of what is shown: the first look after it does.
    """
    if reader.app.screen is not reader:
        return
    latest = reader.held or reader.own
    now = stamp(latest)
    if now == reader.stamp or not (settled or now == reader.looked):
        reader.looked = now
        return
    new = again(latest)
    reader.looked = now
    if stamp(latest) != now:
        return  # it was written while it was read
    reader.stamp = reader.looked = stamp(new)
    new.positions.rest()
    if lost(reader.own, new):
        _hold(reader, new)
    else:
        _take(reader, new)


def problems(reader: Reader) -> None:
    """List every problem of the files as they are now."""
    reader.go(Place(reader.here.section, view="problems"), led=True)
    reader.panes.to_text()


def lost(own: Brief, new: Brief) -> frozenset[str]:
    """The sections that could be read before and cannot be any more."""
    return new.broken - own.broken


def first(own: Brief, new: Brief) -> Problem:
    """The first of the problems because of which the new version is not shown."""
    files = {new.files[section] for section in new.broken - own.broken}
    found = [problem for problem in new.problems if problem.mark.file in files]
    return next((p for p in found if p.severity is Severity.ERROR), found[0])


def _hold(reader: Reader, new: Brief) -> None:
    """Show the last version that loads on, and say what is wrong with the new one."""
    reader.held = new
    reader.around = reader.around._replace(held=new)
    problem, number = first(reader.own, new), number_of(new.problems)
    if found := reader.query(Banner):
        found.first().show(problem, number)
    else:
        reader.panes.mount(Banner(problem, number, reader.key("other-pane")), before=0)
    if reader.here.view == "problems":
        reader.panes.text.renew()


def _take(reader: Reader, new: Brief) -> None:
    """Show another version of the brief where the reader is."""
    old, reader.held = reader.own, None
    day = None if reader.brief is old else day_of(reader.brief)
    reader.own = new
    reader.brief = new if day is None else assume(new, day)
    reader.around = reader.around._replace(own=new, held=None)
    reader.finder = Finder(new)
    title = reader.query_one(TitleBar)
    title.name_it(new.header.title, sourcing(new))
    title.show(*notices(new, reader.brief))
    reader.query_one(Navigation).hold(holdings(new))
    reader.recall.compare(new)
    reader.show_signs()
    if reader.query(Banner):
        reader.panes.keep_keyboard()
        reader.query(Banner).remove()
    _keep_place(reader)
    reader.audit()
    changed = len(changes(told(old), told(new)))
    said = f"Reloaded: {count(changed, 'statement')} changed." if changed else "Reloaded."
    reader.tell(f"{said} {warning(new)}".rstrip())


def _keep_place(reader: Reader) -> None:
    """Stay where the reader is, as far as that is there; the same for the way back."""
    here, marked = reader.here, reader.highlights
    reader.trail.move(partial(_moved, reader.brief))
    _keep_walk(reader)
    now = reader.here
    if marked == reader.highlights and now.page == here.page and now.cited == here.cited:
        reader.renew()
    else:
        reader.show()


def _moved(brief: Brief, place: Place) -> Place:
    """Where a place is now: what is opened there may be gone, or cite something else."""
    opened = place.opened
    if opened and opened not in by_id(brief) and not sentence_at(brief, opened):
        return Place(place.section)
    if place.cited:
        cited = citations(brief, place) if brief.source else []
        if place not in cited:
            return cited[0] if cited else replace(place, cited="")
    return place


def _keep_walk(reader: Reader) -> None:
    """Let n and N walk on through what is still there."""
    walk, here = reader.walk, reader.here
    if walk and walk.kind == "citation":
        places = citations(reader.brief, here) if here.cited else []
        reader.walk = Walk(places, places.index(here)) if here in places else None
    elif walk and not all(_stands(reader.brief, place) for place in walk.places):
        reader.walk = reader.highlights = None


def _stands(brief: Brief, place: Place) -> bool:
    return _moved(brief, place) == place and (not place.item or place.item in by_id(brief))
