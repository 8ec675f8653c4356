"""The pins are held against advisories: made-up ones here, on made-up packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from packaging.version import Version

from tests.advisories import PINS, concerns, main, pinned

if TYPE_CHECKING:
    from pathlib import Path

ADVISORY = """\
id: MADE-2031-1
modified: "2031-04-01T00:00:00Z"
details: "It falls over.\\n\\nMore on that."
affected:
- package: {name: Rail.Thing, ecosystem: PyPI}
  ranges:
  - type: ECOSYSTEM
    events: [{introduced: "1.2"}, {fixed: "1.10"}, {introduced: "2.0"}, {last_affected: "2.1"}]
  - {type: GIT, events: [{introduced: "0"}]}
  versions: ["0.9"]
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    (tmp_path / "vulns" / "rail-thing").mkdir(parents=True)
    (tmp_path / "vulns" / "rail-thing" / "MADE-2031-1.yaml").write_text(ADVISORY)
    gone = ADVISORY.replace("MADE-2031-1", "MADE-2031-2") + "withdrawn: 2031-04-02\n"
    (tmp_path / "vulns" / "rail-thing" / "MADE-2031-2.yaml").write_text(gone)
    return tmp_path


@pytest.mark.parametrize(
    ("version", "falls"),
    [
        ("0.9", True),
        ("1.0", False),
        ("1.2", True),
        ("1.9.4", True),
        ("1.10", False),
        ("2.0", True),
        ("2.1", True),
        ("2.2", False),
    ],
)
def test_a_pin_that_falls_under_an_advisory_is_told(
    database: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    version: str,
    *,
    falls: bool,
) -> None:
    pins = tmp_path / "pins.txt"
    pins.write_text(f"# comment\nrail_thing=={version}\nother==1\n")
    assert main([str(database), "--pins", str(pins)]) == int(falls)
    said = capsys.readouterr().out.splitlines()
    found = [f"rail-thing {version}: MADE-2031-1, It falls over."] if falls else []
    assert said == [*found, "2 pins, 1 advisories on them, the newest of 2031-04-01"]


def test_an_advisory_on_another_package_does_not_count() -> None:
    other = {"affected": [{"package": {"name": "other"}, "versions": ["1"]}]}
    assert not concerns(other, "rail-thing", Version("1"))
    assert concerns(other, "other", Version("1"))


def test_what_is_no_database_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "no folder vulns" in capsys.readouterr().err


def test_every_pin_can_be_looked_up() -> None:
    pins = dict(pinned(PINS.read_text(encoding="utf-8")))
    assert {"textual", "pyyaml", "tantivy"} <= set(pins)
