"""The search window where there is a library: over all its briefs, or over the one that is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.containers import Vertical

from briefing.library.events import Idle, Progress, Sound
from briefing.tui.finder import offered
from briefing.tui.presentation.found import by_brief, found_page, key_of
from briefing.tui.reach import AT_ONCE, Heeding, Newest
from briefing.tui.screens.search import SEARCHING, SearchScreen
from briefing.tui.widgets.page_view import PageView
from briefing.tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from briefing.library.events import Event
    from briefing.search import Hit, Kept, Results, Shelf
    from briefing.tui.finder import Finder
    from briefing.tui.presentation.page import Page
    from briefing.tui.screens.library import LibraryScreen

    Answer = tuple[Results, tuple[str, str]]

_FIRST = 30  # hits that are listed at first: to draw more takes longer than to find them
_MORE = 4  # times as many are listed when the last one is reached
_QUIET = 0.15  # seconds of searching that need no word
_ALL_KEYS = 60  # columns from which the border has room for every key


class LibrarySearch(SearchScreen, Heeding):
    """Asks the index of the library in a thread; Tab goes over to the brief that is open, and back.

    Without a `finder` there is only the library. What is not indexed yet is said, and what has
    come is searched again.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("tab", "complete", "complete, or go over")]

    def __init__(self, home: LibraryScreen, finder: Finder | None, kept: Kept) -> None:
        super().__init__(finder, kept)
        self._home = home
        self._in_brief = finder is not None
        self.newest: Newest[Answer] = Newest(home.reach, self._told)
        self._shown = ""  # the query that the hits are of
        self._most = _FIRST
        self._all = home.kept()

    def compose(self) -> ComposeResult:
        """The window, with the query of the last search."""
        with Vertical(id="window"):
            yield QueryLine(self._home.asked, selected=True, on_change=self.typed)
            hits = PageView(
                id="hits", on_open=lambda *_: self.action_choose(), on_select=self._go_on
            )
            hits.can_focus = False
            yield hits

    def start(self) -> None:
        """Load the engine, or have the index of the open brief built, while a word is typed."""
        super().start()
        self.newest.ask("", _nothing)

    def on_unmount(self) -> None:
        """Want no answer any more."""
        self.newest.forget()

    def show_keys(self) -> None:
        """Name as many keys below the window as fit."""
        wide = self.size.width >= _ALL_KEYS
        why = " · Ctrl+Y why" if wide else ""
        other = "all briefs" if self._in_brief else "this brief"
        over = f" · Tab {other}" if self._finder else ""
        keys = (
            f"↑↓ choose · Enter open{why}{over} · Esc close" if wide else f"Enter open{over} · Esc"
        )
        self.query_one("#window").border_subtitle = Text(keys)

    def action_complete(self) -> None:
        """Take what is offered behind the cursor, else search the other: the library, the brief."""
        line = self.query_one(QueryLine)
        if not line.take_offer() and self._finder:
            self._in_brief = not self._in_brief
            self._shown, self._results = "", None  # which are of the other
            self.show_keys()
            self.find(line.query_text)

    # -- asking

    @property
    def asking(self) -> bool:
        """Whether what is listed is not what was typed last, or not of where it is looked for."""
        return super().asking if self._in_brief else self._shown != self._home.asked

    def find(self, query: str) -> None:
        """Ask for what a query finds; what is listed stays until the answer is there."""
        self._home.asked = query
        if self._in_brief:
            super().find(query)
        elif not query.strip():
            self.newest.ask("", _nothing)  # in place of any other
            self.show_hits(query, None)
        else:
            self._most = _FIRST
            self._ask(AT_ONCE)
            self.set_timer(_QUIET, partial(self._say_so, query))

    def _ask(self, patience: float = 0) -> None:
        query = self._home.asked
        self.newest.ask(query, partial(_found, query, self._most, self._all), patience)

    def _go_on(self, _key: str) -> None:
        """List more hits where the last that are listed are in sight."""
        results = self._results
        if self._in_brief or not results or len(results.hits) == results.total:
            return
        if self._most <= len(results.hits) and self.query_one(PageView).cursor.at_end:
            self._most *= _MORE
            self._ask()

    def _say_so(self, query: str) -> None:
        if self.newest.waits and query == self._home.asked and not self._in_brief:
            self.query_one("#window").border_title = SEARCHING

    def _told(self, query: str, answer: Answer | None) -> None:
        if not query or query != self._home.asked:
            return
        if self._in_brief or self not in self.app.screen_stack:
            return
        results, offer = answer or (None, ("", ""))
        self.show_hits(query, results, again=query == self._shown)
        self.query_one(QueryLine).offer(*offer)

    def heed(self, event: Event) -> None:
        """Search again in what has been indexed, and say how much is left."""
        if self._in_brief:
            return
        if isinstance(event, Sound) and self._home.asked.strip():
            self._ask()
        elif isinstance(event, Progress | Idle):
            page = self.page(self._shown, self._results)
            self.query_one(PageView).renew(lambda _cells, _height: page)

    # -- showing

    def show_hits(self, query: str, results: Results | None, *, again: bool = False) -> None:
        """List the results, and remember of which query they are."""
        self._shown = query
        super().show_hits(query, results, again=again)

    def page(self, query: str, results: Results | None) -> Page:
        """The hits grouped by brief, or of one brief by section."""
        if self._in_brief:
            return super().page(query, results)
        return found_page(query, results, self._home.state, self._home.dated)

    def hits(self, results: Results) -> Sequence[tuple[str, Hit]]:
        """The hits with the keys of their items, as they are listed."""
        if self._in_brief:
            return super().hits(results)
        return [(key_of(hit), hit) for hit in by_brief(results)]


def _found(query: str, most: int, kept: Kept, shelf: Shelf) -> Answer:
    return shelf.search(query, most, kept=kept), offered(query, shelf.values)


def _nothing(shelf: Shelf) -> Answer:
    """The first question opens the index."""
    return shelf.search("", 1), ("", "")
