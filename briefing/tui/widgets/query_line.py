"""One line to type a query into.

Our own and not Textual's Input: who is told of a change is called by the handler that takes the key
and not sent a message, so that the letter and what it finds are painted as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.widget import Widget

from briefing.text import cut, safe, width
from briefing.tui.ink import inks

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events


_LONGEST = 200  # characters of a query; more is a slip of the clipboard


class QueryLine(Widget, can_focus=True):
    """A line of text with a cursor. Calls `on_change` with the text whenever that changes.

    With `selected` the text it starts with is marked, and gives way to what is typed first. What
    is offered stands behind the cursor until something else is typed; Right takes it.
    """

    def __init__(
        self,
        query: str = "",
        *,
        selected: bool = False,
        on_change: Callable[[str], None] = lambda _: None,
    ) -> None:
        super().__init__()
        self._on_change = on_change
        self._selected = selected and bool(query)
        self.query_text = query
        self._cursor = len(query)
        self._offered = ("", "")

    @property
    def at_end(self) -> bool:
        """Whether the cursor stands behind the text."""
        return self._cursor == len(self.query_text) and not self._selected

    def offer(self, text: str, rest: str) -> None:
        """Offer a text instead, of which `rest` is not typed yet; "" offers nothing."""
        offered = (text, rest) if self.at_end else ("", "")
        if offered != self._offered:
            self._offered = offered
            self.refresh()

    @property
    def offers(self) -> bool:
        """Whether something is offered."""
        return bool(self._offered[0])

    def take_offer(self) -> bool:
        """Have the text that is offered. Whether there was any."""
        text, _ = self._offered
        if text:
            self._set(text, len(text))
        return bool(text)

    def put(self, text: str) -> None:
        """Have this text instead, marked to give way, and tell nobody."""
        self._selected = bool(text)
        self.query_text, self._cursor = text, len(text)
        self.refresh()

    def render(self) -> Text:
        """The text, with the cell under the cursor in reverse where the keyboard is here."""
        before, after = self.query_text[: self._cursor], self.query_text[self._cursor :]
        while before and width(before) > self.size.width - 2:
            before = before[1:]
        if not self.has_focus:
            return Text(cut(self.query_text, self.size.width), no_wrap=True, end="")
        if self._selected:
            return Text(before, "reverse", no_wrap=True, overflow="crop", end="")
        text = Text(before, no_wrap=True, overflow="crop", end="")
        rest = after or self._offered[1]
        text.append(rest[:1] or " ", "reverse")
        return text.append(rest[1:], inks(self.app)["muted"] if rest and not after else "")

    def on_paste(self, event: events.Paste) -> None:
        """Take a pasted text, on one line."""
        event.stop()
        self._insert(" ".join(event.text.split()))

    def on_key(self, event: events.Key) -> None:
        """Type, delete, move."""
        if event.is_printable and event.character:
            self._insert(event.character)
        elif event.key == "right" and self.at_end and self.take_offer():
            pass
        elif (change := _CHANGES.get(event.key)) is None:
            return
        else:
            marked = self._selected and event.key in _DELETING
            text, cursor = ("", 0) if marked else change(self.query_text, self._cursor)
            self._set(text, cursor)
        event.stop()
        event.prevent_default()

    def _insert(self, typed: str) -> None:
        text, cursor = ("", 0) if self._selected else (self.query_text, self._cursor)
        typed = safe(typed[:_LONGEST])[: max(0, _LONGEST - len(text))]
        self._set(text[:cursor] + typed + text[cursor:], cursor + len(typed))

    def _set(self, text: str, cursor: int) -> None:
        changed = text != self.query_text
        self._selected, self._offered = False, ("", "")
        self.query_text, self._cursor = text, max(0, min(cursor, len(text)))
        self.refresh()
        if changed:
            self._on_change(text)


def _backspace(text: str, cursor: int) -> tuple[str, int]:
    return text[: max(0, cursor - 1)] + text[cursor:], cursor - 1


def _delete_word(text: str, cursor: int) -> tuple[str, int]:
    kept = text[:cursor].rstrip().rpartition(" ")
    before = kept[0] + kept[1]
    return before + text[cursor:], len(before)


_DELETING = {"backspace", "ctrl+h", "delete", "ctrl+w", "ctrl+u"}
_CHANGES: dict[str, Callable[[str, int], tuple[str, int]]] = {
    "backspace": _backspace,
    "ctrl+h": _backspace,
    "delete": lambda text, cursor: (text[:cursor] + text[cursor + 1 :], cursor),
    "ctrl+w": _delete_word,
    "ctrl+u": lambda text, cursor: (text[cursor:], 0),
    "left": lambda text, cursor: (text, cursor - 1),
    "right": lambda text, cursor: (text, cursor + 1),
    "home": lambda text, _: (text, 0),
    "ctrl+a": lambda text, _: (text, 0),
    "end": lambda text, _: (text, len(text)),
    "ctrl+e": lambda text, _: (text, len(text)),
}
