"""Every test runs in a house of its own: nothing of the developer's machine comes in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pathlib import Path

# The same examples in every run: a test that fails here fails everywhere, and the other way round.
# `HYPOTHESIS_PROFILE=explore` looks for new ones, for as long as it takes.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.register_profile("explore", max_examples=2000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

# What changes how the program looks or behaves, and so must not come in from outside.
LOOKS = ("NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM", "TERM_PROGRAM", "COLUMNS", "LINES")
HELPERS = ("VISUAL", "EDITOR", "PAGER", "BROWSER", "SSH_CONNECTION", "TMUX")
CLIPBOARDS = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "TERMUX_VERSION", "SSH_TTY")
PREFIXES = ("TEXTUAL", "BRIEFING_", "XDG_", "LC_")


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty home directory; returned, for tests that look what was written there."""
    for name in list(os.environ):
        if name in (*LOOKS, *HELPERS, *CLIPBOARDS) or name.startswith(PREFIXES):
            monkeypatch.delenv(name)
    folder = tmp_path_factory.mktemp("home", numbered=True)
    monkeypatch.setenv("HOME", str(folder))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TZ", "UTC")
    return folder
