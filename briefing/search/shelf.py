"""The index of a library, on disk: read only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.search.errors import DamagedError, MissingError
from briefing.search.packing import unpack
from briefing.search.results import Results, hit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Self

    import tantivy

    from briefing.search.engine import Engine


class Shelf:
    """The statements of all briefs of a library, to be searched. Made by `Shelf.open`.

    It shows the state of the last commit before it was opened or last reloaded.
    """

    def __init__(self, index: tantivy.Index) -> None:
        self._index = index
        self._engine = _engine(index)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The index in a folder, which must be sound (see `verify`); nothing is written there.

        Raises MissingError where there is none, DamagedError where it is not one of ours.
        """
        return cls(_opened(folder))

    def reload(self) -> None:
        """Show the last commit. Raises DamagedError; then it goes on showing what it showed."""
        self._engine = _engine(self._index)

    def search(self, query: str, limit: int = 200) -> Results:
        """The statements that match, best first, newer ones before older that are as good.

        The language is that of `Index.search`. No query raises.
        """
        engine = self._engine
        asked, best, counts = engine.search(query, limit)
        found = ((match, unpack(engine.data(match))) for match in best)
        hits = tuple(
            hit(asked, statement, match.score, brief, title)
            for match, (statement, brief, title) in found
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
