"""The matrix of risks: every risk in its cell, whatever the width."""

from __future__ import annotations

import re
from itertools import pairwise, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.scales import IMPACTS, LIKELIHOODS, SCALES
from briefing.text import width
from briefing.tui.presentation.charts.matrix import LEAST, as_read, matrix, step
from tests.tui.charts.made import lines, risk

if TYPE_CHECKING:
    from briefing.model.entries import Risk
    from briefing.tui.presentation.page import Block

ICD = [term.word for term in SCALES["icd203"]]
odds, impacts = st.sampled_from(LIKELIHOODS), st.sampled_from(IMPACTS)
scales = st.sampled_from(list(SCALES))
many = st.lists(st.tuples(odds, impacts), max_size=25).map(
    lambda pairs: [risk(f"RK{number}", *pair) for number, pair in enumerate(pairs, 1)]
)

FEW = [
    risk("RK1", "likely", "high"),
    risk("RK2", "unlikely", "moderate"),
    risk("RK3", "likely", "high"),
    risk("RK4", "almost no chance", "low"),
]


def test_terms_stand_down_impacts_across_and_ids_where_they_meet() -> None:
    assert lines(matrix(FEW, "icd203", 71)) == [
        "Likelihood         impact:  low            moderate       high         ",
        "Almost certain      95-99%│              │              │              ",
        "Very likely         80-95%│              │              │              ",
        "Likely              55-80%│              │              │ RK1 RK3      ",
        "Roughly even chance 45-55%│              │              │              ",
        "Unlikely            20-45%│              │ RK2          │              ",
        "Very unlikely        5-20%│              │              │              ",
        "Almost no chance      1-5%│ RK4          │              │              ",
    ]


def test_where_it_is_narrow_the_ranges_go_then_all_of_it() -> None:
    assert not any("%" in line for line in lines(matrix(FEW, "icd203", LEAST)))
    assert (
        lines(matrix(FEW, "icd203", LEAST))[3]
        == "Likely             │         │         │ RK1 RK3 "
    )
    assert matrix(FEW, "icd203", LEAST - 1) == ()


def test_what_a_cell_has_no_room_for_is_counted_and_can_be_pointed_at() -> None:
    crowd = [risk(f"RK{number}", "likely", "high") for number in range(1, 8)]
    rows = matrix(crowd, "icd203", 71)
    assert rows[3].text.endswith("│ RK1 RK2 +5   ")
    assert [piece.key for piece in rows[3].pieces if piece.key] == ["RK1", "RK2", "RK3"]
    higher = matrix(crowd, "icd203", 71, 2)
    assert [row.text[-15:] for row in higher[5:7]] == ["│ RK1 RK2 RK3  ", "│ RK4 RK5 +2   "]


def test_a_word_of_another_scale_is_said_to_be_off_it() -> None:
    rows = matrix([*FEW, risk("RK9", "remote chance", "low")], "icd203", 60)
    assert rows[-1].text == "Not on this scale: RK9"
    assert rows[-1].pieces[-1].key == "RK9"


@given(many, scales, st.integers(0, 120), st.integers(1, 3))
def test_every_risk_is_in_one_cell_and_no_row_is_wider(
    risks: list[Risk], scale: str, cells: int, high: int
) -> None:
    rows = matrix(risks, scale, cells, high)
    if cells < LEAST:
        assert rows == ()
        return
    body, rest = rows[1 : 1 + 7 * high], rows[1 + 7 * high :]
    assert len({width(row.text) for row in rows[: 1 + 7 * high]}) == 1
    assert width(rows[0].text) <= cells
    named = [piece.key for row in body for piece in row.pieces if piece.text.startswith(" RK")]
    more = sum(int(found) for row in body for found in re.findall(r"\+(\d+)", row.text))
    strays = [piece.key for row in rest for piece in row.pieces if piece.key]
    assert len(named) + more + len(strays) == len(risks)
    assert len(set(named)) == len(named)
    words = {term.word: number for number, term in enumerate(reversed(SCALES[scale]))}
    for one in risks:
        assert (one.id in strays) == (one.likelihood not in words)
        if one.id in named:
            band = body[words[one.likelihood] * high :][:high]
            assert [found[one.id] for found in map(_columns, band) if one.id in found] == [
                IMPACTS.index(one.impact)
            ]


def _columns(row: Block) -> dict[str, int]:
    """The column of each id in a row."""
    bars = [piece.text == "│" for piece in row.pieces]
    return {piece.key: sum(bars[:at]) - 1 for at, piece in enumerate(row.pieces) if piece.key}


@given(many, scales)
def test_sideways_goes_through_all_of_them_as_they_are_read(risks: list[Risk], scale: str) -> None:
    keys = [one.id for one in as_read(risks, scale)]
    assert sorted(keys) == sorted(one.id for one in risks)
    rows = matrix(risks, scale, 3000)  # with room for all
    assert keys == [piece.key for row in rows for piece in row.pieces if piece.key]


def test_the_shade_rises_with_either_axis_and_goes_all_the_way() -> None:
    cells = list(product(range(7), range(3)))
    for one, other in product(cells, cells):
        if one[0] <= other[0] and one[1] <= other[1]:
            assert step(*one) <= step(*other)
    assert {step(*cell) for cell in cells} == set(range(5))
    for rank in range(7):
        assert all(step(rank, one) < step(rank, other) for one, other in pairwise(range(3)))


@pytest.mark.parametrize("high", [1, 2])
def test_a_line_at_the_lower_edge_keeps_equal_neighbours_apart(high: int) -> None:
    rows = matrix(FEW, "icd203", 71, high)[1:]
    for number, row in enumerate(rows, 1):
        styles = {piece.style for piece in row.pieces if piece.text.isspace() and piece.key == ""}
        edges = {style for style in styles if style.startswith("edge")}
        assert bool(edges) == (number % high == 0)


def test_the_words_of_a_term_are_those_of_the_scale() -> None:
    words = [row.text for row in matrix(FEW, "icd203", 71)[1:]]
    assert [line.split("  ")[0].rstrip("0123456789-%│ ").lower() for line in words] == ICD[::-1]
