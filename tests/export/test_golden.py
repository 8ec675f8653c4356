"""What comes out, to the byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing import __version__
from briefing.export import as_json, plain
from briefing.library import open_brief
from tests.briefs import TRAM
from tests.export.golden import assert_golden
from tests.export.samples import ferry

SHIPPED = Path(__file__).parents[2] / "content" / "anthropic-asia-pacific"


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("ferry.txt", {}),
        ("ferry-full.txt", {"full": True}),
        ("ferry-full-ascii.txt", {"full": True, "ascii": True}),
        ("ferry-full-narrow.txt", {"full": True, "width": 30}),
    ],
)
def test_the_text_of_the_sample(name: str, options: dict[str, Any]) -> None:
    assert_golden(name, plain(ferry(), **options))


def test_the_json_of_the_sample() -> None:
    assert_golden("ferry.json", as_json(ferry()).replace(__version__, "0.0.0", 1))


@pytest.mark.parametrize(("name", "full"), [("shipped.txt", False), ("shipped-full.txt", True)])
def test_the_text_of_the_shipped_brief(name: str, full: bool) -> None:  # noqa: FBT001
    assert_golden(name, plain(open_brief(SHIPPED), full=full))


@pytest.mark.parametrize(("name", "full"), [("tram.txt", False), ("tram-full.txt", True)])
def test_the_text_of_the_tram(name: str, full: bool) -> None:  # noqa: FBT001
    assert_golden(name, plain(open_brief(TRAM), full=full))


@pytest.mark.parametrize("path", [SHIPPED, TRAM], ids=["shipped", "tram"])
def test_the_default_is_not_longer_than_its_source(path: Path) -> None:
    brief = open_brief(path)
    assert brief.source
    assert len(plain(brief).split()) <= brief.source.words
