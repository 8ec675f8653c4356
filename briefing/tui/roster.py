"""The briefs of a library in a list: which are kept, in which order, and which one is selected."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.library.finding import of_library
from briefing.tui.presentation.listed import AS_OF, NOTHING, Beside, fold, haystack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from briefing.model.catalogue import Listing
    from briefing.state import Memory
    from briefing.tui.presentation.listed import Field


class Roster:
    """Filters, sorts, and moves through the rows of a list of any length; knows no screen.

    `rows` are the briefs that are kept, in order; `selected` is the number of one of them, -1
    where there is none; `top` the number of the row on top of a pane of `height` rows. `beside` has
    what is remembered of briefs, by their keys. Until a person moves, the first is selected;
    from then on what comes and goes around the selected brief leaves it in its row of the pane.
    """

    def __init__(self, listings: Iterable[Listing] = ()) -> None:
        self.rows: list[Listing] = []
        self.query = ""
        self.by: Field = AS_OF
        self.backwards = False
        self.beside: Mapping[str, Beside] = {}
        self.selected = -1
        self.top = 0
        self.height = 0
        self._all: dict[str, Listing] = {}
        self._folded: dict[str, str] = {}
        self._titled: list[Listing] = []
        self._ordered: list[Listing] = []
        self._texts: list[str] = []  # what the filter looks through, in the same order
        self._wanted = ""  # the key of the brief that a person has moved to
        self.take(listings, ())

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, key: str) -> Listing:
        return self._all[key]

    def __contains__(self, key: object) -> bool:
        return key in self._all

    @property
    def key(self) -> str:
        """The key of the selected brief, or ""."""
        return self.rows[self.selected].key if self.selected >= 0 else ""

    @property
    def words(self) -> list[str]:
        """The words of the filter, folded."""
        return fold(self.query).split()

    @property
    def falls(self) -> bool:
        """Whether the list starts with the most of what it is sorted by."""
        return self.by.falls != self.backwards

    # -- what is in it

    def take(self, listings: Iterable[Listing], gone: Iterable[str]) -> None:
        """Take in briefs that are new or have changed, and leave out those that are gone."""
        for key in gone:
            self._all.pop(key, None)
            self._folded.pop(key, None)
        for listing in listings:
            self._all[listing.key] = listing
            self._folded.pop(listing.key, None)
        self._titled = sorted(self._all.values(), key=lambda b: (b.title, b.key))
        self._sort()

    def replace(self, listings: Iterable[Listing]) -> None:
        """Have these briefs and no others."""
        self._all.clear()
        self._folded.clear()
        self.take(listings, ())

    def filter(self, query: str) -> None:
        """Keep the briefs that have every word in their title, subject, key or as-of."""
        self.query = query
        self._fill()

    def sort(self, by: Field, *, backwards: bool = False) -> None:
        """Sort by a column, or the other way round. What is equal stands by its title."""
        self.by, self.backwards = by, backwards
        self._sort()

    def remember(self, beside: Mapping[str, Beside]) -> None:
        """Tell what is remembered of briefs."""
        if beside != self.beside:
            self.beside = beside
            self._sort()

    def _sort(self) -> None:
        order, known = self.by.order, self.beside
        self._ordered = sorted(
            self._titled, key=lambda b: order(b, known.get(b.key, NOTHING)), reverse=self.falls
        )
        self._texts = []
        self._fill()

    def _fill(self) -> None:
        """Keep what the filter keeps, with the same brief selected in the same row of the pane."""
        was, y = self.selected, self.selected - self.top
        self.rows = self._kept()
        self.selected = self._place(was)
        self.scroll(self.selected - max(0, y))
        self.reveal()

    def _kept(self) -> list[Listing]:
        words = self.words
        if not words:
            return self._ordered
        if (
            not self._texts
        ):  # one after another, as the rows are: looked up they take four times as long
            self._texts = [self._text(listing) for listing in self._ordered]
        pairs = zip(self._texts, self._ordered, strict=True)
        first, *others = sorted(words, key=len, reverse=True)
        return [b for text, b in pairs if first in text and all(word in text for word in others)]

    def _text(self, listing: Listing) -> str:
        text = self._folded.get(listing.key)
        if text is None:
            text = self._folded[listing.key] = haystack(listing)
        return text

    def _place(self, was: int) -> int:
        """The number of the row to select, where `was` has been selected before."""
        if not self._wanted or not self.rows:
            return len(self.rows[:1]) - 1
        for number, listing in enumerate(self.rows):
            if listing.key == self._wanted:
                return number
        if self._wanted in self._all:  # the filter hides it, for now
            return 0
        place = min(max(was, 0), len(self.rows) - 1)
        self._wanted = self.rows[place].key
        return place

    # -- moving

    def lay(self, height: int) -> None:
        """Take a pane of so many rows."""
        if height != self.height:
            self.height = height
            self.scroll(self.top)
            self.reveal()

    def scroll(self, top: int) -> None:
        """Put a row on top."""
        self.top = max(0, min(top, len(self.rows) - self.height))

    def reveal(self) -> None:
        """Scroll no further than needed to show the selected row."""
        if self.selected < self.top:
            self.scroll(self.selected)
        elif self.height and self.selected >= self.top + self.height:
            self.scroll(self.selected - self.height + 1)

    def select(self, number: int) -> None:
        """Select a row by its number, or the nearest there is, and show it."""
        if self.rows:
            self.selected = max(0, min(number, len(self.rows) - 1))
            self._wanted = self.key
            self.reveal()

    def step(self, by: int) -> None:
        """The next or previous row."""
        self.select(self.selected + by)

    def page(self, by: int) -> None:
        """A page down or up; the selected row keeps its place in the pane where it can."""
        on = by * max(1, self.height - 1)
        self.scroll(self.top + on)
        self.select(self.selected + on)

    def end(self, by: int) -> None:
        """The first or the last row."""
        self.select(len(self.rows) if by > 0 else 0)


def remembered(library: Path, memory: Memory) -> dict[str, Beside]:
    """How much of each brief is read by now, and what its last audit found, by key."""
    read = Counter(key for key, _ in of_library(library, memory.all_read()))
    beside = {key: Beside(read[key]) for key in read}
    for key, found in dict(of_library(library, memory.audits().items())).items():
        beside[key] = Beside(read[key], *found)
    return beside
