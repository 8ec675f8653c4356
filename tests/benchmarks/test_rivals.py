"""What is compared finds the same: else the times would say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.archive import size
from benchmarks.library import write
from benchmarks.queries import EACH, by_kind
from benchmarks.rivals import Fts5, build_fts5
from benchmarks.searching import spread
from briefing.library.indexing import update
from briefing.library.known import index_folder
from briefing.search import Shelf

if TYPE_CHECKING:
    from pathlib import Path


def test_both_find_the_same_number_of_statements(tmp_path: Path) -> None:
    library = tmp_path / "library"
    write(library, 3)
    update(library, told=lambda _: None)
    build_fts5(library, tmp_path / "table")
    shelf, table = Shelf.open(index_folder(library)), Fts5(tmp_path / "table")
    asked = [query for kind in ("common word", "rare word") for query in by_kind()[kind]]
    found = [(len(shelf.search(q.ours, 50).hits), table.search(q.fts5)) for q in asked]
    there = [(ours, theirs) for ours, theirs in found if theirs]  # we guess at what nowhere occurs
    assert len(there) >= EACH
    assert sum(ours == theirs for ours, theirs in there) > len(there) * 0.8, found
    assert size(library) > 100_000


def test_no_percentile_is_beyond_what_was_measured() -> None:
    times = spread([1.0, 2.0, 3.0, 4.0])
    assert 2.0 < times.p50 < times.p95 < times.p99 <= 4.0


def test_there_are_queries_of_every_kind_and_always_the_same() -> None:
    assert by_kind() == by_kind()
    assert all(len(queries) > EACH / 2 for queries in by_kind().values())
