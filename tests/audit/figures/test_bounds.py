from __future__ import annotations

import pytest
from hypothesis import given

from briefing.audit.figures import bounds, figures
from tests.audit.figures.texts import texts
from tests.examples import FEWER

# text: the wide span, the narrow span
SPANS = {
    "2027": ("2027-01-01 2027-12-31",) * 2,
    "late 2027": ("2027-07-01 2027-12-31", "2027-10-01 2027-12-31"),
    "early 2028": ("2028-01-01 2028-06-30", "2028-01-01 2028-03-31"),
    "mid-2026": ("2026-04-01 2026-09-30", "2026-05-01 2026-08-31"),
    "end of 2027": ("2027-10-01 2027-12-31", "2027-12-01 2027-12-31"),
    "start of 2028": ("2028-01-01 2028-03-31", "2028-01-01 2028-01-31"),
    "Q4 2027": ("2027-10-01 2027-12-31",) * 2,
    "first half of 2026": ("2026-01-01 2026-06-30",) * 2,
    "May 2026": ("2026-05-01 2026-05-31",) * 2,
    "early May 2026": ("2026-05-01 2026-05-15", "2026-05-01 2026-05-07"),
    "end of March 2028": ("2028-03-24 2028-03-31", "2028-03-31 2028-03-31"),
    "the start of March 2028": ("2028-03-01 2028-03-07", "2028-03-01 2028-03-01"),
    "3 May 2026": ("2026-05-03 2026-05-03",) * 2,
    "2026-05-03": ("2026-05-03 2026-05-03",) * 2,
    "3-5 May 2026": ("2026-05-03 2026-05-05",) * 2,
    "29 February 2027": ("2027-02-28 2027-02-28",) * 2,
    "2025-27": ("2025-01-01 2027-12-31",) * 2,
    "the 2030s": ("2030-01-01 2039-12-31",) * 2,
    "late 1990s": ("1995-01-01 1999-12-31", "1997-07-01 1999-12-31"),
    "spring 2026": ("2026-02-01 2026-06-30", "2026-03-01 2026-05-31"),
    "winter 2026": ("2025-12-01 2027-03-31", "2026-12-01 2027-02-28"),
    "fiscal 2027": ("2026-04-01 2028-03-31", "2027-01-01 2027-12-31"),
}


@pytest.mark.parametrize(("text", "expected"), SPANS.items())
def test_the_days_of_a_date(text: str, expected: tuple[str, str]) -> None:
    spans = bounds(figures(text)[0].quantity)
    assert spans is not None
    assert tuple(f"{span.earliest} {span.latest}" for span in spans) == expected


@pytest.mark.parametrize(
    ("text", "certainty"),
    [("2027", "exact"), ("late 2027", "approximate"), ("around 2030", "approximate")],
)
def test_how_sure_the_days_are(text: str, certainty: str) -> None:
    spans = bounds(figures(text)[0].quantity)
    assert spans is not None
    assert {span.certainty for span in spans} == {certainty}


@pytest.mark.parametrize("text", ["18 months", "this week", "in May", "$2,027"])
def test_what_is_no_date_has_no_days(text: str) -> None:
    assert bounds(figures(text)[0].quantity) is None


@FEWER
@given(texts)
def test_every_date_has_days_and_the_narrow_lie_within_the_wide(text: str) -> None:
    for figure in figures(text):
        spans = bounds(figure.quantity)
        assert (spans is not None) == (figure.quantity.kind == "date")
        if spans is None:
            continue
        wide, narrow = spans
        assert wide.earliest is not None
        assert wide.latest is not None
        assert narrow.earliest is not None
        assert narrow.latest is not None
        assert wide.earliest <= narrow.earliest <= narrow.latest <= wide.latest
