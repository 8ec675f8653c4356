from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.library import open_brief
from briefing.loading import load
from briefing.loading.walk import struct_reader
from briefing.model.statements import statements
from briefing.problems import Mark
from tests.briefs import write_brief
from tests.loading.helpers import loaded

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief


@pytest.fixture
def brief(tmp_path: Path) -> Brief:
    return load(write_brief(tmp_path / "mill"))


POSITIONS = {
    ("overview", "title"): ("brief.yaml", "Northwind plans a mill in Arland\nsubject"),
    ("overview", "prepared.by"): ("brief.yaml", "A. Curator, on"),
    ("regions", "so_what"): ("regions.yaml", "The mill binds"),
    ("arland", ""): ("regions.yaml", "id: arland"),
    ("arland", "place"): ("regions.yaml", "Arland\n    summary"),
    ("R1", "text"): ("regions.yaml", "Northwind plans a mill in Arland., at: P1.1"),
    ("R3", "at.2"): ("regions.yaml", "P2.1], stance: inferred}"),
    ("J1", "would_change.up"): ("outlook.yaml", "A permit., down"),
    ("J1", "rests_on.3"): ("outlook.yaml", "A1]"),
    ("RK1", "response.text"): ("risks.yaml", "none stated}"),
    ("W1", "moves.J1"): ("outlook.yaml", "up, RK1"),
    ("outlook", "bottom_line.text"): ("outlook.yaml", "A plan without"),
    ("P2", "digest"): ("record.source", "A rival may follow."),
    ("P2.2", "figures"): ("record.source", "$20 million, markers"),
    ("source", "words"): ("record.source", "31"),
}


@pytest.mark.parametrize("position", POSITIONS)
def test_every_value_has_its_position(brief: Brief, position: tuple[str, str]) -> None:
    name, there = POSITIONS[position]
    mark = brief.positions[position]
    path = brief.path_of(mark)
    assert path is not None
    assert path.name == name
    lines = path.read_text().splitlines(keepends=True)[mark.line - 1 :]
    assert "".join(lines)[mark.column - 1 :].startswith(there)


def test_positions_are_a_mapping(brief: Brief) -> None:
    assert len(brief.positions) == len(list(brief.positions)) > 200
    assert ("J9", "") not in brief.positions


def test_every_statement_has_a_place(brief: Brief) -> None:
    for statement in statements(brief):
        assert brief.where(statement.id), statement.id
    assert brief.where("bottom_line") == brief.positions["outlook", "bottom_line"]
    assert brief.where("risks.so_what") == brief.positions["risks", "so_what"]
    assert brief.where("J1", "likelihood") == brief.positions["J1", "likelihood"]
    assert brief.where("J2", "because") == brief.positions["J2", ""]
    assert brief.where("J9") is None
    assert brief.path_of(Mark("elsewhere")) is None


def test_the_first_of_two_same_ids_keeps_its_place(tmp_path: Path) -> None:
    text = "points:\n  - {id: R1, text: a, at: P1}\n  - {id: R1, text: b, at: P1}\n"
    brief = loaded(tmp_path, regions=text)
    assert brief.positions["R1", "text"].line == 2


def test_values_of_a_broken_file_have_places_too(tmp_path: Path) -> None:
    brief = loaded(tmp_path, regions="so_what: a\nwrong: b\n")
    assert brief.positions["regions", "so_what"].line == 1


def test_the_shipped_brief_has_no_problem() -> None:
    brief = open_brief(None)
    assert [problem.report() for problem in brief.problems] == []
    for statement in statements(brief):
        assert brief.where(statement.id), statement.id


def test_a_text_that_was_typed_with_escapes_is_looked_for_in_itself_alone(tmp_path: Path) -> None:
    regions = """\
points:
  - {id: R1, text: "A \\u201ccore\\u201d of wood.", at: P1.1}
  - {id: R2, text: "The “core” is wood.", at: P1.1}
"""
    brief = load(write_brief(tmp_path / "mill", regions=regions))
    text = brief.regions.points[0].text
    spot = brief.spot("R1", "text", text.index("core"))
    assert spot
    assert spot.mark.line == 2


def test_places_that_rest_are_found_again(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "mill"))
    before = dict(brief.positions)
    brief.positions.rest()
    assert not struct_reader.cache_info().currsize
    assert dict(brief.positions) == before
    assert brief.where("R1", "text") == before["R1", "text"]
