"""The page of changes, and the signs beside ids: from changes to rows, without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.changes import Change, Wording
from briefing.text import width
from briefing.tui.presentation.changed import changed_page
from briefing.tui.presentation.layout import rows
from briefing.tui.presentation.page import Block, Drawn, Item, Page, Piece, Span, tagged
from briefing.tui.presentation.signs import signed
from tests.fuzz.limits import timed

if TYPE_CHECKING:
    from briefing.model.sections import SectionName

OLD = "Northwind plans a mill in the valley of Arland."
NEW = "Northwind plans two mills in the valley of Arland."
CHANGES = [
    Change("regions", "R1", "reworded", (Wording("text", OLD, NEW), Wording("note", "Ask.", ""))),
    Change("regions", "R2", "removed", (Wording("text", OLD, ""), Wording("at", "P1.2", ""))),
    Change(
        "risks", "RK1", "added", (Wording("title", "", "A flood"), Wording("impact", "", "low"))
    ),
    Change("overview", "brief", "reworded", (Wording("assume.published", "2031", "2032"),)),
]
SINCE: dict[SectionName, str] = {
    "regions": "2031-05-04",
    "risks": "2031-05-05",
    "overview": "2031-05-05",
}


def shown(changes: list[Change], cells: int) -> list[str]:
    laid = rows(changed_page(changes, SINCE, cells), cells)
    return ["".join(piece.text for piece in row.pieces).rstrip() for row in laid]


def marked(changes: list[Change], cells: int) -> list[str]:
    laid = rows(changed_page(changes, SINCE, cells), cells)
    return [piece.text for row in laid for piece in row.pieces if piece.style == "match"]


def test_old_and_new_stand_beside_each_other_where_there_is_room() -> None:
    assert shown(CHANGES[:2], 70) == [
        "REGIONS                                               since 2031-05-04",
        "R1  reworded",
        "  text",
        "  Northwind plans a mill in the    │ Northwind plans two mills in the",
        "  valley of Arland.                │ valley of Arland.",
        "  note",
        "  Ask.                             │ (not there any more)",
        "",
        "R2  removed",
        "  Northwind plans a mill in the valley of Arland.",
        "  at: P1.2",
    ]


def test_they_stand_below_each_other_where_there_is_none() -> None:
    assert shown(CHANGES[:1], 38) == [
        "REGIONS               since 2031-05-04",
        "R1  reworded",
        "  text",
        "  - Northwind plans a mill in the",
        "    valley of Arland.",
        "  + Northwind plans two mills in the",
        "    valley of Arland.",
        "  note",
        "  - Ask.",
    ]


@pytest.mark.parametrize("cells", [38, 78])
def test_the_words_that_differ_are_marked(cells: int) -> None:
    assert marked(CHANGES[:1], cells) == ["a mill", "two mills"]


@pytest.mark.parametrize("cells", [38, 78])
def test_of_thousands_of_words_all_is_marked_from_the_first_that_differs_to_the_last(
    cells: int,
) -> None:
    old = " ".join(["It", "says", *["no", "and"] * 3000, *["yes"] * 4000])
    new = " ".join(["It", "says", *["or", "no", "and"] * 2000, *["yes"] * 4000])
    change = Change("regions", "R1", "reworded", (Wording("text", old, new),))
    with timed():
        found = marked([change], cells)
    assert {word for line in found for word in line.split()} == {"no", "and", "or"}
    assert sum(len(line.split()) for line in found) == 11_996  # both end alike by two more


def test_of_another_text_altogether_nothing_is_marked() -> None:
    other = Change("regions", "R1", "reworded", (Wording("text", OLD, "No site is named."),))
    assert marked([other], 78) == []


def test_what_is_there_can_be_opened_and_what_is_gone_cannot() -> None:
    page = changed_page(CHANGES, SINCE, 70)
    assert [(item.key, item.opens) for item in page.items if item.key] == [
        ("regions R1", "R1"),
        ("regions R2", ""),
        ("risks RK1", "RK1"),
        ("overview brief", ""),
    ]
    assert (page.detail, changed_page([], SINCE, 70).detail) == ("4 changes", "")
    assert "the brief itself  reworded" in shown(CHANGES, 70)
    assert "  assume published" in shown(CHANGES, 70)


@given(st.text(max_size=60), st.text(max_size=60), st.integers(3, 90))
def test_any_wording_fits_its_page(old: str, new: str, cells: int) -> None:
    change = Change("regions", "R1", "reworded", (Wording("text", old, new),))
    assert all(width(line) <= cells for line in shown([change], cells))


def test_signs_stand_behind_the_id_and_leave_the_text_where_it_is() -> None:
    block = tagged("R1", "No site is named.")._replace(
        spans=(Span(0, 2, "id"), Span(4, 6, "strong"))
    )
    page = Page("", "", (Item((block,), "R1"), Item((block,), "R2")))
    one, other = signed(page, {"R1": "*"}).items
    assert one.blocks[0].text == "R1* No site is named."
    assert one.blocks[0].spans == block.spans
    assert one.blocks[0].hang == block.hang
    assert other == page.items[1]
    both = signed(page, {"R1": "◆*"}).items[0].blocks[0]
    assert both.text == "R1◆* No site is named."
    assert both.text[slice(*both.spans[1][:2])] == "No"
    assert both.hang == block.hang + 1


def test_a_statement_without_its_id_has_its_sign_at_the_end() -> None:
    plain = Item((Block("Arland", "heading"),), "arland")
    found = signed(Page("", "", (plain,)), {"arland": "◆"}).items
    assert found[0].blocks[0].text == "Arland ◆"


@pytest.mark.parametrize(
    ("name", "sign", "seen"),
    [
        ("T1  ", "◆", "T1◆ "),
        ("T1  ", "◆*", "T1◆*"),
        ("T1!  ", "*", "T1!* "),
        ("T1! ", "◆*", "T1!◆"),
        ("T1", "◆", "T1"),
    ],
)
def test_in_a_drawn_row_signs_take_blank_cells(name: str, sign: str, seen: str) -> None:
    drawn = Item((Drawn((Piece(name, "id"), Piece("2031"))),), "T1")
    (found,) = signed(Page("", "", (drawn,)), {"T1": sign}).items
    assert found.blocks[0].pieces == (Piece(seen, "id"), Piece("2031"))
    assert found.blocks[0].text == f"{seen}2031"


@pytest.mark.parametrize(
    ("signs", "seen"),
    [
        ({"RK1": "◆"}, "│ RK1◆ RK2 +1  │"),
        ({"RK1": "*", "RK2": "◆"}, "│ RK1* RK2◆ +1 │"),
        ({"RK1": "◆*", "RK2": "◆*"}, "│ RK1◆* RK2 +1 │"),
        ({"RK3": "◆"}, "│ RK1 RK2 +1   │"),
    ],
)
def test_in_a_cell_of_the_matrix_too(signs: dict[str, str], seen: str) -> None:
    ids = (Piece(" RK1", key="RK1"), Piece(" RK2", key="RK2"), Piece(" +1", key="RK3"))
    edge = Piece("│", "rule")
    drawn = Item((Drawn((edge, *ids, Piece("   "), edge)),))
    (found,) = signed(Page("", "", (drawn,)), signs).items
    assert found.blocks[0].text == seen
