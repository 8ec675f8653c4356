"""Damage is noticed: a bit that flips anywhere in an index is told, or makes no difference."""

from __future__ import annotations

import random
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from briefing.search import MissingError, Shelf, Writer, briefs, prepare, verify
from tests.search.shelves import mill, shelve

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """An index of two pieces, with statements that were removed."""
    folder = tmp_path / "index"
    shelve(folder, one=mill(tmp_path), two=mill(tmp_path))
    with Writer(folder) as writer:
        writer.replace("one", prepare(mill(tmp_path), "one"), b"again")
        writer.commit()
    return folder


def answers(folder: Path) -> object:
    shelf = Shelf.open(folder)
    found = [shelf.search(query).hits for query in ("mill", "-mill", "in:risks", '"a mill"')]
    return found, sorted(briefs(folder))


def test_what_was_written_is_sound(index: Path) -> None:
    assert verify(index) is None


def test_where_no_thread_is_to_be_had_it_takes_longer(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(Thread, "start", refused)  # as under `ulimit -u` or a small `ulimit -v`
    assert verify(index) is None
    next(index.glob("*.store")).write_bytes(b"x")
    assert verify(index) is not None


def test_where_there_is_no_index_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(MissingError):
        verify(tmp_path)


def test_a_flipped_bit_is_noticed_or_harmless(index: Path) -> None:
    rng, expected = random.Random(7), answers(index)
    names = sorted(path for path in index.iterdir() if path.suffix != ".lock")
    assert any(path.suffix == ".del" for path in names)
    noticed = 0
    for path in names:
        data = path.read_bytes()
        for _ in range(30):
            bit = rng.randrange(len(data) * 8)
            flipped = bytearray(data)
            flipped[bit // 8] ^= 1 << bit % 8
            path.write_bytes(flipped)
            damaged = verify(index)
            noticed += damaged is not None
            assert damaged or answers(index) == expected, f"{path.suffix}: bit {bit}"
        path.write_bytes(data)
    assert verify(index) is None
    assert noticed > 0.8 * 30 * len(names)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-3]),
        lambda path: path.write_bytes(path.read_bytes()[:40]),
        lambda path: path.write_bytes(b"\xff" * 100),
    ],
    ids=["gone", "empty", "short", "shorter", "other"],
)
def test_a_file_that_is_gone_or_short_is_named(index: Path, spoil: object) -> None:
    assert callable(spoil)
    for path in [*index.glob("*.store"), *index.glob("*.del")][:2]:
        spoil(path)
    damaged = verify(index)
    assert damaged is not None
    assert ".store" in damaged


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"deletes"', '"removed"'),
        ('"num_deleted_docs": ', '"num_deleted_docs": 1'),
        ('"max_doc": ', '"max_doc": 1'),
        ('"text_forms"', '"text_words"'),
        ('"opstamp": ', '"opstamp": -'),
        ("{", "["),
        ("schema", "sch\udcffema"),
    ],
)
def test_what_the_list_of_pieces_says_is_held_against_them(index: Path, old: str, new: str) -> None:
    path = index / "meta.json"
    before = path.read_text()
    assert old in before
    path.write_text(before.replace(old, new), errors="surrogateescape")
    assert verify(index) is not None


def test_an_index_of_another_version_is_not_taken(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tantivy.tantivy.__version__", "tantivy v0.28.0, index_format v7")
    assert verify(index) is not None
