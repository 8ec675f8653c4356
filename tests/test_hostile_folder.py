"""A folder with everything bad at once: each is a problem of its own, and the good briefs read on."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefing.export import plain
from briefing.library import catalogue, key_in, open_brief, update
from briefing.model.sections import SECTION_NAMES
from briefing.tui.places import Place
from briefing.tui.presentation.pages import page_of
from tests.briefs import write_brief
from tests.fuzz.hostile_folder import GOOD, Bad, write_hostile
from tests.terminal import Terminal
from tests.tui.pages import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("library") / "everything"


@pytest.fixture(scope="module")
def bad(library: Path) -> list[Bad]:
    return write_hostile(library)


def words(brief: Brief) -> str:
    """What its sections show."""
    return "\n".join(text_of(page_of(brief, Place(name), 77, 200)) for name in SECTION_NAMES)


def test_each_is_listed_with_its_own_problems_and_the_good_ones_with_none(
    library: Path, bad: list[Bad]
) -> None:
    update(library)
    rows = {row.key: row for row in catalogue(library) or ()}
    assert len(rows) == len(bad) + len(GOOD)
    for each in bad:
        row = rows[key_in(library, library / each.key)]
        assert bool(row.errors + row.warnings) is bool(each.said), each.key
        assert row.title.isprintable()
    for key in GOOD:
        assert not rows[key].errors + rows[key].warnings
        assert rows[key].title == "Northwind plans a mill in Arland"


def test_each_that_is_opened_says_in_its_place_what_is_wrong(library: Path, bad: list[Bad]) -> None:
    for each in bad:
        brief = open_brief(library / each.key)
        said = [f"{problem.message} {problem.hint}" for problem in brief.problems]
        assert any(each.said in message for message in said) or not (said or each.said), each.key
        for section in brief.broken:
            page = text_of(page_of(brief, Place(section), 77, 200))
            assert any(problem.message in page for problem in brief.problems), each.key
        if "regions" in each.key:
            assert "Wood is near." in words(brief)


def test_the_good_ones_say_what_they_say_alone(
    library: Path, bad: list[Bad], tmp_path: Path
) -> None:
    assert bad
    alone = open_brief(write_brief(tmp_path / "alone"))
    for key in GOOD:
        brief = open_brief(library / key)
        assert plain(brief, full=True) == plain(alone, full=True)
        assert words(brief) == words(alone)


@pytest.mark.parametrize(
    "command",
    [
        ("export", "-f", "ndjson"),
        ("search", "wood", "--in"),
        ("check", "-f", "json"),
    ],
    ids=lambda command: command[0],
)
def test_no_command_on_it_ends_in_a_traceback(
    library: Path, bad: list[Bad], command: tuple[str, ...]
) -> None:
    assert bad
    done = subprocess.run(
        [sys.executable, "-m", "briefing", *command, str(library)],
        check=False,
        capture_output=True,
        timeout=120,
    )
    assert done.returncode in {0, 1}
    assert b"Traceback" not in done.stderr
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"good-mill" in done.stdout + done.stderr


def test_the_reader_lists_all_of_it_and_opens_the_good_and_the_bad(
    library: Path, bad: list[Bad]
) -> None:
    command, some = [sys.executable, "-m", "briefing", f"{library}/"], f" of {len(bad) + 3} briefs"
    with Terminal(command, columns=120, rows=36) as terminal:
        terminal.wait_for(f"{len(bad) + len(GOOD)} briefs", within=60)
        for typed, seen in (
            ("good-mill", "BOTTOM LINE"),
            ("laughs", "anchors (&) are not allowed"),
        ):
            terminal.press("f")
            terminal.write(typed)
            terminal.wait_for(some)
            terminal.press("enter")
            terminal.wait_for(seen)
            terminal.write("\x1b[27u")
            terminal.wait_for(some)
            terminal.write("\x1b[27u")
            terminal.wait_for(lambda screen: screen.find(some) is None)
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []
        assert terminal.emulator.title == ""
