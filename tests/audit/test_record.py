"""From an article to its record, and from an article that changed to its record made anew."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.audit.record import record_of, refreshed
from briefing.problems import BriefingError

if TYPE_CHECKING:
    from briefing.model.source import Paragraph, SourceRecord

TODAY = date(2031, 5, 4)
MILL = "Northwind plans a mill in Arland. It would cost over $20 million."
RIVAL = "Southgate has reportedly looked at Arland for months, while Eastlake already mills there."
DATE = "Work typically takes 12 to 18 months, says the Ministry of Trade."
TEXTS = st.text(st.characters(codec="utf-8"), max_size=300) | st.lists(
    st.sampled_from([*MILL.split(), *RIVAL.split(), *DATE.split(), "\n", "\n\n", "“", "$", "1,5"]),
    max_size=60,
).map(" ".join)


def record(*paragraphs: str) -> SourceRecord:
    text = "\n".join(paragraphs)
    return record_of(text.encode(), text, "mill.txt")


def annotated(made: SourceRecord) -> SourceRecord:
    """The record with what a curator writes into it: digests, and a reason to skip."""
    paragraphs = []
    for number, paragraph in enumerate(made.paragraphs, 1):
        cards = [replace(card, skip=f"because {number}") for card in paragraph.sentences]
        paragraphs.append(replace(paragraph, digest=f"digest {number}", sentences=tuple(cards)))
    return replace(made, title="The mill", paragraphs=tuple(paragraphs))


def skips(paragraph: Paragraph) -> list[str | None]:
    return [card.skip for card in paragraph.sentences]


def test_a_card_holds_figures_names_and_markers_and_no_sentence() -> None:
    made = record(MILL, RIVAL, DATE)
    assert (made.words, made.file, len(made.sha256)) == (37, "mill.txt", 64)
    first, second = made.paragraphs[0].sentences
    assert (first.at, first.names) == ("P1.1", ("Northwind", "Arland"))
    assert (second.figures, second.markers) == (("over $20 million",), ("would",))
    third = made.paragraphs[2].sentences[0]
    assert third.figures == ("12-18 months",)
    assert "typically" in third.markers


def test_hearsay_covers_its_own_clause() -> None:
    heard = record(MILL, RIVAL).paragraphs[1].sentences[0]
    assert heard.markers == ("reportedly",)
    assert set(heard.reported or ()) == {"Southgate", "Arland", "months"}
    assert "Eastlake" in heard.names


def test_the_name_of_a_speaker_is_a_name() -> None:
    said = record("The World Bank said that rates may fall.").paragraphs[0].sentences[0]
    assert said.names == ("World Bank",)


@pytest.mark.parametrize("text", ["", "\n\n  \n"])
def test_an_article_without_text_is_refused(text: str) -> None:
    with pytest.raises(BriefingError, match=r"no text in mill\.txt"):
        record_of(text.encode(), text, "mill.txt")


def test_more_than_anchors_can_name_is_refused() -> None:
    with pytest.raises(BriefingError, match="paragraph 10000"):
        record(*["One."] * 10_000)


def test_the_same_text_keeps_all_that_was_written() -> None:
    old = annotated(record(MILL, RIVAL, DATE))
    assert refreshed(record(MILL, RIVAL, DATE), old, TODAY) == old


def test_a_paragraph_that_is_added_at_the_end_marks_nothing() -> None:
    old = annotated(record(MILL, RIVAL))
    new = refreshed(record(MILL, RIVAL, DATE), old, TODAY)
    assert new.paragraphs[:2] == old.paragraphs
    assert [p.changed for p in new.paragraphs] == [None, None, None]
    assert new.paragraphs[2].digest is None


def test_a_paragraph_that_is_put_between_marks_it_and_all_that_moved() -> None:
    old = annotated(record(MILL, RIVAL))
    new = refreshed(record(MILL, DATE, RIVAL), old, TODAY).paragraphs
    assert [p.changed for p in new] == [None, "2031-05-04", None]
    assert (new[1].digest, new[1].was) == (None, None)
    assert (new[2].digest, new[2].was, skips(new[2])) == ("digest 2", "P2", ["because 2"])


def test_a_text_that_changed_keeps_its_digest_and_is_marked() -> None:
    old = annotated(record(MILL, RIVAL))
    new = refreshed(record(MILL.replace("20", "30"), RIVAL), old, TODAY).paragraphs
    assert [p.changed for p in new] == ["2031-05-04", None]
    assert new[0].digest == "digest 1"
    assert skips(new[0]) == ["because 1", None]  # its second sentence is another one


def test_two_paragraphs_that_change_places_are_both_marked() -> None:
    old = annotated(record(MILL, RIVAL))
    new = refreshed(record(RIVAL, MILL), old, TODAY).paragraphs
    assert [(p.digest, p.was, p.changed) for p in new] == [
        ("digest 2", "P2", "2031-05-04"),
        ("digest 1", "P1", "2031-05-04"),
    ]


def test_a_mark_stays_until_it_is_taken_away() -> None:
    old = annotated(record(MILL))
    changed = refreshed(record(RIVAL), old, TODAY)
    assert refreshed(record(RIVAL), changed, date(2032, 1, 1)) == changed


def anchored(text: str) -> list[tuple[str, str]]:
    """The paragraphs of a text; none where it has no text."""
    try:
        made = record_of(b"", text, "mill.txt")
    except BriefingError:
        return []
    for paragraph in made.paragraphs:
        assert [card.at for card in paragraph.sentences] == [
            f"{paragraph.at}.{number}" for number in range(1, len(paragraph.sentences) + 1)
        ]
    return [(p.at, p.fingerprint) for p in made.paragraphs]


@given(TEXTS)
def test_no_text_raises(text: str) -> None:
    assert bool(anchored(text)) == bool(text.strip())


@given(TEXTS, TEXTS)
def test_anchors_stay_when_a_paragraph_is_added(text: str, more: str) -> None:
    before, after = anchored(text), anchored(f"{text}\n\n{more}")
    assert after[: len(before)] == before
