"""The reader: navigation, text, and the evidence beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from briefing.config import DEFAULTS, Config
from briefing.library import stamp
from briefing.model.statements import by_id
from briefing.tui import garbage
from briefing.tui.actions import action
from briefing.tui.commands import commands_on, key_of, with_keys
from briefing.tui.finder import Finder
from briefing.tui.keymap import bindings
from briefing.tui.places import Place, Trail, Walk, leads_to, place_of
from briefing.tui.presentation.cited import subject
from briefing.tui.presentation.evidence import evidence
from briefing.tui.presentation.pages import RUNNING, Around, misread, page_of, warning
from briefing.tui.presentation.phrases import sourcing
from briefing.tui.recall import Recall
from briefing.tui.screens.bound import BoundScreen
from briefing.tui.widgets.bars import Footer, TitleBar
from briefing.tui.widgets.navigation import Navigation
from briefing.tui.widgets.panes import Panes, size_classes

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.state import Memory
    from briefing.tui.presentation.layout import Marks
    from briefing.tui.presentation.page import Page

AUDIT_PAUSE = 0.3  # seconds after the first frame: the first keys come before the audit
LOOK_PAUSE = 0.5  # seconds between two looks at the files of the brief
REST = 0.5  # seconds until what was done is kept
# what Enter says of an item that no page belongs to
_LEADS_NOWHERE = {
    "audit": "Nothing in the brief stands for this file.",
    "problems": "{key} opens your editor there.",
    "changed": "This has no place in the brief any more.",
}


class Reader(BoundScreen):
    """Shows the place where the trail stands. What the keys do stands in `tui/actions/`.

    `own` is the brief as its files have it, `brief` as it is shown: there another day of
    publication may be assumed. `around` is what pages tell beyond it. `walk` is what n and N go
    through, and `highlights` says which stretches of a text to mark, where something was found.
    `held` is a newer version that does not load. `stamp` tells the files that were read last from
    other ones, and `looked` those that were looked at last.
    `recall` is what is remembered from one time to the next.
    """

    BLANK = True  # all of it is covered: no rows of its own to draw and to keep
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reader")]
    AUTO_FOCUS = "#text"

    def __init__(self, brief: Brief, memory: Memory, config: Config = DEFAULTS) -> None:
        super().__init__()
        self._config = config
        self.own = self.brief = brief
        self.held: Brief | None = None
        self.stamp = self.looked = stamp(brief)
        self.around = Around(brief, audit=RUNNING)
        self.finder = Finder(brief)
        self.recall = Recall(memory, brief)
        self._start = self.recall.resumed(brief)
        self.trail = Trail([self._start.place])
        self._resting: Timer | None = None
        self.walk: Walk | None = None
        self.highlights: Marks | None = None

    def compose(self) -> ComposeResult:
        """Title, body of three panes, footer."""
        self.set_classes(size_classes(self.app))  # known before the first layout: one layout less
        yield TitleBar(self.brief.header.title, sourcing(self.brief))
        yield Panes(
            self.brief,
            id="body",
            on_select=self._select,
            on_open=self._open,
            on_aside=lambda _key: self.tell(""),
        )
        yield Footer(id="footer", commands=commands_on(self.SCENE, with_keys(self._config.keys)))

    def on_mount(self) -> None:
        """Show the first place, and say so where the brief has problems."""
        self.text = self.panes.text
        self.show()
        if self._start.size != (0, 0):
            self.text.resume(self._start.top, self._start.size)
        self.show_signs()
        self.tell(misread(self._config) or warning(self.brief))
        self.audit()
        self.set_interval(LOOK_PAUSE, self.look)

    def look(self) -> None:
        """Look whether a file of the brief has changed; until one has, nothing more is loaded."""
        if stamp(self.held or self.own) == self.stamp:
            self.looked = self.stamp
        else:
            self.action_do("following.look")

    def audit(self) -> None:
        """Have the brief audited in a moment, in place of an audit that still runs."""
        self.set_timer(
            AUDIT_PAUSE, lambda: self.run_worker(self._audited(), group="audit", exclusive=True)
        )

    def on_unmount(self) -> None:
        """Keep the last of it."""
        from briefing.tui.actions import remembering  # noqa: PLC0415 - not at launch

        remembering.keep(self)

    async def _audited(self) -> None:
        garbage.tidy()
        from briefing.tui.actions import auditing, remembering  # noqa: PLC0415 - not at launch

        remembering.begin(self)
        await auditing.run(self)

    # -- showing ------------------------------------------------------------------------------

    @property
    def panes(self) -> Panes:
        """The body: navigation, text, and what stands beside it."""
        return self.query_one(Panes)

    @property
    def here(self) -> Place:
        """The place that is shown."""
        return self.trail.here

    def show(self) -> None:
        """Show the place where the trail stands."""
        here = self.here
        self.query_one(Navigation).show(here.section)
        self.tell("")
        self.panes.set_beside(opened=bool(here.cited))
        self.panes.text.show(
            partial(self._page, here), here.item, self.highlights, partial(self._ended, here)
        )
        self._show_side()
        self._rest_soon()

    def _page(self, here: Place, cells: int, height: int) -> Page:
        if here.view == "changed":
            from briefing.tui.presentation.changed import changed_page  # noqa: PLC0415 - not at launch

            self.recall.ensure_compared(self.own)
            return changed_page(self.recall.changes, self.recall.since, cells)
        page = page_of(self.brief, here, cells, height, self._around(here))
        if signs := self.recall.beside_ids():
            from briefing.tui.presentation.signs import signed  # noqa: PLC0415 - the same

            return signed(page, signs)
        return page

    def show_signs(self) -> None:
        """Show in the navigation what is read and what changed."""
        self.query_one(Navigation).sign(self.recall.signs())

    def _ended(self, here: Place) -> None:
        """The end of a page was in sight: a section is read once that of its list was."""
        if not (here.opened or here.view) and self.recall.end_seen(here.section):
            self.show_signs()
            self._rest_soon()

    def _rest_soon(self) -> None:
        if self._resting is None:
            self._resting = self.set_timer(REST, self._rest)

    def _rest(self) -> None:
        from briefing.tui.actions import remembering  # noqa: PLC0415 - not at launch

        self._resting = None
        remembering.rest(self)

    def _around(self, here: Place) -> Around:
        """What a page is shown with: a hit as text, for a drawing has no room for its words."""
        if not self.highlights or here.section == "overview":
            return self.around
        return self.around._replace(shown=self.around.shown._replace(plain=True))

    def renew(self) -> None:
        """Show the place as it is now, for another version of the brief, and move nothing."""
        text, key = self.panes.text, self.panes.text.key
        text.renew()
        if text.key != key:
            self.trail.stay(self.here.at(text.key))
        self._show_side(anew=text.key == key)

    def _show_side(self, *, anew: bool = False) -> None:
        here = self.here
        side, key = self.panes.side, subject(here.item or self.panes.text.key)
        item = ""
        if here.cited:
            from briefing.tui.presentation.beside import beside, claim_of  # noqa: PLC0415 - not at launch

            page, item = beside(self.brief, key, here.cited)
            self.panes.claim.show(*claim_of(self.brief, key))

        def make(_cells: int, _height: int) -> Page:
            if here.cited:
                return page
            return evidence(self.brief, key, self.around.found.get(key, ()))

        if anew:
            side.renew(make)
        else:
            side.show(make, item, self.highlights)

    def tell(self, message: str) -> None:
        """Say something in the footer for a moment; "" takes it away."""
        self.query_one(Footer).tell(message)

    def key(self, command: str) -> str:
        """The key that a sentence names for a command, by its id."""
        return key_of(command, with_keys(self._config.keys))

    def go(self, place: Place, *, led: bool = False) -> None:
        """Go on to a place; `led` says that what is selected here was opened (see Trail)."""
        self.trail.go(place, led=led)
        self.show()

    def _select(self, key: str) -> None:
        """The selection moves: what stands beside it follows."""
        here = replace(self.here, item=key)
        if here.cited:
            from briefing.tui.actions import grounds  # noqa: PLC0415 - not at launch

            here = grounds.follow(self, here)
        self.trail.stay(here)
        self.tell("")
        self._show_side()
        self._rest_soon()

    def _open(self, key: str, opens: str) -> None:
        """Enter leads down: to a page, else to the source, beside the text to what it names."""
        in_text = self.panes.current is self.panes.text
        view = self.here.view if in_text else ""
        if opens:
            message = self.around.message(key) if view == "audit" else ""
            self.go(leads_to(self.brief, opens), led=True)
            self.tell(message)
        elif view in _LEADS_NOWHERE:
            self.tell(_LEADS_NOWHERE[view].format(key=self.key("edit")))
        elif in_text:
            self.action_do("grounds.source")
        elif statement := by_id(self.brief).get(subject(key)):
            self.go(place_of(statement), led=True)

    # -- doing --------------------------------------------------------------------------------

    def action_section(self, name: SectionName) -> None:
        """Go to a section."""
        self.go(Place(name))

    def action_do(self, name: str, *arguments: object) -> None:
        """Do what a key asks for: a function of `tui/actions/`, such as "finding.walk", 1."""
        action(name)(self, *arguments)
