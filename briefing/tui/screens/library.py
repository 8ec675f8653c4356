"""The list of a library: its briefs as the librarian tells of them, filtered and sorted."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.css.query import NoMatches

from briefing.config import DEFAULTS, Config
from briefing.library import folder_of, open_brief
from briefing.library.events import Idle, Progress, Rows, Sound
from briefing.library.finding import of_library
from briefing.problems import BriefingError
from briefing.text import on_one_line
from briefing.tui.actions import action
from briefing.tui.commands import commands_on, key_of, with_keys
from briefing.tui.keymap import bindings
from briefing.tui.librarian import Librarian
from briefing.tui.presentation.pages import misread
from briefing.tui.presentation.progress import bars
from briefing.tui.reach import Heeding, Reach
from briefing.tui.roster import Roster, remembered
from briefing.tui.screens.bound import BoundScreen
from briefing.tui.widgets.bars import Footer, TitleBar
from briefing.tui.widgets.filter_name import FilterName
from briefing.tui.widgets.panes import size_classes
from briefing.tui.widgets.query_line import QueryLine
from briefing.tui.widgets.roster_view import RosterView

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from briefing.library.events import Event
    from briefing.model.catalogue import Listing
    from briefing.search import Kept
    from briefing.state import Memory
    from briefing.tui.presentation.listed import Field
    from briefing.tui.stops import Visit

_LOST = (
    "Changes on disk are not followed for now: {}. It is started again.",
    "Changes on disk are not followed for now: {}.",
    "not followed: {}",
    "not followed",
)
_INSTEAD = {  # what some commands of the reader do on the list
    "finding.search": "listing.search",
    "showing.sort": "listing.sort",
    "showing.reverse": "listing.reverse",
    "moving.out": "listing.out",
}


class LibraryScreen(BoundScreen):
    """Shows the list. What the keys do stands in `tui/actions/listing.py`.

    It starts with the listings that are known, and has the librarian tell the rest: `progress` is
    the last that it said of what is left, None while nothing is; `held` what keeps it from its
    work, `lost` why it is gone; `said` what is to be known of the index, `asked` the last query.
    """

    SCENE = "library"
    BLANK = True  # all of it is covered: no rows of its own to draw and to keep
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("library"),
        ("tab", "other_line", "the filter or the list"),
        # while a filter is typed
        ("down", "list('step', 1)", "next brief"),
        ("up", "list('step', -1)", "previous brief"),
        ("pagedown", "list('page', 1)", "a page down"),
        ("pageup", "list('page', -1)", "a page up"),
        ("enter", "list('open')", "open"),
    ]
    AUTO_FOCUS = "#list"

    def __init__(
        self,
        library: Path,
        index: Path,
        listings: Iterable[Listing],
        memory: Memory,
        config: Config = DEFAULTS,
    ) -> None:
        super().__init__()
        self.library, self.memory, self.config = library, memory, config
        self.roster = Roster(listings)
        self._librarian = Librarian(self)
        self.reach = Reach(index, lambda: self.call_later(self._librarian.mend))
        self.progress: Progress | None = None
        self._begun = self.idle = False
        self.lost = self.held = self.said = self.asked = ""
        self.called = on_one_line(os.path.basename(os.path.realpath(library)))  # noqa: PTH119

    def compose(self) -> ComposeResult:
        """Title, filter, list, footer."""
        self.set_classes(size_classes(self.app))
        yield TitleBar(self.called, "")
        with Horizontal(id="filter"):
            yield FilterName()
            yield QueryLine(on_change=self._filter)
        yield RosterView(self.roster, id="list", on_open=self.open, on_sort=self.sort)
        yield Footer(id="footer", commands=commands_on(self.SCENE, with_keys(self.config.keys)))

    def on_mount(self) -> None:
        """Show what is known, then have the librarian start."""
        self.show()
        self.tell(misread(self.config) or self.said)
        self.call_after_refresh(self._begin)

    def on_screen_suspend(self) -> None:
        """Begin without the first frame, which would have to wait until a window is closed."""
        self._begin()

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self.recount()
            self._librarian.begin()

    # -- what the librarian tells

    def hear(self, event: Event) -> None:
        """Take in what the librarian tells."""
        said = self.held = self.lost = ""
        match event:
            case Rows(rows, _, anew=True):
                self.roster.replace(rows)
            case Rows(rows, gone):
                self.roster.take(rows, gone)
            case Progress():
                self.progress = event
            case Sound(_, said):
                self.reach.renew()
            case Idle():
                self.progress, self.idle = None, True
            case told:
                said = self.held = told.said
        with suppress(NoMatches):  # where all is being closed
            self.show()
            for footer in self.app.screen.query(Footer) if said else ():
                footer.tell(said)
            for screen in self.app.screen_stack:
                if isinstance(screen, Heeding):
                    screen.heed(event)

    # -- showing

    @property
    def view(self) -> RosterView:
        """The list."""
        return self.query_one(RosterView)

    def show(self) -> None:
        """Show how many briefs there are, what is left to do, and the list as it is now."""
        kept, number = len(self.roster.rows), len(self.roster)
        briefs = f"{number:,} brief{'' if number == 1 else 's'}"
        title = self.query_one(TitleBar)
        title.name_it(self.called, f"{kept:,} of {briefs}" if self.roster.words else briefs)
        if self.lost:
            title.show(*(line.format(self.lost) for line in _LOST))
        else:
            title.show(*bars(self.progress.done, self.progress.total) if self.progress else ())
        self.view.empty = self._why_empty()
        self.view.refresh()

    def _why_empty(self) -> str:
        if self.roster.words:
            return (
                f"No brief has '{self.roster.query.strip()}' in its title, subject, folder or date."
            )
        return self.held or ("There is no brief here." if self.idle else "Looking for briefs…")

    @property
    def state(self) -> str:
        """A sentence on what cannot be searched yet, or ""."""
        if self.lost and self.reach.generation is None:
            return f"There is no index to search: {self.lost}."
        if self.progress:
            left = max(0, self.progress.total - self.progress.done)
            return f"{left:,} of {self.progress.total:,} briefs are still to be indexed."
        if self.reach.damaged:
            return "The index cannot be read: it is looked through, and built anew."
        if self.reach.generation is not None:
            return ""
        return self.held or "The index is being looked through."

    def dated(self, key: str) -> str:
        """The as-of of a brief, in words."""
        as_of = self.roster[key].as_of if key in self.roster else ""
        return f"as of {as_of}" if as_of else ""

    def kept(self) -> Kept:
        """What is marked and read in the briefs of the library, as a query may ask for it."""
        from briefing.search import Kept  # noqa: PLC0415 - not before somebody searches

        memory = self.memory
        return Kept(
            *(of_library(self.library, k) for k in (memory.all_marked(), memory.all_read()))
        )

    def recount(self) -> None:
        """Show how much of each brief is read by now, and what its last audit found."""
        self.roster.remember(remembered(self.library, self.memory))
        self.view.refresh()

    def tell(self, message: str) -> None:
        """Say something in the footer for a moment; "" takes it away."""
        self.query_one(Footer).tell(message)

    def key(self, command: str) -> str:
        """The key that a sentence names for a command, by its id."""
        return key_of(command, with_keys(self.config.keys))

    def sort(self, by: Field) -> None:
        """Sort by a column; by the same one the other way round."""
        roster = self.roster
        roster.sort(by, backwards=not roster.backwards if by is roster.by else False)
        self.tell(f"sorted by {by.name}{', reversed' if roster.backwards else ''}")
        self.view.refresh()

    # -- the filter

    def show_filter(self, *, shown: bool) -> None:
        """Open the line of the filter, or close it and keep all."""
        self.query_one("#filter").display = shown
        if shown:
            self.set_focus(self.query_one(QueryLine))
        else:
            self.query_one(QueryLine).put("")
            self.roster.filter("")
            self.set_focus(self.view)
            self.show()

    def _filter(self, query: str) -> None:
        """Every key filters anew."""
        self.roster.filter(query)
        self.show()

    def action_other_line(self) -> None:
        """Move the keyboard from the filter to the list, or back."""
        if self.query_one("#filter").display:
            line = self.query_one(QueryLine)
            self.set_focus(self.view if line.has_focus else line)

    def action_list(self, name: str, *arguments: int) -> None:
        """Have the list do what a key of it does."""
        getattr(self.view, f"action_{name}")(*arguments)

    # -- opening

    def open(self, key: str) -> None:
        """Open a brief where it was left."""
        if reader := self.reader_of(key):
            self.app.push_screen(reader)

    def visit(self, visit: Visit) -> None:
        """Open a brief where a walk leads."""
        if reader := self.reader_of(visit.across.here.brief, visit):
            self.app.push_screen(reader)

    def reader_of(self, key: str, visit: Visit | None = None) -> BoundScreen | None:
        """A reader on a brief, at a place of it where a visit says so; None where it is gone."""
        from briefing.tui.screens.shelved import ShelvedReader  # noqa: PLC0415 - needs this one

        try:
            brief = open_brief(folder_of(self.library, key))
        except BriefingError as error:
            self.tell(str(error))
            return None
        brief.positions.rest()
        return ShelvedReader(self, key, brief, visit)

    def action_do(self, name: str, *arguments: object) -> None:
        """Do what a key asks for: a function of `tui/actions/`."""
        action(_INSTEAD.get(name, name))(self, *arguments)
