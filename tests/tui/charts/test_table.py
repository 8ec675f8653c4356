"""Tables: aligned whatever is in them, and never wider than asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from briefing.text import safe, width
from briefing.tui.presentation.charts.table import Column, breadth, fitting, table
from tests.tui.charts.made import lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.tui.presentation.page import Drawn

COLUMNS = (
    Column("Firm", ("Northwind", "日本磁石工業", "Ba\u0308r"), least=6),
    Column("Role", ("rival, supplier", "rival", "partner"), least=6),
    Column("Said", ("3", "12", "0"), right=True),
)
texts = st.text(max_size=12).map(safe)
tables = st.integers(0, 5).flatmap(
    lambda rows: st.lists(
        st.builds(
            Column,
            texts,
            st.lists(texts, min_size=rows, max_size=rows).map(tuple),
            st.integers(0, 6),
            st.booleans(),
        ),
        min_size=1,
        max_size=5,
    )
)


def drawn(columns: Sequence[Column], cells: int, sort: str = "", mark: str = " ") -> list[Drawn]:
    head, rows = table(columns, cells, sort, mark)
    return [head, *(block for row in rows for block in row())]


def test_numbers_stand_below_each_other_beside_wide_and_combined_characters() -> None:
    assert breadth(COLUMNS) == 37
    assert lines(drawn(COLUMNS, 40, "Said", "▼")) == [
        "Firm          Role             Said▼ ",
        "Northwind     rival, supplier     3  ",
        "日本磁石工業  rival              12  ",
        "Ba\u0308r           partner             0  ",
    ]


def test_what_is_too_wide_is_cut_from_the_right_and_then_left_out() -> None:
    assert lines(drawn(COLUMNS, 30)) == [
        "Firm          Role      Said  ",
        "Northwind     rival,…      3  ",
        "日本磁石工業  rival       12  ",
        "Ba\u0308r           partner      0  ",
    ]
    assert [column.name for column in fitting(COLUMNS, 21)] == ["Firm", "Role"]
    assert [column.name for column in fitting(COLUMNS, 15)] == ["Firm"]
    assert lines(drawn(COLUMNS, 6))[1:3] == ["Nor…  ", "日…   "]


@given(tables, st.integers(0, 60), st.sampled_from([" ", "▲"]))
def test_every_row_is_of_one_width_and_none_wider_than_asked(
    columns: list[Column], cells: int, mark: str
) -> None:
    rows = drawn(columns, cells, columns[0].name, mark)
    assert len(rows) == 1 + len(columns[0].texts)
    for pieces in zip(*(row.pieces for row in rows), strict=True):
        assert len({width(piece.text) for piece in pieces}) == 1
    total = sum(width(piece.text) for piece in rows[0].pieces)
    assert total <= max(cells, 2)
