"""What a query is read as."""

from __future__ import annotations

import pytest

from briefing.search.filters import Filter
from briefing.search.query import Clause, Query, Term, parse


def clause(*forms: str, name: str = "", unfinished: bool = False) -> Clause:
    return Clause(forms, name or " ".join(forms), unfinished)


def no(what: Clause | Filter) -> Term:
    return Term(what, unwanted=True)


def query(*groups: Clause | Filter | Term | tuple[Clause | Filter | Term, ...]) -> Query:
    """The query of these groups, where a group of one may stand without its tuple."""
    each = (group if isinstance(group, tuple) else (group,) for group in groups)
    return Query(tuple(tuple(t if isinstance(t, Term) else Term(t) for t in g) for g in each))


A, B, C, D = (clause(letter) for letter in "abcd")
RISKS = Filter("section", ("risks",), either=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chip ", query(clause("chip"))),
        ("chip", query(clause("chip", unfinished=True))),
        ("chip.", query(clause("chip"))),
        ("chip CHIP chip ", query(clause("chip"))),
        ("a -b", query(A, no(B))),
        ("a - b ", query(A, B)),
        ("a--b ", query(clause("a", "b", name="a--b"))),
        ('"a b" c ', query(clause("a", "b"), C)),
        ('"a b', query(clause("a", "b", unfinished=True))),
        ('a"b c"d ', query(A, clause("b", "c"), D)),
        ("chi* a ", query(clause("chi", name="chi*", unfinished=True), A)),
        ("-chi* ", query(no(clause("chi", name="chi*", unfinished=True)))),
        ('"chi*" ', query(clause("chi", name="chi*"))),
        ("* a ", query(A)),
        ("a OR b ", query((A, B))),
        ("a OR b OR c d ", query((A, B, C), D)),
        ("a b OR c ", query(A, (B, C))),
        ("a OR -b ", query((A, no(B)))),
        ("a OR OR b ", query((A, B))),
        ("OR a OR", query(A)),
        ("a or b ", query(A, clause("or"), B)),
        ("a OR in:risks ", query((A, RISKS))),
        ("in:risks ", query(RISKS)),
        ("IN:RISKS ", query(RISKS)),
        ("section:risks", query(RISKS)),
        ('section:"risks"', query(RISKS)),
        ("in:r", query(Filter("section", ("regions", "risks"), either=True))),
        ("-in:risks", query(no(RISKS))),
        ("in:risks -in:risks", query(RISKS, no(RISKS))),
        (
            "in:risks a in:motives ",
            query((RISKS, Filter("section", ("motives",), either=True)), A),
        ),
        ("in: ", Query(messages=parse("in: x").messages)),
        ("in", query(clause("in", unfinished=True))),
        ("impact:>=moderate", query(Filter("impact", ("moderate", "high")))),
        ("impact<=moderate", query(Filter("impact", ("low", "moderate")))),
        ("confidence:>= ", Query(messages=parse("confidence: x").messages)),
        ("likelihood:very-likely ", query(Filter("likelihood", ("very likely",), either=True))),
        ('likelihood:"very likely" ', query(Filter("likelihood", ("very likely",), either=True))),
        ('about:"New  Zealand"', query(Filter("about", ("new zealand",), open=True))),
        ("about:new-zealand", query(Filter("about", ("new zealand",), open=True))),
        ("is:m", query(Filter("is", ("marked",)))),
        ("11:30 ", query(clause("11", "30", name="11:30"))),
        ("http://x ", query(clause("http", "x", name="http://x"))),
        ("a: ", query(clause("a", name="a"))),
        ("P6.3", query(clause("p6", "3", name="p6.3", unfinished=True))),
    ],
)
def test_reading(text: str, expected: Query) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize("text", ["a " * 5000, "a" * 5000, '"' * 5000, "-in:r " * 5000])
def test_of_a_very_long_query_only_the_start_counts(text: str) -> None:
    asked = parse(" ".join(f"{text}{number}" for number in range(3)))
    assert sum(len(clause.forms) for clause in asked.wanted) <= 500
    assert len(asked.wanted) <= 50


def test_a_query_that_asks_nothing_is_false() -> None:
    assert not parse(' -"" in: ?')
    assert parse("-a")
    assert parse("in:risks")
