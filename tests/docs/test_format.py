"""docs/format.md holds: its tables are those of the types, its examples load, its problem is real."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.loading import load
from briefing.loading.kinds import FILES
from briefing.model.fields import ENTRY_ID, STATEMENT_ID
from tests.docs.format_tables import BLOCK, PAGE, renewed, tables

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TEXT = PAGE.read_text("utf-8")
FENCE = re.compile(r"```yaml\n# (?P<path>\S+)\n(?P<content>.*?)```\n", re.DOTALL)
PROBLEM = re.compile(r"```yaml\n(?P<line>[^#\n].*\n)```\n+```\n(?P<report>.*?)```\n", re.DOTALL)


def test_every_table_is_that_of_the_types() -> None:
    assert [match["name"] for match in BLOCK.finditer(TEXT)]
    assert sorted(match["name"] for match in BLOCK.finditer(TEXT)) == sorted(tables())
    assert renewed(TEXT) == TEXT, "python -m tests.docs.format_tables renews the tables"


def write_examples(folder: Path) -> Path:
    for match in FENCE.finditer(TEXT):
        path = folder / match["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(match["content"])
    return folder / "content" / "mill"


def test_the_examples_are_one_brief_without_a_problem(tmp_path: Path) -> None:
    folder = write_examples(tmp_path)
    assert {path.name for path in folder.iterdir()} == set(FILES)
    brief = load(folder)
    assert [problem.report() for problem in brief.problems] == []
    assert len(brief.files) == 9


def test_the_problem_is_a_real_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = write_examples(tmp_path)
    (match,) = PROBLEM.finditer(TEXT)
    name, number, *_ = match["report"].split(":")
    lines = (tmp_path / name).read_text().splitlines(keepends=True)
    assert lines[int(number) - 1].partition(":")[0] == match["line"].partition(":")[0]
    lines[int(number) - 1] = match["line"]
    (tmp_path / name).write_text("".join(lines))
    (problem,) = load(folder).problems
    assert problem.report() + "\n" == match["report"]


def test_the_patterns_are_told() -> None:
    assert f"`{ENTRY_ID}`" in TEXT
    assert f"`{STATEMENT_ID}`" in TEXT


def test_every_link_within_the_page_leads_somewhere() -> None:
    anchors = {
        re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-")
        for head in re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([\w-]+)\)", TEXT)) <= anchors
