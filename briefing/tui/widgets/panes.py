"""The body of the reader: navigation, text, and what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, Vertical

from briefing.tui.keymap import bindings
from briefing.tui.presentation.pages import holdings
from briefing.tui.widgets.bars import ClaimBar, Heading
from briefing.tui.widgets.navigation import Navigation
from briefing.tui.widgets.page_view import PageView

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App, ComposeResult
    from textual.binding import BindingType

    from briefing.model.brief import Brief


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


class Pane(Vertical):
    """A heading and a page, which cover it: no rows of its own to draw and to keep."""

    BLANK = True


class Panes(Container):
    """Three panes, of which the size of the terminal and the place decide which are shown.

    Its classes say so to briefing.tcss: `-beside` where something is opened beside the text,
    `-zoomed` where one pane has the whole screen, `-side` where that is the one beside.
    """

    BLANK = True  # its panes cover it: no rows of its own to draw and to keep
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("panes")]

    def __init__(
        self,
        brief: Brief,
        *,
        id: str,  # noqa: A002 - Textual's own name
        on_select: Callable[[str], None],
        on_open: Callable[[str, str], None],
        on_aside: Callable[[str], None],
    ) -> None:
        super().__init__(id=id)
        self._brief = brief
        self._on_select, self._on_open, self._on_aside = on_select, on_open, on_aside

    def compose(self) -> ComposeResult:
        """Navigation, and two panes with their headings."""
        yield Navigation(holdings(self._brief))
        with Pane(id="main"):
            yield (heading := Heading(id="heading"))
            yield PageView(
                id="text",
                on_select=self._on_select,
                on_open=self._on_open,
                on_page=heading.show,
            )
        with Vertical(id="side"):
            yield (heading := Heading(id="side-heading"))
            yield ClaimBar(id="claim")
            yield PageView(
                id="evidence",
                aside=True,
                on_select=self._on_aside,
                on_open=self._on_open,
                on_page=heading.show,
            )

    @property
    def text(self) -> PageView:
        """The pane with the page itself."""
        return self.query_one("#text", PageView)

    @property
    def side(self) -> PageView:
        """The pane with the evidence, or with the source beside the claim."""
        return self.query_one("#evidence", PageView)

    @property
    def claim(self) -> ClaimBar:
        """The claim above its source, where that covers the text."""
        return self.query_one(ClaimBar)

    @property
    def current(self) -> PageView:
        """The pane with the keyboard."""
        return self.side if self.screen.focused is self.side else self.text

    def shown(self) -> list[PageView]:
        """The panes that briefing.tcss puts on the screen for the classes set now."""
        beside, sizes = self.has_class("-beside"), size_classes(self.app)
        if self.has_class("-zoomed"):
            return [self.side if self.has_class("-side") else self.text]
        if "-narrow" in sizes:
            return [self.side if beside else self.text]
        both = beside or "-medium" not in sizes
        return [self.text, self.side] if both else [self.text]

    def set_beside(self, *, opened: bool) -> None:
        """Open or close the pane beside, and keep the keyboard in sight."""
        self.set_class(opened, "-beside")
        if self.has_class("-zoomed"):
            self.set_class(opened, "-side")
        self.keep_keyboard()

    def on_resize(self) -> None:
        """Keep the keyboard in sight at another size too."""
        self.keep_keyboard()

    def keep_keyboard(self) -> None:
        """Keep the keyboard in a pane that can be seen."""
        if self.screen.focused not in (panes := self.shown()):
            self.screen.set_focus(panes[0])

    def to_text(self) -> None:
        """Move the keyboard to the text, where that can be seen."""
        if self.text in self.shown():
            self.screen.set_focus(self.text)

    def action_other_pane(self) -> None:
        """Move the keyboard on: the text, what stands beside it, a banner above them."""
        stops = [*self.shown(), *(pane for pane in self.children if pane.can_focus)]
        here = self.screen.focused
        number = stops.index(here) if here in stops else -1
        self.screen.set_focus(stops[(number + 1) % len(stops)])

    def action_zoom(self) -> None:
        """Give the pane with the keyboard the whole screen, or take it back."""
        self.set_class(self.current is self.side, "-side")
        self.toggle_class("-zoomed")
        self.keep_keyboard()
