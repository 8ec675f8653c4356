from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.dates import Certainty, Date, Span, shift

D = date
E, O = Certainty.EXACT, Certainty.ONE_OF  # noqa: E741

FORMS = {
    "2027": (D(2027, 1, 1), D(2027, 12, 31), E),
    "0001": (D(1, 1, 1), D(1, 12, 31), E),
    "9999-12": (D(9999, 12, 1), D(9999, 12, 31), E),
    "2028-02": (D(2028, 2, 1), D(2028, 2, 29), E),
    "2027-02": (D(2027, 2, 1), D(2027, 2, 28), E),
    "2027-10-05": (D(2027, 10, 5), D(2027, 10, 5), E),
    "2027-33": (D(2027, 1, 1), D(2027, 3, 31), E),
    "2027-34": (D(2027, 4, 1), D(2027, 6, 30), E),
    "2027-35": (D(2027, 7, 1), D(2027, 9, 30), E),
    "2027-36": (D(2027, 10, 1), D(2027, 12, 31), E),
    "2027-40": (D(2027, 1, 1), D(2027, 6, 30), E),
    "2027-41": (D(2027, 7, 1), D(2027, 12, 31), E),
    "2027?": (D(2027, 1, 1), D(2027, 12, 31), Certainty.UNCERTAIN),
    "2027-10~": (D(2027, 10, 1), D(2027, 10, 31), Certainty.APPROXIMATE),
    "2027-10-05%": (D(2027, 10, 5), D(2027, 10, 5), Certainty.DOUBTFUL),
    "2027/2028": (D(2027, 1, 1), D(2028, 12, 31), E),
    "2027-10~/2028-03": (D(2027, 10, 1), D(2028, 3, 31), Certainty.APPROXIMATE),
    "2027?/2028~": (D(2027, 1, 1), D(2028, 12, 31), Certainty.APPROXIMATE),
    "../2028": (None, D(2028, 12, 31), E),
    "2027-10/..": (D(2027, 10, 1), None, E),
    "[2027-10..2028-03]": (D(2027, 10, 1), D(2028, 3, 31), O),
    "[..2028-03]": (None, D(2028, 3, 31), O),
    "[2027..]": (D(2027, 1, 1), None, O),
    "[2027, 2029-05]": (D(2027, 1, 1), D(2029, 5, 31), O),
    "[2029,2027]": (D(2027, 1, 1), D(2029, 12, 31), O),
    "[2027]": (D(2027, 1, 1), D(2027, 12, 31), O),
}


@pytest.mark.parametrize("text", FORMS)
def test_a_date_keeps_its_text_and_knows_its_bounds(text: str) -> None:
    when = Date(text)
    assert when == text
    assert tuple(when.span) == FORMS[text]


WRONG = {
    "": "expected a date such as",
    "soon": "expected a date such as",
    "27": "expected a date such as",
    "2027-1": "expected a date such as",
    "2027-10-5": "expected a date such as",
    "2027 ": "expected a date such as",
    "\uff12\uff10\uff12\uff17": "expected a date such as",
    "0000": "year 0000",
    "2027-13": "no month 13; quarters are 33 to 36",
    "2027-00": "no month 00",
    "2027-32": "no month 32",
    "2027-02-30": "no day 2027-02-30",
    "2027-33-01": "no day 2027-33-01",
    "2027-10-00": "no day 2027-10-00",
    "../..": "open at both ends",
    "[..]": "open at both ends",
    "2028/2027": "starts (2028-01-01) after it ends (2027-12-31)",
    "[2028..2027]": "starts (2028-01-01) after",
    "2027/": "expected a date such as",
    "[]": "expected a date such as",
    "[2027,]": "expected a date such as",
    "2027/2028/2029": "expected a date such as",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_date_says_why(text: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - its words are checked below
        Date(text)
    assert WRONG[text] in str(caught.value)


POINTS = st.builds(
    "{}{}{}".format,
    st.integers(1, 9999).map("{:04}".format),
    st.sampled_from(["", "-01", "-12", "-02-28", "-33", "-36", "-40", "-41"]),
    st.sampled_from(["", "?", "~", "%"]),
)
DATES = st.one_of(
    POINTS,
    st.builds("{}/{}".format, POINTS | st.just(".."), POINTS | st.just("..")),
    st.builds("[{}..{}]".format, POINTS | st.just(""), POINTS | st.just("")),
    st.lists(POINTS, min_size=1, max_size=4).map(lambda points: f"[{', '.join(points)}]"),
)


@given(DATES)
def test_bounds_are_ordered(text: str) -> None:
    try:
        span = Date(text).span
    except ValueError as error:
        assert "starts" in str(error) or "open" in str(error)  # noqa: PT017 - only these two
    else:
        assert span.earliest or span.latest
        if span.earliest and span.latest:
            assert span.earliest <= span.latest


@given(st.text(max_size=30) | st.text("0123456789-.,/[]?~% ", max_size=30))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        Date(text)
    except ValueError as error:
        assert str(error)  # noqa: PT017 - any other exception fails the test


def moved(span: tuple[date | None, date | None], months: tuple[int, ...]) -> tuple[object, ...]:
    return tuple(shift(Span(*span, E), months, Certainty.COMPUTED))


def test_a_shift_keeps_whole_months_whole() -> None:
    whole = (D(2027, 1, 1), D(2027, 1, 31))
    assert moved(whole, (1,)) == (D(2027, 2, 1), D(2027, 2, 28), Certainty.COMPUTED)
    assert moved(whole, (18, 24)) == (D(2028, 7, 1), D(2029, 1, 31), Certainty.COMPUTED)
    assert moved(whole, (24, 18)) == moved(whole, (18, 24))
    assert moved((None, D(2027, 2, 28)), (1,))[:2] == (None, D(2027, 3, 31))
    assert moved((None, None), (1,))[:2] == (None, None)
    assert moved((D(9999, 6, 1),) * 2, (12,))[:2] == (date.max, date.max)


@pytest.mark.parametrize(
    ("start", "end", "months", "expected"),
    [
        (D(2026, 4, 30), D(2026, 4, 30), (1,), (D(2026, 5, 30), D(2026, 5, 30))),
        (D(2026, 2, 28), D(2026, 2, 28), (1,), (D(2026, 3, 28), D(2026, 3, 28))),
        (D(2027, 1, 30), D(2027, 1, 31), (1,), (D(2027, 2, 28), D(2027, 2, 28))),
        (D(2026, 4, 30), D(2026, 6, 15), (1,), (D(2026, 5, 30), D(2026, 7, 15))),
        (D(2026, 4, 30), D(2026, 6, 30), (1, 2), (D(2026, 5, 30), D(2026, 8, 30))),
        (D(2026, 4, 30), None, (1,), (D(2026, 5, 30), None)),
    ],
)
def test_a_shift_keeps_the_day_of_what_is_known_to_the_day(
    start: date, end: date | None, months: tuple[int, ...], expected: tuple[date, date | None]
) -> None:
    assert moved((start, end), months)[:2] == expected


@given(st.dates(), st.dates(), st.integers(0, 1200), st.integers(0, 1200))
def test_a_shift_keeps_the_order(one: date, two: date, shorter: int, longer: int) -> None:
    span = Span(min(one, two), max(one, two), E)
    later = shift(span, (shorter, longer), Certainty.COMPUTED)
    assert later.earliest is not None
    assert later.latest is not None
    assert later.earliest <= later.latest
    assert later.latest >= min(span.latest or date.max, date.max)
