"""`briefing keys`, and the configuration of a reader in a real terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefing.config import config_path
from briefing.tui.commands import COMMANDS, GROUPS
from tests.commands import Done, run
from tests.terminal import Terminal
from tests.test_architecture import loaded_by

if TYPE_CHECKING:
    from pathlib import Path

BRIEFING = [sys.executable, "-m", "briefing"]


def configure(text: str) -> None:
    config_path().parent.mkdir(parents=True)
    config_path().write_text(text)


def keys() -> Done:
    return run("keys")


def test_every_command_is_listed_under_its_group_with_its_keys() -> None:
    done = keys()
    assert (done.code, done.err) == (0, "")
    rows = [line.split() for line in done.out.splitlines() if line]
    assert [row[0] for row in rows if len(row) == 1] == [group.upper() for group in GROUPS]
    for command in COMMANDS:
        assert [command.id, *command.shown.split(), *command.help.split()] in rows


def test_the_columns_are_aligned() -> None:
    rows = {line.split()[0]: line for line in keys().out.splitlines() if line[:2] == "  "}
    assert len({rows[command.id].rindex(command.help) for command in COMMANDS}) == 1


def test_what_the_user_has_changed_is_marked() -> None:
    configure('[keys]\nsearch = ["/", "ctrl+f"]\nzoom = ""\nquit = "q"\n')
    done = keys()
    assert done.code == 0
    starred = [line[1:].split() for line in done.out.splitlines() if line.startswith("*")]
    assert starred == [
        ["zoom", "only", "this", "pane,", "or", "all"],
        ["search", "/", "Ctrl+F", "search", "this", "brief"],
    ]


def test_mistakes_are_told_on_stderr_and_fail() -> None:
    configure('theme = "dark"\n\n[keys]\nserch = "ctrl+f"\nquit = []\nzoom = "Z"\n')
    done = keys()
    assert done.code == 1
    assert "* zoom" in done.out
    assert done.err.splitlines() == [
        f"{config_path()}:4:1: error: unknown command 'serch'",
        '  4 | serch = "ctrl+f"',
        "    | ^",
        "  hint: did you mean 'search'?",
        f"{config_path()}:5:1: error: 'quit' needs a key",
        "  5 | quit = []",
        "    | ^",
        "  hint: it keeps its own",
    ]


def test_the_table_needs_no_screen(tmp_path: Path) -> None:
    assert not loaded_by("keys", cwd=tmp_path) & {"textual", "yaml", "tantivy"}


def test_the_reader_in_a_terminal_is_as_configured(tmp_path: Path) -> None:
    configure('width = "wide"\n[keys]\nquit = "ctrl+x"\nnext-section = ["f5", "space"]\n')
    with Terminal(BRIEFING, columns=80, rows=24, cwd=tmp_path) as terminal:
        terminal.wait_for("2 problems in your config: see `briefing keys`")
        terminal.press("q", "space", "space")
        terminal.wait_for("MOTIVES")
        terminal.press("\x18")
        assert terminal.wait_exit() == 0
        assert terminal.leftovers() == []
