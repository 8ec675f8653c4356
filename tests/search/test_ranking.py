"""What comes first."""

from __future__ import annotations

import pytest

from briefing.search import Index
from tests.search.samples import found, ids, northwind, point


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("chip supply", "M2"),  # beside each other
        ("supply chip", "M2"),
        ("advertised ", "R2"),  # the exact form
        ("advertising ", "R1"),
        ("southgate", "southgate"),  # a name
        ("south", "southgate"),
        ("delay ", "RK1"),
        ("M1", "M1"),  # an id before what rests on it
        ("P6", "P6"),
    ],
)
def test_the_best_comes_first(query: str, first: str) -> None:
    assert found(query)[0] == first


def test_a_typing_error_is_forgiven_in_a_title_first() -> None:
    entry = next(statement for statement in northwind() if statement.id == "southgate")
    index = Index.of([point("R1", "Southgate is a rival of Southgate."), entry])
    assert ids(index.search("sothgate ")) == ["southgate", "R1"]
    assert ids(index.search("sothgat")) == ["southgate", "R1"]


def test_the_text_counts_more_than_the_notes() -> None:
    index = Index.of(
        [point("R1", "Water.", "P1.1", "Wood."), point("R2", "Wood.", "P1.1", "Water.")]
    )
    assert ids(index.search("wood ")) == ["R2", "R1"]
    assert ids(index.search("wo")) == ["R2", "R1"]


def test_a_whole_word_comes_before_a_longer_one() -> None:
    texts = ["Millers work.", "Millers rest.", "The mill stands by the river."]
    index = Index.of(point(f"R{number}", text) for number, text in enumerate(texts))
    assert ids(index.search("mill")) == ["R2", "R0", "R1"]


def test_equal_ones_stay_in_reading_order() -> None:
    index = Index.of(point(f"R{number}", "The same mill.") for number in range(50))
    for query in ("mill", "mill ", '"same mill"', "mil", "-wood", "in:regions", "mlil"):
        results = index.search(query)
        assert ids(results) == [f"R{number}" for number in range(50)]
        assert len({hit.score for hit in results.hits}) == 1


def test_the_same_query_gives_the_same_results() -> None:
    once = found("southgate")
    assert all(found("southgate") == once for _ in range(5))
