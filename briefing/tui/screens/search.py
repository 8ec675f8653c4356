"""The search window: hits as you type, grouped by section."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.containers import Vertical
from textual.screen import ModalScreen

from briefing.model.entries import Entry
from briefing.model.outlook import Judgment
from briefing.tui.finder import offered
from briefing.tui.places import Place, place_of
from briefing.tui.presentation.hits import grouped, hit_page
from briefing.tui.reach import AT_ONCE
from briefing.tui.stops import Across, Stop, Visit
from briefing.tui.widgets.page_view import PageView
from briefing.tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from briefing.search import Hit, Kept, Results
    from briefing.tui.finder import Finder
    from briefing.tui.presentation.page import Page


SEARCHING = "Search · searching…"
_ALL_KEYS = 60  # columns from which the border has room for every key


class SearchScreen(ModalScreen["Visit | None"]):
    """A line for the query above the list of hits; the line keeps the keyboard."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "close"),
        ("enter", "choose", "open"),
        ("ctrl+y", "choose(True)", "why"),
        ("down,ctrl+n", "step(1)", "next hit"),
        ("up,ctrl+p", "step(-1)", "previous hit"),
        ("pagedown", "page(1)", "a page down"),
        ("pageup", "page(-1)", "a page up"),
        ("tab", "complete", "take what is offered"),
    ]
    AUTO_FOCUS = "QueryLine"

    def __init__(self, finder: Finder | None, kept: Kept) -> None:
        super().__init__()
        self._finder, self._kept = finder, kept
        self._results: Results | None = None
        self.waits = False  # whether something was typed before there was an index
        self._choice: bool | None = None  # Enter before the answer: whether for the reasons

    def compose(self) -> ComposeResult:
        """The window."""
        with Vertical(id="window"):
            yield QueryLine(on_change=self.typed)
            hits = PageView(id="hits", on_open=lambda *_: self.action_choose())
            hits.can_focus = False  # a click chooses a hit and typing goes on
            yield hits

    def on_mount(self) -> None:
        """Show how to ask."""
        self.start()
        self.find(self.query_one(QueryLine).query_text)

    def start(self) -> None:
        """Have the index built while the first word is typed."""
        if self._finder:
            self._finder.build_in_background(partial(self.app.call_later, self._ready))

    def _ready(self) -> None:
        if self.waits and self in self.app.screen_stack:
            self.waits = False
            self.find(self.query_one(QueryLine).query_text)

    def on_resize(self) -> None:
        """Name the keys at another size too."""
        self.show_keys()

    def show_keys(self) -> None:
        """Name as many keys below the window as fit."""
        why = " · Ctrl+Y why" if self.size.width >= _ALL_KEYS else ""
        keys = f"↑↓ choose · Enter open{why} · Esc close"
        self.query_one("#window").border_subtitle = Text(keys)

    @property
    def asking(self) -> bool:
        """Whether what is listed is not what was typed last."""
        return self.waits

    def typed(self, query: str) -> None:
        """Find anew with every key; what was chosen before is taken back."""
        self._choice = None
        self.find(query)

    def find(self, query: str) -> None:
        """List what a query finds, and offer how its last word can go on."""
        if self._finder is None or not query.strip():
            self.show_hits(query, None)
            return
        if not self._finder.ready(AT_ONCE):
            self.waits = True
            self.query_one("#window").border_title = SEARCHING
            return
        index = self._finder.index()
        self.show_hits(query, index.search(query, kept=self._kept))
        self.query_one(QueryLine).offer(*offered(query, index.values))

    def show_hits(self, query: str, results: Results | None, *, again: bool = False) -> None:
        """List these results, or without any how to ask; those of the same query stay in place."""
        self._results = results
        page = self.page(query, results)
        title = f"{page.heading} · {page.detail}" if page.detail else page.heading
        self.query_one("#window").border_title = Text(title)  # in a str markup would count
        view, marks = self.query_one(PageView), results.marks if results else None
        if again and not view.cursor.at_start:
            view.renew(lambda _cells, _height: page)
        else:
            view.show(lambda _cells, _height: page, marks=marks)
        if self._choice is not None and not self.asking:
            self.action_choose(self._choice)

    def page(self, query: str, results: Results | None) -> Page:
        """The hits as they are listed."""
        return hit_page(query, results)

    def hits(self, results: Results) -> Sequence[tuple[str, Hit]]:
        """The hits with the keys of their items, as they are listed."""
        return [(hit.statement.id, hit) for hit in grouped(results)]

    def action_complete(self) -> None:
        """Take what is offered behind the cursor."""
        self.query_one(QueryLine).take_offer()

    def action_step(self, by: int) -> None:
        """Choose the next or previous hit."""
        self.query_one(PageView).action_step(by)

    def action_page(self, by: int) -> None:
        """A page of hits further."""
        self.query_one(PageView).action_page(by)

    def action_choose(self, why: bool = False) -> None:  # noqa: FBT001, FBT002 - an action's argument
        """Close the window on the chosen hit, or on the reasons for it, once there is the answer."""
        results = self._results
        self._choice = why if self.asking else None
        if self.asking or results is None or not results.hits:
            return
        hits = self.hits(results)
        position = [key for key, _ in hits].index(self.query_one(PageView).key)
        stops = [Stop(hit.brief, place_shown(hit)) for _, hit in hits]
        self.dismiss(Visit(Across(stops, position, results.marks), why))


def place_shown(hit: Hit) -> Place:
    """Where the words are read that were found: those beyond a summary stand on its own page."""
    found = hit.statement
    if hit.excerpt and isinstance(found.part, Entry | Judgment):
        return Place(found.section, found.id)
    return place_of(found)
