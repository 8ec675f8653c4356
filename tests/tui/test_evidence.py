"""What stands beside a statement: every part of it, for every kind of statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.loading import load
from briefing.model.statements import by_id, points_of
from briefing.tui.presentation.cited import how_to_read
from briefing.tui.presentation.evidence import evidence
from briefing.tui.presentation.why import called
from tests.briefs import ARTICLE, BRIEF, COMPETITORS, write_brief
from tests.tui.pages import headings, item, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief


def keys(brief: Brief, key: str) -> list[str]:
    return [item.key for item in evidence(brief, key).items if item.key]


def test_every_statement_has_evidence_under_its_own_name(small: Brief, shipped: Brief) -> None:
    for brief in (small, shipped):
        for key in by_id(brief):
            page = evidence(brief, key)
            assert page.items, key
            assert page.heading == f"EVIDENCE {called(by_id(brief)[key])}"
    assert evidence(small, "southgate").heading == "EVIDENCE Southgate"
    assert evidence(small, "RK1").heading == "EVIDENCE RK1"
    assert evidence(small, "motives.so_what").heading == "EVIDENCE so what"


def test_what_the_audit_found_in_a_statement_stands_first(small: Brief) -> None:
    page = evidence(small, "C1", ["audit: 'may' is lost"])
    assert page.items[0].blocks[0][:2] == ("audit: 'may' is lost", "warning")
    assert page.items[1:] == evidence(small, "C1").items


def test_behind_a_point_stand_its_paragraphs_its_sentences_and_how_it_is_said(small: Brief) -> None:
    page = evidence(small, "C1")
    assert keys(small, "C1") == ["P2"]
    block, digest, card, also = item(page, "P2").blocks
    assert (block.text, block.style, block.right) == ("P2", "cited", "our digest")
    assert digest.text == "A rival may follow."
    assert (card.text, card.style) == ('P2.1  names Southgate · words "may"', "strong")
    assert also.text == "also rests on it: R3, T3"
    advice = page.items[1].blocks[0].text
    assert advice == how_to_read(small)
    assert "Stance    forecast: may" in text_of(page)


def test_only_the_cited_sentences_are_shown_and_each_paragraph_once(small: Brief) -> None:
    assert keys(small, "R3") == ["P1", "P2"]
    told = text_of(evidence(small, "R3"))
    assert "P1.1  names Northwind, Arland" in told
    assert 'P2.1  names Southgate · words "may"' in told
    assert "P1.2" not in told
    assert "P2.2" not in told


def test_an_anchor_of_a_whole_paragraph_shows_the_paragraph(small: Brief) -> None:
    page = evidence(small, "T1")
    assert len(item(page, "P3").blocks) == 2  # its name and its digest: no sentence is named


def test_a_sentence_of_which_nothing_is_known_says_so(small: Brief) -> None:
    assert "P1.2  no figure, name or marker" in text_of(evidence(small, "R2"))


def test_the_analysts_note_stands_with_the_point(small: Brief) -> None:
    assert "Note      The headline speaks of one." in text_of(evidence(small, "R2"))


def test_a_point_names_what_bears_on_it(small: Brief) -> None:
    assert "Bears on  bottom line, J1" in text_of(evidence(small, "R1"))
    assert "Bears on" not in text_of(evidence(small, "M1"))


def test_behind_a_figure_stand_its_unit_and_what_is_left_out(small: Brief) -> None:
    told = text_of(evidence(small, "F1"))
    assert "Unit      US dollars" in told
    assert "Left out  The year of the prices." in told
    assert "Same as   K1" in told


@pytest.mark.parametrize(
    ("key", "when"),
    [
        ("T1", "late 2031 or early 2032: 2031-10 to 2032-03 · one day in this span · estimated"),
        ("T2", "12 to 18 months after it begins: 2032-10 to 2033-09 · computed · 12 to 18 months"),
    ],
)
def test_behind_an_event_stands_when_and_how_that_is_known(
    small: Brief, key: str, when: str
) -> None:
    assert f"When      {when}" in text_of(evidence(small, key))


def test_an_undated_event_has_its_time_in_the_words_of_the_source(small: Brief) -> None:
    assert "When      later · estimated" in text_of(evidence(small, "T3"))


def test_a_judgment_has_its_likelihood_apart_from_its_confidence(small: Brief) -> None:
    page = evidence(small, "J1")
    odds, sure, why = page.items[:3]
    assert odds.blocks[0].text == "Likely (55-80%)"
    assert "Northwind begins work" in odds.blocks[1].text
    assert sure.blocks[0].text == "Confidence: ●○○ low"
    assert [block.text for block in why.blocks] == [
        "Because  One source, and no site.",
        "Up if    A permit.",
        "Down if  A mill elsewhere.",
    ]
    assert headings(page) == ["RESTS ON"]
    assert keys(small, "J1") == ["R1", "T1", "A1"]


def test_a_judgment_that_rests_on_another_leads_to_it(small: Brief) -> None:
    page = evidence(small, "J2")
    assert item(page, "J1").opens == "J1"
    assert item(page, "C1").opens == ""
    assert "Because" not in text_of(page)


def test_a_risk_and_the_bottom_line_show_what_they_rest_on(small: Brief) -> None:
    assert keys(small, "RK1") == ["R2", "T2"]
    assert keys(small, "bottom_line") == ["R1", "R2"]
    assert "No site is named." in text_of(evidence(small, "bottom_line"))


def test_an_entry_shows_all_points_on_it(small: Brief) -> None:
    assert keys(small, "arland") == ["R1", "R2"]
    assert keys(small, "northwind") == ["R1"]  # it has none of its own, R1 is about it


def test_a_tension_shows_what_does_not_fit_and_where(small: Brief) -> None:
    assert keys(small, "X1") == ["T1", "T2", "P3"]


def test_a_paragraph_shows_its_sentences_and_what_cites_it(small: Brief) -> None:
    page = evidence(small, "P2")
    assert keys(small, "P2") == ["R3", "C1", "K1", "T3", "F1"]
    assert headings(page) == ["CITED BY 5 POINTS"]
    assert text_of(page).startswith(
        'P2.1  names Southgate · words "may"\nP2.2  figures $20 million · words "would"'
    )


@pytest.mark.parametrize("key", ["A1", "H1", "G1", "W1", "motives.so_what"])
def test_what_is_the_analysts_alone_says_so(small: Brief, key: str) -> None:
    page = evidence(small, key)
    assert text_of(page) == "The analyst's own words."
    assert keys(small, key) == []


@pytest.mark.parametrize("key", ["", "regions.yaml:1:2", "R99"])
def test_where_no_statement_is_selected_it_is_said(small: Brief, key: str) -> None:
    page = evidence(small, key)
    assert (page.heading, text_of(page)) == ("EVIDENCE", "No statement is selected.")


def test_the_readers_own_copy_takes_the_place_of_the_digest(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "brief", article=ARTICLE))
    block, paragraph, also = item(evidence(brief, "C1"), "P2").blocks
    assert block.right == "your copy"
    assert paragraph.text == "Southgate may follow. Its mill would cost over $20 million."
    marked = [paragraph.text[s.start : s.end] for s in paragraph.spans if s.style == "sentence"]
    assert marked == ["Southgate may follow."]
    assert also.text == "P2.1  also rests on it: R3, T3"
    assert "beside the record" not in text_of(evidence(brief, "C1"))


def test_without_a_record_the_rest_is_there(tmp_path: Path) -> None:
    header = BRIEF.replace("source: record.source\n", "")
    brief = load(write_brief(tmp_path / "brief", brief=header, record=None))
    told = text_of(evidence(brief, "C1"))
    assert "This brief has no source record." in told
    assert "Stance    forecast: may" in told


def test_points_elsewhere_that_are_about_an_entry_count_for_it(tmp_path: Path) -> None:
    own = COMPETITORS.replace("marker: may}", "marker: may, about: northwind}")
    brief = load(write_brief(tmp_path / "brief", competitors=own))
    assert keys(brief, "northwind") == ["R1", "C1"]
    assert [p.id for p in points_of(brief, brief.competitors.entries[1])] == ["C1"]
