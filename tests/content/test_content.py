"""The shipped brief: complete, short, and true to the record of its source.

The article is not here and is not needed: its record holds every figure and every hedging word.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.export import plain
from briefing.library import audit_of, open_brief, record_text, sourced
from briefing.model.points import Point
from briefing.model.statements import points, points_of, statements

if TYPE_CHECKING:
    from briefing.audit.report import Report
    from briefing.model.brief import Brief
    from briefing.model.source import Card, SourceRecord

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "content" / "anthropic-asia-pacific"
RECORD = ROOT / "seeds" / "anthropic-asia-pacific.yaml"
ARTICLE = ROOT.parent / "shared" / "seeds" / "000_b781413e11b707f6.txt"
HURRIED_WORDS = 560
# A point that opens so leans on another; one that says so adds a hedge the article does not have.
NOT_ALONE = re.compile(
    r"(they|it|its|it's|that|those|this|these|there|he|she|his|her|their|such|here)\b",
    re.IGNORECASE,
)
HEARSAY = re.compile(r"\b(is|are|was|were) (said|described|called|credited|presented)\b")


@pytest.fixture(scope="module")
def brief() -> Brief:
    return open_brief(FOLDER)


@pytest.fixture(scope="module")
def record(brief: Brief) -> SourceRecord:
    assert brief.source is not None
    return brief.source


@pytest.fixture(scope="module")
def all_points(brief: Brief) -> dict[str, Point]:
    return {point.id: point for point in points(brief)}


def _cards(record: SourceRecord) -> list[Card]:
    return [card for paragraph in record.paragraphs for card in paragraph.sentences]


def _words(text: str) -> int:
    return len(text.split())


def test_the_audit_finds_nothing_with_the_record_alone(brief: Brief) -> None:
    _is_clean(audit_of(brief))


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is its publisher's")
def test_nor_with_the_article(brief: Brief) -> None:
    report = audit_of(brief, sourced(brief, ARTICLE))
    _is_clean(report)
    assert len(report.done) == 18


def _is_clean(report: Report) -> None:
    assert [problem.headline() for problem in report.problems] == []
    assert (report.covered, report.sentences) == (38, 38)
    assert (report.kept, report.figures) == (15, 15)
    assert (report.points, report.hearsay, report.sources) == (81, 2, 1)


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is its publisher's")
def test_the_record_is_what_the_command_makes_of_the_article() -> None:
    made = record_text(ARTICLE, RECORD)
    assert made.text == RECORD.read_text(encoding="utf-8")
    assert made.told == "13 paragraphs, 38 sentences, 15 figures"


def test_the_record_holds_the_whole_article(record: SourceRecord) -> None:
    assert len(record.paragraphs) == 13
    assert [str(paragraph.at) for paragraph in record.paragraphs] == [
        f"P{number}" for number in range(1, 14)
    ]
    for paragraph in record.paragraphs:
        assert [str(card.at) for card in paragraph.sentences] == [
            f"{paragraph.at}.{number}" for number in range(1, len(paragraph.sentences) + 1)
        ]
    assert len(_cards(record)) == 38
    assert record.words == 806


def test_digests_are_short(record: SourceRecord) -> None:
    assert all(p.digest and _words(p.digest) <= 25 for p in record.paragraphs)


def test_hearsay_is_never_told_as_fact(all_points: dict[str, Point]) -> None:
    reported = {p.id for p in all_points.values() if p.marker == "reportedly"}
    assert reported == {"T02", "F05", "F11"}
    assert all(all_points[i].stance == "reported" for i in reported)
    assert all("reported" in all_points[i].text for i in reported)


def test_the_thirteen_figures(brief: Brief) -> None:
    assert [(figure.qualifier, figure.value, figure.unit) for figure in brief.figures.points] == [
        ("over", "$7 billion", None),
        (None, "hundreds of millions", "per site"),
        (None, "$2.9 billion", None),
        (None, "18-24", "months"),
        (None, "late 2027 or early 2028", None),  # two of the thirteen
        (None, "18", "months"),
        (None, "billions", None),
        (None, "billion-dollar", None),
        (None, "triple digits", "year over year"),
        (None, "billions", None),
        (None, "months", None),
        (None, "months-long", None),
    ]
    assert all(figure.missing for figure in brief.figures.points)


def test_one_point_stands_behind_each_amount(all_points: dict[str, Point]) -> None:
    microsoft = all_points["F08"]
    assert microsoft.at == ("P6.3",)
    assert set(microsoft.about) == {"microsoft", "japan"}
    same = {p.id: p.same_as for p in all_points.values() if p.same_as}
    assert same == {"T03": "F08", "F10": "T05", "F11": "T02", "F12": "T06", "F13": "T08"}
    # one that repeats another is about nobody: each panel shows the statement once
    assert [i for i in same if all_points[i].about] == []


def test_dates(brief: Brief) -> None:
    assert {i: (str(s.earliest), str(s.latest)) for i, s in brief.spans.items()} == {
        "T04": ("2026-05-01", "2026-05-31"),
        "T06": ("2027-10-01", "2028-03-31"),
        "T08": ("2027-11-01", "2027-11-30"),
    }


def test_every_entry_has_points(brief: Brief) -> None:
    entries = (*brief.regions.entries, *brief.motives.entries, *brief.competitors.entries)
    assert [entry.id for entry in entries if not points_of(brief, entry)] == []
    assert {entry.id for entry in entries} == {
        *("australia", "japan", "asia-pacific"),
        *("compute", "customers", "ownership", "chips", "demand"),
        *("openai", "google", "microsoft", "amazon", "nvidia"),
    }


def test_points_stand_alone(all_points: dict[str, Point]) -> None:
    assert [p.id for p in all_points.values() if NOT_ALONE.match(p.text)] == []
    assert [p.id for p in all_points.values() if HEARSAY.search(p.text)] == []
    assert [p.id for p in all_points.values() if _words(p.text) > 25] == []


def test_points_that_name_an_actor_are_about_it(brief: Brief) -> None:
    entries = (*brief.competitors.entries, *brief.regions.entries)
    for statement in statements(brief):
        point = statement.part
        if not isinstance(point, Point) or point.same_as:
            continue
        about = {*point.about, statement.entry}
        named = {e.id for e in entries if e.title in point.text and e.id != "asia-pacific"}
        assert named <= about, point.id


def test_bottom_line(brief: Brief) -> None:
    line = brief.outlook.bottom_line
    assert line is not None
    assert _words(line.text) <= 45
    assert line.rests_on


def test_judgments(brief: Brief) -> None:
    judgments = brief.outlook.judgments
    assert [(j.id, j.likelihood, j.confidence) for j in judgments] == [
        ("J1", "likely", "low"),
        ("J2", "roughly even chance", "low"),
        ("J3", "unlikely", "low"),
        ("J4", "likely", "moderate"),
        ("J5", "very unlikely", "low"),
    ]
    for judgment in judgments:
        assert len(judgment.title) <= 48
        assert judgment.because
        assert judgment.rests_on
        assert judgment.resolves_by
        assert judgment.would_change
        assert judgment.would_change.up
        assert judgment.would_change.down


def test_judgments_rest_on_what_supports_them(brief: Brief) -> None:
    rests_on = {j.id: set(j.rests_on) for j in brief.outlook.judgments}
    assert not rests_on["J2"] & {"M05", "K02"}
    assert "A1" in rests_on["J3"]
    assert "A1" in rests_on["J5"]


def test_risks(brief: Brief) -> None:
    assert len(brief.risks.entries) == 6
    for risk in brief.risks.entries:
        assert all((risk.cause, risk.event, risk.consequence, risk.bearer, risk.trigger))
        assert risk.confidence != "high"
        assert risk.rests_on
        assert risk.response
        assert (risk.response.text == "none stated") == (not risk.response.at)


def test_outlook(brief: Brief) -> None:
    outlook = brief.outlook
    assert len(outlook.tensions) == 9
    assert all(tension.at and tension.between for tension in outlook.tensions)
    moved = {name for watch in outlook.watch for name in watch.moves}
    assert moved >= {judgment.id for judgment in outlook.judgments}
    assert moved >= {risk.id for risk in brief.risks.entries}


def test_the_hurried_depth_is_short(brief: Brief) -> None:
    """All text of the curator's that the default export and the overview show."""
    outlook = brief.outlook
    gathered = (brief.regions, brief.motives, brief.competitors, brief.risks)
    sections = (*gathered, brief.timeline, brief.figures, outlook)
    assert outlook.bottom_line
    said = [
        outlook.bottom_line.text,
        *(f"{j.text} {j.because}" for j in outlook.judgments),
        *(section.so_what or "" for section in sections),
        *(f"{entry.title} {entry.summary}" for section in gathered for entry in section.entries),
        *(tension.title for tension in outlook.tensions),
        *(alternative.text for alternative in outlook.alternatives),
        *(gap.text for gap in outlook.gaps),
        *(watch.signal for watch in outlook.watch),
    ]
    assert _words(" ".join(said)) <= HURRIED_WORDS


def test_the_default_export_is_not_longer_than_the_source(
    brief: Brief, record: SourceRecord
) -> None:
    assert _words(plain(brief)) <= record.words


def test_files_are_plain_and_readable() -> None:
    for file in (*FOLDER.glob("*.yaml"), RECORD):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("# ")
        assert all(len(line) <= 100 for line in lines)
        assert all(line.isascii() for line in lines)
