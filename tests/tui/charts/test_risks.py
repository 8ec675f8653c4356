"""The page of the risks: matrix above register, as far as there is room."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from briefing.tui.presentation.layout import rows
from tests.tui.charts.made import drawn, lines, risk, with_risks
from tests.tui.pages import item, text_of
from tests.tui.reading import SIZES, read

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.tui.presentation.page import Page
    from tests.tui.reading import Reading

SIX = [f"RK{number}" for number in range(1, 7)]


def is_drawn(page: Page) -> bool:
    return "│" in text_of(page)


def register(page: Page) -> list[str]:
    return [one.key for one in page.items if one.key.startswith("RK")]


def test_the_register_stands_below_by_impact_then_likelihood(shipped: Brief) -> None:
    page = drawn(shipped, "risks")
    assert page.detail == "6 risks · by impact, then likelihood"
    assert register(page) == ["RK1", "RK3", "RK4", "RK2", "RK6", "RK5"]
    assert page.across == ("RK2", "RK6", "RK1", "RK5", "RK3", "RK4")
    assert lines(item(page, "RK2").blocks) == [
        "RK2  Opening slips past early 2028  Likely (55-80%)               moderate  "
    ]
    assert item(page, "RK2").opens == "RK2"


def test_matrix_and_register_of_six_are_in_sight_on_the_smallest_usual_terminal(
    shipped: Brief,
) -> None:
    seen = rows(drawn(shipped, "risks", 77, 20), 77)[:20]
    text = "\n".join("".join(piece.text for piece in row.pieces) for row in seen)
    assert all(text.count(name) == 2 for name in SIX)
    assert text.startswith("So what: ")
    assert "Almost certain" in text
    assert "Almost no chance" in text


def test_where_it_is_narrow_a_risk_takes_two_rows_and_loses_nothing(shipped: Brief) -> None:
    page = drawn(shipped, "risks", 57, 16)
    assert is_drawn(page)
    block, weight = item(page, "RK3").blocks
    assert block.text == "RK3  Sites without chips"
    assert (weight.text, weight.right) == ("Unlikely (20-45%)", "impact high")


@pytest.mark.parametrize(("cells", "height"), [(48, 40), (36, 11), (77, 10)])
def test_where_there_is_no_room_for_both_there_is_the_register(
    shipped: Brief, cells: int, height: int
) -> None:
    page = drawn(shipped, "risks", cells, height)
    assert not is_drawn(page)
    assert sorted(register(page)) == SIX
    assert page.across == ()


def test_plain_it_is_the_list_with_its_summaries(shipped: Brief) -> None:
    page = drawn(shipped, "risks", plain=True)
    assert not is_drawn(page)
    assert "Sites are paid for before they earn." in text_of(page)


def test_no_cell_is_claimed_where_nobody_knows_the_scale(shipped: Brief) -> None:
    unknown = replace(shipped, broken=frozenset({"overview"}))
    page = drawn(unknown, "risks")
    assert not is_drawn(page)
    assert "Likely (range unknown)" in text_of(page)


def test_where_there_is_more_room_cells_are_higher_and_more_is_told(shipped: Brief) -> None:
    heights = [len(rows(drawn(shipped, "risks", 78, height), 78)) for height in (20, 26, 40)]
    assert heights[0] == heights[1] == heights[2] - 7
    assert [drawn(shipped, "risks", 78, height).caption for height in (20, 26)] == [False, True]


def test_a_title_is_cut_only_where_there_is_no_row_for_it(tram: Brief) -> None:
    titles = [one.title for one in tram.risks.entries]
    told = {height: text_of(drawn(tram, "risks", 78, height)) for height in (20, 26, 56)}
    assert all(title in told[26] and title in told[56] for title in titles)
    assert "council's…" in told[20]


def test_nothing_that_could_be_a_score_is_shown(shipped: Brief) -> None:
    text = text_of(drawn(shipped, "risks", 78, 60))
    numbers = set(re.findall(r"(?<![\w.-])\d+(?![\w%.-])", text))
    assert numbers <= {"2028"}  # the year in a title


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_row_of_the_matrix_wraps(small: Brief, size: tuple[int, int]) -> None:
    crowd = [
        risk(f"RK{number}", odds, impact, "漢字🏭e\u0301" * 9)
        for number, (odds, impact) in enumerate(
            [("likely", "high")] * 30 + [("almost certain", "low"), ("unlikely", "moderate")], 1
        )
    ]

    async def story(reading: Reading) -> None:
        await reading.press("5")
        grid = [row for row in reading.rows("#text") if row.count("│") == 3]
        assert len(grid) in {0, 7, 14}
        assert len({row.index("│") for row in grid}) <= 1
        assert all(
            "Almost" in row or "kely" in row or "chance" in row
            for row in grid[:: 1 + (len(grid) == 14)]
        )

    read(with_risks(small, crowd), story, size=size)


def test_moving_in_the_register_lights_up_the_id_in_the_matrix_and_back(shipped: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("5")
        assert lit(reading) == ["RK1"]
        assert reading.selected()[0].startswith("RK1")
        await reading.press("j")
        assert lit(reading) == ["RK3"]
        await reading.press("l")
        assert lit(reading) == ["RK4"]
        await reading.press("h", "h", "left")
        assert lit(reading) == ["RK1"]
        assert reading.selected()[0].startswith("RK1")
        y, row = next(
            (y, row) for y, row in enumerate(reading.lines) if "│" in row and "RK6" in row
        )
        await reading.click(row.index("RK6") + 1, y)
        assert lit(reading) == ["RK6"]
        assert reading.selected()[0].startswith("RK6")
        await reading.press("enter")
        assert reading.heading == "RISKS · Rivals win customers first"

    read(shipped, story)


@pytest.mark.parametrize("no_color", [False, True])
def test_the_selected_one_is_reversed_with_and_without_colours(
    shipped: Brief, monkeypatch: pytest.MonkeyPatch, *, no_color: bool
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")

    async def story(reading: Reading) -> None:
        await reading.press("5")
        for name in ("RK1", "RK3", "RK4", "RK2", "RK6", "RK5"):
            assert lit(reading) == [name]
            await reading.press("j")

    read(shipped, story)


def lit(reading: Reading) -> list[str]:
    """What is reversed on the screen, each behind a sign that is seen without colours too."""
    strips = reading.screen._compositor.render_strips()
    found = [text for strip in strips for text, style, _ in strip if style and style.reverse]
    assert all(text.startswith("▸") for text in found)
    return [text[1:] for text in found]
