"""Where the words of a query stand in a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.search.highlights import Spans, marks
from briefing.search.query import parse
from briefing.search.words import words
from tests.search.samples import index, marked
from tests.search.test_plain import TRICKY


def highlights(query: str, text: str) -> Spans:
    """The marks of a query, none of whose words is known to be a typing error."""
    return marks(parse(query).wanted, text)


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("chip ", "Chips, chip and chipped", ["Chips", "chip", "chipped"]),
        ("chi", "Chips and children", ["Chips", "children"]),
        ("chi ", "Chips and children", []),
        ('"chip supply"', "chip, a chip supply, supply", ["chip", "supply"]),
        ('"chip sup', "a chip supply", ["chip", "supply"]),
        ("power-hungry", "Power-hungry or power hungry", ["Power-hungry", "power", "hungry"]),
        ("2.9 billion", "$2.9 billion, not 9 or 2", ["2.9", "billion"]),
        ("cafe ", "a cafe\u0301 or Café's", ["cafe\u0301", "Café"]),
        ("us ", "the U.S. and us", ["U.S", "us"]),
        (
            "\u30c7\u30fc\u30bf",
            "\u65e5\u672c\u306e\u30c7\u30fc\u30bf\u3068\u30c7",
            ["\u30c7\u30fc\u30bf"],
        ),
        ("invisible ", "in<U+200B>visible", ["in<U+200B>visible"]),
        ("chip -supply in:risks", "chip supply in risks", ["chip"]),
        ("chip", "", []),
        ("", "chip", []),
        ("chpi ", "chip", []),
    ],
)
def test_marks(query: str, text: str, expected: list[str]) -> None:
    assert marked(text, highlights(query, text)) == expected


@given(st.one_of(st.text(st.characters()), TRICKY), TRICKY)
def test_spans_are_ordered_apart_and_in_range(query: str, text: str) -> None:
    spans = highlights(query, text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans))


@given(
    st.sampled_from(["chip", "Chips supply ", "power-hungry", "U.S. 1,000", "\u30c7\u30fc\u30bf"]),
    TRICKY,
)
def test_what_is_marked_is_a_word_of_the_query(query: str, text: str) -> None:
    asked = {word.stem: word.form for word in words(query)}
    openings = tuple(asked.values())
    for piece in marked(text, highlights(query, text)):
        found = words(piece)
        assert any(word.stem in asked or word.form.startswith(openings) for word in found)


@pytest.mark.parametrize("query", ["southgate", "chip supply", "infrastructure ", '"18-24 months"'])
def test_the_marks_of_a_hit_are_those_of_its_results(query: str) -> None:
    results = index().search(query)
    assert results.hits
    for hit in results.hits:
        assert (
            hit.spans == results.marks(hit.statement.text) == highlights(query, hit.statement.text)
        )


def test_an_excerpt_shows_what_stands_only_in_the_rest_of_the_words() -> None:
    hits = {hit.statement.id: hit for hit in index().search("mill permits ").hits}
    excerpt = hits["RK1"].excerpt
    assert excerpt is not None
    assert marked(excerpt.text, excerpt.spans) == ["Permits"]
    assert marked(hits["RK1"].statement.text, hits["RK1"].spans) == ["mill"]


def test_there_is_no_excerpt_where_the_text_shows_it_all() -> None:
    assert all(hit.excerpt is None for hit in index().search("mill opens ").hits)


def test_what_is_found_by_its_id_has_no_marks() -> None:
    (hit,) = index().search("C4").hits
    assert (hit.spans, hit.excerpt) == ((), None)
