"""The index of a library, on disk: read only."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Literal

from briefing.search.errors import DamagedError, MissingError
from briefing.search.kept import NOTHING
from briefing.search.packing import unpack
from briefing.search.results import Results, hit
from briefing.search.soundness import sizes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path
    from typing import Self

    import tantivy

    from briefing.search.engine import Engine, Matches
    from briefing.search.kept import Kept


class Shelf:
    """The statements of all briefs of a library, to be searched. Made by `Shelf.open`.

    It shows the state of the last commit before it was opened or last reloaded.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index = _opened(folder)
        self._sizes = sizes(folder)  # before any is open, so that none can be shorter then
        self._engine = _engine(self._index)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The index in a folder, which must be sound (see `verify`); nothing is written there.

        Raises MissingError where there is none, DamagedError where it is not one of ours.
        """
        return cls(folder)

    def reload(self) -> None:
        """Show the last commit. Raises DamagedError; then it goes on showing what it showed."""
        found = sizes(self._folder)
        self._engine = _engine(self._index)
        self._sizes = found

    def check(self) -> None:
        """Raise DamagedError where a file that is open was cut short since.

        What is missing of it ends the process that reads it; one that was removed is still there.
        """
        for path, size in self._sizes.items():
            with suppress(FileNotFoundError):
                if os.stat(path).st_size < size:  # noqa: PTH116 - of many files before each search
                    raise DamagedError(f"{path} was cut short")

    def search(self, query: str, limit: int = 200, *, kept: Kept = NOTHING) -> Results:
        """The statements that match, best first, newer ones before older that are as good.

        At most `limit` hits; all are counted. The language is that of `Index.search`. No query
        raises.
        """
        engine = self._engine
        return _results(query, engine, engine.search(query, limit, kept))

    def listed(
        self,
        query: str,
        by: Literal["risk", "when"],
        limit: int = 200,
        *,
        kept: Kept = NOTHING,
        within: Collection[str] | None = None,
    ) -> Results:
        """The risks that match, by impact, then likelihood; or the events, by date, undated last.

        An empty query is matched by all of them. `within` are the keys of the briefs to look
        into, where those are not all.
        """
        engine = self._engine
        return _results(query, engine, engine.listed(query, by, limit, kept, within))

    def about(self, name: str, limit: int = 200) -> Results:
        """The statements about an entry, by its id or title in any brief; newer briefs first."""
        engine = self._engine
        return _results(name, engine, engine.about(name, limit))

    def values(self, field: str, opening: str = "") -> list[str]:
        """The values of a field there are that open so, the most frequent ones first."""
        return self._engine.known(field, opening)


def _results(query: str, engine: Engine, matches: Matches) -> Results:
    asked, best, counts = matches
    found = ((match, unpack(engine.data(match))) for match in best)
    hits = tuple(
        hit(asked, known.statement, match.score, known.brief, known.title, known.told)
        for match, known in found
    )
    return Results(query, hits, counts, asked)


def briefs(folder: Path) -> Iterator[bytes]:
    """What was kept beside the statements of each brief, in no order. Raises as `Shelf.open`."""
    return _engine(_opened(folder)).stored("kind:brief")


def _opened(folder: Path) -> tantivy.Index:
    import tantivy  # noqa: PLC0415 - loaded with the first search

    from briefing.search.schema import prepared  # noqa: PLC0415 - the same

    if not (folder / "meta.json").is_file():
        raise MissingError(f"there is no index in {folder}")
    try:
        return prepared(tantivy.Index.open(str(folder)))
    except ValueError as error:
        raise DamagedError(str(error)) from None


def _engine(index: tantivy.Index) -> Engine:
    from briefing.search.engine import Engine  # noqa: PLC0415 - loaded with the first search

    try:
        index.reload()
        return Engine(index.searcher())
    except ValueError as error:
        raise DamagedError(str(error)) from None
