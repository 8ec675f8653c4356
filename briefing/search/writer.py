"""Writing an index on disk: the side of the one process that keeps it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from briefing.search.documents import Prepared, document
from briefing.search.errors import BusyError, DamagedError, refusal

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

_MEMORY = 64_000_000  # bytes of statements that are held before a piece of the index is written
_DECODER = msgspec.msgpack.Decoder(list[Prepared])


class Writer:
    """The one writer of an index; what is written is seen after `commit`, and all of it.

    Raises BusyError where another process writes, DamagedError where what lies in the folder is
    no index of ours, OSError where the system refuses. A folder that is empty or not there becomes
    an index. As a context manager it commits nothing by itself: what was not committed is gone.
    Every method may raise ValueError, which `refusal` explains: then it writes no more.
    """

    def __init__(self, folder: Path) -> None:
        import tantivy  # noqa: PLC0415 - loaded with the first search

        from briefing.search.schema import prepared, schema  # noqa: PLC0415 - the same

        folder.mkdir(parents=True, exist_ok=True)
        leftover = list(folder.glob(".tmp*"))  # of writers that were killed, unless one is at work
        try:
            index = tantivy.Index(schema(), path=str(folder))
        except ValueError as error:
            raise refusal(error) or DamagedError("what lies there is no index") from None
        try:
            self._writer = prepared(index).writer(_MEMORY, num_threads=1)
            # what was written for a commit that never was is in the way of the next of its name
            self._writer.garbage_collect_files()
        except ValueError as error:
            raise refusal(error) or BusyError("another process writes the index") from None
        for path in leftover:
            with suppress(OSError):
                path.unlink()

    def replace(self, key: str, statements: bytes, brief: bytes) -> None:
        """Put the statements of a brief, as `prepare` made them, in place of those of its key.

        `brief` is kept beside them, and given back by `briefs`.
        """
        self.remove(key)
        self._keep(key, brief)
        for made in _DECODER.decode(statements):
            self._writer.add_document(document(made))

    def restate(self, key: str, brief: bytes) -> None:
        """Keep something else beside the statements of a brief, which stay."""
        self._writer.delete_documents_by_term("tags", f"state:{key}")
        self._keep(key, brief)

    def _keep(self, key: str, brief: bytes) -> None:
        tags = [f"key:{key}", f"state:{key}", "kind:brief"]
        self._writer.add_document(document(Prepared(tags=tags, data=brief)))

    def remove(self, key: str) -> None:
        """Forget the brief of that key."""
        self._writer.delete_documents_by_term("tags", f"key:{key}")

    def commit(self) -> int:
        """Write all of it down; the number of this state, which grows."""
        return self._writer.commit()

    def close(self) -> None:
        """Let pieces that are being joined be joined, and let others write."""
        self._writer.wait_merging_threads()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
