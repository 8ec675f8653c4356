"""The window of the marks: every one of this brief, with its note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from briefing.model.sections import TITLES
from briefing.model.statements import by_id
from briefing.tui.presentation.page import Block, Item, Page, label, muted, tagged
from briefing.tui.presentation.phrases import count
from briefing.tui.widgets.page_view import PageView

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from briefing.model.brief import Brief
    from briefing.state import Mark
    from briefing.tui.recall import Recall

_NONE = "No statement of this brief is marked: {} marks the one that is selected."


def marks_page(brief: Brief, marks: dict[str, Mark], key: str) -> Page:
    """The marks in the order of the brief, and at the end those whose statements are gone.

    `key` is what marks one.
    """
    items: list[Item] = []
    found = [(by_id(brief)[name], marks[name]) for name in by_id(brief) if name in marks]
    section = ""
    for statement, mark in found:
        first = statement.section != section
        if first:
            section = statement.section
            items.append(label(TITLES[statement.section]))
        items.append(_item(mark, statement.text, gap=not first))
    gone = [mark for name, mark in marks.items() if name not in by_id(brief)]
    if gone:
        items.append(label("Gone from the brief"))
        items += (_item(mark, mark.text, gap=n > 0) for n, mark in enumerate(gone))
    if not items:
        items = [muted(_NONE.format(key))]
    return Page("Marks", count(len(marks), "mark"), tuple(items))


def _item(mark: Mark, text: str, *, gap: bool) -> Item:
    block = tagged(mark.statement.replace("_", " "), text)
    note = (Block(mark.note, "strong", indent=block.hang),) if mark.note else ()
    since = Block(f"since {mark.since}", "muted", indent=block.hang)
    return Item((block, *note, since), mark.statement, gap=gap)


class MarksScreen(ModalScreen["str | None"]):
    """The list of marks; answers with the id of the statement that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "close"),
        # with the names of commands, whose keys a user may have chosen
        Binding("apostrophe", "dismiss(None)", "close", id="marks"),
        Binding("q", "dismiss(None)", "close", id="quit"),
        ("d", "delete", "delete the mark"),
    ]
    AUTO_FOCUS = "PageView"

    def __init__(self, brief: Brief, recall: Recall, key: str) -> None:
        super().__init__()
        self._brief, self._recall, self._key = brief, recall, key

    def compose(self) -> ComposeResult:
        """The window."""
        with Vertical(id="window") as window:
            window.border_subtitle = "Enter go there · d delete · Esc close"
            yield PageView(id="hits", on_open=lambda key, _opens: self._choose(key))

    def on_mount(self) -> None:
        """List them."""
        self._list("")

    def _list(self, key: str) -> None:
        page = marks_page(self._brief, self._recall.marks, self._key)
        self.query_one("#window").border_title = Text(f"{page.heading} · {page.detail}")
        self.query_one(PageView).show(lambda _cells, _height: page, key)

    def _choose(self, key: str) -> None:
        if key in by_id(self._brief):
            self.dismiss(key)
        else:
            window = self.query_one("#window")
            window.border_subtitle = Text(f"{key} is gone · d delete its mark · Esc close")

    def action_delete(self) -> None:
        """Take the selected mark away; the next one is selected."""
        view = self.query_one(PageView)
        if not view.key:
            return
        keys = [item.key for item in view.page.items if item.key]
        at = keys.index(view.key)
        self._recall.unmark(view.key)
        self._list((keys[at + 1 :] or keys[:at][-1:] or [""])[0])
