"""What a query is read as."""

from __future__ import annotations

import pytest

from briefing.search.query import Clause, Query, parse


def clause(*forms: str, name: str = "", unfinished: bool = False) -> Clause:
    return Clause(forms, name or " ".join(forms), unfinished)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chip ", Query((clause("chip"),))),
        ("chip", Query((clause("chip", unfinished=True),))),
        ("chip.", Query((clause("chip"),))),
        ("chip CHIP chip ", Query((clause("chip"),))),
        ("a -b", Query((clause("a"),), (clause("b"),))),
        ("a - b ", Query((clause("a"), clause("b")))),
        ("a--b ", Query((clause("a", "b", name="a--b"),))),
        ('"a b" c ', Query((clause("a", "b"), clause("c")))),
        ('"a b', Query((clause("a", "b", unfinished=True),))),
        ('a"b c"d ', Query((clause("a"), clause("b", "c"), clause("d")))),
        ("in:risks ", Query(within=frozenset({"risks"}))),
        ("in:r", Query(within=frozenset({"regions", "risks"}))),
        ("-in:source", Query(without=frozenset({"source"}))),
        ("in: ", Query()),
        ("in:x ", Query((clause("in", "x", name="in:x"),))),
        ("within:r ", Query((clause("within", "r", name="within:r"),))),
        ("P6.3", Query((clause("p6", "3", name="p6.3", unfinished=True),))),
    ],
)
def test_reading(text: str, expected: Query) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize("text", ["a " * 5000, "a" * 5000, '"' * 5000, "-in:r " * 5000])
def test_of_a_very_long_query_only_the_start_counts(text: str) -> None:
    query = parse(" ".join(f"{text}{number}" for number in range(3)))
    assert sum(len(clause.forms) for clause in query.wanted) <= 500
    assert len(query.wanted) <= 50


def test_a_query_that_asks_nothing_is_false() -> None:
    assert not parse(' -"" in: ?')
    assert parse("-a")
    assert parse("in:risks")
