"""A brief in the list of its library: columns, and what gives way where there is little room."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text import width
from briefing.tui.presentation.listed import (
    FIELDS,
    NOTHING,
    Beside,
    audit,
    fields_in,
    fold,
    head,
    lines,
    row,
    told,
    top_risk,
)
from briefing.tui.presentation.progress import bars
from tests.tui.shelves import listed

BROKEN = listed(
    "mill", "A mill in the valley", errors=2, warnings=1, problem="risks.yaml:3:1: unknown key"
)
TITLED = [field.name for field in FIELDS]


def names(cells: int) -> list[str]:
    return [field.name for field in fields_in(cells)]


def test_a_wide_screen_has_every_column() -> None:
    assert names(116) == TITLED
    assert TITLED == [
        "Title",
        "As of",
        "Published",
        "Judgments",
        "Risks",
        "Highest risk",
        "Audit",
        "Read",
    ]


@pytest.mark.parametrize("cells", [1, 10, 36, 41])
def test_title_and_date_never_give_way(cells: int) -> None:
    assert names(cells) == ["Title", "As of"]


def test_columns_come_in_the_order_of_their_worth() -> None:
    assert "Highest risk" in names(64)
    assert "Highest risk" not in names(63)
    assert "Audit" in names(52)
    assert "Judgments" not in names(90)


@given(cells=st.integers(1, 220), text=st.text(max_size=60), read=st.integers(0, 9))
def test_rows_are_as_wide_as_the_row_of_names(cells: int, text: str, read: int) -> None:
    from briefing.text import safe

    text = safe(text)
    for errors in (0, 3):
        listing = listed("k", text or "x", as_of=text, top_risk=text, errors=errors, problem=text)
        drawn = "".join(
            piece.text for piece in row(listing, Beside(read), cells, fold(text).split())
        )
        named = "".join(piece.text for piece in head(cells, "As of", "▼"))
        assert "\n" not in drawn
        assert width(drawn) == width(named)


def test_what_does_not_load_says_why_beside_its_title() -> None:
    pieces = row(BROKEN, NOTHING, 116)
    assert [p.text for p in pieces if p.style == "warning"] == [
        " ! risks.yaml:3:1…",
        "2 errors    ",
    ]
    assert "".join(p.text for p in row(BROKEN, NOTHING, 200)).startswith(
        "A mill in the valley ! risks.yaml:3:1: unknown key  "
    )


def test_the_words_of_the_filter_are_marked_in_titles() -> None:
    pieces = row(listed("k", "Mills and a mill"), NOTHING, 116, ["mill", "and"])
    assert [p.text for p in pieces if p.style == "match"] == ["Mill", "and", "mill"]


def test_below_the_list_stand_the_problem_the_whole_title_and_what_it_is_about() -> None:
    texts = [block.text for block in told(BROKEN)]
    assert texts == [
        "2 errors: risks.yaml:3:1: unknown key",
        "A mill in the valley",
        "about Northwind · mill",
    ]
    assert told(listed("k", source_title="S"))[1].text == "about Northwind · source: S · k"
    assert told(listed("a\x1bb"))[1].text == "about Northwind · a␛b"


@pytest.mark.parametrize(
    ("problems", "beside", "state"),
    [
        ({}, NOTHING, ""),
        ({"warnings": 2}, NOTHING, "2 warnings"),
        ({}, Beside(0, "now", 0, 0), "passed"),
        ({}, Beside(0, "now", 1, 5), "1 error"),
        ({}, Beside(0, "now", 0, 5), "5 warnings"),
        ({}, Beside(0, "then", 1, 5), "changed"),
        ({"errors": 3}, Beside(0, "now", 0, 0), "3 errors"),
    ],
)
def test_how_a_brief_stands(problems: dict[str, Any], beside: Beside, state: str) -> None:
    assert audit(listed("k", said="now", **problems), beside) == state


def test_the_highest_risk_is_told_as_it_is_sorted_by_impact_then_likelihood() -> None:
    listing = listed("k", top_risk="RK2 roughly even chance, high")
    assert top_risk(listing) == "high, roughly even chance, RK2"
    assert "high, roughly even ch…" in "".join(p.text for p in row(listing, NOTHING, 116))
    assert top_risk(listed("k")) == ""


def test_how_much_is_read() -> None:
    drawn = "".join(piece.text for piece in row(listed("k"), Beside(3), 116))
    assert drawn.rstrip().endswith("3/9")


def test_for_another_program_a_brief_is_a_line() -> None:
    assert lines([listed("a/b", "Two\nlines", as_of="2031")]) == "a/b\t2031\tTwo lines\n"
    assert lines([listed("a\x1b[31m\rb", "T")]) == "a␛[31m␍b\t\tT\n"


def test_the_bar_counts_what_is_left() -> None:
    assert bars(2500, 10000) == (
        "━━━━━─────────────── 2,500 of 10,000 · 7,500 left",
        "━━────── 7,500 left",
        "7,500 left",
    )
    assert bars(0, 0)[2] == "0 left"
    assert "─" not in bars(9, 9)[0]
