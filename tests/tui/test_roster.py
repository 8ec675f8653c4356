"""The list of a library as pure code: filter, order, cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.presentation.listed import FIELDS, NOTHING, TITLE, Beside, haystack
from briefing.tui.roster import Roster
from tests.tui.shelves import listed

if TYPE_CHECKING:
    from briefing.model.catalogue import Listing

BY_NAME = {field.name: field for field in FIELDS}
THREE = (
    listed("mill", "A mill", as_of="2031-05-04", as_of_day=3, risks=9, top_rank=2),
    listed("port", "Ports", as_of="2030-01-01", as_of_day=1, risks=10, top_rank=9),
    listed("tram", "a tram", as_of="2030-06", as_of_day=2, errors=1, problem="risks.yaml:1:1: x"),
)


def keys(roster: Roster) -> str:
    return " ".join(listing.key for listing in roster.rows)


def test_the_newest_stands_first() -> None:
    assert keys(Roster(THREE)) == "mill tram port"


@pytest.mark.parametrize(
    ("column", "order"),
    [
        ("Title", "mill tram port"),
        ("As of", "mill tram port"),
        ("Risks", "port mill tram"),
        ("Highest risk", "port mill tram"),
        ("Audit", "tram mill port"),
        ("Read", "port mill tram"),
    ],
)
def test_every_column_sorts_and_the_other_way_round(column: str, order: str) -> None:
    roster = Roster(THREE)
    roster.remember({"port": Beside(3)})
    roster.sort(BY_NAME[column])
    assert keys(roster) == order
    roster.sort(BY_NAME[column], backwards=True)
    assert next(iter(roster.rows)).key == {"Audit": "mill", "Read": "mill"}.get(column, order[-4:])


def test_what_is_equal_stands_by_its_title_either_way() -> None:
    roster = Roster([listed("b", "Beta"), listed("c", "Alpha"), listed("a", "Alpha")])
    assert keys(roster) == "a c b"
    roster.sort(BY_NAME["Risks"], backwards=True)
    assert keys(roster) == "a c b"


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("mill", "mill"),
        ("MILL", "mill"),
        ("2030", "tram port"),
        ("a north", "mill tram"),
        ("tram 2030", "tram"),
        ("tram 2031", ""),
        ("port", "port"),
        ("  ", "mill tram port"),
    ],
)
def test_the_filter_wants_every_word_somewhere(query: str, kept: str) -> None:
    roster = Roster(THREE)
    roster.filter(query)
    assert keys(roster) == kept


def test_the_filter_minds_neither_case_nor_accents() -> None:
    roster = Roster([listed("a", "Über das Münster"), listed("b", "STRASSE")])
    for query, kept in (("uber munster", "a"), ("straße", "b"), ("MÜNSTER", "a")):
        roster.filter(query)
        assert keys(roster) == kept


def test_what_the_filter_hides_is_selected_again_once_it_does_not() -> None:
    roster = Roster(THREE)
    roster.step(1)
    roster.filter("mill")
    assert roster.key == "mill"
    roster.filter("")
    assert roster.key == "tram"


def test_until_a_person_moves_the_list_starts_at_its_first_row() -> None:
    roster = Roster()
    roster.lay(2)
    assert (roster.key, roster.selected) == ("", -1)
    for listing in sorted(THREE, key=lambda b: b.as_of_day):
        roster.take([listing], ())
        assert (roster.key, roster.top) == (listing.key, 0)


def test_what_comes_and_goes_leaves_the_selected_row_where_it_is() -> None:
    many = [listed(f"b{n}", as_of_day=100 - n) for n in range(50)]
    roster = Roster(many)
    roster.lay(10)
    roster.select(20)
    place = roster.selected - roster.top
    roster.take([listed(f"new{n}", as_of_day=200) for n in range(7)], ())
    assert (roster.key, roster.selected - roster.top) == ("b20", place)
    roster.take((), [f"b{n}" for n in range(10)])
    assert (roster.key, roster.selected - roster.top) == ("b20", place)
    roster.take([listed("b20", "Renamed", as_of_day=80)], ())
    assert (roster.key, roster.selected - roster.top) == ("b20", place)


def test_where_the_selected_one_goes_its_neighbour_is_selected() -> None:
    roster = Roster(THREE)
    roster.step(1)
    roster.take((), ["tram"])
    assert roster.key == "port"
    roster.take(THREE[2:], ())
    assert roster.key == "port"
    roster.take((), ["mill", "tram", "port"])
    assert (roster.key, roster.selected) == ("", -1)
    roster.take(THREE, ())
    assert roster.key == "port"


def test_moving_stops_at_the_ends() -> None:
    roster = Roster([listed(f"b{n:02}", f"b{n:02}") for n in range(30)])
    roster.lay(10)
    roster.step(-1)
    assert roster.selected == 0
    roster.page(1)
    assert (roster.selected, roster.top) == (9, 9)
    roster.end(1)
    assert (roster.selected, roster.top) == (29, 20)
    roster.step(1)
    roster.page(1)
    assert (roster.selected, roster.top) == (29, 20)
    roster.end(-1)
    assert (roster.selected, roster.top) == (0, 0)


def test_a_filter_looks_through_title_subject_key_and_date() -> None:
    found = haystack(listed("2031/mill", "Title", as_of="2031-05"))
    assert all(word in found for word in ("title", "northwind", "2031/mill", "2031-05"))


def test_briefs_can_be_replaced() -> None:
    roster = Roster(THREE)
    roster.filter("mill")
    roster.replace([listed("x", "mill")])
    assert (keys(roster), len(roster), "mill" in roster) == ("x", 1, False)
    assert roster["x"].title == "mill"


names = st.sampled_from([f"b{n}" for n in range(12)])
briefs = st.builds(
    listed, names, st.sampled_from(["Mill", "Port", "é"]), as_of_day=st.integers(0, 3)
)
steps = st.lists(
    st.tuples(st.just("take"), st.lists(briefs, max_size=6), st.lists(names, max_size=6))
    | st.tuples(st.just("filter"), st.text("milport é", max_size=4))
    | st.tuples(st.just("sort"), st.sampled_from(FIELDS), st.booleans())
    | st.tuples(st.sampled_from(["step", "page", "end"]), st.sampled_from([1, -1]))
    | st.tuples(st.sampled_from(["lay", "scroll", "select"]), st.integers(0, 14)),
    max_size=30,
)


@given(steps)
def test_whatever_happens_the_selected_row_is_there_and_in_order(steps: list[tuple]) -> None:  # type: ignore[type-arg]
    roster, there = Roster(), set[str]()
    for name, *arguments in steps:
        if name == "sort":
            roster.sort(arguments[0], backwards=arguments[1])
        else:
            getattr(roster, name)(*arguments)
        if name == "take":
            listings: list[Listing] = arguments[0]
            there = (there - set(arguments[1])) | {b.key for b in listings}
        assert len(roster) == len(there)
        assert roster.selected == -1 if not roster.rows else 0 <= roster.selected < len(roster.rows)
        assert 0 <= roster.top <= max(0, len(roster.rows) - roster.height)
        values = [roster.by.order(b, NOTHING) for b in roster.rows]
        assert values == sorted(values, reverse=roster.falls)
        assert all(word in haystack(b) for b in roster.rows for word in roster.words)


def test_the_title_sorts_from_a() -> None:
    roster = Roster(THREE)
    roster.sort(TITLE)
    assert not roster.falls
