"""The overview: what a reader who stops there takes away, at any size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from briefing.loading import load
from briefing.model.entries import by_weight
from briefing.model.scales import SCALES
from briefing.model.statements import points
from briefing.tui.presentation.layout import rows
from briefing.tui.presentation.outlook import outlook
from briefing.tui.presentation.overview import overview
from briefing.tui.presentation.phrases import METERS, drawn_range, judged, stance
from tests.briefs import BRIEF, TIMELINE, write_brief
from tests.tui.pages import headings, item, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief
    from briefing.tui.presentation.page import Page

# What is left for the page in a terminal of 80x24: less title, navigation, heading, footer; less
# the gutter and the scroll bar.
CELLS, HEIGHT = 77, 20

ALL = ["BOTTOM LINE", "KEY JUDGMENTS", "KEY FIGURES", "WHAT COMES NEXT", "TOP RISKS"]
LESS = [heading for heading in ALL if heading != "KEY FIGURES"]


@pytest.mark.parametrize("name", ["shipped", "tram"])
def test_a_brief_fits_80x24_without_scrolling(name: str, request: pytest.FixtureRequest) -> None:
    shipped: Brief = request.getfixturevalue(name)
    audit = "Audit: 51 of 51 sentences, 0 problems, 2 hearsay, single source"
    page = overview(shipped, CELLS, HEIGHT, audit)
    assert len(rows(page, CELLS)) <= HEIGHT
    assert headings(page) in (LESS, ALL)
    told = text_of(page)
    assert audit in (page.detail, *told.splitlines())
    assert shipped.outlook.bottom_line is not None
    assert shipped.outlook.bottom_line.text in told
    for judgment in shipped.outlook.judgments:
        row = item(page, judgment.id).blocks[0]
        assert judgment.title in row.text
        assert re.fullmatch(r"[A-Z][a-z ]+ \(\d+-\d+%\) [─━]{9} [●○]{3}", row.right)
        assert row.right.endswith(METERS[judgment.confidence])
    for risk in by_weight(shipped.risks.entries, shipped.header.scale)[:3]:
        row = item(page, risk.id).blocks[0]
        assert risk.title in row.text
        assert row.right.casefold().startswith(risk.likelihood)
        assert row.right.endswith(f" · {risk.impact}")


def test_key_figures_go_first_when_the_screen_is_low(shipped: Brief) -> None:
    least = len(rows(overview(shipped, CELLS, 1), CELLS))
    seen = []
    for height in range(100, 0, -1):
        page = overview(shipped, CELLS, height)
        look = (headings(page), any(item.gap for item in page.items[1:]), "…" in text_of(page))
        if look not in seen:
            seen.append(look)
        assert height < least or len(rows(page, CELLS)) <= height
    order = [
        (parts, gaps, cut)
        for parts in (ALL, LESS)
        for cut in (False, True)
        for gaps in (True, False)
    ]
    assert seen == [look for look in order if look in seen]  # never back
    assert (seen[0], seen[-1]) == (order[0], order[-1])


def test_three_of_each_and_the_heaviest_risks_first(shipped: Brief) -> None:
    page = overview(shipped, CELLS, 200)
    keys = [item.key for item in page.items if item.key]
    assert [key for key in keys if key.startswith("F")] == [
        figure.id for figure in shipped.figures.points[:3]
    ]
    assert len([key for key in keys if key.startswith("RK")]) == 3
    assert len([key for key in keys if key.startswith("T")]) <= 3
    assert [key for key in keys if key.startswith("J")] == [
        judgment.id for judgment in shipped.outlook.judgments
    ]


def test_the_value_of_a_figure_stands_out(small: Brief) -> None:
    block = item(overview(small, CELLS, 100), "F1").blocks[0]
    strong = [span for span in block.spans if span.style == "strong"]
    assert [block.text[span.start : span.end] for span in strong] == ["$20 million"]


def test_what_comes_next_tells_the_event_and_how_its_date_is_known(small: Brief) -> None:
    page = overview(small, CELLS, 100)
    assert text_of(item(page, "T1")) == (
        "T1  Work on the mill begins.\n2031-10 to 2032-03 · forecast"
    )
    assert text_of(item(page, "T2")) == (
        "T2  The mill opens.\n2032-10 to 2033-09, computed · attributed: observers say"
    )
    assert "T3" not in text_of(page)  # nothing says when


def test_a_date_that_rests_on_an_assumption_says_so(shipped: Brief) -> None:
    events = [event for event in shipped.timeline.points if event.after == "published"]
    coming = overview(shipped, CELLS, 200)
    shown = [item(coming, e.id).blocks[1].text for e in events if e.id in text_of(coming)]
    assert shown
    assert all(", assumed · " in text for text in shown)


def test_how_the_source_says_each_point_stands_with_it(
    small: Brief, shipped: Brief, tram: Brief
) -> None:
    for brief in (small, shipped, tram):
        page = overview(brief, CELLS, 200)
        known = {point.id: point for point in points(brief)}
        seen = [i for i in page.items if i.key in known]
        assert seen
        assert all(stance(known[i.key]) in text_of(i) for i in seen)


def test_what_has_happened_does_not_come_next(tmp_path: Path) -> None:
    past = TIMELINE.replace('when: "[2031-10..2032-03]"', 'when: "2030"')
    observed = TIMELINE.replace("status: estimated\n    stance: forecast", "status: observed")
    for number, timeline in enumerate((past, observed)):
        brief = load(write_brief(tmp_path / str(number), timeline=timeline))
        assert "T1" not in text_of(overview(brief, CELLS, 100))
    undated = load(
        write_brief(tmp_path / "u", timeline=past, brief=BRIEF.replace('as_of: "2031-05-04"\n', ""))
    )
    assert "T1" in text_of(overview(undated, CELLS, 100))  # nobody says when now is


@pytest.mark.parametrize(
    ("left_out", "heading"),
    [("outlook", "KEY JUDGMENTS"), ("figures", "KEY FIGURES"), ("risks", "TOP RISKS")],
)
def test_a_part_without_content_leaves_no_heading(
    tmp_path: Path, left_out: str, heading: str
) -> None:
    brief = load(write_brief(tmp_path / "brief", **{left_out: None}))
    page = overview(brief, CELLS, 100)
    assert heading not in headings(page)
    assert page.items


def test_the_heading_says_how_much_stands_behind(small: Brief, tmp_path: Path) -> None:
    assert overview(small, CELLS, 100).detail == "10 points from 3 paragraphs"
    brief = BRIEF.replace("source: record.source\n", "")
    alone = load(write_brief(tmp_path / "brief", brief=brief, record=None))
    assert overview(alone, CELLS, 100).detail == "10 points"


def test_the_key_figures_fit_beside_the_evidence_at_120x36(shipped: Brief) -> None:
    audit = "Audit: 38 of 38 sentences, 0 problems, 2 hearsay, single source"
    page = overview(shipped, 56, 32, audit)
    assert headings(page) == ALL
    assert len(rows(page, 56)) <= 32
    for figure in shipped.figures.points[:3]:
        assert figure.value in rows_of(page, figure.id, 56)  # what is cut is not the amount


def rows_of(page: Page, key: str, cells: int) -> str:
    number = page.items.index(item(page, key))
    found = (row for row in rows(page, cells) if row.item == number)
    return "\n".join("".join(piece.text for piece in row.pieces) for row in found)


@pytest.mark.parametrize("cells", [36, 56, 77, 78])
def test_the_bars_of_the_judgments_stand_below_one_another(shipped: Brief, cells: int) -> None:
    page = overview(shipped, cells, 200)
    ends = {
        line.index("●")
        for judgment in shipped.outlook.judgments
        for line in rows_of(page, judgment.id, cells).splitlines()
        if "●" in line
    }
    assert ends == {cells - 3}


@pytest.mark.parametrize("cells", range(20, 79))
def test_where_the_bar_has_no_room_it_goes_and_nothing_else(shipped: Brief, cells: int) -> None:
    for page in (overview(shipped, cells, 200), outlook(shipped)):
        for judgment in shipped.outlook.judgments:
            told = " ".join(rows_of(page, judgment.id, cells).split())
            assert METERS[judgment.confidence] in told
            assert judged(shipped, judgment) in told
            bar = drawn_range(shipped, judgment.likelihood)
            assert bar in told or not set("─━") & set(told)
            assert bar in told or cells < 43


@pytest.mark.parametrize("scale", SCALES)
def test_no_two_words_of_a_scale_have_the_same_bar(small: Brief, scale: str) -> None:
    brief = replace(small, header=replace(small.header, scale=scale))
    bars = [drawn_range(brief, term.word) for term in SCALES[scale]]
    assert len(set(bars)) == len(bars)
    assert all(re.fullmatch("─*━+─*", bar) and len(bar) == 9 for bar in bars)
    starts = [bar.index("━") for bar in bars]
    assert starts == sorted(starts)
    assert drawn_range(brief, "perhaps") == ""


def test_as_text_there_are_no_bars(small: Brief, shipped: Brief) -> None:
    for brief in (small, shipped):
        for found in (overview(brief, CELLS, 100, plain=True), outlook(brief, plain=True)):
            assert "━" not in text_of(found)
            assert "(55-80%) ●○○" in text_of(found)


def test_no_range_is_drawn_that_nobody_knows(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "b", brief=BRIEF.replace("scale: icd203", "scale: own")))
    assert "overview" in brief.broken
    assert "━" not in text_of(overview(brief, CELLS, 100))
    assert "Likely (range unknown) ●○○" in text_of(overview(brief, CELLS, 100))
