from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.anchors import Anchor
from briefing.model.dates import Certainty, Date, Span
from briefing.model.points import Event
from briefing.model.timeline import spans

COMPUTED, ASSUMED = Certainty.COMPUTED, Certainty.ASSUMED


def event(name: str, when: str = "", **fields: Any) -> Event:
    return Event(
        id=name,
        text=name,
        at=(Anchor("P1"),),
        label="then",
        status="estimated",
        when=Date(when) if when else None,
        **fields,
    )


def test_a_given_date_is_its_own_span() -> None:
    found = spans([event("T1", "2027-10"), event("T2")])
    assert found == {"T1": Date("2027-10").span}


def test_a_date_is_computed_from_the_event_before_it() -> None:
    events = [event("T2", after="T1", months=(18, 24)), event("T1", "2027-01~")]
    assert spans(events)["T2"] == Span(date(2028, 7, 1), date(2029, 1, 31), COMPUTED)


def test_a_given_date_wins_over_a_computed_one() -> None:
    events = [event("T1", "2027"), event("T2", "2029", after="T1", months=(1,))]
    assert spans(events)["T2"] == Date("2029").span


def test_what_goes_back_to_the_assumed_day_is_assumed() -> None:
    events = [
        event("T3", after="T2", months=(1,)),
        event("T2", after="T1", months=(1,)),
        event("T1", after="published", months=(12,)),
    ]
    found = spans(events, Date("2026-05"))
    assert found == {
        "T1": Span(date(2027, 5, 1), date(2027, 5, 31), ASSUMED),
        "T2": Span(date(2027, 6, 1), date(2027, 6, 30), ASSUMED),
        "T3": Span(date(2027, 7, 1), date(2027, 7, 31), ASSUMED),
    }
    assert spans(events) == {}


def test_without_an_event_before_it_months_are_a_duration() -> None:
    assert spans([event("T1", months=(12,))], Date("2026")) == {}


def test_without_months_an_order_is_no_date() -> None:
    assert spans([event("T1", "2027"), event("T2", after="T1")]).keys() == {"T1"}


def test_what_follows_from_nothing_has_no_span() -> None:
    assert spans([event("T1", after="T9", months=(1,))]) == {}
    assert spans([event("T1", after="T1", months=(1,))]) == {}
    ring = [event(f"T{n}", after=f"T{(n + 1) % 3}", months=(1,)) for n in range(3)]
    assert spans([*ring, event("T9", after="T0", months=(1,))]) == {}


def test_open_ends_stay_open() -> None:
    found = spans([event("T1", "2027/.."), event("T2", after="T1", months=(12,))])
    assert found["T2"] == Span(date(2028, 1, 1), None, COMPUTED)


def test_a_very_long_chain_is_no_trouble() -> None:
    chain = [event(f"T{n}", after=f"T{n + 1}", months=(0,)) for n in range(20_000)]
    assert len(spans([*chain, event("T20000", "2027")])) == 20_001


@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=10), st.randoms())
def test_the_order_of_events_does_not_matter(links: list[tuple[int, bool]], random: Any) -> None:
    events = [
        event(f"T{n}", "2027" if dated else "", after=f"T{before}", months=(3,))
        for n, (before, dated) in enumerate(links)
    ]
    mixed = random.sample(events, len(events))
    assert spans(events) == spans(mixed)
