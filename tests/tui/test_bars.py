"""The rows around the panes: they fit at every width, and cut texts say that they are cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Size

from briefing.model.sections import SECTION_NAMES, SECTIONS
from briefing.text import safe, width
from briefing.tui.presentation.page import Page
from briefing.tui.widgets.bars import Footer, Heading, Label, TitleBar, spread
from briefing.tui.widgets.navigation import Navigation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.sections import SectionName

COUNTS: dict[SectionName, str] = {"regions": "3", "risks": "6", "source": "113"}


@pytest.fixture(autouse=True)
def _size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every bar is as large as the test says: `bar.size = ...`."""
    for kind in (Navigation, Heading, TitleBar, Footer):
        monkeypatch.setattr(kind, "size", Size(80, 1))
    monkeypatch.setattr("briefing.tui.widgets.bars.measure", lambda _bar: 78)


def line(labels: Sequence[Label]) -> str:
    return "".join(label.text for label in labels)


def at(monkeypatch: pytest.MonkeyPatch, kind: type, columns: int, rows: int = 1) -> None:
    monkeypatch.setattr(kind, "size", Size(columns, rows))


@pytest.mark.parametrize("section", SECTION_NAMES)
def test_the_strip_of_sections_fits_at_every_narrow_width(
    monkeypatch: pytest.MonkeyPatch, section: SectionName
) -> None:
    for columns in range(40, 100):
        at(monkeypatch, Navigation, columns)
        navigation = Navigation(COUNTS)
        navigation.show(section)
        (strip,) = navigation.lines()
        text = line(strip)
        assert width(text) <= columns
        number = SECTION_NAMES.index(section)
        current = SECTIONS[number]
        assert any(f"{number + 1} {name}" in text for name in (current.title, current.short))
        assert [label.text[0] for label in strip if label.action] == list("123456789")
        assert [label.style for label in strip if label.action].count("heading") == 1
        others = [other.short in text for other in SECTIONS if other is not current]
        assert all(others) or not any(others)
        assert all(others) == (columns >= 63)


def test_every_number_of_the_strip_leads_to_its_section(monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in (40, 69, 80, 99):
        at(monkeypatch, Navigation, columns)
        (strip,) = Navigation(COUNTS).lines()
        assert [label.action for label in strip if label.action] == [
            f"section('{name}')" for name in SECTION_NAMES
        ]


def test_the_column_of_sections_has_their_counts_and_marks_where_one_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at(monkeypatch, Navigation, 21, 30)
    navigation = Navigation(COUNTS)
    navigation.show("risks")
    rows = navigation.lines()
    assert rows[0] == []
    assert [width(line(row)) for row in rows[1:]] == [21] * 9
    assert line(rows[1]) == " 1 Overview          "
    assert line(rows[5]) == "▌5 Risks          6  "
    assert line(rows[9]) == " 9 Source       113  "
    assert [row[0].style for row in rows[1:]].count("strong") == 1


@pytest.mark.parametrize("number", ["7", "100", "99!", "1234!"])
def test_a_sign_keeps_its_cell_beside_any_number(
    monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    at(monkeypatch, Navigation, 21, 30)
    navigation = Navigation({"competitors": number})
    navigation.sign({"competitors": "*"})
    (row,) = (line(labels) for labels in navigation.lines() if "4 Comp" in line(labels))
    assert width(row) == 21
    assert row.endswith(f"{number} *")


@pytest.mark.parametrize("columns", [10, 40, 80, 120])
def test_a_long_heading_is_cut_with_an_ellipsis(
    monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    at(monkeypatch, Heading, columns)
    heading = Heading(id="heading")
    monkeypatch.setattr(heading, "refresh", lambda: None)
    heading.show(Page("OUTLOOK · " + "very long " * 20, "our judgment", ()))
    (row,) = heading.lines()
    assert width(line(row)) <= min(columns, 81)
    assert line(row).rstrip().endswith("…")


def test_a_detail_stands_at_the_right_end_of_the_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, Heading, 200)
    heading = Heading(id="heading")
    monkeypatch.setattr(heading, "refresh", lambda: None)
    heading.show(Page("RISKS", "6 risks", ()))
    (row,) = heading.lines()
    assert line(row) == "  RISKS".ljust(73) + "6 risks"


@given(st.text("ab 漢字…é", max_size=60).map(safe), st.integers(4, 120))
def test_the_title_never_leaves_its_row(title: str, columns: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        at(patch, TitleBar, columns, 2)
        first, rule = TitleBar(title, "The Valley Post · as of 2031").lines()
        assert width(line(first)) <= columns
        assert line(rule) == "─" * columns


def test_a_message_takes_the_place_of_the_commands_and_is_cut_to_fit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at(monkeypatch, Footer, 40)
    footer = Footer(id="footer")
    footer.message = "Saved northwind-plans-a-mill-in-arland.txt, 287 words"
    (row,) = footer.lines()
    assert line(row) == " Saved northwind-plans-a-mill-in-arlan…"


@given(st.text(max_size=20), st.text(max_size=20), st.integers(0, 60))
def test_left_and_right_never_touch(left: str, right: str, cells: int) -> None:
    labels = spread([Label(safe(left))], safe(right), cells)
    if len(labels) > 1:
        assert sum(width(label.text) for label in labels) == cells - 1
        assert len(labels[1].text) >= 2
    else:
        assert line(labels) == safe(left)


@pytest.mark.parametrize("columns", [40, 60, 120])
def test_a_notice_takes_the_place_at_the_right_and_is_never_left_out(
    monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    at(monkeypatch, TitleBar, columns)
    bar = TitleBar("A long title " * 20, "The Valley Post")
    monkeypatch.setattr(bar, "refresh", lambda: None)
    bar.show("assumed here: 2031-05")
    row = line(bar.lines()[0])
    assert row.startswith(" A long title")
    assert row.endswith("assumed here: 2031-05")
    assert width(row) < columns
    bar.show("")
    assert "assumed" not in line(bar.lines()[0])
