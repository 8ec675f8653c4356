"""Why a statement holds and what falls if it does not: the reasoning, its page, and the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.anchors import Anchor
from briefing.model.outlook import Judgment, Outlook
from briefing.model.points import Point
from briefing.model.statements import by_id
from briefing.tui.places import Place
from briefing.tui.presentation.pages import page_of
from briefing.tui.presentation.reasons import has_reasons, why_page
from briefing.tui.presentation.why import assumed, falls, supports, tree, weakest
from tests.tui.changed import changed
from tests.tui.pages import headings, item, text_of
from tests.tui.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief
    from briefing.tui.presentation.page import Page
    from briefing.tui.presentation.why import Fall
    from tests.tui.reading import Reading


def page(brief: Brief, key: str) -> Page:
    return why_page(brief, by_id(brief)[key])


def weak(brief: Brief, key: str) -> list[tuple[str, str]]:
    return [(statement.id, reason) for statement, reason in weakest(brief, key)]


def fallen(brief: Brief, *names: str) -> dict[str, Fall]:
    return {fall.statement.id: fall for fall in falls(brief, names)}


def with_judgments(brief: Brief, grounds: dict[str, list[str]]) -> Brief:
    """The brief with points S0 to S9 and judgments that rest on what is named, and nothing else."""
    judgments = [
        Judgment(
            id=name,
            title=name,
            text=name,
            likelihood="likely",
            confidence="low",
            rests_on=tuple(below),
        )
        for name, below in grounds.items()
    ]
    points = tuple(Point(id=f"S{n}", text="x", at=(Anchor("P1"),)) for n in range(10))
    replace = msgspec.structs.replace
    return replace(
        brief,
        outlook=Outlook(judgments=tuple(judgments)),
        regions=replace(brief.regions, entries=(), points=points),
        risks=replace(brief.risks, entries=()),
    )


# -- what it rests on


def test_a_judgment_rests_on_what_it_names_each_once_and_known(tmp_path: Path) -> None:
    brief = changed(tmp_path, outlook=("rests_on: [R1, T1, A1]", "rests_on: [R1, R1, R99, A1]"))
    assert [ground.id for ground in supports(brief, "J1")] == ["R1", "A1"]
    assert supports(brief, "R1") == supports(brief, "nobody") == []


def test_the_tree_goes_down_through_judgments(small: Brief) -> None:
    branches = [(b.statement.id, b.depth, b.again) for b in tree(small, "J2")]
    assert branches == [
        ("C1", 0, False),
        ("J1", 0, False),
        ("R1", 1, False),
        ("T1", 1, False),
        ("A1", 1, False),
    ]
    assert tree(small, "R1") == []


def test_what_stood_before_is_not_gone_into_again(small: Brief) -> None:
    brief = with_judgments(small, {"J1": ["J2", "J3"], "J2": ["S1"], "J3": ["J2", "J1"]})
    branches = [(b.statement.id, b.depth, b.again) for b in tree(brief, "J1")]
    assert branches == [
        ("J2", 0, False),
        ("S1", 1, False),
        ("J3", 0, False),
        ("J2", 1, True),
        ("J1", 1, True),
    ]
    keys = [i.key for i in page(brief, "J1").items if i.key]
    assert keys == ["J2", "S1", "J3", "3 J2", "4 J1", "falls J3"]
    assert "its grounds stand above" in text_of(item(page(brief, "J1"), "3 J2"))


# -- the weakest link


@pytest.mark.parametrize(
    ("stances", "weakest_of"),
    [
        ("stated attributed", "S2 attributed"),
        ("reported stated", "S1 reported"),
        ("reported inferred", "S1 reported"),
        ("forecast attributed", "S2 attributed"),
        ("inferred stated", "S1 inferred"),
        ("opinion forecast", "S1 opinion"),
        ("opinion stated", "S1 opinion"),
    ],
)
def test_the_weakest_link_is_the_one_furthest_from_what_is_known(
    small: Brief, stances: str, weakest_of: str
) -> None:
    brief = with_judgments(small, {"J1": ["S1", "S2"]})
    replace = msgspec.structs.replace
    points = list(brief.regions.points)
    for number, stance in enumerate(stances.split(), 1):
        points[number] = replace(points[number], stance=stance)
    brief = replace(brief, regions=replace(brief.regions, points=tuple(points)))
    assert [" ".join(pair) for pair in weak(brief, "J1")] == [weakest_of]


def test_what_the_source_states_is_no_weak_link(small: Brief) -> None:
    assert weak(small, "RK1") == [("T2", "attributed: observers say")]
    assert weak(small, "bottom_line") == []
    assert "Weakest   no link: the source states each" in text_of(page(small, "bottom_line"))


def test_equally_weak_links_are_all_named(small: Brief) -> None:
    assert weak(small, "J2") == [("C1", "forecast: may"), ("T1", "forecast")]
    assert "C1: forecast: may; T1: forecast; and our" in text_of(page(small, "J2"))


def test_an_assumption_is_named_apart(small: Brief, tmp_path: Path) -> None:
    assert weak(small, "J1") == [("T1", "forecast")]
    assert [a.id for a in assumed(small, "J2")] == ["A1"]  # by way of J1
    bare = changed(tmp_path, outlook=("rests_on: [R1, T1, A1]", "rests_on: [A1]"))
    assert weak(bare, "J1") == []
    told = text_of(page(bare, "J1"))
    assert "Weakest   our assumption A1, which the source does not bear out" in told


def test_what_rests_on_nothing_is_unfounded_and_so_is_what_rests_on_that(small: Brief) -> None:
    brief = with_judgments(small, {"J1": [], "J2": ["S1", "J1"], "J3": ["J4"], "J4": ["J3"]})
    reason = "unfounded: it rests on nothing"
    assert weak(brief, "J1") == weak(brief, "J2") == [("J1", reason)]
    assert weak(brief, "J3") == [("J3", "unfounded: it rests on itself")]
    assert "Nothing." in text_of(page(brief, "J1"))


# -- what falls


def test_all_that_rests_on_a_point_falls_with_it_at_once_or_through_another(small: Brief) -> None:
    found = fallen(small, "R1")
    assert list(found) == ["bottom_line", "J1", "J2"]
    assert (found["J1"].through, found["J1"].left, found["J1"].supports) == (("R1",), 2, 3)
    assert (found["J2"].through, found["J2"].left) == (("J1",), 2)  # J1 stands on others
    assert fallen(small, "M1") == {}


def test_what_has_nothing_left_falls_and_takes_along_what_rests_on_it(small: Brief) -> None:
    brief = with_judgments(small, {"J3": ["J2"], "J2": ["J1"], "J1": ["S1"], "J4": ["J1", "S2"]})
    left = {name: fall.left for name, fall in fallen(brief, "S1").items()}
    assert left == {"J3": 0, "J2": 0, "J1": 0, "J4": 1}


def test_two_that_hold_up_nothing_but_each_other_fall_together(small: Brief) -> None:
    brief = with_judgments(small, {"J1": ["S1", "J2"], "J2": ["J1"], "J3": ["J2", "S2"]})
    left = {name: fall.left for name, fall in fallen(brief, "S1").items()}
    assert left == {"J1": 0, "J2": 0, "J3": 1}


names = st.sampled_from([*(f"J{n}" for n in range(6)), *(f"S{n}" for n in range(4))])
grounds = st.dictionaries(st.sampled_from([f"J{n}" for n in range(6)]), st.lists(names, max_size=4))


@given(grounds, st.lists(names, min_size=1, max_size=2))
def test_what_falls_is_what_no_standing_point_holds(
    small: Brief, given_grounds: dict[str, list[str]], gone: list[str]
) -> None:
    brief = with_judgments(small, given_grounds)
    known = by_id(brief)
    found = fallen(brief, *gone)
    for name in given_grounds:
        below = [branch.statement.id for branch in tree(brief, name)]
        assert (name in found) == (name not in gone and not set(gone).isdisjoint(below))
    for name, fall in found.items():
        reached, waiting = set(), [name]
        while waiting:  # every way down that does not lead through what is gone
            for ground in supports(brief, waiting.pop()):
                if ground.id not in gone and ground.id not in reached:
                    reached.add(ground.id)
                    waiting.append(ground.id)
        untouched = [each for each in reached if each not in found]
        assert bool(fall.left) == bool(untouched)
        assert 0 <= fall.left <= fall.supports
        assert set(fall.through) <= set(known)
    for name in given_grounds:
        why_page(brief, known[name])


def test_a_chain_of_any_length_is_followed_to_its_end(small: Brief) -> None:
    chain = {f"J{n}": [f"J{n + 1}"] for n in range(3000)} | {"J3000": ["S1"]}
    brief = with_judgments(small, chain)
    assert len(tree(brief, "J0")) == 3001
    assert len(falls(brief, ["S1"])) == 3001


# -- the page


def test_the_page_of_a_judgment_names_its_weakest_link_and_its_sourcing(small: Brief) -> None:
    shown = page(small, "J1")
    assert shown.heading == "WHY J1"
    told = text_of(shown)
    for line in (
        "Likely (55-80%)",
        "Confidence: ●○○ low",
        "Weakest   T1: forecast; and our assumption A1, which the source does not bear out",
        "Sourcing  a single source",
    ):
        assert line in told.splitlines()
    assert headings(shown) == ["RESTS ON", "IF J1 FALLS"]
    assert shown.items[3].blocks[0].right == "3 grounds"
    assert item(shown, "T1").blocks[-1].right == "weakest link"
    assert item(shown, "R1").blocks[-1].right == ""
    assert "stated · P1.1" in text_of(item(shown, "R1"))
    assert text_of(item(shown, "falls J2")).endswith("rests on it · keeps 1 of its 2 grounds")


def test_the_page_of_a_risk_and_of_the_bottom_line(small: Brief) -> None:
    told = text_of(page(small, "RK1"))
    assert "Weakest   T2: attributed: observers say" in told
    shown = page(small, "bottom_line")
    assert shown.heading == "WHY bottom line"
    assert headings(shown) == ["RESTS ON"]


def test_the_page_of_a_point_says_what_falls_if_it_falls(small: Brief) -> None:
    shown = page(small, "T2")
    assert shown.detail == "the source's"
    assert headings(shown) == ["IF T2 FALLS"]
    assert text_of(item(shown, "falls RK1")) == (
        "RK1  The mill is late\nrests on it · keeps 1 of its 2 grounds"
    )
    assert "Nothing rests on it." in text_of(page(small, "M1"))


def test_the_page_of_an_assumption_says_so_too(small: Brief) -> None:
    shown = page(small, "A1")
    assert "If wrong: All computed dates move." in text_of(shown)
    assert text_of(item(shown, "falls J2")).endswith("through J1 · keeps 2 of its 2 grounds")


def test_what_would_have_nothing_left_is_said_loudly(tmp_path: Path) -> None:
    brief = changed(tmp_path, risks=("rests_on: [R2, T2]", "rests_on: [R2]"))
    block = item(page(brief, "R2"), "falls RK1").blocks[1]
    assert (block.text, block.style) == ("rests on it · nothing else left", "warning")


def test_a_changed_paragraph_shows_in_what_rests_on_it(tmp_path: Path) -> None:
    again = ("digest: A rival", 'changed: "2031-06-01"\n    digest: A rival')
    told = text_of(page(changed(tmp_path, record=again), "J2"))
    assert "Sourcing  a single source, which changed since: C1" in told
    said = "P2 changed on 2031-06-01: compare this point again"
    assert f"{said}\nforecast: may · P2.1" in told
    assert told.count(said) == 1


def test_every_page_of_reasons_has_an_item_for_each_thing_it_names(
    small: Brief, shipped: Brief
) -> None:
    for brief in (small, shipped):
        for key, statement in by_id(brief).items():
            if has_reasons(statement):
                shown = why_page(brief, statement)
                keys = [i.key for i in shown.items if i.key]
                assert len(keys) == len(set(keys)), key
                assert all(i.opens in by_id(brief) for i in shown.items if i.key)


# -- the key


def test_w_leads_down_the_reasons_and_escape_comes_back(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("8", "j", "w")
        assert reading.heading == "WHY J2"
        assert reading.place == Place("outlook", "J2", view="why")
        assert reading.pane().key == "C1"
        assert reading.side_heading == "EVIDENCE C1"
        await reading.press("j", "w")
        assert reading.heading == "WHY J1"
        await reading.press("escape")
        assert (reading.heading, reading.pane().key) == ("WHY J2", "J1")
        await reading.press("escape")
        assert (reading.heading, reading.pane().key) == ("OUTLOOK", "J2")

    read(small, story, size=(120, 36))


def test_escape_leaves_the_source_and_then_the_reasons(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("8", "j", "w", "s", "n", "escape", "escape")
        assert (reading.heading, reading.pane().key) == ("OUTLOOK", "J2")

    read(small, story, size=(120, 36))


def test_enter_on_a_reason_goes_to_it(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("8", "w", "enter")
        assert reading.place == Place("regions", "arland", "R1")
        await reading.press("w", "enter")
        assert reading.place == Place("overview", "bottom_line")
        await reading.press("w", "j", "enter")
        assert reading.pane().key == "R2"
        await reading.press("<", "s")
        assert reading.side_heading == "SOURCE for R2"

    read(small, story, size=(120, 36))


def test_w_works_on_the_pane_with_the_keyboard(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("tab", "w")
        assert reading.heading == "WHY R1"
        await reading.press("1", "j", "s", "tab", "j", "w")
        assert reading.heading == "WHY P1.1"
        assert "R1  Northwind plans a mill" in reading.text
        assert "rests on it alone" in reading.text
        assert "RESTS ON" not in reading.text
        await reading.press("escape")
        assert reading.side_heading == "SOURCE for J1"

    read(small, story, size=(120, 36))


def test_w_on_a_sentence_shows_what_falls_with_it(small: Brief) -> None:
    told = text_of(page_of(small, Place("source", "P1.1", view="why"), 77, 30))
    assert "IF P1.1 FALLS" in told
    assert "R3  Two firms look at the same valley.\nrests on it · keeps P2.1" in told
    assert "J1  Northwind builds in Arland\nthrough R1 · keeps 2 of its 3 grounds" in told
    assert page_of(small, Place("source", "P9.9", view="why"), 77, 30).heading == "SOURCE"


def test_of_a_risk_a_sentence_bears_what_is_done_about_it(tmp_path: Path) -> None:
    brief = changed(tmp_path, risks=("{text: none stated}", "{text: A permit., at: P1.2}"))
    shown = page_of(brief, Place("source", "P1.2", view="why"), 77, 30)
    assert text_of(item(shown, "RK1")) == "RK1  The mill is late\nwhat is done about it rests on it"
    assert "through R2 · keeps 1 of its 2 grounds" in text_of(item(shown, "falls RK1"))
    alone = changed(tmp_path / "alone", regions=("at: P1.2", "at: P1.1"))
    assert "Nothing rests on it." in text_of(
        page_of(alone, Place("source", "P1.2", view="why"), 77, 30)
    )


def test_w_on_a_tension_shows_the_points_between_which_it_is(small: Brief) -> None:
    shown = page(small, "X1")
    assert headings(shown) == ["BETWEEN"]
    assert [i.key for i in shown.items if i.key] == ["T1", "T2"]


def test_escape_comes_back_to_the_reasons_that_enter_led_from(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("8", "w", "j", "enter")
        assert reading.place == Place("timeline", item="T1")
        await reading.press("j", "s", "escape", "escape")
        assert (reading.heading, reading.pane().key) == ("WHY J1", "T1")
        await reading.press("6", "j", "w", "enter")
        assert reading.heading.startswith("RISKS · ")
        await reading.press("escape")
        assert reading.heading == "WHY T2"
        await reading.press("escape")
        assert (reading.heading, reading.pane().key) == ("TIMELINE", "T2")
        await reading.press("escape", "escape")
        assert reading.heading == "TIMELINE"

    read(small, story, size=(120, 36))


def test_w_in_the_search_window_is_ctrl_y(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("/")
        assert "Ctrl+Y why" in reading.text
        await reading.type("opens")
        key = reading.pane("#hits").key
        await reading.press("ctrl+y")
        assert reading.heading == f"WHY {key}"

    read(small, story)


def test_what_has_no_reasons_says_so(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("2", "w")
        assert reading.heading == "REGIONS"
        assert reading.message == ("w works on judgments, risks, points, tensions and assumptions.")

    read(small, story)
