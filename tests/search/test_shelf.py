"""The index on disk: what is put there is found, and only as it was last committed."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefing.search import (
    BusyError,
    DamagedError,
    Index,
    MissingError,
    Shelf,
    Writer,
    prepare,
    state_of,
)
from briefing.search import briefs as kept
from tests.search.shelves import mill, shelve, tram

if TYPE_CHECKING:
    from pathlib import Path

QUERIES = ("line", "steel pr", '"steel"', "in:risks", "-line", "P6", "harbuor", "RK1", "zzz")


@pytest.mark.parametrize("query", QUERIES)
def test_it_answers_as_the_index_of_the_one_brief_on_it(tmp_path: Path, query: str) -> None:
    shelve(tmp_path, tram=tram())
    results = Shelf.open(tmp_path).search(query)
    expected = Index.of_brief(tram()).search(query)
    assert [hit.statement for hit in results.hits] == [hit.statement for hit in expected.hits]
    assert [hit.spans for hit in results.hits] == [hit.spans for hit in expected.hits]
    assert results.counts == expected.counts
    assert results.mistyped == expected.mistyped
    assert {hit.brief for hit in results.hits} <= {"tram"}
    assert {hit.brief_title for hit in results.hits} <= {tram().header.title}


def test_a_brief_is_replaced_and_removed_by_its_key(tmp_path: Path) -> None:
    shelve(tmp_path / "index", one=mill(tmp_path), two=mill(tmp_path), three=tram())
    shelf = Shelf.open(tmp_path / "index")
    assert {hit.brief for hit in shelf.search("Northwind").hits} == {"one", "two"}
    with Writer(tmp_path / "index") as writer:
        writer.replace("one", prepare(tram(), "one"), b"tram")
        writer.remove("two")
        writer.commit()
    assert {hit.brief for hit in shelf.search("Northwind").hits} == {
        "one",
        "two",
    }  # until it is told
    shelf.reload()
    assert shelf.search("Northwind").total == 0
    assert {hit.brief for hit in shelf.search("tram").hits} == {"one", "three"}
    assert sorted(kept(tmp_path / "index")) == [b"three", b"tram"]


def test_what_was_not_committed_is_not_there(tmp_path: Path) -> None:
    shelve(tmp_path, one=tram())
    with Writer(tmp_path) as writer:
        writer.remove("one")
    assert Shelf.open(tmp_path).search("tram").total > 0


def test_of_equal_statements_the_newer_comes_first(tmp_path: Path) -> None:
    header = 'format: 1\ntitle: The mill\nsubject: Northwind\nas_of: "{}"\n'
    days = {"a": "2031-05-04", "b": "2031-05-06", "c": "2031-05-05", "d": "1950", "e": "2031-05-06"}
    editions = {key: mill(tmp_path, header.format(day)) for key, day in days.items()}
    shelve(tmp_path / "index", **editions)
    for query in ("permit", "per", '"no site is named"', "permti", "in:risks", "-site"):
        hits = Shelf.open(tmp_path / "index").search(query).hits
        first = [hit.brief for hit in hits if hit.statement.id == hits[0].statement.id]
        assert set(first[:2]) == {"b", "e"}
        assert first[2:] == ["c", "a", "d"]


def test_a_few_hits_but_all_are_counted(tmp_path: Path) -> None:
    shelve(tmp_path, one=tram(), two=tram(), three=tram())
    results = Shelf.open(tmp_path).search("tram", limit=5)
    assert len(results.hits) == 5
    assert results.total == 3 * Index.of_brief(tram()).search("tram").total


def test_there_is_one_writer_at_a_time(tmp_path: Path) -> None:
    with Writer(tmp_path), pytest.raises(BusyError):
        Writer(tmp_path)
    Writer(tmp_path).close()


def test_a_reader_takes_no_lock_and_writes_nothing(tmp_path: Path) -> None:
    shelve(tmp_path, one=tram())
    before = {path.name for path in tmp_path.iterdir()}
    shelf = Shelf.open(tmp_path)
    with Writer(tmp_path) as writer:
        assert shelf.search("tram").total > 0
        writer.replace("two", prepare(tram(), "two"), b"")
        writer.commit()
        shelf.reload()
        assert {hit.brief for hit in shelf.search("tram").hits} == {"one", "two"}
    assert before - {path.name for path in tmp_path.iterdir()} == set()


def test_where_there_is_no_index_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(MissingError):
        Shelf.open(tmp_path / "nowhere")
    with pytest.raises(MissingError):
        list(kept(tmp_path))


def test_what_is_no_index_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    with pytest.raises(DamagedError):
        Shelf.open(tmp_path)
    with pytest.raises(DamagedError):
        Writer(tmp_path)


def test_an_empty_shelf_finds_nothing(tmp_path: Path) -> None:
    shelve(tmp_path)
    assert list(kept(tmp_path)) == []
    for query in ("", "a", "-a", '"a b"', "in:risks"):
        assert Shelf.open(tmp_path).search(query).total == 0


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.search.shelves import tram
from briefing.search import Writer, prepare

writer = Writer(Path(sys.argv[1]))
statements = prepare(tram(), "two")
writer.replace("two", statements, b"two")
if sys.argv[2] == "committed":
    writer.commit()
for number in range(20):
    writer.replace(f"lost-{number}", statements, b"")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("when", ["committed", "before"])
def test_a_writer_that_is_killed_leaves_the_last_commit(tmp_path: Path, when: str) -> None:
    shelve(tmp_path, one=tram())
    code = [sys.executable, "-c", KILLED, str(tmp_path), when]
    assert subprocess.run(code, check=False).returncode == -signal.SIGKILL
    (tmp_path / ".tmpLeftOver").write_text("{}")
    assert set(kept(tmp_path)) == {b"one"} | ({b"two"} if when == "committed" else set())
    assert shelve(tmp_path, three=tram()) > 0
    assert b"three" in set(kept(tmp_path))
    assert not list(tmp_path.glob(".tmp*"))


def test_what_is_kept_beside_a_brief_changes_alone(tmp_path: Path) -> None:
    shelve(tmp_path, one=tram(), two=tram())
    before = state_of(tmp_path)
    with Writer(tmp_path) as writer:
        writer.restate("one", b"again")
        assert writer.commit() == state_of(tmp_path) > before
    assert sorted(kept(tmp_path)) == [b"again", b"two"]
    found = Shelf.open(tmp_path).search("tram", 1000).hits
    assert {hit.brief for hit in found} == {"one", "two"}
    with Writer(tmp_path) as writer:
        writer.remove("one")
        writer.commit()
    assert list(kept(tmp_path)) == [b"two"]


def test_the_state_of_what_is_no_index_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingError):
        state_of(tmp_path)
    (tmp_path / "meta.json").write_text("{")
    with pytest.raises(DamagedError):
        state_of(tmp_path)


@pytest.mark.parametrize("query", [*QUERIES, "the of ", "the tram of the harbour"])
def test_many_statements_are_searched_the_same_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    shelve(tmp_path, one=tram(), two=tram())
    expected = Shelf.open(tmp_path).search(query)
    monkeypatch.setattr("briefing.search.engine._MANY", 1)
    monkeypatch.setattr("briefing.search.lookup._MANY", 1)
    shelf = Shelf.open(tmp_path)
    results = shelf.search(query)
    assert results.counts == expected.counts
    assert {hit.statement.id for hit in results.hits} == {hit.statement.id for hit in expected.hits}
    shelf._engine._beside.shutdown()  # type: ignore[union-attr]
    assert shelf.search(query) == results


def test_an_index_that_is_gone_is_told_and_what_was_open_goes_on(tmp_path: Path) -> None:
    shelve(tmp_path / "index", one=tram())
    shelf = Shelf.open(tmp_path / "index")
    expected = shelf.search("tram")
    shutil.rmtree(tmp_path / "index")
    with pytest.raises(DamagedError):
        shelf.reload()
    assert shelf.search("tram") == expected


def test_it_knows_the_values_of_its_fields(tmp_path: Path) -> None:
    shelve(tmp_path / "index", one=tram(), two=mill(tmp_path))
    shelf = Shelf.open(tmp_path / "index")
    assert "southgate" in shelf.values("about")
    assert shelf.values("about", "Port E") == ["port evane"]
    assert shelf.values("brief", "zebra") == []
