"""Where the reader is, and the way that led there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from briefing.model.entries import Entry
from briefing.model.outlook import BottomLine, Judgment
from briefing.model.sections import SECTION_NAMES
from briefing.model.source import Paragraph
from briefing.model.statements import by_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.model.statements import Statement


View = Literal["", "why", "assumed", "audit"]


@dataclass(frozen=True, slots=True)
class Place:
    """A section, what is opened in it, the item selected there, and the source beside it.

    `opened` is the id of an entry, judgment, paragraph or sentence that has a page of its own, or
    "". `item` is the key of an item of that page, or "" for its first. `cited` is the stop of the
    citations shown beside, or "" where the source is not open. `view` is "why" for the page of
    reasons of what is opened, "assumed" for what another day of publication moves, "audit" for
    the report of the audit, else "".
    """

    section: SectionName = "overview"
    opened: str = ""
    item: str = ""
    cited: str = ""
    view: View = ""

    def at(self, item: str) -> Place:
        """The same page with another item selected."""
        return replace(self, item=item)


def place_of(statement: Statement) -> Place:
    """Where a statement is read: in its section's list, or on the page of its entry."""
    if statement.entry and statement.entry != statement.id:
        return Place(statement.section, statement.entry, statement.id)
    return Place(statement.section, item=statement.id)


def leads_to(brief: Brief, name: str) -> Place:
    """Where a statement, a sentence or a section is read: on its own page if it has one."""
    statement = by_id(brief).get(name)
    for section in SECTION_NAMES:
        if section == name:
            return Place(section)
    if statement is None:  # a sentence
        return Place("source", name)
    if isinstance(statement.part, Entry | Judgment | BottomLine | Paragraph):
        return Place(statement.section, name)
    return place_of(statement)


@dataclass(slots=True)
class Trail:
    """The places visited, with a position among them, as in a browser."""

    places: list[Place] = field(default_factory=lambda: [Place()])
    position: int = 0

    @property
    def here(self) -> Place:
        """The current place."""
        return self.places[self.position]

    @property
    def opened_from_list(self) -> bool:
        """Whether a step back leads to a page of a section."""
        return self.position > 0 and not self.places[self.position - 1].opened

    def go(self, place: Place) -> None:
        """Move on to a place; what lay ahead is forgotten."""
        if place == self.here:
            return
        del self.places[self.position + 1 :]
        self.places.append(place)
        self.position += 1

    def stay(self, place: Place) -> None:
        """Change the current place without a step on the way, as when the selection moves."""
        self.places[self.position] = place

    def leave(self) -> None:
        """Go back to before the page that is open was entered, wherever on it one went since."""
        here = self.here
        while self.position and (self.here.opened, self.here.view) == (here.opened, here.view):
            self.position -= 1

    def step(self, by: int) -> bool:
        """Go back (-1) or forward (1). False where the way ends."""
        if not 0 <= self.position + by < len(self.places):
            return False
        self.position += by
        return True


@dataclass(slots=True)
class Walk:
    """Places to visit one after the other with n and N: the hits of a search, or citations."""

    places: Sequence[Place]
    position: int = 0

    def step(self, by: int) -> Place:
        """The next (1) or previous (-1) place, round at the ends."""
        self.position = (self.position + by) % len(self.places)
        return self.places[self.position]
