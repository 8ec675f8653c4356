"""Dates and likelihoods in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.library import open_brief
from briefing.model.dates import Date
from briefing.model.wording import hedged, likelihood, months
from tests.briefs import write_brief

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2027", "2027"),
        ("2027-10", "2027-10"),
        ("2027-10-05", "2027-10-05"),
        ("2027-36", "2027-10 to 2027-12"),
        ("2027-40", "2027-01 to 2027-06"),
        ("2027/2028", "2027 to 2028"),
        ("2027-10-05/2027-10-09", "2027-10-05 to 2027-10-09"),
        ("2027-10-05/2028-01", "2027-10-05 to 2028-01-31"),
        ("[2027-10..2028-03]", "2027-10 to 2028-03"),
        ("[2027,2029]", "2027 to 2029"),
        ("2027?", "2027, uncertain"),
        ("2027-10~", "about 2027-10"),
        ("2027%", "about 2027, uncertain"),
        ("2027-02", "2027-02"),
        ("2028-02-29", "2028-02-29"),
        ("../2027-06", "2027-06-30 or earlier"),
        ("2027-06/..", "2027-06-01 or later"),
        ("[..2027]", "2027-12-31 or earlier"),
        ("[2027..]", "2027-01-01 or later"),
        ("0900", "0900"),
    ],
)
def test_a_period_is_as_short_as_it_is_exact(typed: str, shown: str) -> None:
    assert hedged(Date(typed).span) == shown


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ((), ""),
        ((1,), "1 month"),
        ((1, 1), "1 month"),
        ((18,), "18 months"),
        ((2, 2), "2 months"),
        ((18, 24), "18 to 24 months"),
    ],
)
def test_a_number_of_months(span: tuple[int, ...], words: str) -> None:
    assert months(span) == words


def test_a_likelihood_has_its_range_where_the_scale_is_known(tmp_path: Path) -> None:
    assert likelihood(open_brief(write_brief(tmp_path / "1")), "likely") == "Likely (55-80%)"
    broken = open_brief(write_brief(tmp_path / "2", brief="format: 2\nscale: phia\n"))
    assert likelihood(broken, "likely") == "Likely (range unknown)"
