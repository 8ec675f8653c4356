"""Where the reader is, the way back and forward, and walks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.model.statements import by_id, statements
from briefing.tui.places import Place, Trail, Walk, place_of
from briefing.tui.presentation.pages import page_of

if TYPE_CHECKING:
    from briefing.model.brief import Brief

HOME, RISKS, ONE = Place(), Place("risks"), Place("risks", "RK1")


def test_a_trail_starts_at_the_overview_and_goes_nowhere_at_its_ends() -> None:
    trail = Trail()
    assert trail.here == HOME
    assert not trail.step(-1)
    assert not trail.step(1)
    assert trail.here == HOME


def test_a_trail_leads_back_and_forward() -> None:
    trail = Trail()
    trail.go(RISKS)
    trail.go(ONE)
    assert trail.step(-1)
    assert trail.here == RISKS
    assert trail.step(-1)
    assert trail.here == HOME
    assert trail.step(1)
    assert trail.step(1)
    assert trail.here == ONE


def test_going_elsewhere_forgets_what_lay_ahead() -> None:
    trail = Trail()
    trail.go(RISKS)
    trail.step(-1)
    trail.go(Place("figures"))
    assert not trail.step(1)
    assert trail.places == [HOME, Place("figures")]


def test_going_where_one_is_leaves_no_step() -> None:
    trail = Trail()
    trail.go(Place())
    assert trail.places == [HOME]


def test_a_moving_selection_changes_the_place_and_leaves_no_step() -> None:
    trail = Trail()
    trail.go(RISKS)
    trail.stay(RISKS.at("RK2"))
    assert trail.here == Place("risks", item="RK2")
    trail.step(-1)
    trail.step(1)
    assert trail.here.item == "RK2"


def test_out_comes_back_to_the_item_that_was_opened() -> None:
    trail = Trail()
    assert not trail.out()
    assert trail.here == HOME
    why = Place("risks", "RK1", view="why")
    trail.go(ONE, led=True)
    trail.go(why, led=True)
    for place in (replace(why, item="R1", cited="P1.1"), why.at("R1")):
        trail.go(place)  # on the same page
    for expected in (ONE, HOME):
        assert trail.out()
        assert trail.here == expected
    assert trail.step(1)  # forward again
    assert trail.out()
    assert trail.here == HOME


def test_out_of_a_page_that_nothing_led_to_is_the_list_of_its_section() -> None:
    trail = Trail()
    for page, listed in (
        (ONE, RISKS.at("RK1")),
        (Place("source", "P3.2"), Place("source", item="P3")),
        (Place("overview", view="audit"), HOME),
    ):
        trail.go(page)
        assert trail.out()
        assert trail.here == listed
        assert not trail.out()


@given(st.lists(st.sampled_from([RISKS, ONE, -1, 1])))
def test_no_way_leaves_the_trail(steps: list[Place | int]) -> None:
    trail = Trail()
    for step in steps:
        if isinstance(step, int):
            trail.step(step)
        else:
            trail.go(step, led=step == ONE)
        assert len(trail.origins) == len(trail.places)
        assert trail.here in {HOME, RISKS, ONE}


def test_a_walk_goes_round_both_ways() -> None:
    walk = Walk([HOME, RISKS, ONE])
    assert [walk.step(1) for _ in range(4)] == [RISKS, ONE, HOME, RISKS]
    assert [walk.step(-1) for _ in range(2)] == [HOME, ONE]
    assert Walk([ONE]).step(1) == ONE


def test_a_statement_is_read_where_it_stands(small: Brief) -> None:
    known = by_id(small)
    assert place_of(known["R1"]) == Place("regions", "arland", "R1")
    assert place_of(known["R3"]) == Place("regions", item="R3")
    assert place_of(known["arland"]) == Place("regions", item="arland")
    assert place_of(known["RK1"]) == Place("risks", item="RK1")
    assert place_of(known["bottom_line"]) == Place("overview", item="bottom_line")
    assert place_of(known["J1"]) == Place("outlook", item="J1")
    assert place_of(known["P2"]) == Place("source", item="P2")


def test_the_page_of_a_statement_has_it_as_an_item(small: Brief, shipped: Brief) -> None:
    for brief in (small, shipped):
        for statement in statements(brief):
            place = place_of(statement)
            keys = [item.key for item in page_of(brief, place, 77, 20).items]
            assert keys.count(place.item) == 1, statement.id
