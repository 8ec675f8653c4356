"""The reader: navigation, text, and the evidence beside it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, Vertical
from textual.screen import Screen

from briefing.model.sections import SECTION_NAMES
from briefing.model.statements import by_id
from briefing.tui.commands import bindings
from briefing.tui.places import Place, Trail, Walk, place_of
from briefing.tui.presentation.evidence import cited_by, evidence, paragraphs_cited
from briefing.tui.presentation.pages import holdings, page_of, warning
from briefing.tui.presentation.phrases import quotation, sourcing
from briefing.tui.presentation.source import source, why_none
from briefing.tui.widgets.bars import Footer, Heading, TitleBar
from briefing.tui.widgets.navigation import Navigation
from briefing.tui.widgets.page_view import PageView

if TYPE_CHECKING:
    from textual.app import App, ComposeResult
    from textual.binding import BindingType

    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.tui.finder import Finder
    from briefing.tui.presentation.layout import Marks
    from briefing.tui.screens.search import Found


def size_classes(app: App[None]) -> list[str]:
    """The classes of the breakpoints that the terminal's size has reached."""
    reached = (
        [name for least, name in breakpoints if size >= least][-1:]
        for size, breakpoints in (
            (app.size.width, app.HORIZONTAL_BREAKPOINTS or ()),
            (app.size.height, app.VERTICAL_BREAKPOINTS or ()),
        )
    )
    return [name for names in reached for name in names]


def panes_shown(reader: Reader) -> list[PageView]:
    """The panes that briefing.tcss puts on the screen for the classes set now."""
    beside, sizes = reader.has_class("-beside"), size_classes(reader.app)
    if reader.has_class("-zoomed"):
        return [reader.side if reader.has_class("-side") else reader.text]
    if "-narrow" in sizes:
        return [reader.side if beside else reader.text]
    both = beside or "-medium" not in sizes
    return [reader.text, reader.side] if both else [reader.text]


class Reader(Screen[None]):
    """Shows the place where the trail stands; every command moves along the trail."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reader")]
    AUTO_FOCUS = "#text"

    def __init__(self, brief: Brief, finder: Finder) -> None:
        super().__init__()
        self._brief = brief
        self._finder = finder
        self._trail = Trail()
        self._walk: Walk | None = None
        self._marks: Marks | None = None

    def compose(self) -> ComposeResult:
        """Title, body of three panes, footer."""
        self.set_classes(size_classes(self.app))  # known before the first layout: one layout less
        yield TitleBar(self._brief.header.title, sourcing(self._brief))
        with Container(id="body"):
            yield Navigation(holdings(self._brief))
            with Vertical(id="main"):
                yield Heading(id="heading")
                yield PageView(id="text", on_select=self._select, on_open=self._open)
            with Vertical(id="side"):
                yield Heading(id="side-heading")
                yield PageView(id="evidence", aside=True, on_open=self._open)
        yield Footer(id="footer")

    def on_mount(self) -> None:
        """Show the first place, and say so where the brief has problems."""
        self._show()
        self._tell(warning(self._brief))

    # -- showing ------------------------------------------------------------------------------

    @property
    def text(self) -> PageView:
        """The pane with the page itself."""
        return self.query_one("#text", PageView)

    @property
    def side(self) -> PageView:
        """The pane with the evidence, or with the source beside the claim."""
        return self.query_one("#evidence", PageView)

    def _show(self) -> None:
        here = self._trail.here
        self.query_one(Navigation).show(here.section)
        self._tell("")
        self.set_class(bool(here.cited), "-beside")
        if self.has_class("-zoomed"):
            self.set_class(bool(here.cited), "-side")
        self.on_resize()
        self.text.show(partial(page_of, self._brief, here), here.item, self._marks)
        page = self.text.page
        self.query_one("#heading", Heading).show(page.heading, page.detail)
        self._show_side()

    def _show_side(self) -> None:
        here = self._trail.here
        key = here.item or self.text.key
        if here.cited:
            cited = cited_by(self._brief, key)
            page = source(self._brief, cited, heading=f"SOURCE for {key}")
        else:
            page = evidence(self._brief, key)
        self.side.show(lambda _cells, _height: page, here.cited, self._marks)
        self.query_one("#side-heading", Heading).show(page.heading, page.detail)

    def on_resize(self) -> None:
        """Keep the keyboard in a pane that can be seen."""
        if self.focused not in (panes := panes_shown(self)):
            self.set_focus(panes[0])

    def _tell(self, message: str) -> None:
        self.query_one(Footer).tell(message)

    def _go(self, place: Place) -> None:
        self._trail.go(place)
        self._show()

    def _select(self, key: str) -> None:
        """The selection moves: the evidence follows."""
        here = self._trail.here
        cited = here.cited and next(iter(paragraphs_cited(self._brief, key)), here.cited)
        self._trail.stay(replace(here, item=key, cited=cited))
        self._show_side()

    def _open(self, key: str, opens: str) -> None:
        """Enter leads down: to a page, else to the source, beside the text to what it names."""
        statement = by_id(self._brief).get(key)
        if opens:
            self._go(Place(by_id(self._brief)[opens].section, opens))
        elif self.focused is self.text:
            self.action_source()
        elif statement:
            self._go(place_of(statement))

    # -- moving -------------------------------------------------------------------------------

    def action_section(self, name: SectionName) -> None:
        """Go to a section."""
        self._go(Place(name))

    def action_turn(self, by: int) -> None:
        """Go to the next or previous section, round at the ends."""
        here = SECTION_NAMES.index(self._trail.here.section)
        self._go(Place(SECTION_NAMES[(here + by) % len(SECTION_NAMES)]))

    def action_trail(self, by: int) -> None:
        """Go back or forward through the places visited."""
        if self._trail.step(by):
            self._show()

    def action_out(self) -> None:
        """Back one step: first clear the marks, then close the source, then leave an opened page."""
        here = self._trail.here
        if self._marks:
            self._marks = self._walk = None
            self._show()
        elif self.has_class("-zoomed"):
            self.action_zoom()
        elif here.cited:
            self._go(replace(here, cited=""))
        elif here.opened and self._trail.opened_from_list:
            self.action_trail(-1)
        elif here.opened:
            self._go(Place(here.section, item=here.opened))

    def action_other_pane(self) -> None:
        """Move the cursor between the text and what stands beside it."""
        if len(panes_shown(self)) > 1:
            self.set_focus(self.side if self.focused is self.text else self.text)

    def action_zoom(self) -> None:
        """Give the pane with the cursor the whole screen, or take it back."""
        self.set_class(self.focused is self.side, "-side")
        self.toggle_class("-zoomed")
        self.on_resize()

    # -- finding ------------------------------------------------------------------------------

    def action_source(self) -> None:
        """Show the source beside the selected statement, or close it again."""
        here = self._trail.here
        if here.cited:
            self._go(replace(here, cited=""))
            return
        key = self.text.key
        paragraphs = paragraphs_cited(self._brief, key)
        if self._brief.source is None:
            self._tell(why_none(self._brief))
            return
        if not paragraphs:
            self._tell("This statement cites no sentence of the source.")
            return
        places = [replace(here, item=key, cited=paragraph) for paragraph in paragraphs]
        if not self._marks:
            self._walk = Walk(places)
        self._go(places[0])

    def action_walk(self, by: int) -> None:
        """Go to the next or previous place of the last walk."""
        if self._walk is None:
            self._tell("Search first: then n and N walk through the hits.")
            return
        self._go(self._walk.step(by))
        self._tell(f"{self._walk.position + 1} of {len(self._walk.places)}")

    def action_search(self) -> None:
        """Open the search window; what is chosen there is shown and marked."""
        from briefing.tui.screens.search import SearchScreen  # noqa: PLC0415 - not at launch

        self.app.push_screen(SearchScreen(self._finder), self._found)

    def _found(self, found: Found | None) -> None:
        if found is None:
            return
        self._walk = Walk(found.places, found.position)
        self._marks = found.marks
        self._go(found.places[found.position])

    def action_help(self) -> None:
        """Show every key."""
        from briefing.tui.screens.help import HelpScreen  # noqa: PLC0415 - not at launch

        self.app.push_screen(HelpScreen())

    # -- sharing ------------------------------------------------------------------------------

    def action_copy(self) -> None:
        """Copy the selected statement with its citation."""
        text = quotation(self._brief, self.text.key)
        if text:
            self.app.copy_to_clipboard(text)
            self._tell(f"Sent to the clipboard: {self.text.key}")

    def action_export(self, full: bool = False) -> None:  # noqa: FBT001, FBT002 - an action's argument
        """Save the brief as plain text in the current folder, never over another file."""
        from briefing.tui.saving import save  # noqa: PLC0415 - not at launch

        self._tell(save(self._brief, full=full))
