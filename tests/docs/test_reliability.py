"""docs/reliability.md names tests and campaigns that there are."""

from __future__ import annotations

import re
from pathlib import Path

from tests.fuzz.__main__ import CAMPAIGNS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")


def test_the_tests_it_names_are_there() -> None:
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", PAGE))
    assert len(named) > 10
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_its_figures_are_those_of_campaigns_that_there_are() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", PAGE.partition("<!-- to here -->")[0], re.MULTILINE)
    assert set(rows) <= set(CAMPAIGNS)
