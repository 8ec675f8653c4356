"""`briefing diff`: two versions of a brief, beside each other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.briefs import FILES, write_brief
from tests.commands import run as briefing

if TYPE_CHECKING:
    from pathlib import Path

LONGER = "Northwind plans a mill in Arland" + ", a valley that it knows well" * 3 + "."
CHANGED = """\
Northwind plans a mill in Arland
================================
old (as of 2031-05-04) -> new (as of 2031-05-04): 1 added, 1 removed, 2
reworded

REGIONS
-------
[R1] reworded
  - text: Northwind plans a mill in Arland.
  + text: Northwind plans a mill in Arland, a valley that it knows well,
    a valley that it knows well, a valley that it knows well.

OUTLOOK
-------
[J1] reworded
  - resolves by: 2032-12-31
  + resolves by: 2033
  - would change up: A permit.

[G1] removed
  - Where is the site?

[G2] added
  + Who pays?
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return write_brief(tmp_path / "old")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    outlook = FILES["outlook"].replace("up: A permit., ", "")
    outlook = outlook.replace('    resolves_by: "2032-12-31"\n', '    resolves_by: "2033"\n')
    outlook = outlook.replace("G1, text: Where is the site?", "G2, text: Who pays?")
    regions = FILES["regions"].replace("Northwind plans a mill in Arland.", f'"{LONGER}"')
    return write_brief(tmp_path / "new", outlook=outlook, regions=regions)


def test_changes_stand_by_section_old_above_new(old: Path, new: Path) -> None:
    done = briefing("diff", old, new)
    assert done.out == CHANGED
    assert (done.code, done.err) == (1, "")


def test_the_same_brief_has_no_changes(old: Path) -> None:
    done = briefing("diff", old, old)
    assert (done.code, done.out, done.err) == (0, "", "No changes.\n")


def test_another_order_is_no_change(old: Path, tmp_path: Path) -> None:
    lines = FILES["regions"].splitlines()
    at = next(number for number, line in enumerate(lines) if "id: R1" in line)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    turned = write_brief(tmp_path / "turned", regions="\n".join(lines))
    assert briefing("diff", old, turned).code == 0


def test_as_json_it_says_the_same(old: Path, new: Path) -> None:
    done = briefing("diff", old, new, "--json")
    assert done.code == 1
    found = json.loads(done.out)
    assert [(each["id"], each["kind"]) for each in found["changes"]] == [
        ("R1", "reworded"),
        ("J1", "reworded"),
        ("G1", "removed"),
        ("G2", "added"),
    ]
    assert found["changes"][1]["fields"][1] == {
        "field": "would_change.up",
        "old": "A permit.",
        "new": None,
    }
    assert found["not_compared"] == []


def test_what_cannot_be_read_is_reported_and_not_called_removed(old: Path, tmp_path: Path) -> None:
    broken = write_brief(tmp_path / "broken", risks="entries: [")
    for way in [(old, broken), (broken, old)]:
        done = briefing("diff", *way)
        assert (done.code, done.out) == (2, "")
        assert "risks.yaml:2:1: error: " in done.err
        assert done.err.endswith("No changes in what could be read.\n")
        assert json.loads(briefing("diff", *way, "--json").out)["not_compared"] == ["risks"]


def test_the_rest_of_a_broken_brief_is_compared(old: Path, new: Path) -> None:
    (new / "outlook.yaml").write_text("judgments: [")
    done = briefing("diff", old, new)
    assert done.code == 2
    assert "[R1] reworded" in done.out
    assert "Not compared, because a file cannot be read: Overview, Outlook\n" in done.out
    assert "removed\n" not in done.out.replace("1 reworded", "")


def test_a_record_that_is_not_there_is_no_change(old: Path, tmp_path: Path) -> None:
    without = write_brief(tmp_path / "without", record=None)
    done = briefing("diff", old, without)
    assert (done.code, done.out) == (2, "")
    assert "record.source" in done.err


def test_a_brief_that_is_not_there_is_said(old: Path) -> None:
    done = briefing("diff", old, old / "gone")
    assert done.code == 2
    assert "there is no " in done.err
    assert briefing("diff", old).code == 2
