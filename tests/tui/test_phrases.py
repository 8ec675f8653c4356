"""The same thing always in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from briefing.loading import load
from briefing.model.dates import Certainty, Span
from briefing.model.statements import by_id
from briefing.tui.presentation.phrases import (
    anchors,
    count,
    how_known,
    judged,
    quotation,
    sourcing,
    stance,
)
from tests.briefs import BRIEF, FILES, write_brief

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief


@pytest.mark.parametrize(
    ("certainty", "words"),
    [
        (Certainty.EXACT, ""),
        (Certainty.APPROXIMATE, ""),
        (Certainty.ONE_OF, "one day in this span"),
        (Certainty.COMPUTED, "computed"),
        (Certainty.ASSUMED, "computed from an assumed date"),
    ],
)
def test_how_a_date_is_known(certainty: Certainty, words: str) -> None:
    assert how_known(Span(None, None, certainty)) == words


def test_numbers_agree_with_their_nouns() -> None:
    assert [count(number, "point") for number in (0, 1, 2)] == ["0 points", "1 point", "2 points"]
    assert count(2, "match", "matches") == "2 matches"


def test_a_stance_names_the_word_that_carries_it(small: Brief) -> None:
    by_number = {point.id: point for point in small.timeline.points}
    assert stance(by_number["T2"]) == "attributed: observers say"
    assert stance(by_number["T3"]) == "stated"
    assert anchors(small.regions.points[0].at) == "P1.1 P2.1"
    assert anchors(()) == ""


def test_likelihood_always_has_its_range(small: Brief) -> None:
    assert [judged(small, judgment) for judgment in small.outlook.judgments] == [
        "Likely (55-80%)",
        "Roughly even chance (45-55%)",
    ]


def test_a_quotation_carries_its_citation(small: Brief) -> None:
    title = "(Northwind plans a mill in Arland)"
    source = "source: Northwind plans a mill, The Valley Post, 2031-05"
    sourced = f"({title[1:-1]}; {source})"
    assert quotation(small, "T2") == f"The mill opens. [T2 P3.1] {sourced}"
    assert quotation(small, "R3") == f"Two firms look at the same valley. [R3 P1.1 P2.1] {sourced}"
    assert quotation(small, "P2") == f"A rival may follow. [P2] {sourced}"
    assert quotation(small, "G1") == f"Where is the site? [G1] {title}"
    assert quotation(small, "nobody") == ""
    assert quotation(small, "arland").endswith(f". {title}")  # its name in the files says nothing
    assert all(quotation(small, key) for key in by_id(small))


def test_a_quotation_names_of_the_source_what_is_known_on_one_line(small: Brief) -> None:
    assert small.source
    record = replace(small.source, title="A\nmill", publisher=None, published=None)
    brief = replace(small, header=replace(small.header, title="One\n two"), source=record)
    assert quotation(brief, "T2") == "The mill opens. [T2 P3.1] (One two; source: A mill)"
    brief = replace(brief, source=replace(record, title=None))
    assert quotation(brief, "T2") == "The mill opens. [T2 P3.1] (One two)"


def test_the_title_row_says_where_from_and_how_old(tmp_path: Path) -> None:
    without = BRIEF.replace('as_of: "2031-05-04"\n', "")
    bare = "\n".join(line for line in without.splitlines() if "prepared" not in line)
    for number, (header, record, words) in enumerate(
        (
            (BRIEF, FILES["record"], "The Valley Post · as of 2031-05-04"),
            (BRIEF, None, "as of 2031-05-04"),
            (without, FILES["record"], "The Valley Post · prepared 2031-05-06"),
            (bare, FILES["record"], "The Valley Post"),
            (bare, None, ""),
        )
    ):
        folder = write_brief(tmp_path / str(number), brief=header, record=record)
        assert sourcing(load(folder)) == words
