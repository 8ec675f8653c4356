"""The search index of the open brief, built when it is first asked for.

The engine takes as much memory as half the reader, so who only reads does without. It is built
behind the search window while the first word is typed.
"""

from __future__ import annotations

from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing.model.brief import Brief
    from briefing.search import Index


class Finder:
    """Builds the index once: in the background when told to, at the latest when it is needed."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._lock = Lock()
        self._index: Index | None = None
        self._built = Event()

    def build_in_background(self, then: Callable[[], object] = lambda: None) -> None:
        """Start building, in a daemon, so that it never holds up quitting; what is `then` runs there."""

        def build() -> None:
            self.index()
            then()

        Thread(target=build, daemon=True).start()

    def ready(self, within: float) -> bool:
        """Whether the index is there, at the latest after so many seconds."""
        return self._built.wait(within)

    def index(self) -> Index:
        """The index, built now if it is not there yet."""
        from briefing.library import index_of  # noqa: PLC0415 - loads the engine, not at launch

        with self._lock:
            if self._index is None:
                self._index = index_of(self._brief)
                self._built.set()
            return self._index


def offered(query: str, values: Callable[[str, str], Iterable[str]]) -> tuple[str, str]:
    """What a query can be completed to, and what of that is not typed yet; "" where nothing can.

    `values` gives the values of a field that open so.
    """
    from briefing.search import completions  # noqa: PLC0415 - not at launch

    for found in completions(query, values):
        plain, typed = found.text.strip('"'), query[found.start :].lstrip('"')
        begun = len(typed) > 1 or query[: found.start].endswith((":", "="))
        if begun and (rest := plain[len(typed) :]):
            return query[: found.start] + found.text, rest
    return "", ""
