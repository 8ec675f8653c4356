"""What a statement rests on: the source beside it, and the reasons for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.model.statements import by_id
from briefing.tui.places import Place, Walk
from briefing.tui.presentation.beside import stops
from briefing.tui.presentation.cited import sentence_at, subject
from briefing.tui.presentation.reasons import has_reasons
from briefing.tui.presentation.source import why_none

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.tui.screens.reader import Reader


def citations(brief: Brief, place: Place) -> list[Place]:
    """The places of the source beside what is selected, in the order of the walk through them."""
    found = stops(brief, subject(place.item))
    cites = any(stop.at for stop in found)
    return [replace(place, cited=stop.key) for stop in found] if cites else []


def source(reader: Reader) -> None:
    """Show the source beside the selected statement, or close it again."""
    here = reader.here
    if here.cited:
        reader.go(replace(here, cited=""))
        return
    if reader.brief.source is None:
        reader.tell(why_none(reader.brief))
        return
    places = citations(reader.brief, replace(here, item=reader.panes.text.key))
    if not places:
        reader.tell("This statement cites no sentence of the source.")
        return
    if not reader.highlights:
        reader.walk = Walk(places)
    reader.go(places[0])
    if reader.walk and len(places) > 1 and not reader.highlights:
        reader.tell(reader.walk.counter)


def follow(reader: Reader, here: Place) -> Place:
    """The place with the first citation of what is selected there now, which n walks on from."""
    places = citations(reader.brief, here)
    if places and not reader.highlights:
        reader.walk = Walk(places)
    return places[0] if places else here


def why(reader: Reader) -> None:
    """Show what the selected statement rests on, and what falls if it falls."""
    name = subject(reader.panes.current.key)
    statement = by_id(reader.brief).get(name)
    if statement and has_reasons(statement):
        reader.go(Place(statement.section, name, view="why"), led=True)
    elif sentence_at(reader.brief, name):
        reader.go(Place("source", name, view="why"), led=True)
    else:
        reader.tell("w works on judgments, risks, points, tensions and assumptions.")
        return
    reader.panes.to_text()
