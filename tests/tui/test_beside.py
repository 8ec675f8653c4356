"""The source beside a claim: where the walk stops, and what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.loading import load
from briefing.model.statements import by_id
from briefing.tui.presentation.beside import beside, claim_of, stops
from briefing.tui.presentation.cited import how_to_read
from tests.briefs import ARTICLE, write_brief
from tests.tui.changed import changed
from tests.tui.pages import item, text_of
from tests.tui.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief
    from tests.tui.reading import Reading


def keys(brief: Brief, key: str) -> list[str]:
    return [stop.key for stop in stops(brief, key)]


def test_a_point_stops_at_its_own_sentences(small: Brief) -> None:
    assert keys(small, "R3") == ["P1.1", "P2.1"]
    assert keys(small, "T1") == ["P3"]
    assert keys(small, "P2") == ["P2"]
    assert keys(small, "P2.2") == ["P2.2"]


def test_a_judgment_stops_at_each_ground_and_then_at_its_sentences(small: Brief) -> None:
    assert keys(small, "J1") == ["R1", "R1 P1.1", "T1", "T1 P3", "A1"]
    assert keys(small, "bottom_line") == ["R1", "R1 P1.1", "R2", "R2 P1.2"]
    assert keys(small, "RK1") == ["R2", "R2 P1.2", "T2", "T2 P3.1"]


def test_a_judgment_it_rests_on_is_followed_by_that_ones_grounds_each_once(small: Brief) -> None:
    assert keys(small, "J2") == ["C1", "C1 P2.1", "J1", "R1", "R1 P1.1", "T1", "T1 P3", "A1"]


def test_an_entry_stops_at_its_points_and_a_tension_first_at_its_own(small: Brief) -> None:
    assert keys(small, "arland") == ["R1", "R1 P1.1", "R2", "R2 P1.2"]
    assert keys(small, "X1") == ["P3.1", "T1", "T1 P3", "T2", "T2 P3.1"]


def test_what_is_done_about_a_risk_comes_last(tmp_path: Path) -> None:
    brief = changed(tmp_path, risks=("{text: none stated}", "{text: A permit., at: P2.2}"))
    assert keys(brief, "RK1") == ["R2", "R2 P1.2", "T2", "T2 P3.1", "P2.2"]


@pytest.mark.parametrize("key", ["G1", "motives.so_what", "nobody", "", "P9", "P1.9"])
def test_what_cites_nothing_has_no_stop(small: Brief, key: str) -> None:
    assert stops(small, key) == []


def test_without_a_record_there_is_nowhere_to_stop(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "mill", record=None))
    assert stops(brief, "R1") == []


def test_every_stop_is_an_item_of_its_page(small: Brief, shipped: Brief) -> None:
    for brief in (small, shipped):
        for key in by_id(brief):
            for stop in stops(brief, key):
                page, selected = beside(brief, key, stop.key)
                assert [i.key for i in page.items].count(selected) == 1
                if stop.at:
                    assert page.detail == f"{stop.key} · our digest"


def test_beside_a_point_stands_the_whole_source_with_its_paragraphs_marked(small: Brief) -> None:
    page, selected = beside(small, "R3", "P2.1")
    assert (page.heading, selected) == ("SOURCE for R3", "P2")
    assert [block.text for block in item(page, "P1").blocks] == [
        "▸P1  A mill is planned and no site named.",
        "P1.1  names Northwind, Arland",
        "also rests on it: R1, M1",
    ]
    assert [i.blocks[0].text[:3] for i in page.items] == ["▸P1", "▸P2", "P3 "]
    assert [i.blocks[0].indent for i in page.items] == [0, 0, 1]  # in line with the others
    assert [i.blocks[0].style for i in page.items] == ["strong", "strong", "text"]
    assert page.items[0].blocks[0].spans[0].style == "cited"
    assert page.items[2].blocks[0].spans[0].style == "id"
    assert [i.opens for i in page.items] == ["P1", "P2", "P3"]


def test_how_to_add_the_copy_stands_below_the_sentence_looked_at(small: Brief) -> None:
    advice = how_to_read(small)
    for key, stop, there in (("R3", "P2.1", "P2"), ("J1", "T1", "T1 P3"), ("J1", "R1", "R1 P1.1")):
        page, _ = beside(small, key, stop)
        assert [i.key for i in page.items if i.blocks[-1].text == advice] == [there]


def test_with_ones_own_copy_the_sentence_stands_out_and_needs_no_card(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "mill", article=ARTICLE))
    page, selected = beside(brief, "F1", "P2.2")
    block = item(page, selected).blocks[0]
    marked = [block.text[span.start : span.end] for span in block.spans if span.style == "sentence"]
    assert marked == ["Its mill would cost over $20 million."]
    assert page.detail == "P2.2 · your copy"
    assert "beside the record" not in text_of(page)


def test_beside_a_judgment_stand_its_grounds_each_above_its_sentences(small: Brief) -> None:
    page, selected = beside(small, "J2", "J1")
    assert selected == "J1"
    assert [i.key for i in page.items] == keys(small, "J2")
    assert [i.opens for i in page.items] == ["C1", "P2.1", "J1", "R1", "P1.1", "T1", "P3", "A1"]
    assert [i.blocks[1].text for i in page.items if i.key in {"C1", "J1", "A1"}] == [
        "forecast: may",
        "our judgment",
        "our own, no sentence",
    ]


def test_a_changed_paragraph_says_so_beside_the_claim(tmp_path: Path) -> None:
    again = ("digest: A rival", 'changed: "2031-06-01"\n    digest: A rival')
    brief = changed(tmp_path, record=again)
    page, _ = beside(brief, "R3", "P1.1")
    assert "P2 changed on 2031-06-01: compare its points again" in text_of(item(page, "P2"))
    assert "changed on" not in text_of(item(page, "P1"))


def test_a_claim_that_cites_nothing_has_the_source_unmarked(small: Brief) -> None:
    page, selected = beside(small, "motives.so_what", "P2.1")
    assert selected == ""
    assert "▸" not in text_of(page)


# -- the same paragraph again


def test_a_sentence_that_stands_above_is_not_shown_again(tmp_path: Path) -> None:
    grounds = ("rests_on: [R1, T1, A1]", "rests_on: [C1, T3, K1, F1, T1, T2]")
    brief = changed(tmp_path, outlook=grounds)
    page, _ = beside(brief, "J1", "C1")
    assert text_of(page).count("A rival may follow.") == 1
    assert text_of(item(page, "T3 P2.1")) == "▸P2.1, as above"
    assert text_of(item(page, "K1 P2.2")).splitlines() == [
        "▸P2.2, as above",
        'P2.2  figures $20 million · words "would"',
    ]
    assert text_of(item(page, "F1 P2.2")).startswith("▸P2.2, as above")
    assert "figures" not in text_of(item(page, "F1 P2.2"))


def test_with_ones_own_copy_another_sentence_of_a_paragraph_stands_alone(tmp_path: Path) -> None:
    grounds = ("rests_on: [R1, T1, A1]", "rests_on: [C1, K1]")
    page, _ = beside(changed(tmp_path, article=ARTICLE, outlook=grounds), "J1", "C1")
    assert text_of(item(page, "K1 P2.2")) == "▸P2.2  Its mill would cost over $20 million."


# -- the claim above it


def test_a_claim_is_told_in_two_texts(small: Brief) -> None:
    assert claim_of(small, "C1") == ("C1", "Southgate may follow.")
    assert claim_of(small, "southgate") == (
        "Southgate",
        "Southgate may follow with a mill of its own.",
    )
    assert claim_of(small, "P2.1") == ("P2.1", 'names Southgate · words "may"')
    assert claim_of(small, "nobody") == ("nobody", "")


@pytest.mark.parametrize(
    ("size", "keys", "stands"),
    [
        ((40, 15), "s", True),
        ((80, 24), "s", True),
        ((80, 24), "", False),
        ((100, 30), "s", False),
        ((120, 36), "s", False),
    ],
)
def test_the_claim_stands_above_its_source_where_that_covers_it(
    small: Brief, size: tuple[int, int], keys: str, *, stands: bool
) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("7", *keys)
        there = [row for row in reading.rows("#claim") if "F1  Southgate's mill" in row]
        assert bool(there) == stands
        assert len(reading.rows("#claim")) == (2 if stands else 0)

    read(small, story, size=size)


def test_the_claim_stands_above_a_source_that_is_zoomed(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("7", "s", "tab", "z")
        assert "F1 Southgate's mill" in reading.words("#claim")

    read(small, story, size=(120, 36))


# -- the counter


def test_the_counter_goes_when_the_selection_moves_by_another_way(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("2", "G", "s")
        assert reading.message == "citation 1 of 2"
        await reading.press("n")
        assert reading.message == "citation 2 of 2"
        await reading.press("k")
        assert reading.message == ""
        await reading.press("G", "n", "tab", "k")
        assert reading.message == ""
        await reading.press("escape", "g", "s")
        assert reading.message == "citation 1 of 2"  # the entry has two points

    read(small, story, size=(120, 36))


def test_an_entry_is_called_by_its_title(small: Brief) -> None:
    assert beside(small, "arland", "R1")[0].heading == "SOURCE for Arland"
