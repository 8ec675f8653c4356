"""No query raises, whatever is typed: a panic of the engine would print over the screen."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.search import Kept, Shelf
from tests.search.samples import index, northwind
from tests.search.shelves import shelve, tram

PIECES = st.sampled_from(
    ['"', "-", "\n", "in:", "in:risks", "-in:r", " ", "chip", "suplpy", "(", ")", "*", "~2", "AND", "OR",
     "NOT", "text:", "[a TO b]", "^9", "\\", "/re(/", "P6.3", "\0", "\x1b[31m", "\ud800", "\udfff",
     "\u200b", "\u202e", "\U000e0041", "\u0301", "\u30c7\u30fc\u30bf", "\u4eba\u4eba", "\U0001f600", "'s", "U.S.", " OR ", "stance:", "impact>=",
     "likelihood:<=", "about:", "brief:", "when:", "2027", "..", "-13", "is:marked", "-is:unread ", ":", "c*"]
)  # fmt: skip


@cache
def shelf() -> Shelf:
    with TemporaryDirectory() as folder:
        shelve(Path(folder), tram=tram())
        return Shelf.open(Path(folder))


QUERIES = st.one_of(st.text(st.characters()), st.lists(PIECES, max_size=12).map("".join))


@given(QUERIES)
def test_any_query(query: str) -> None:
    results = index().search(query)
    assert results.query == query
    assert len(results.hits) == results.total <= len(northwind())
    scores = [hit.score for hit in results.hits]
    assert scores == sorted(scores, reverse=True)
    assert all(message.endswith((".", "?")) and "\n" not in message for message in results.messages)
    for hit in results.hits:
        assert all(0 <= a < b <= len(hit.statement.text) for a, b in hit.spans)
        assert hit.excerpt is None or hit.excerpt.spans


@given(QUERIES)
def test_any_query_of_a_library(query: str) -> None:
    kept = Kept(frozenset({("\0", "C4"), ("", "C4")}), frozenset({("", "risks")}))
    for results in (
        shelf().search(query, kept=kept),
        shelf().listed(query, "risk", kept=kept),
        shelf().listed(query, "when", kept=kept),
        shelf().about(query),
    ):
        assert len(results.hits) == results.total


@given(QUERIES)
def test_every_step_of_typing(query: str) -> None:
    for end in range(min(len(query), 30)):
        index().search(query[:end])


@pytest.mark.parametrize("letter", ["a", "\u30c7", '"', "-", "a ", "a-", "in:", "\u0301", "\ud800"])
def test_a_page_pasted_into_the_line(letter: str) -> None:
    index().search(letter * 100_000)


def test_the_engine_is_loaded_with_the_first_index_only() -> None:
    code = "import sys, briefing.search as s; assert 'tantivy' not in sys.modules; s.Index.of(())"
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
