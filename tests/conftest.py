"""Every test runs in a house of its own: nothing of the developer's machine comes in."""

from __future__ import annotations

import gc
import os
import signal
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from coverage import Coverage
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# The same examples in every run: a test that fails here fails everywhere, and the other way round.
# `HYPOTHESIS_PROFILE=explore` looks for new ones, for as long as it takes.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.register_profile("explore", max_examples=2000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

# What runs in the background may be deaf to the keyboard and hang-ups, and so would be the programs under test.
for number, usual in (
    (signal.SIGINT, signal.default_int_handler),
    (signal.SIGHUP, signal.SIG_DFL),
    (signal.SIGQUIT, signal.SIG_DFL),
):
    if signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, usual)

# What changes how the program looks or behaves, and so must not come in from outside.
LOOKS = ("NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM", "TERM_PROGRAM", "COLUMNS", "LINES")
HELPERS = ("VISUAL", "EDITOR", "PAGER", "BROWSER", "SSH_CONNECTION", "TMUX")
CLIPBOARDS = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "TERMUX_VERSION", "SSH_TTY")
PREFIXES = ("TEXTUAL", "BRIEFING_", "XDG_", "LC_")

TESTS = Path(__file__).parent

_NUMBERS = count()

# Counting which lines run doubles the time. Where tests go the same ways again with other data, or
# start whole programs only to look at what they draw, nothing is counted, and nothing would be gained.
UNCOUNTED = {
    "audit/test_faults.py",
    "audit/test_never_raises.py",
    "benchmarks/test_library.py",
    "benchmarks/test_rivals.py",
    "content/test_content.py",
    "export/test_json.py",
    "export/test_layout.py",
    "fuzz/test_campaigns.py",
    "library/test_following.py",
    "library/test_killed.py",
    "loading/test_never_raises.py",
    "loading/test_schema.py",
    "model/test_article.py",
    "model/test_changes.py",
    "model/test_timeline.py",
    "search/test_meaning.py",
    "search/test_never_raises.py",
    "search/test_plain.py",
    "search/test_typos.py",
    "state/test_memory.py",
    "test_benchmarks.py",
    "test_early.py",
    "test_end_to_end.py",
    "test_hostile_folder.py",
    "test_hostile_text.py",
    "test_library_end_to_end.py",
    "test_looks.py",
    "test_machine.py",
    "test_network.py",  # who counts names its file after the host, and asks for that
    "test_noise.py",
    "test_remembering.py",
    "test_signals.py",
    "test_terminal.py",
    "test_text.py",
    "test_twelve_checks.py",
    "tui/charts/test_competitors.py",
    "tui/charts/test_risks.py",
    "tui/test_any_keys.py",
    "tui/test_any_keys_in_a_library.py",
    "tui/test_ascii.py",
    "tui/test_colours.py",
    "tui/test_completeness.py",
    "tui/test_configured.py",
    "tui/test_drafts.py",
    "tui/test_export_window.py",
    "tui/test_following.py",
    "tui/test_layout.py",
    "tui/test_library_screen.py",
    "tui/test_library_search.py",
    "tui/test_overview.py",
    "tui/test_page_view.py",
    "tui/test_pictures.py",
    "tui/test_query_line.py",
    "tui/test_reader.py",
    "tui/test_remembering.py",
    "tui/test_search_window.py",
    "tui/test_sizes.py",
    "tui/test_timeline_chart.py",
    "tui/test_widths.py",
}


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: tests that start programs wait for them now and then."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Have the collector look less often, and not at the tests themselves: it took a quarter of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(autouse=True, scope="module")
def counting(request: pytest.FixtureRequest) -> Iterator[None]:
    """Count which lines run, here and in the programs that are started, or do without."""
    counter = Coverage.current()
    if counter is None or request.path.relative_to(TESTS).as_posix() not in UNCOUNTED:
        yield
        return
    inherited = os.environ.pop("COVERAGE_PROCESS_CONFIG", None)
    counter.stop()
    yield
    counter.start()
    if inherited:
        os.environ["COVERAGE_PROCESS_CONFIG"] = inherited


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the homes lie: pytest looks for a free name among all folders that it gave out."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, homes: Path) -> Path:
    """An empty home directory; returned, for tests that look what was written there."""
    for name in list(os.environ):
        if name in (*LOOKS, *HELPERS, *CLIPBOARDS) or name.startswith(PREFIXES):
            monkeypatch.delenv(name)
    folder = homes / str(next(_NUMBERS))
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TZ", "UTC")
    return folder
