"""Asking a library: for its briefs, what was left there, and what stands in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.model.entries import Risk
from briefing.model.points import Event
from briefing.model.wording import hedged
from briefing.search import Kept, Shelf
from briefing.search.fields import NAMED
from tests.search.shelves import mill, shelve, tram

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.search import Hit


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Three briefs: one large, and two editions of a small one."""
    later = 'format: 1\ntitle: The mill\nsubject: Westmark\nas_of: "2033"\n'
    old, new = mill(tmp_path), mill(tmp_path, later)
    shelve(tmp_path / "index", **{"a/old": old, "a/new": new, "tram": tram()})
    return Shelf.open(tmp_path / "index")


def test_a_brief_is_asked_for_by_its_key_its_folder_its_title_or_its_subject(shelf: Shelf) -> None:
    for query, keys in {
        "brief:a/old": {"a/old"},
        "brief:old": {"a/old"},
        "brief:a": {"a/old", "a/new"},
        'brief:"the mill"': {"a/new"},
        "brief:westmark": {"a/new"},
        "brief:old brief:tram": {"a/old", "tram"},
        "-brief:a/old in:risks": {"a/new", "tram"},
    }.items():
        results = shelf.search(query)
        assert {hit.brief for hit in results.hits} == keys
        assert results.messages == ()
    assert "did you mean 'old'?" in shelf.search("brief:ould").messages[0]


def test_the_title_of_a_brief_finds_its_bottom_line_first(shelf: Shelf) -> None:
    title = tram().header.title
    best, *_ = shelf.search(title).hits
    assert (best.brief, best.statement.id) == ("tram", "bottom_line")


def test_a_library_knows_what_was_marked_and_read_in_each_brief(shelf: Shelf) -> None:
    kept = Kept(
        frozenset({("a/old", "RK1"), ("tram", "RK2"), ("tram", "RK1"), ("gone", "RK1")}),
        frozenset({("a/old", "risks"), ("a/new", "risks"), ("tram", "figures")}),
    )
    hits = shelf.search("is:marked", kept=kept).hits
    assert {(hit.brief, hit.statement.id) for hit in hits} == kept.marked - {("gone", "RK1")}
    hits = shelf.search("in:risks is:unread", kept=kept).hits
    assert {hit.brief for hit in hits} == {"tram"}


def test_all_risks_stand_in_order_of_impact_then_likelihood(shelf: Shelf) -> None:
    results = shelf.listed("", "risk")
    assert {hit.brief for hit in results.hits} == {"a/old", "a/new", "tram"}
    assert results.total == len(results.hits) == results.counts["risks"]

    def weight(hit: Hit) -> tuple[int, int]:
        risk = hit.statement.part
        assert isinstance(risk, Risk)
        bounds = NAMED["likelihood"].bounds or {}
        return NAMED["impact"].values.index(risk.impact), bounds[risk.likelihood][0]

    weights = [weight(hit) for hit in results.hits]
    assert weights == sorted(weights, reverse=True)
    assert next(hit.brief for hit in results.hits if hit.brief != "tram") == "a/new"
    assert len(shelf.listed("", "risk", 2).hits) == 2
    some = shelf.listed("impact:high -brief:tram", "risk")
    assert {hit.brief for hit in some.hits} <= {"a/old", "a/new"}


def test_a_list_can_be_of_some_briefs_only(shelf: Shelf) -> None:
    assert {hit.brief for hit in shelf.listed("", "risk", within=["tram"]).hits} == {"tram"}
    assert {hit.brief for hit in shelf.listed("", "when", within=["a/old", "x"]).hits} == {"a/old"}
    assert shelf.listed("", "risk", within=[]).total == 0


def test_a_hit_says_what_only_its_brief_knows(shelf: Shelf) -> None:
    risks = shelf.listed("likelihood:likely", "risk", within=["a/new"]).hits
    assert [hit.told for hit in risks] == ["Likely (55-80%)"]
    spans = [
        tram().spans.get(h.statement.id) for h in shelf.listed("", "when", within=["tram"]).hits
    ]
    told = [hit.told for hit in shelf.listed("", "when", within=["tram"]).hits]
    assert told == [hedged(span) if span else "" for span in spans]
    assert any(told)


def test_all_events_stand_in_order_of_time_undated_ones_last(shelf: Shelf) -> None:
    results = shelf.listed("", "when")
    spans = [tram().spans.get(hit.statement.id) for hit in results.hits if hit.brief == "tram"]
    starts = [span and (span.earliest or span.latest) for span in spans]
    dated = [start for start in starts if start]
    assert starts == [*sorted(dated), *[None] * (len(starts) - len(dated))]
    assert {type(hit.statement.part) for hit in results.hits} == {Event}
    assert shelf.listed("zzzz", "when").total == 0


def test_every_statement_about_an_actor_in_all_briefs(shelf: Shelf) -> None:
    results = shelf.about("Southgate")
    assert {hit.brief for hit in results.hits} == {"a/old", "a/new"}
    assert [hit.brief for hit in results.hits] == sorted(hit.brief for hit in results.hits)
    assert {hit.statement.id for hit in results.hits} >= {"southgate"}
    assert results.total == len(results.hits)
    assert shelf.about("southgate").hits == results.hits
    assert shelf.about("south").total == 0
