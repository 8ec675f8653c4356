"""A window that asks what to export, and to which file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from briefing.model.sections import SECTION_NAMES, TITLES
from briefing.problems import BriefingError
from briefing.tui.presentation.page import Block, Item, Page
from briefing.tui.saving import ExistsError, Wish, save, save_as
from briefing.tui.widgets.bars import Bar, Label
from briefing.tui.widgets.choices import NAME, Choice, Choices
from briefing.tui.widgets.page_view import PageView
from briefing.tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName

_FORMAT, _DEPTH, _SECTIONS = range(3)
_ALL, _THIS, _SOME = range(3)


class Named(Bar):
    """What the line with the file is called."""

    def lines(self) -> list[list[Label]]:
        line = self.screen.query_one(QueryLine)
        return [[Label("▌ " if line.has_focus else "  ", "bar"), Label("File", "muted")]]


class ExportScreen(ModalScreen["str | None"]):
    """Rows of choices above a line for the file; answers with what was done, None for nothing.

    `section` is the one that is shown, `own_dates` whether the reader assumes other dates.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "close"),
        ("enter", "write", "write"),
        ("tab,down", "step(1)", "next row"),
        ("shift+tab,up", "step(-1)", "previous row"),
    ]
    AUTO_FOCUS = "Choices"
    CSS = f"""
    ExportScreen Choices {{ height: 3; }}
    ExportScreen Horizontal {{ height: 1; margin-bottom: 1; }}
    ExportScreen Named {{ width: {NAME + 2}; height: 1; }}
    ExportScreen QueryLine {{ width: 1fr; margin: 0; }}
    """

    def __init__(
        self, brief: Brief, section: SectionName, *, full: bool = False, own_dates: bool = False
    ) -> None:
        super().__init__()
        self._brief, self._section, self._own_dates = brief, section, own_dates
        self._chosen = [0, int(full), _ALL]  # in each row
        self._some = {section}
        self._asked: tuple[Wish, str] | None = None  # what is to be replaced if Enter comes again

    def compose(self) -> ComposeResult:
        """The window."""
        with Vertical(id="ask") as window:
            window.border_title = "Export"
            window.border_subtitle = "←→ pick · Enter write · Esc close"
            yield Choices(on_step=self.action_step, on_turn=self._turn, on_digit=self._digit)
            with Horizontal():
                yield Named()
                name = self._wish.file_name(self._brief)
                yield QueryLine(name, selected=True, on_change=self._changed)
            told = PageView(id="told")
            told.can_focus = False
            yield told

    def on_mount(self) -> None:
        """Show what is chosen at first: what Enter writes without further ado."""
        self._show()

    # -- what is chosen -----------------------------------------------------------------------

    @property
    def _wish(self) -> Wish:
        kind, depth, which = self._chosen
        some = tuple(name for name in SECTION_NAMES if name in self._some)
        sections = {_ALL: (), _THIS: (self._section,), _SOME: some}[which]
        return Wish("json", sections=sections) if kind else Wish("text", bool(depth), sections)

    def _turn(self, by: int) -> None:
        """Take the next or the previous choice of a row."""
        row = self.query_one(Choices).row
        before = self._wish.file_name(self._brief)
        self._chosen[row] = (self._chosen[row] + by) % len(self._rows[row].options)
        line = self.query_one(QueryLine)
        if line.query_text == before:  # nobody gave another name
            line.put(self._wish.file_name(self._brief))
        self._show()

    def _digit(self, digit: int) -> None:
        """Add a section to the chosen ones, or take it away, but for the last."""
        if self.query_one(Choices).row != _SECTIONS:
            return
        name = SECTION_NAMES[digit - 1]
        if self._chosen[_SECTIONS] != _SOME:
            self._chosen[_SECTIONS], self._some = _SOME, {name}
        elif self._some != {name}:
            self._some ^= {name}
        self._show()

    # -- showing ------------------------------------------------------------------------------

    @property
    def _rows(self) -> tuple[Choice, ...]:
        kind, depth, which = self._chosen
        depths = ("full",) if kind else ("brief", "full")
        return (
            Choice("Format", ("text", "JSON"), kind),
            Choice("Depth", depths, 0 if kind else depth),
            Choice("Sections", ("all", "this", "some"), which),
        )

    def _show(self) -> None:
        self._asked = None
        self.query_one(Choices).show(self._rows)
        self._tell()

    def _tell(self, wrong: str = "") -> None:
        """Say what is wrong, else what the row with the bar is about."""
        block = Block(f"{wrong[0].upper()}{wrong[1:]}", "warning") if wrong else Block(self._help)
        page = Page("", "", (Item((block,)),))
        self.query_one(PageView).show(lambda _cells, _height: page)

    @property
    def _help(self) -> str:
        row = self.query_one(Choices).row
        if self.query_one(QueryLine).has_focus:
            return "In the current folder, or where you say; ~ is your home."
        if row == _FORMAT:
            return "Text is for people, JSON for programs."
        if row == _DEPTH:
            told = "Brief is what a hurried reader needs, full is every point."
            return "JSON has everything." if self._wish.format == "json" else told
        names = ", ".join(TITLES[name] for name in self._wish.sections)
        return f"{names or 'All sections'}. 1 to 9 choose some."

    def on_descendant_focus(self) -> None:
        """Show which row has the keyboard."""
        for bar in (self.query_one(Choices), self.query_one(Named)):
            bar.refresh()
        self._tell()

    # -- keys ---------------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """Go to the next or previous row, round at the ends."""
        choices, line = self.query_one(Choices), self.query_one(QueryLine)
        here = len(self._rows) if line.has_focus else choices.row
        row = (here + by) % (len(self._rows) + 1)
        if row < len(self._rows):
            choices.row = row
            choices.refresh()
        self.set_focus(choices if row < len(self._rows) else line)
        self._tell()

    def action_write(self) -> None:
        """Write the file and answer, or say why that is not done."""
        typed = self.query_one(QueryLine).query_text.strip()
        wish = self._wish
        replace = self._asked == (wish, typed)
        try:
            if typed in {"", wish.file_name(self._brief)}:
                done = save(self._brief, wish, own_dates=self._own_dates)
            else:
                done = save_as(self._brief, wish, typed, replace=replace, own_dates=self._own_dates)
        except ExistsError as error:
            self._asked = wish, typed
            self._tell(f"{error}. Enter once more replaces it.")
        except BriefingError as error:
            self._tell(str(error))
        else:
            self.dismiss(done)

    def _changed(self, _typed: str) -> None:
        """What was wrong is being changed."""
        self._asked = None
        self._tell()
