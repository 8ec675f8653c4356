"""A page across the briefs of a library, above its list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.containers import Horizontal

from briefing.library.events import Idle, Progress, Sound
from briefing.tui.actions import action
from briefing.tui.commands import commands_on, with_keys
from briefing.tui.finder import offered
from briefing.tui.keymap import bindings
from briefing.tui.places import place_of
from briefing.tui.presentation.across import Asked, across_page, hits_of
from briefing.tui.presentation.found import key_of
from briefing.tui.reach import AT_ONCE, Heeding, Newest
from briefing.tui.screens.bound import BoundScreen
from briefing.tui.stops import Across, Stop, Visit
from briefing.tui.widgets.bars import Footer, Heading, TitleBar
from briefing.tui.widgets.filter_name import FilterName
from briefing.tui.widgets.page_view import PageView
from briefing.tui.widgets.panes import size_classes
from briefing.tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from briefing.library.events import Event
    from briefing.search import Kept, Results, Shelf
    from briefing.tui.presentation.layout import Marks
    from briefing.tui.screens.library import LibraryScreen

    Answer = tuple[Results, tuple[str, str]]

_MOST = 300  # of what is listed: more is for a query to make fewer
_INSTEAD = {
    "finding.search": "across.search",
    "showing.sort": "across.unsorted",
    "showing.reverse": "across.unsorted",
    "listing.filter": "across.narrow",
    "listing.risks": "across.risks",
    "listing.dates": "across.dates",
    "moving.out": "across.out",
}


class AcrossScreen(BoundScreen, Heeding):
    """Lists risks, dates, or what is said of an entry; Enter opens a brief there.

    `within` are the keys of the briefs to look into, None for all. A query makes it fewer. What
    the keys do stands in `tui/actions/across.py`.
    """

    SCENE = "library"
    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("library"),
        ("tab", "other_line", "the query or the page"),
        # while a query is typed
        ("down", "page('step', 1)", "next"),
        ("up", "page('step', -1)", "previous"),
        ("pagedown", "page('page', 1)", "a page down"),
        ("pageup", "page('page', -1)", "a page up"),
        ("enter", "page('open')", "open"),
    ]
    AUTO_FOCUS = "#text"

    def __init__(
        self, home: LibraryScreen, asked: Asked, within: Collection[str] | None = None
    ) -> None:
        super().__init__()
        self.home, self.asked, self.within = home, asked, within
        self._results: Results | None = None
        self.newest: Newest[Answer] = Newest(home.reach, self._told)
        self._kept = home.kept()
        self._shown: Asked | None = None  # what the page has answered

    def compose(self) -> ComposeResult:
        """Title, query, heading, page, footer."""
        self.set_classes(size_classes(self.app))
        yield TitleBar(self.home.called, "")
        with Horizontal(id="filter"):
            yield FilterName()
            yield QueryLine(on_change=self._find)
        yield (heading := Heading(id="heading"))
        yield PageView(id="text", on_open=self._open, on_page=heading.show)
        commands = commands_on(self.SCENE, with_keys(self.home.config.keys))
        yield Footer(id="footer", commands=commands)

    def on_mount(self) -> None:
        """Ask."""
        self.show()
        self.ask()

    def on_unmount(self) -> None:
        """Want no answer any more."""
        self.newest.forget()

    @property
    def view(self) -> PageView:
        """The page."""
        return self.query_one(PageView)

    def ask(self, patience: float = 0) -> None:
        """Ask the index for what is to be listed."""
        self.newest.ask("", partial(_answer, self.asked, self.within, self._kept), patience)

    def _told(self, _name: str, answer: Answer | None) -> None:
        if self not in self.app.screen_stack:
            return
        again = self._shown == self.asked
        self._results, offer = answer or (None, ("", ""))
        self._shown = self.asked
        self.show(again=again)
        self.query_one(QueryLine).offer(*offer)

    def show(self, *, again: bool = False) -> None:
        """Show the page; the same `again` stays where it is."""
        page = across_page(self.asked, self._results, self.home.state, self.home.dated)
        if again and not self.view.cursor.at_start:
            self.view.renew(lambda _cells, _height: page)
        else:
            self.view.show(lambda _cells, _height: page, marks=self._marks)

    @property
    def _marks(self) -> Marks | None:
        """What to mark: the words of the query, where there is one."""
        return self._results.marks if self._results and self.asked.query.strip() else None

    def heed(self, event: Event) -> None:
        """Ask again when more is indexed, and say how much is left."""
        if isinstance(event, Sound):
            self.ask()
        elif isinstance(event, Progress | Idle):
            self.show(again=True)

    def tell(self, message: str) -> None:
        """Say something in the footer for a moment."""
        self.query_one(Footer).tell(message)

    def _find(self, query: str) -> None:
        """Every key asks anew."""
        self.asked = self.asked._replace(query=query)
        self.ask(AT_ONCE)

    def action_other_line(self) -> None:
        """Take what is offered, else move the keyboard from the query to the page, or back."""
        line = self.query_one(QueryLine)
        if self.query_one("#filter").display and not line.take_offer():
            self.set_focus(self.view if line.has_focus else line)

    def action_page(self, name: str, *arguments: int) -> None:
        """Have the page do what a key of it does."""
        getattr(self.view, f"action_{name}")(*arguments)

    def _open(self, key: str, _opens: str) -> None:
        """Open a brief there; n and N go on through what is listed."""
        hits = hits_of(self.asked.what, self._results) if self._results else ()
        at = next((n for n, hit in enumerate(hits) if key_of(hit) == key), -1)
        if at >= 0:
            stops = [Stop(hit.brief, place_of(hit.statement)) for hit in hits]
            self.home.visit(Visit(Across(stops, at, self._marks, self.asked.what)))

    def action_do(self, name: str, *arguments: object) -> None:
        """Do what a key asks for: a function of `tui/actions/`."""
        action(_INSTEAD.get(name, name))(self, *arguments)


def _answer(asked: Asked, within: Collection[str] | None, kept: Kept, shelf: Shelf) -> Answer:
    if asked.what == "statement":
        return shelf.about(asked.name, _MOST), ("", "")
    by: Literal["risk", "when"] = "risk" if asked.what == "risk" else "when"
    results = shelf.listed(asked.query, by, _MOST, kept=kept, within=within)
    return results, offered(asked.query, shelf.values)
