"""The reader of a brief that was opened from its library."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from briefing.tui.keymap import bindings
from briefing.tui.places import Trail
from briefing.tui.recall import Start
from briefing.tui.screens.reader import Reader

if TYPE_CHECKING:
    from textual.binding import BindingType

    from briefing.model.brief import Brief
    from briefing.tui.screens.library import LibraryScreen
    from briefing.tui.stops import Visit

# what some commands do more where there is a library
_INSTEAD = {
    "finding.search": "shelved.search",
    "finding.walk": "shelved.walk",
    "moving.out": "shelved.out",
}


class ShelvedReader(Reader):
    """Comes back to the library, and walks on into its other briefs.

    `shelf_key` is what the library knows the brief by; `across` the walk that came here, which n and N
    go on with until something else was searched or opened.
    """

    SCENE = "shelved"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("shelved")]

    def __init__(
        self, home: LibraryScreen, shelf_key: str, brief: Brief, visit: Visit | None = None
    ) -> None:
        super().__init__(brief, home.memory, home.config)
        self.home, self.shelf_key = home, shelf_key
        self.across = visit.across if visit else None
        self._visit = visit
        if visit:
            self._start = Start(visit.across.here.place)
            self.trail = Trail([visit.across.here.place])
            self.highlights = visit.across.marks

    @property
    def entered(self) -> bool:
        """Whether this is the page that a walk led to."""
        return bool(self._visit and self._visit.across.here.place.page == self.here.page)

    def on_mount(self) -> None:
        """Say where on its walk this is, and show the reasons where they were asked for."""
        if self._visit:
            self.call_after_refresh(self._arrive, self._visit)

    def _arrive(self, visit: Visit) -> None:
        if self not in self.app.screen_stack:
            return  # gone on already
        if visit.why:
            self.action_do("grounds.why")
        elif len(visit.across.stops) > 1:
            self.tell(visit.across.counter)

    def on_unmount(self) -> None:
        """Have the list count what was read."""
        if self.home.is_running:
            self.home.call_later(self.home.recount)

    def visit(self, visit: Visit) -> None:
        """Go where a walk leads: to a place of this brief, else to another brief."""
        stop = visit.across.here
        if stop.brief != self.shelf_key:
            if reader := self.home.reader_of(stop.brief, visit):
                self.app.switch_screen(reader)
            return
        self._visit = visit
        self.across, self.walk, self.highlights = visit.across, None, visit.across.marks
        self.go(stop.place)
        self._arrive(visit)

    def action_do(self, name: str, *arguments: object) -> None:
        """Do what a key asks for, where there is more than one brief."""
        super().action_do(_INSTEAD.get(name, name), *arguments)
