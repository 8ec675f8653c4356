"""The judged queries: what people want comes first."""

from __future__ import annotations

import pytest

from tests.search.judged import grades, indexes, measured, ndcg, success


def test_what_is_wanted_comes_first() -> None:
    scores = measured()
    assert scores.queries >= 40
    assert scores.success_at_1 >= 0.9
    assert scores.ndcg_at_10 >= 0.88


def test_every_wanted_statement_is_there() -> None:
    for index, asked in indexes():
        there = {hit.statement.id for hit in index.search("-zzzz", 1000).hits}
        for judged in asked.values():
            assert set(grades(judged)) <= there


@pytest.mark.parametrize(
    ("ids", "wanted", "first", "gain"),
    [
        (["a", "b"], {"a": 3, "b": 1}, 1, 1),
        (["b", "a"], {"a": 3, "b": 1}, 0, 0.71),
        (["x", "a"], {"a": 3}, 0, 0.63),
        (["x"], {"a": 3}, 0, 0),
        ([], {"a": 3}, 0, 0),
        ([], {}, 1, 1),
        (["x"], {}, 0, 0),
        (["a", "b"], {"a": 2, "b": 2, "c": 1}, 1, 0.91),
    ],
)
def test_the_measures(ids: list[str], wanted: dict[str, int], first: float, gain: float) -> None:
    assert success(ids, wanted) == first
    assert ndcg(ids, wanted) == pytest.approx(gain, abs=0.01)
