"""The timeline drawn: every event once, in order, on an axis that fits, honest about its dates."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.model.anchors import Anchor
from briefing.model.dates import Certainty, Date, Span
from briefing.model.entries import Timeline
from briefing.model.points import Event
from briefing.model.timeline import spans
from briefing.text import width
from briefing.tui.presentation.charts.axis import Axis, fitted, labels, month_of
from briefing.tui.presentation.charts.timeline import (
    ASSUMED,
    COMPUTED,
    DATED,
    ESTIMATED,
    STROKES,
    bar,
    chart,
)
from briefing.tui.presentation.layout import rows
from tests.tui.changed import AGAIN, changed
from tests.tui.pages import headings, item, page, text_of
from tests.tui.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief
    from briefing.tui.presentation.page import Page
    from tests.tui.reading import Reading

YEAR = Axis(2027 * 12, 2028 * 12, 24)  # 2 cells a month


def event(name: str, when: str | None = None, label: str = "then", **more: object) -> Event:
    given_ = {"status": "announced", **more}
    return Event(
        id=name,
        text=f"What {name} says.",
        at=(Anchor("P1.1"),),
        label=label,
        when=Date(when) if when else None,
        **given_,  # type: ignore[arg-type]
    )


def brief_of(small: Brief, *events: Event, as_of: str | None = None) -> Brief:
    header = replace(small.header, as_of=Date(as_of) if as_of else None)
    return replace(
        small, timeline=Timeline(points=events), spans=spans(events, Date("2027-03")), header=header
    )


def lines(found: Page, cells: int) -> list[str]:
    return ["".join(piece.text for piece in row.pieces) for row in rows(found, cells)]


def drawn(found: Page, key: str) -> str:
    return item(found, key).blocks[0].text


# -- the axis

days = st.dates()


@given(st.lists(days, min_size=1, max_size=12), st.integers(1, 120))
def test_an_axis_covers_whole_months_and_its_labels_fit(found: list[date], cells: int) -> None:
    axis = fitted(found, cells)
    on_it = [number for number in found if axis.first <= month_of(number) < axis.past]
    assert on_it
    places = [axis.cell(number) for number in sorted(on_it)]
    assert places == sorted(places)
    assert all(0 <= place < cells for place in places)
    row = labels(axis)
    assert width(row) == cells
    assert row.strip()
    told = row.split()
    assert told == sorted(told)
    assert cells < 7 or all(re.fullmatch(r"\d{4}(-\d\d)?", label) for label in told)


def test_the_steps_are_years_quarters_or_months_as_they_fit() -> None:
    span = [date.fromisoformat("2026-03-01"), date.fromisoformat("2028-03-31")]
    told = {cells: labels(fitted(span, cells)).split() for cells in (12, 30, 60, 120, 250)}
    assert (told[12], told[30]) == (["2027"], ["2027", "2028"])
    assert told[60] == ["2026-07", "2027-01", "2027-07", "2028-01"]
    assert told[120][:3] == ["2026-04", "2026-07", "2026-10"]
    assert told[250][:3] == ["2026-03", "2026-04", "2026-05"]
    assert labels(
        fitted([date.fromisoformat("1950-01-01"), date.fromisoformat("2049-12-31")], 40)
    ).split() == [str(year) for year in range(1950, 2050, 20)] or labels(
        fitted([date.fromisoformat("1950-01-01"), date.fromisoformat("2049-12-31")], 40)
    ).split() == [str(year) for year in range(1960, 2050, 20)]


def test_a_label_stands_where_its_time_begins() -> None:
    row = labels(YEAR)
    assert [row.index(label) for label in row.split()] == [
        YEAR.cell(date.fromisoformat(f"{label}-01")) for label in row.split()
    ]


def test_what_lies_far_off_does_not_squeeze_the_rest() -> None:
    near = [
        date.fromisoformat(text)
        for text in ("2026-01-01", "2026-06-30", "2027-01-31", "2027-06-30")
    ]
    axis = fitted(near, 40)
    assert fitted([*near, date.fromisoformat("1999-01-01")], 40) == axis
    assert (
        fitted([*near, date.fromisoformat("1999-01-01"), date.fromisoformat("2090-01-01")], 40)
        == axis
    )
    assert fitted([*near, date.fromisoformat("2024-01-01")], 40) != axis  # not so far
    assert (
        fitted([date.fromisoformat("1999-01-01"), date.fromisoformat("2026-01-01")], 40).first
        == 1999 * 12
    )


# -- one bar


@pytest.mark.parametrize(
    ("when", "drawn_as"),
    [
        ("2027", "━" * 24),
        ("2027-01", "━━"),
        ("2027-12", " " * 22 + "━━"),
        ("2027-03-01", "    ●"),
        ("2026/2027-01", "◂━"),
        ("2027-12/2029", " " * 22 + "━▸"),
        ("2026/2029", "◂" + "━" * 22 + "▸"),
        ("../2027-02", "◂━━━"),
        ("2027-11/..", " " * 20 + "━━━▸"),
        ("2019", "◂ 2019"),
        ("2031", "2031 ▸".rjust(24)),
        ("../2019-12", "◂ 2019-12-31 or earlier"),
        ("2027-12-31/..", " " * 23 + "▸"),
    ],
)
def test_a_bar_covers_its_time_and_says_where_it_goes_on(when: str, drawn_as: str) -> None:
    row = bar(Date(when).span, DATED, YEAR)
    assert width(row) == 24
    assert row.replace("\xa0", " ").rstrip() == drawn_as


def test_each_stroke_is_another_also_where_there_is_room_for_one_cell_only() -> None:
    month, single = Date("2027-05").span, Date("2027-05-01").span
    assert len({bar(month, stroke, YEAR) for stroke in STROKES}) == 4
    assert bar(single, DATED, YEAR).strip() == "●"
    for stroke in (ESTIMATED, COMPUTED, ASSUMED):
        assert bar(single, stroke, YEAR).strip() == "○"


any_span = st.builds(
    lambda one, other: Span(min(one, other), max(one, other), Certainty.EXACT), days, days
) | st.builds(
    lambda end, first: Span(end if first else None, None if first else end, Certainty.ONE_OF),
    st.dates(),
    st.booleans(),
)


@given(any_span, st.integers(1, 60), st.lists(days, min_size=1, max_size=3))
def test_a_bar_is_exactly_as_wide_as_its_axis(span: Span, cells: int, near: list[date]) -> None:
    row = bar(span, DATED, fitted(near, cells))
    assert width(row) == len(row) == cells
    assert row.strip()


# -- the page

LABELS = st.text("abc 漢字é👩‍👧", min_size=1, max_size=40).filter(str.strip)
WHENS = st.sampled_from(
    [
        None,
        "2027",
        "2027-03",
        "[2027-10..2028-03]",
        "2026-05-01",
        "../2026",
        "2028-02/..",
        "1850",
        "2027~",
        "2027-35?",
        "9999-12-31",
        "0001",
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(WHENS, LABELS), max_size=9),
    st.integers(2, 78),
    st.sampled_from([None, "2027-02-01", "1700", "9999"]),
)
@example([("2027", "漢" * 20)] * 3, 36, "2027-02-01")
def test_every_event_is_drawn_once_in_its_order_and_never_too_wide(
    small: Brief, told: list[tuple[str | None, str]], cells: int, as_of: str | None
) -> None:
    events = [event(f"T{n}", when, label) for n, (when, label) in enumerate(told)]
    brief = brief_of(small, *events, as_of=as_of)
    found = chart(brief, cells)
    assert all(width(line) <= cells for line in lines(found, cells))
    laid = [row.item for row in rows(found, cells)]
    keys = [one.key for one in found.items if one.key]
    assert sorted(keys) == sorted(one.id for one in events)
    assert all(laid.count(n) == 1 for n, one in enumerate(found.items) if one.key)
    dated = [key for key in keys if key in brief.spans]
    assert keys[: len(dated)] == dated
    starts = [brief.spans[key].earliest or brief.spans[key].latest for key in dated]
    assert starts == sorted(starts, key=str)


def test_how_a_time_is_known_can_be_seen_without_colours(small: Brief) -> None:
    found = chart(
        brief_of(
            small,
            event("T1", "2027-01/2027-04"),
            event("T2", "2027-05/2027-08", status="estimated"),
            event("T3", "2027-05~"),
            event("T4", "[2027-05..2027-09]"),
            event("T5", after="T1", months=(2, 4)),
            event("T6", after="published", months=(2, 6)),
            event("T7", "2027-05-05"),
        ),
        70,
    )
    strokes = {key: drawn(found, key).split()[-1][0] for key in ("T1", "T2", "T3", "T4", "T5")}
    assert strokes == {"T1": "━", "T2": "╸", "T3": "╸", "T4": "╸", "T5": "─"}
    assert drawn(found, "T6").split()[-1][0] == "╴"
    assert drawn(found, "T7").endswith("●")
    legend = found.detail.replace("\xa0", " ")
    assert legend == "━ ● dated  ╸ estimated  ─ computed  ╴ assumed"


def test_the_legend_has_only_what_is_drawn(small: Brief) -> None:
    far = [event(f"T{n}", f"2027-0{n}-11") for n in (1, 2, 3, 4)]
    found = chart(brief_of(small, *far, event("T9", "1950")), 60)
    assert found.detail.replace("\xa0", " ") == "● dated  ◂ earlier  · 5 events · 0 undated"
    assert drawn(found, "T9").replace("\xa0", " ").endswith("◂ 1950")


def test_the_briefs_own_date_runs_through_every_row_and_is_named(small: Brief) -> None:
    events = [event("T1", "2027"), event("T2", "2027-01"), event("T3", "2027-11-05")]
    for cells in (36, 70):
        found = chart(brief_of(small, *events, as_of="2027-05-04"), cells)
        named = next(row for row in lines(found, cells) if "as of 2027-05-04" in row)
        crossed = [named, *(drawn(found, key) for key in ("T1", "T2", "T3"))]
        assert len({row.index("│") for row in crossed}) == 1
    away = chart(brief_of(small, *events, as_of="1990-01-01"), 70)
    assert "│" not in text_of(away)
    assert "as of 1990-01-01 is beyond the axis" in text_of(away).replace("\xa0", " ")
    assert "│" not in text_of(chart(brief_of(small, *events), 70))


def test_a_mark_is_not_hidden_by_the_briefs_own_date(small: Brief) -> None:
    events = [event("T1", "2027"), event("T2", "2027-05-04")]
    found = chart(brief_of(small, *events, as_of="2027-05-04"), 70)
    assert drawn(found, "T2").endswith("●")


def test_what_has_no_date_stands_apart_with_its_words_and_its_length(small: Brief) -> None:
    found = chart(
        brief_of(
            small,
            event("T1", "2027"),
            event("T2", label="soon", months=(6, 8)),
            event("T3", label="18-24 months", months=(18, 24), status="rule"),
        ),
        70,
    )
    assert headings(found)[-1:] == ["UNDATED IN THE SOURCE"]
    assert [one.key for one in found.items][-2:] == ["T2", "T3"]
    assert drawn(found, "T2").split("  ")[-1].strip() == "6 to 8 months · What T2 says."
    assert drawn(found, "T3").split("  ")[-1].strip() == "What T3 says."
    assert found.detail.endswith("dated  · 3 events · 2 undated")


def test_wide_labels_keep_the_axis_in_line(small: Brief) -> None:
    events = [event("T1", "2027", "二〇二七年"), event("T2", "2027", "all of 2027")]
    found = chart(brief_of(small, *events), 60)
    before = {width(drawn(found, key).split("━")[0]) for key in ("T1", "T2")}
    assert len(before) == 1


def test_a_timeline_without_events_says_so(small: Brief) -> None:
    assert "None stated in the source." in text_of(chart(brief_of(small), 60))


# -- on the screen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
def test_what_the_strokes_mean_stays_in_sight(tram: Brief, size: tuple[int, int]) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("6")
        for key in ("g", "G"):
            await reading.press(key)
            (heading,) = reading.rows("#heading")
            strokes = "━ ● dated  ╸ estimated  ─ computed  ╴ ○ assumed"
            assert strokes in heading.replace("\xa0", " ")

    read(tram, story, size=size)


def test_without_room_in_the_heading_the_legend_stands_below_the_chart(tram: Brief) -> None:
    found = chart(tram, 37)
    assert found.detail == "18 events · 2 undated"
    last = next(n for n, one in enumerate(found.items) if one.key == "T19")
    assert found.items[last + 1].blocks[0].text.endswith("▸\xa0later")


def test_beside_its_evidence_the_chart_tells_the_text_only(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("6", "j")
        assert reading.rows("#text")[-1].strip() == "T2  The mill opens."
        beside = reading.words("#side").replace("▏ ", "")
        await reading.press("z")  # without the evidence it tells all
        told = " ".join(" ".join(reading.rows("#text")[-4:]).split()).lstrip("─ ")
        assert told.startswith("T2 The mill opens.")
        when = "12 to 18 months after it begins: 2032-10 to 2033-09 · computed"
        assert when in told
        assert when in beside
        await reading.press("z")
        assert reading.rows("#text")[-1].strip() == "T2  The mill opens."

    for size in ((120, 36), (200, 60)):
        read(small, story, size=size)


@pytest.mark.parametrize("size", [(40, 15), (60, 20), (80, 24), (120, 36), (200, 60)])
def test_the_selected_event_is_told_below_the_chart(small: Brief, size: tuple[int, int]) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("6", "j")
        (row,) = reading.selected()
        assert row.startswith("T2  12 to 18")
        told = reading.rows("#text")[reading.pane().cursor.height :]
        assert set(told[0].strip()) == {"─"}
        assert "T2  The mill opens." in told[1]
        await reading.press("k")
        assert "T1 Work on the mill begins." in reading.words("#text")
        await reading.press("enter")
        assert reading.place.cited

    read(small, story, size=size)


def test_v_gives_the_text_and_the_chart_again(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("6", "j")
        chart_ = reading.lines
        await reading.press("v")
        assert reading.message == "as text"
        assert reading.pane().key == "T2"
        assert "2032-10 to 2033-09" in reading.words("#text")
        assert "╸" not in reading.text
        await reading.press("1", "6")
        assert "╸" not in reading.text  # it stays so
        await reading.press("j", "v")
        assert reading.message == "charts"
        reading.reader.tell("")
        await reading.settle()
        assert reading.lines == chart_

    read(small, story)


@pytest.mark.parametrize("key", ["2", "7", "9"])
def test_v_says_where_there_is_no_chart_and_changes_none_elsewhere(small: Brief, key: str) -> None:
    async def story(reading: Reading) -> None:
        await reading.press(key, "v")
        assert reading.message == "v turns charts into text; here is none."
        await reading.press("6")
        assert "╸" in reading.text

    read(small, story)


def test_v_says_that_what_was_found_is_text(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("/", *"Southgate decides", "enter", "v")
        assert reading.place.section == "timeline"
        assert reading.message.startswith("What was found is shown as text")
        await reading.press("escape")
        assert "╸" in reading.text

    read(small, story)


def test_a_hit_is_shown_as_text_where_its_words_can_be_marked(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("/")
        await reading.type("decides")
        await reading.press("enter")
        assert reading.place.item == "T3"
        assert reading.styles("#text", "match") == ["decides"]
        await reading.press("escape")
        assert "╸" in reading.text

    read(small, story)


def test_sorting_says_where_there_is_nothing_to_sort(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        for key in "oO":
            await reading.press("6", key)
            assert reading.message == "o and O sort a table; here is none."

    read(small, story)


def test_what_the_source_changed_is_marked_in_its_row(tmp_path: Path) -> None:
    found = page(changed(tmp_path, record=AGAIN), "timeline")
    assert drawn(found, "T3").startswith("T3! ")
    assert "P2 changed on 2031-06-01" in text_of(item(found, "T3"))
    assert drawn(found, "T1").startswith("T1  ")
