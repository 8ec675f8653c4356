"""Where the reader is, and the way that led there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model.entries import Entry
from briefing.model.outlook import BottomLine, Judgment
from briefing.model.sections import SECTION_NAMES, SectionName
from briefing.model.source import Paragraph
from briefing.model.statements import by_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model.brief import Brief
    from briefing.model.statements import Statement


View = Literal["", "why", "assumed", "audit", "problems", "changed"]


class Place(Struct, frozen=True):
    """A section, what is opened in it, the item selected there, and the source beside it.

    `opened` is the id of an entry, judgment, paragraph or sentence that has a page of its own, or
    "". `item` is the key of an item of that page, or "" for its first. `cited` is the stop of the
    citations shown beside, or "" where the source is not open. `view` is "why" for the page of
    reasons of what is opened, "assumed" for what another day of publication moves, "audit" for
    the report of the audit, "problems" for those of the files, "changed" for what changed since it
    was last read, else "".
    """

    section: SectionName = "overview"
    opened: str = ""
    item: str = ""
    cited: str = ""
    view: View = ""

    @property
    def page(self) -> tuple[str, str, str]:
        """What tells its page from others, whatever is selected on it or open beside it."""
        return self.section, self.opened, self.view

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


class Trail(Struct):
    """The places visited, with a position among them, as in a browser.

    `origins` has for each place the position of the one whose item was opened to get there, or
    None where no item led there.
    """

    places: list[Place] = field(default_factory=lambda: [Place()])
    position: int = 0
    origins: list[int | None] = field(default_factory=lambda: [None])

    @property
    def here(self) -> Place:
        """The current place."""
        return self.places[self.position]

    def go(self, place: Place, *, led: bool = False) -> None:
        """Move on to a place; what lay ahead is forgotten.

        `led` says that the item selected here was opened, so that `out` comes back to it.
        """
        if place == self.here:
            return
        origin = self.position if led else None
        if not led and place.page == self.here.page:
            origin = self.origins[self.position]
        del self.places[self.position + 1 :], self.origins[self.position + 1 :]
        self.places.append(place)
        self.origins.append(origin)
        self.position += 1

    def stay(self, place: Place) -> None:
        """Change the current place without a step on the way, as when the selection moves."""
        self.places[self.position] = place

    def move(self, to: Callable[[Place], Place]) -> None:
        """Take each place to where it is read now; one that falls back to the page before, goes."""
        places: list[Place] = []
        origins: list[int | None] = []
        at: list[int] = []  # where each place is now
        for was, origin in zip(self.places, self.origins, strict=True):
            place = to(was)
            if not (places and place.page != was.page and place.page == places[-1].page):
                places.append(place)
                origins.append(None if origin is None else at[origin])
            at.append(len(places) - 1)
        self.places, self.origins, self.position = places, origins, at[self.position]

    def out(self) -> bool:
        """Go back to the item that was opened to get here, else from a page to its section.

        False in the list of a section that nothing led to.
        """
        here, origin = self.here, self.origins[self.position]
        if origin is not None:
            self.position = origin
        elif here.opened or here.view:
            listed = here.opened.partition(".")[0] if here.section == "source" else here.opened
            self.go(Place(here.section, item=listed))
        return self.here != here

    def step(self, by: int) -> bool:
        """Go back (-1) or forward (1). False where the way ends."""
        if not 0 <= self.position + by < len(self.places):
            return False
        self.position += by
        return True


class Walk(Struct):
    """Places to visit one after the other with n and N: of a search each a hit, else a citation."""

    places: Sequence[Place]
    position: int = 0
    kind: Literal["citation", "hit"] = "citation"

    @property
    def counter(self) -> str:
        """Where one is on it: "citation 2 of 8"."""
        return f"{self.kind} {self.position + 1} of {len(self.places)}"

    def step(self, by: int) -> Place:
        """The next (1) or previous (-1) place, round at the ends."""
        self.position = (self.position + by) % len(self.places)
        return self.places[self.position]
