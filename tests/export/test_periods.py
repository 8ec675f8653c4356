"""Times in words."""

from __future__ import annotations

import pytest

from briefing.export.periods import dated, timing
from briefing.model.anchors import Anchor
from briefing.model.dates import Date
from briefing.model.entries import Timeline
from briefing.model.points import Event
from briefing.model.timeline import spans
from briefing.model.wording import period
from tests.export.samples import ferry


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2027", "2027"),
        ("0033", "0033"),
        ("2027/2029", "2027 to 2029"),
        ("2027-10", "2027-10"),
        ("2027-36", "2027-10 to 2027-12"),
        ("2027-12-31", "2027-12-31"),
        ("2027-12-30/2028-01-02", "2027-12-30 to 2028-01-02"),
        ("2027-10-01/2028-03-30", "2027-10-01 to 2028-03-30"),
        ("2027/..", "2027-01-01 or later"),
        ("../2027", "2027-12-31 or earlier"),
        ("9999", "9999"),
    ],
)
def test_a_period_in_its_shortest_form(date: str, words: str) -> None:
    assert period(Date(date).span) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2027", "2027"),
        ("2027?", "2027, uncertain"),
        ("2027~", "about 2027"),
        ("2027%", "about 2027, uncertain"),
        ("[2027-10..2028-03]", "one date of 2027-10 to 2028-03"),
    ],
)
def test_how_a_date_is_known(date: str, words: str) -> None:
    assert dated(Date(date).span) == words


def event(name: str = "T01", /, **fields: object) -> Event:
    given = {"id": name, "text": "It happens.", "at": (Anchor("P1"),), "status": "estimated"}
    return Event(**({"label": "soon"} | given | fields))  # type: ignore[arg-type]


def said(*events: Event, assumed: bool = True) -> str:
    """What is said of the first of the events."""
    brief = ferry(timeline=Timeline(points=events))
    published = brief.header.assume.published if brief.header.assume and assumed else None
    return timing(events[0], ferry(spans=spans(events, published)))


def test_a_label_that_is_the_date_is_not_repeated() -> None:
    assert said(event(when=Date("1998"), label="1998")) == "1998"
    assert said(event(when=Date("1998"), label="then")) == "then (1998)"


def test_an_event_without_a_date_is_undated() -> None:
    assert said(event()) == "soon (undated)"


def test_a_duration_is_no_date() -> None:
    assert said(event(months=(18, 24))) == "soon (lasts 18 to 24 months)"
    assert said(event(months=(1,), when=Date("1998"))) == "soon (1998; lasts 1 month)"


def test_what_is_computed_from_publication_says_that_it_is_assumed() -> None:
    after = event(after="published", months=(18,))
    computed = "computed from the assumed publication of 2026-05"
    assert said(after) == f"soon ({computed}: 2027-11)"
    assert said(after, assumed=False) == "soon (after publication; undated)"
    later = event("T02", after="T01", months=(2, 2))
    assert said(later, after) == f"soon (2 months after [T01]; {computed}: 2028-01)"


def test_what_is_computed_from_a_dated_event() -> None:
    first = event(when=Date("2027-10"))
    later = event("T02", after="T01", months=(1, 3))
    assert said(later, first) == "soon (1 to 3 months after [T01]; computed: 2027-11 to 2028-01)"


def test_what_follows_something_undated_is_undated() -> None:
    later = event("T02", after="T01")
    assert said(later, event()) == "soon (after [T01]; undated)"
