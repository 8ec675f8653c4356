"""The reader: navigation, text, and the evidence beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from briefing.model.sections import SECTION_NAMES
from briefing.model.statements import by_id
from briefing.tui.commands import bindings
from briefing.tui.places import Place, Trail, Walk, leads_to, place_of
from briefing.tui.presentation.cited import sentence_at, subject
from briefing.tui.presentation.evidence import evidence
from briefing.tui.presentation.pages import RUNNING, Around, page_of, warning
from briefing.tui.presentation.phrases import quotation, sourcing
from briefing.tui.presentation.source import why_none
from briefing.tui.widgets.bars import Footer, TitleBar
from briefing.tui.widgets.navigation import Navigation
from briefing.tui.widgets.panes import Panes, size_classes

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.tui.finder import Finder
    from briefing.tui.presentation.layout import Marks
    from briefing.tui.screens.search import Found


def citations(brief: Brief, place: Place) -> list[Place]:
    """The places of the source beside what is selected, in the order of the walk through them."""
    from briefing.tui.presentation.beside import stops  # noqa: PLC0415 - not at launch

    found = stops(brief, subject(place.item))
    cites = any(stop.at for stop in found)
    return [replace(place, cited=stop.key) for stop in found] if cites else []


AUDIT_PAUSE = 0.3  # seconds after the first frame: the first keys come before the audit


class Reader(Screen[None]):
    """Shows the place where the trail stands; every command moves along the trail."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reader")]
    AUTO_FOCUS = "#text"

    def __init__(self, brief: Brief, finder: Finder) -> None:
        super().__init__()
        self._own = brief  # as its files have it
        self._brief = brief  # as it is shown: another day of publication may be assumed here
        self._around = Around(brief, audit=RUNNING)
        self._finder = finder
        self._trail = Trail()
        self._walk: Walk | None = None
        self._marks: Marks | None = None

    def compose(self) -> ComposeResult:
        """Title, body of three panes, footer."""
        self.set_classes(size_classes(self.app))  # known before the first layout: one layout less
        yield TitleBar(self._brief.header.title, sourcing(self._brief))
        yield Panes(
            self._brief,
            id="body",
            on_select=self._select,
            on_open=self._open,
            on_aside=lambda _key: self._tell(""),
        )
        yield Footer(id="footer")

    def on_mount(self) -> None:
        """Show the first place, and say so where the brief has problems."""
        self._show()
        self._tell(warning(self._brief))
        self.set_timer(AUDIT_PAUSE, lambda: self.run_worker(self._audited()))

    # -- showing ------------------------------------------------------------------------------

    @property
    def panes(self) -> Panes:
        """The body: navigation, text, and what stands beside it."""
        return self.query_one(Panes)

    def _show(self) -> None:
        here = self._trail.here
        self.query_one(Navigation).show(here.section)
        self._tell("")
        self.panes.set_beside(opened=bool(here.cited))
        self.panes.text.show(
            lambda cells, height: page_of(self._brief, here, cells, height, self._around),
            here.item,
            self._marks,
        )
        self._show_side()

    def _show_side(self) -> None:
        here = self._trail.here
        key = subject(here.item or self.panes.text.key)
        if here.cited:
            from briefing.tui.presentation.beside import beside, claim_of  # noqa: PLC0415 - not at launch

            page, item = beside(self._brief, key, here.cited)
            self.panes.side.show(lambda _cells, _height: page, item, self._marks)
            self.panes.claim.show(*claim_of(self._brief, key))
        else:
            self.panes.side.show(
                lambda _cells, _height: evidence(self._brief, key, self._around.found.get(key, ())),
                marks=self._marks,
            )

    def _tell(self, message: str) -> None:
        self.query_one(Footer).tell(message)

    def _go(self, place: Place, *, led: bool = False) -> None:
        self._trail.go(place, led=led)
        self._show()

    def _select(self, key: str) -> None:
        """The selection moves: what stands beside it follows."""
        here = replace(self._trail.here, item=key)
        places = citations(self._brief, here) if here.cited else []
        if places and not self._marks:
            self._walk = Walk(places)
        self._trail.stay(places[0] if places else here)
        self._tell("")
        self._show_side()

    def _open(self, key: str, opens: str) -> None:
        """Enter leads down: to a page, else to the source, beside the text to what it names."""
        statement = by_id(self._brief).get(subject(key))
        reported = self._trail.here.view == "audit" and self.panes.current is self.panes.text
        message = self._around.message(key) if reported else ""
        if opens:
            self._go(leads_to(self._brief, opens), led=True)
            self._tell(message)
        elif reported:
            self._tell("Nothing in the brief stands for this file.")
        elif self.panes.current is self.panes.text:
            self.action_source()
        elif statement:
            self._go(place_of(statement), led=True)

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
        """Back one step: the marks, the zoom, the source beside, then what Enter or w opened."""
        here = self._trail.here
        if self._marks:
            self._marks = self._walk = None
            self._show()
        elif self.panes.has_class("-zoomed"):
            self.panes.action_zoom()
        elif here.cited:
            self._go(replace(here, cited=""))
        elif self._trail.out():
            self._show()

    # -- finding ------------------------------------------------------------------------------

    def action_source(self) -> None:
        """Show the source beside the selected statement, or close it again."""
        here = self._trail.here
        if here.cited:
            self._go(replace(here, cited=""))
            return
        if self._brief.source is None:
            self._tell(why_none(self._brief))
            return
        places = citations(self._brief, replace(here, item=self.panes.text.key))
        if not places:
            self._tell("This statement cites no sentence of the source.")
            return
        if not self._marks:
            self._walk = Walk(places)
        self._go(places[0])
        if self._walk and len(places) > 1 and not self._marks:
            self._tell(self._walk.counter)

    def action_why(self) -> None:
        """Show what the selected statement rests on, and what falls if it falls."""
        from briefing.tui.presentation.reasons import has_reasons  # noqa: PLC0415 - not at launch

        name = subject(self.panes.current.key)
        statement = by_id(self._brief).get(name)
        if statement and has_reasons(statement):
            self._go(Place(statement.section, name, view="why"), led=True)
        elif sentence_at(self._brief, name):
            self._go(Place("source", name, view="why"), led=True)
        else:
            self._tell("w works on judgments, risks, points, tensions and assumptions.")
            return
        self.panes.to_text()

    def action_walk(self, by: int) -> None:
        """Go to the next or previous place of the last walk."""
        if self._walk is None:
            self._tell("Search with / or open the source with s: n and N walk on from there.")
            return
        self._go(self._walk.step(by))
        self._tell(self._walk.counter)

    def action_search(self) -> None:
        """Open the search window; what is chosen there is shown and marked."""
        from briefing.tui.screens.search import SearchScreen  # noqa: PLC0415 - not at launch

        self.app.push_screen(SearchScreen(self._finder), self._found)

    def _found(self, found: Found | None) -> None:
        if found is None:
            return
        self._walk = Walk(found.places, found.position, "hit")
        self._marks = found.marks
        self._go(found.places[found.position])
        if found.why:
            self.action_why()

    async def _audited(self) -> None:
        """Audit the brief while it is read, and say in the overview what was found."""
        from briefing.tui.auditor import report_on  # noqa: PLC0415 - not at launch
        from briefing.tui.presentation.audited import around  # noqa: PLC0415 - the same

        report = await report_on(self._own)
        self._around = around(self._own, report)
        here = self._trail.here
        if here.view == "audit" or (here.section == "overview" and not here.opened):
            self.panes.text.renew()
        if not here.cited:
            self.panes.side.renew()

    def action_audit(self) -> None:
        """Show the report of the audit."""
        self._go(Place(view="audit"), led=True)

    def action_assume(self) -> None:
        """Ask for another day of publication to count from."""
        from briefing.tui.screens.assume import AssumeScreen  # noqa: PLC0415 - not at launch

        self.app.push_screen(AssumeScreen(self._own, self._brief), self._assumed)

    def _assumed(self, published: str | None) -> None:
        """Count from another day, or again from the brief's own where none is given."""
        from briefing.tui.presentation.assumed import assume, notices  # noqa: PLC0415 - the same

        if published is None:
            return
        self._brief = assume(self._own, published)
        self.query_one(TitleBar).show(*notices(self._own, self._brief))
        self._go(Place("timeline", view="assumed"), led=True)
        self._show()

    # -- sharing ------------------------------------------------------------------------------

    def action_copy(self) -> None:
        """Copy the selected statement with its citation."""
        key = subject(self.panes.text.key)
        if text := quotation(self._brief, key):
            self.app.copy_to_clipboard(text)
            self._tell(f"Sent to the clipboard: {key}")
        elif sentence_at(self._brief, key):
            self._tell("The words of this sentence are not at hand.")

    def action_export(self, full: bool = False) -> None:  # noqa: FBT001, FBT002 - an action's argument
        """Save the brief as plain text in the current folder, never over another file."""
        from briefing.tui.saving import save  # noqa: PLC0415 - not at launch

        self._tell(save(self._own, full=full, own_dates=self._brief is not self._own))
