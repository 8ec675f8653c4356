from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library import open_brief
from briefing.model.changes import Change, Wording, changes, told
from briefing.model.sections import SECTION_NAMES
from briefing.model.statements import statements
from tests.briefs import FILES, REGIONS, write_brief
from tests.examples import FEWER

if TYPE_CHECKING:
    from briefing.model.changes import Told

SHIPPED = Path(__file__).parents[2] / "content"


def between(tmp_path: Path, **files: str) -> list[Change]:
    """The changes from the brief of the tests to one with other files."""
    before = open_brief(write_brief(tmp_path / "before"))
    return changes(told(before), told(open_brief(write_brief(tmp_path / "after", **files))))


def test_nothing_changes_in_the_same_brief(tmp_path: Path) -> None:
    assert between(tmp_path) == []


def test_a_point_is_reworded_added_and_removed(tmp_path: Path) -> None:
    regions = (
        REGIONS.replace(
            "- {id: R2, text: No site is named., at: P1.2, note: The headline speaks of one.}",
            "- {id: R4, text: A site is named., at: P1.2, stance: reported, marker: said}",
        )
        .replace("in the same valley", "the same valley")
        .replace("same valley", "other valley")
    )
    assert between(tmp_path, regions=regions) == [
        Change(
            "regions",
            "R2",
            "removed",
            (
                Wording("text", "No site is named.", ""),
                Wording("stance", "stated", ""),
                Wording("at", "P1.2", ""),
                Wording("note", "The headline speaks of one.", ""),
                Wording("entry", "arland", ""),
            ),
        ),
        Change(
            "regions",
            "R4",
            "added",
            (
                Wording("text", "", "A site is named."),
                Wording("stance", "", "reported"),
                Wording("marker", "", "said"),
                Wording("at", "", "P1.2"),
                Wording("entry", "", "arland"),
            ),
        ),
        Change(
            "regions",
            "R3",
            "reworded",
            (
                Wording(
                    "text",
                    "Two firms look at the same valley.",
                    "Two firms look at the other valley.",
                ),
            ),
        ),
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("brief", "scale: icd203", "scale: phia", "overview brief scale"),
        ("brief", 'd: "2031-05"', 'd: "2031-06"', "overview brief assume.published"),
        ("outlook", "hood: likely", "hood: unlikely", "outlook J1 likelihood"),
        ("outlook", "up: A permit.", "up: Two permits.", "outlook J1 would_change.up"),
        ("outlook", "J1: up", "J1: down", "outlook W1 moves"),
        ("outlook", "[R1, R2]", "[R2]", "overview bottom_line rests_on"),
        ("outlook", "Watch the permits", "Watch", "outlook outlook.so_what text"),
        ("risks", "none stated", "a permit", "risks RK1 response"),
        ("timeline", "[12, 18]", "[12, 20]", "timeline T2 months"),
        ("figures", "value: $20", "value: $30", "figures F1 value"),
        ("figures", "    missing: The year of the prices.\n", "", "figures F1 missing"),
    ],
)
def test_a_change_names_its_section_its_statement_and_its_field(
    tmp_path: Path, name: str, old: str, new: str, expected: str
) -> None:
    assert old in FILES[name]
    (change,) = between(tmp_path, **{name: FILES[name].replace(old, new, 1)})
    (wording,) = change.wordings
    assert f"{change.section} {change.id} {wording.field}" == expected
    assert change.kind == "reworded"


def test_a_section_that_cannot_be_read_has_lost_nothing(tmp_path: Path) -> None:
    assert between(tmp_path, risks="entries: [", outlook="judgments: [") == []


def test_every_statement_is_told_in_reading_order() -> None:
    brief = open_brief(SHIPPED)
    said = [(section, name) for section, each in told(brief).items() for name in each]
    assert said == [("overview", "brief"), *((s.section, s.id) for s in statements(brief))]
    assert all(fields for each in told(brief).values() for fields in each.values())


def test_what_is_told_survives_json() -> None:
    said = told(open_brief(SHIPPED))
    assert json.loads(json.dumps(said)) == said


def test_what_was_removed_stands_behind_its_former_neighbour() -> None:
    before: Told = {"risks": {name: {"text": name} for name in "ABCDE"}}
    after: Told = {"risks": {name: {"text": name} for name in "FDB"}}
    found = [(change.kind, change.id) for change in changes(before, after)]
    assert found == [("removed", "A"), ("added", "F"), ("removed", "E"), ("removed", "C")]


WORDS = st.text("ab", min_size=1, max_size=2)
FIELDS = st.dictionaries(st.sampled_from(["text", "at", "note"]), WORDS, min_size=1)
TELLINGS = st.dictionaries(
    st.sampled_from(SECTION_NAMES), st.dictionaries(st.sampled_from("ABCDEF"), FIELDS)
)


@FEWER
@given(TELLINGS)
def test_a_telling_differs_in_nothing_from_itself(one: Told) -> None:
    assert changes(one, one) == []


@FEWER
@given(TELLINGS, TELLINGS)
def test_the_changes_lead_from_one_telling_to_the_other(before: Told, after: Told) -> None:
    both = [name for name in SECTION_NAMES if name in before and name in after]
    made = {section: {k: dict(v) for k, v in before[section].items()} for section in both}
    found = changes(before, after)
    for change in found:
        fields = made[change.section].setdefault(change.id, {})
        for field, old, new in change.wordings:
            assert fields.pop(field, "") == old
            if new:
                fields[field] = new
        if change.kind == "removed":
            assert made[change.section].pop(change.id) == {}
    assert made == {section: after[section] for section in both}
    order = [both.index(change.section) for change in found]
    assert order == sorted(order)


@FEWER
@given(TELLINGS, TELLINGS)
def test_turned_round_what_was_added_is_removed(before: Told, after: Told) -> None:
    there = {(c.section, c.id, c.kind) for c in changes(before, after)}
    back = {(c.section, c.id, c.kind) for c in changes(after, before)}
    other = {"added": "removed", "removed": "added", "reworded": "reworded"}
    assert back == {(section, name, other[kind]) for section, name, kind in there}
