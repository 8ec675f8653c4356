"""Three briefs, each loaded once: the small one, that which comes with the program, and the tram."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.library import open_brief
from briefing.loading import load
from tests.briefs import TRAM, write_brief

if TYPE_CHECKING:
    from briefing.model.brief import Brief

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def no_audit(monkeypatch: pytest.MonkeyPatch) -> None:
    """No audit starts by itself: when it ends is nobody's to say. Tests that want one ask."""
    monkeypatch.setattr("briefing.tui.screens.reader.AUDIT_PAUSE", 3600)


@pytest.fixture(autouse=True)
def no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test writes to the clipboard of whoever runs it: a Mac always has one."""
    monkeypatch.setattr("briefing.tui.clipboards.clipboards", lambda _environ: ())


@pytest.fixture(autouse=True)
def no_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks at the files by the clock: tests look when they have changed them."""
    monkeypatch.setattr("briefing.tui.screens.reader.LOOK_PAUSE", 3600)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    brief = load(write_brief(tmp_path_factory.mktemp("small") / "valley"))
    assert brief.problems == ()
    return brief


@pytest.fixture(scope="session")
def shipped() -> Brief:
    return open_brief(ROOT / "content")


@pytest.fixture(scope="session")
def tram() -> Brief:
    return open_brief(TRAM)
