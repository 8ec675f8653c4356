from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.audit.figures import figures, same
from tests.audit.figures.table import TABLE
from tests.audit.figures.texts import texts

ARTICLE = Path(__file__).parents[4] / "shared" / "seeds" / "000_b781413e11b707f6.txt"
ITS_FIGURES = {
    2: ["this week"],
    3: ["over $7 billion"],
    5: ["billions"],
    6: ["months", "$2.9 billion"],
    8: ["months"],
    9: ["hundreds of millions"],
    10: ["triple digits"],
    11: ["18-24 months", "late 2027", "early 2028", "near term"],
    12: ["billions"],
    13: ["18 months", "billion-dollar"],
}
PROSE = {
    "Orders rose 12.5 per cent to €1,25 billion in the first half of 2026, Ms. Keller said on Tuesday.": [
        "12.5%",
        "€1.25 billion",
        "H1 2026",
        "Tuesday",
    ],
    "The port handled 3.4m containers last year and expects between 4 million and 4.5 million by 2028.": [
        "3.4 million",
        "last year",
        "4-4.5 million",
        "2028",
    ],
    "Two of the three reactors, each of 1,150 MW, will restart by March 2027 for about 900 billion yen.": [
        "2",
        "3",
        "1,150 MW",
        "March 2027",
        "about ¥900 billion",
    ],
    "Swedish steelmaker pays SEK 2,5 bn (about $240m) for 49%, the biggest deal in a decade.": [
        "SEK 2.5 billion",
        "about $240 million",
        "49%",
        "1 decade",
    ],
    "Rents doubled in five years; one in four tenants spends over half of their income on rent.": [
        "2x",
        "5 years",
        "1/4",
        "over 1/2",
    ],
    "The A350 flew 18,000 km in under 20 hours with more than 200 people aboard.": [
        "18,000 km",
        "under 20 hours",
        "over 200",
    ],
    "Boeing delivered 44 jets, of which 32 were 737s, against Airbus's 61.": ["44", "32", "61"],
    "The 10-year yield fell to 3.9 percent on Friday, its lowest since mid-2024.": [
        "10 years",
        "3.9%",
        "Friday",
        "mid-2024",
    ],
}


def found(text: str) -> list[str]:
    return [str(figure.quantity) for figure in figures(text)]


@pytest.mark.parametrize(("text", "expected"), TABLE.items())
def test_the_figures_of_a_phrase(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), PROSE.items())
def test_the_figures_of_a_sentence(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is kept elsewhere")
def test_the_figures_of_the_article_are_these_and_no_others() -> None:
    paragraphs = ARTICLE.read_text(encoding="utf-8").splitlines()
    assert {n: found(text) for n, text in enumerate(paragraphs, 1) if found(text)} == ITS_FIGURES


def test_a_figure_covers_its_qualifier_and_its_unit() -> None:
    text = "It took over $7 billion, 500 or more people and (roughly) 18-24 months."
    assert [text[figure.start : figure.end] for figure in figures(text)] == [
        "over $7 billion",
        "500 or more",
        "18-24 months",
    ]


@given(texts)
def test_no_text_raises_and_figures_stand_in_order(text: str) -> None:
    end = 0
    for figure in figures(text):
        assert end <= figure.start < figure.end <= len(text)
        end = figure.end


@given(texts)
def test_the_normal_form_reads_back_as_the_same_figure(text: str) -> None:
    for figure in figures(text):
        assert [again.quantity for again in figures(str(figure.quantity))] == [figure.quantity]
        assert same(figure.quantity, figure.quantity)


@given(texts, texts)
def test_a_sentence_that_follows_changes_nothing_before_it(text: str, following: str) -> None:
    before = figures(text)
    together = figures(f"{text}. \n{following}")
    assert together[: len(before)] == before
    assert all(figure.start >= len(text) for figure in together[len(before) :])


@given(st.decimals("0.001", "999", places=3))
def test_an_amount_is_the_same_however_it_is_written(value: object) -> None:
    ways = (
        f"${value} billion",
        f"${value}bn",
        f"USD {value} billion",
        f"{value} billion dollars",
        f"{value} billion US dollars",
        f"US${value}B",
    )
    assert len({figures(way)[0].quantity for way in ways}) == 1


def test_a_decimal_comma_is_a_decimal_point() -> None:
    assert figures("2,9 billion US dollars")[0].quantity == figures("$2.9 billion")[0].quantity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("over $7 billion", "$7bn"),
        ("two years", "24 months"),
        ("a decade", "ten years"),
        ("three quarters", "9 months"),
        ("a fortnight", "two weeks"),
        ("90 minutes", "an hour and a half"),
        ("half", "50%"),
        ("one in five", "20 percent"),
        ("two thirds", "2/3"),
        ("for months", "months-long"),
        ("billions", "billions of euros"),
        ("Q4 2027", "the fourth quarter of 2027"),
    ],
)
def test_the_same_amount_in_other_words(one: str, other: str) -> None:
    assert same(figures(one)[0].quantity, figures(other)[0].quantity)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$2.9 billion", "$2.8 billion"),
        ("$2.9 billion", "€2.9 billion"),
        ("18-24 months", "12-24 months"),
        ("18 months", "18 weeks"),
        ("billions", "hundreds of millions"),
        ("billions of dollars", "billions of euros"),
        ("billion-dollar", "billions"),
        ("billions", "$2 billion"),
        ("late 2027", "early 2027"),
        ("2027", "2,027"),
        ("5%", "5 percentage points"),
        ("two thirds", "three quarters of it"),
    ],
)
def test_another_amount(one: str, other: str) -> None:
    assert not same(figures(one)[0].quantity, figures(other)[0].quantity)
