"""The second brief: begun with `briefing new`, complete, and clean; its article is ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from briefing.export import plain
from briefing.library import audit_of, index_of, open_brief, record_text, sourced
from briefing.model.dates import Certainty
from briefing.model.entries import Role
from briefing.model.points import Stance, Status
from briefing.model.sections import SECTION_NAMES
from briefing.model.statements import points, points_of, statements
from tests.briefs import TRAM

if TYPE_CHECKING:
    from briefing.model.brief import Brief

SEEDS = TRAM.parents[1] / "seeds"
ARTICLE = SEEDS / "harbour-tram.txt"


@pytest.fixture(scope="module")
def brief() -> Brief:
    return open_brief(TRAM)


def test_it_has_no_problem_and_no_warning_with_its_article_or_without(brief: Brief) -> None:
    assert brief.article
    for report in (audit_of(brief), audit_of(brief, sourced(brief)._replace(article=None))):
        assert [problem.headline() for problem in report.problems] == []
        assert (report.covered, report.sentences) == (51, 51)
        assert (report.kept, report.figures) == (42, 42)


def test_its_record_is_what_the_command_makes_of_the_article() -> None:
    made = record_text(ARTICLE, SEEDS / "harbour-tram.yaml")
    assert made.text == (SEEDS / "harbour-tram.yaml").read_text("utf-8")
    assert all(paragraph.digest for paragraph in made.record.paragraphs)
    assert 500 <= made.record.words <= 800


def test_every_section_has_something(brief: Brief) -> None:
    assert {statement.section for statement in statements(brief)} == set(SECTION_NAMES)
    outlook = brief.outlook
    assert outlook.bottom_line
    assert len(outlook.judgments) == 4
    assert all(len(each) > 1 for each in (outlook.assumptions, outlook.alternatives))
    assert all(len(each) > 3 for each in (outlook.tensions, outlook.gaps, outlook.watch))
    entries = (*brief.regions.entries, *brief.motives.entries, *brief.competitors.entries)
    assert all(points_of(brief, entry) for entry in entries)


def test_it_uses_what_the_format_has(brief: Brief) -> None:
    assert brief.header.scale == "phia"
    assert {role for actor in brief.competitors.entries for role in actor.roles} == {
        *get_args(Role)
    }
    assert max(len(actor.roles) for actor in brief.competitors.entries) == 3
    assert {point.stance for point in points(brief)} == {*get_args(Stance)}
    assert {event.status for event in brief.timeline.points} == {*get_args(Status)}
    assert {figure.qualifier for figure in brief.figures.points} == {
        *(None, "about", "at least", "nearly", "under", "up to")
    }


def test_its_events_are_dated_in_every_way(brief: Brief) -> None:
    spans, events = brief.spans, brief.timeline.points
    assert spans["T17"].earliest == spans["T17"].latest
    assert (spans["T48"].latest, spans["T49"].earliest) == (None, None)
    assert {span.certainty for span in spans.values()} == {
        *(Certainty.EXACT, Certainty.ONE_OF, Certainty.COMPUTED, Certainty.ASSUMED)
    }
    assert [event.id for event in events if event.id not in spans] == ["T38", "T18"]


def test_its_risks_lie_in_four_cells_two_in_one(brief: Brief) -> None:
    cells = [(risk.likelihood, risk.impact) for risk in brief.risks.entries]
    assert (len(cells), len(set(cells))) == (5, 4)


def test_it_can_be_searched(brief: Brief) -> None:
    hits = index_of(brief).search("steel").hits
    assert {hit.statement.id for hit in hits} >= {"C22", "X4", "brennholt"}
    assert index_of(brief).search("Ostrand in:figures").hits[0].statement.id == "F13"


def test_every_section_is_exported_with_all_it_has(brief: Brief) -> None:
    for name in SECTION_NAMES:
        text = plain(brief, sections=("overview", name), full=True)
        mine = [s.id for s in statements(brief) if s.section == name and s.id[:1].isupper()]
        assert [each for each in mine if name != "source" and each not in text] == []
