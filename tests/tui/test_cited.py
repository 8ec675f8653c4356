"""A sentence of the source: its words or its card, what rests on it, what nothing accounts for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from briefing.loading import load
from briefing.model.statements import points
from briefing.tui.places import Place
from briefing.tui.presentation.cited import (
    Claim,
    coverage,
    extent,
    how_to_read,
    once,
    passage,
    resting_on,
    sentence_at,
    sentence_text,
    subject,
    suspect,
    told,
)
from briefing.tui.presentation.evidence import evidence
from briefing.tui.presentation.page import Block
from briefing.tui.presentation.phrases import quotation
from tests.briefs import ARTICLE, write_brief
from tests.tui.changed import AGAIN, changed
from tests.tui.pages import headings, item, page, text_of
from tests.tui.reading import read

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.model.points import Point
    from briefing.model.source import Card, Paragraph
    from tests.tui.reading import Reading


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    """The small brief with the reader's own copy of its article."""
    return load(write_brief(tmp_path_factory.mktemp("copy") / "mill", article=ARTICLE))


def sentence(brief: Brief, at: str) -> tuple[Paragraph, Card]:
    found = sentence_at(brief, at)
    assert found is not None
    return found


def point(brief: Brief, name: str) -> Point:
    return next(each for each in points(brief) if each.id == name)


def marked(block: Block, style: str = "sentence") -> list[str]:
    return [block.text[span.start : span.end] for span in block.spans if span.style == style]


def test_a_key_ends_with_what_it_is_about() -> None:
    assert subject("R1 P1.2") == "P1.2"
    assert subject("3 J1") == "J1"
    assert subject("bottom_line") == "bottom_line"
    assert subject("") == ""


def test_a_sentence_is_found_by_its_anchor_and_nothing_else_is(small: Brief) -> None:
    paragraph, card = sentence(small, "P2.2")
    assert (paragraph.at, card.at) == ("P2", "P2.2")
    for key in ("P2", "P2.3", "P9.1", "R1", "", "P", "P.1", "x.y", "regions.so_what"):
        assert sentence_at(small, key) is None


def test_without_a_record_there_are_no_sentences(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "mill", record=None))
    assert sentence_at(brief, "P1.1") is None
    assert how_to_read(brief) == ""


def test_the_words_of_a_sentence_are_shown_where_they_are_at_hand(
    small: Brief, copy: Brief
) -> None:
    assert sentence_text(copy, *sentence(copy, "P1.2")) == "It names no site."
    assert sentence_text(small, *sentence(small, "P1.2")) == ""
    paragraph = sentence(copy, "P1.1")[0]
    assert extent(copy, paragraph, paragraph.at) is None  # a paragraph is no sentence


def test_the_cited_sentence_is_marked_in_its_paragraph(copy: Brief) -> None:
    paragraph, card = sentence(copy, "P1.2")
    block, *below = passage(copy, paragraph, Claim([card.at], "R2"), Block("▸P1  "))
    assert block.text == "▸P1  Northwind plans a mill in Arland. It names no site."
    assert marked(block) == ["It names no site."]
    assert below == []  # no card beside the words, and nothing else rests on them


def test_of_two_cited_sentences_the_one_looked_at_stands_out(copy: Brief) -> None:
    paragraph = sentence(copy, "P2.1")[0]
    both = [card.at for card in paragraph.sentences]
    block = passage(copy, paragraph, Claim(both, current="P2.2"))[0]
    assert marked(block) == ["Its mill would cost over $20 million."]
    assert marked(block, "strong") == ["Southgate may follow."]
    first = passage(copy, paragraph, Claim(both))[0]
    assert marked(first) == ["Southgate may follow."]


def test_where_the_text_falls_into_other_sentences_the_paragraph_is_marked_alone(
    tmp_path: Path,
) -> None:
    brief = changed(
        tmp_path, article=ARTICLE, record=("      - {at: P1.2}\n", ""), regions=("P1.2", "P1.1")
    )
    assert brief.article
    paragraph, card = sentence(brief, "P1.1")
    block, shown, _also = passage(brief, paragraph, Claim([card.at], "R1"), None)
    assert marked(block) == []
    assert shown.text == "P1.1  names Northwind, Arland"
    assert sentence_text(brief, paragraph, card) == ""


def test_a_card_names_what_is_hearsay_in_it(tmp_path: Path) -> None:
    record = ("markers: would}", "markers: would, reported: $20 million}")
    brief = changed(tmp_path, record=record)
    card = sentence(brief, "P2.2")[1]
    assert told(card) == 'figures $20 million · words "would" (hearsay: $20 million)'


def test_what_rests_on_a_sentence_cites_it_or_its_paragraph(small: Brief) -> None:
    assert resting_on(small, "P1.1") == ["R1", "R3", "M1"]
    assert resting_on(small, "P3.1") == ["T1", "T2", "X1"]  # T1 cites the paragraph
    assert resting_on(small, "P3") == ["T1"]
    assert resting_on(small, "P9.9") == []


def test_what_is_done_about_a_risk_rests_on_its_sentence(tmp_path: Path) -> None:
    brief = changed(tmp_path, risks=("{text: none stated}", "{text: A permit., at: P1.2}"))
    assert resting_on(brief, "P1.2") == ["R2", "RK1"]


def test_a_sentence_without_a_point_is_said_to_be_uncovered(tmp_path: Path) -> None:
    brief = changed(
        tmp_path,
        regions=("at: P1.2", "at: P1.1"),
        risks=("{text: none stated}", "{text: A permit., at: P1.2}"),
    )
    assert coverage(brief, sentence(brief, "P1.2")[1]) == "no point covers it"  # a risk is none
    assert coverage(brief, sentence(brief, "P1.1")[1]) == ""
    listed = item(page(brief, "source"), "P1").blocks
    assert (listed[1].text, listed[1].style) == ("no point covers P1.2", "warning")
    opened = page(brief, "source", "P1")
    assert "no point covers it" in text_of(item(opened, "P1.2"))
    assert "no point covers it" in text_of(page(brief, "source", "P1.2"))
    assert "no point covers it" in text_of(evidence(brief, "P1"))
    assert "rests on it: RK1" in text_of(item(opened, "P1.2"))
    alone = changed(tmp_path / "alone", regions=("at: P1.2", "at: P1.1"))
    assert coverage(alone, sentence(alone, "P1.2")[1]) == "not covered"


def test_a_sentence_left_out_on_purpose_says_why(tmp_path: Path) -> None:
    reason = "- {at: P1.2, skip: It says nothing new.}"
    brief = changed(tmp_path, regions=("at: P1.2", "at: P1.1"), record=("- {at: P1.2}", reason))
    assert coverage(brief, sentence(brief, "P1.2")[1]) == "skipped: It says nothing new."
    assert len(item(page(brief, "source"), "P1").blocks) == 1
    assert "skipped: It says nothing new." in text_of(page(brief, "source", "P1"))
    partly = changed(tmp_path / "partly", record=("- {at: P1.2}", reason))
    card = sentence(partly, "P1.2")[1]
    assert coverage(partly, card) == "skipped in part: It says nothing new."


def test_every_sentence_of_the_shipped_brief_has_a_page_of_its_own(shipped: Brief) -> None:
    assert shipped.source
    for paragraph in shipped.source.paragraphs:
        keys = [i.key for i in page(shipped, "source", paragraph.at).items]
        for card in paragraph.sentences:
            assert card.at in keys
            opened = page(shipped, "source", card.at)
            assert opened.heading == f"SOURCE · {card.at}"
            assert [i.key for i in opened.items if i.key][: len(resting_on(shipped, card.at))] == (
                resting_on(shipped, card.at)
            )


def test_a_sentence_lists_all_that_rests_on_it_and_what_that_bears(small: Brief) -> None:
    opened = page(small, "source", "P2.1")
    assert headings(opened) == ["CITED BY", "WHICH BEAR"]
    assert [i.key for i in opened.items if i.key] == ["R3", "C1", "T3", "J2"]
    assert item(opened, "J2").blocks[0].right == "through C1"
    assert all(i.opens == i.key for i in opened.items if i.key)
    told_of = text_of(opened)
    assert told_of.startswith('names Southgate · words "may"\nIts paragraph: A rival may follow.')
    assert how_to_read(small) in told_of


def test_one_reads_the_sentence_itself_in_ones_own_copy(copy: Brief) -> None:
    assert text_of(page(copy, "source", "P2.1")).startswith("Southgate may follow.\nCITED BY")
    sentences = page(copy, "source", "P2")
    assert item(sentences, "P2.2").blocks[0].text == "P2.2  Its mill would cost over $20 million."
    beside = text_of(evidence(copy, "P2.2"))
    assert "Its mill would cost over $20 million." in beside
    assert "F1  Southgate's mill would cost over $20 million." in beside


def test_the_evidence_of_a_sentence_is_its_card_and_what_rests_on_it(small: Brief) -> None:
    shown = evidence(small, "R3 P2.1")
    assert shown.heading == "EVIDENCE P2.1"
    assert text_of(shown).startswith(
        'P2.1\nour digest\nA rival may follow.\nP2.1  names Southgate · words "may"'
    )
    assert [i.key for i in shown.items if i.key] == ["R3", "C1", "T3", "J2"]


def test_what_nothing_rests_on_says_so(tmp_path: Path) -> None:
    brief = changed(tmp_path, regions=("at: P1.2", "at: P1.1"))
    assert "No statement rests on it." in text_of(evidence(brief, "P1.2"))


def test_what_changed_has_to_be_seen_again(tmp_path: Path) -> None:
    brief = changed(tmp_path, record=AGAIN)
    said = "P2 changed on 2031-06-01: compare this point again"
    assert suspect(brief, point(brief, "C1")) == said
    assert suspect(brief, point(brief, "R1")) == ""
    for text in (
        text_of(item(page(brief, "source"), "P2")),
        text_of(page(brief, "source", "P2.1")),
        text_of(evidence(brief, "P2")),
        text_of(evidence(brief, "C1")),
        text_of(item(page(brief, "competitors", "southgate"), "C1")),
        text_of(item(page(brief, "figures"), "F1")),
        text_of(item(page(brief, "timeline"), "T3")),
        text_of(item(evidence(brief, "J2"), "C1")),
    ):
        assert "P2 changed on 2031-06-01" in text
    opened = text_of(page(brief, "source", "P2"))
    assert "P2 changed on 2031-06-01: compare its points again" in opened
    assert "before: P4" in opened
    assert "changed" not in text_of(item(page(brief, "source"), "P1"))


def test_a_pane_says_only_once_in_full_what_changed(tmp_path: Path) -> None:
    brief = changed(tmp_path, record=AGAIN)
    for found in (evidence(brief, "C1"), evidence(brief, "P2"), page(brief, "source", "P2")):
        told_of = text_of(found)
        assert told_of.count("changed on 2031-06-01: compare") == 1
    assert "\nP2 changed\n" in text_of(page(brief, "source", "P2"))
    assert once(brief, page(brief)) == page(brief)


# -- how to read the sentence itself


def beside_record(brief: Brief, folder: Path) -> Brief:
    return msgspec.structs.replace(brief, paths={"source": folder / "x" / ".." / "record.source"})


def test_the_folder_of_the_record_is_named_as_one_would_type_it(
    small: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/people/one")
    for folder, shown in (
        (tmp_path / "seeds", "into seeds/"),
        (tmp_path, "into this folder"),
        (Path("/people/one/briefs"), "into ~/briefs/"),
        (Path("/people/one"), "into ~/"),
        (Path("/people/onerous"), "into /people/onerous/"),
        (Path("/a\x1b[31m"), "into /a\u241b[31m/"),
        (Path("/" + "long/" * 20), "beside the record"),
    ):
        assert how_to_read(beside_record(small, folder)) == (
            f"Put article.txt {shown} and open the brief again to read the sentence itself."
        )


def test_where_the_folder_is_gone_or_unknown_the_record_is_named(
    small: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> str:
        raise FileNotFoundError

    monkeypatch.setattr("os.getcwd", gone)
    nowhere = msgspec.structs.replace(small, paths={})
    assert how_to_read(nowhere).startswith("Put article.txt beside the record and open")
    assert "/seeds/ and open" in how_to_read(beside_record(small, Path("/seeds")))


def test_a_copy_that_differs_or_cannot_be_read_is_said_to(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "mill", article=ARTICLE + "More.\n"))
    assert how_to_read(brief) == (
        "Your copy of the article differs from the one the record was made from."
    )
    folder = write_brief(tmp_path / "folder")
    (brief.paths["source"].parents[1] / "folder" / "article.txt").mkdir()
    assert how_to_read(load(folder)) == "Your copy of the article cannot be read."


@pytest.mark.parametrize(
    ("day", "again"), [("2031-05-31", True), ("2031-06-01", False), ("2031", True)]
)
def test_who_looked_after_the_change_has_seen_it_again(
    tmp_path: Path, day: str, *, again: bool
) -> None:
    seen = f'marker: may, checked: {{by: B. Reader, on: "{day}"}}}}'
    brief = changed(tmp_path, record=AGAIN, competitors=("marker: may}", seen))
    assert brief.problems == ()
    assert bool(suspect(brief, point(brief, "C1"))) == again
    told_of = text_of(item(page(brief, "competitors", "southgate"), "C1"))
    assert f"forecast: may · P2.1 · checked by B. Reader on {day}" in told_of
    assert f"Checked   by B. Reader on {day}" in text_of(evidence(brief, "C1"))


def test_a_sentence_is_quoted_with_its_anchor_where_its_words_are_at_hand(
    small: Brief, copy: Brief
) -> None:
    assert quotation(copy, "P1.2") == (
        "It names no site. [P1.2] (Northwind plans a mill in Arland;"
        " source: Northwind plans a mill, The Valley Post, 2031-05)"
    )
    assert quotation(small, "P1.2") == ""

    async def story(reading: Reading) -> None:
        await reading.press("9", "enter", "y")
        assert reading.app.clipboard == ""
        assert reading.message == "The words of this sentence are not at hand."

    read(small, story)


def test_enter_leads_from_the_source_to_a_paragraph_to_a_sentence_and_on(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("9", "j", "enter")
        assert (reading.heading, reading.pane().key) == ("SOURCE · P2", "P2.1")
        assert reading.side_heading == "EVIDENCE P2.1"
        await reading.press("j", "enter")
        assert reading.heading == "SOURCE · P2.2"
        await reading.press("enter")
        assert reading.place == Place("risks", item="K1")
        await reading.press("<", "escape")
        assert (reading.heading, reading.pane().key) == ("SOURCE · P2", "P2.2")
        await reading.press("escape")
        assert (reading.heading, reading.pane().key) == ("SOURCE", "P2")

    read(small, story, size=(120, 36))
