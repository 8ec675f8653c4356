"""One list of commands feeds keys, footer, palette and help."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from textual.geometry import Size
from textual.screen import Screen

from briefing.config import Config
from briefing.text import width
from briefing.tui.actions import action
from briefing.tui.app import BriefingApp
from briefing.tui.commands import COMMANDS, GROUPS, Scene, commands_on, in_footer, in_help
from briefing.tui.keymap import UNBOUND, bindings
from briefing.tui.screens.help import Keys
from briefing.tui.screens.library import LibraryScreen
from briefing.tui.screens.reader import Reader
from briefing.tui.screens.shelved import ShelvedReader
from briefing.tui.widgets.bars import Footer, Label
from briefing.tui.widgets.page_view import PageView
from briefing.tui.widgets.panes import Panes
from tests.tui.reading import read

if TYPE_CHECKING:
    from textual.binding import BindingsMap
    from textual.dom import DOMNode

    from briefing.model.brief import Brief
    from briefing.tui.commands import Command, Owner
    from tests.tui.reading import Reading

OWNERS: dict[Owner, type] = {
    "page": PageView,
    "panes": Panes,
    "reader": Reader,
    "shelved": ShelvedReader,
    "library": LibraryScreen,
    "app": BriefingApp,
}
BRIEF = commands_on("brief")
SCENES = get_args(Scene)
# How people read a key's name; what is not here reads as it is.
NAMES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "tab": "Tab",
    "shift+tab": "Tab",
    "enter": "Enter",
    "escape": "Esc",
    "backspace": "Backspace",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "slash": "/",
    "apostrophe": "'",
    "ctrl+p": "Ctrl+P",
    "question_mark": "?",
}
# Every key that the reader has, written down once more so that none is lost or moved by mistake.
PROMISED = (
    "j k h l ↓ ↑ ← → Space b g G 1 2 3 4 5 6 7 8 9 [ ] Tab Enter Esc Backspace < > / n N s w a z"
    " y Y x e t v o O c C u m ' Ctrl+P ? q PgDn PgUp Home End"
)
SHELVED = "A"  # those that a reader opened from a library has besides
# Those of the list of a library.
LISTED = "j k ↓ ↑ Space b g G Enter Esc / f r d o O t Ctrl+P ? q PgDn PgUp Home End"


def bound(*others: Owner) -> list[str]:
    """Every key bound in a reader as people read it; Shift+Tab goes with Tab."""
    owners: tuple[Owner, ...] = ("page", "panes", "reader", "app", *others)
    keys = [key for owner in owners for b in bindings(owner) for key in b.key.split(",")]
    return [NAMES.get(key, key) for key in keys if key not in {"shift+tab", UNBOUND}]


def at(monkeypatch: pytest.MonkeyPatch, columns: int, rows: int = 1) -> None:
    for bar in (Footer, Keys):
        monkeypatch.setattr(bar, "size", Size(columns, rows))


def shown(lines: list[list[Label]]) -> str:
    return "\n".join("".join(label.text for label in line) for line in lines)


def test_every_key_is_bound_exactly_once() -> None:
    assert sorted(bound()) == sorted(PROMISED.split())
    assert sorted(bound("shelved")) == sorted([*PROMISED.split(), *SHELVED.split()])
    assert max(Counter(bound("shelved")).values()) == 1


def test_the_list_of_a_library_has_the_keys_that_its_help_tells() -> None:
    owners: tuple[Owner, ...] = ("page", "library", "app")
    keys = {key for owner in owners for b in bindings(owner) for key in b.key.split(",")}
    told = [key for c in commands_on("library") for key in c.shown.split()]
    assert sorted(told) == sorted(LISTED.split())
    assert {NAMES.get(key, key) for key in keys - {UNBOUND}} - {*"hl←→"} == set(told)


def test_no_key_means_two_things_on_the_list_and_in_a_brief() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.id))
def test_every_command_has_its_action(command: Command) -> None:
    name = command.action.partition("(")[0]
    assert hasattr(OWNERS[command.owner], f"action_{name}") or command.id == "section"
    if name == "do":
        assert callable(action(command.action.split("'")[1]))


def test_what_has_no_key_is_in_the_palette() -> None:
    for command in COMMANDS:
        assert command.keys or command.palette or command.shown == "1-9"


def test_on_the_list_a_command_is_told_in_words_that_hold_there() -> None:
    told = {command.id: command.help for command in commands_on("library")}
    assert told["search"] == "search all briefs"
    assert told["sort"] == "sort by the next column"
    assert "source" not in told


def test_no_two_commands_have_the_same_name_or_are_told_in_the_same_words() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert len({command.help for command in COMMANDS}) == len(COMMANDS)


def test_the_help_tells_every_command_alone_or_with_its_opposite() -> None:
    told = [keys for group in GROUPS for keys, _ in in_help(group, BRIEF)]
    assert (
        " ".join(told).split()
        == " ".join(
            command.shown for group in GROUPS for command in BRIEF if command.group == group
        ).split()
    )


@pytest.mark.parametrize("columns", [38, 73, 74, 76])
def test_the_help_lists_exactly_the_bound_keys(
    monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    at(monkeypatch, columns)
    keys = Keys()
    names = [
        name
        for line in keys.lines()
        for label in line
        if label.style == "key"
        for name in label.text.split()
    ]
    expanded = [n for name in names for n in ("123456789" if name == "1-9" else [name])]
    assert sorted(expanded) == sorted(bound())
    assert keys.get_content_height() == len(keys.lines())


def test_the_help_has_every_command_under_its_group_and_none_is_cut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at(monkeypatch, 74)
    assert all("…" not in shown(Keys(commands_on(scene)).lines()) for scene in SCENES)
    text = shown(Keys().lines())
    assert all(f" {told}" in text for group in GROUPS for _, told in in_help(group, BRIEF))
    assert all(group in text for group in GROUPS)
    assert all(width(line) <= 74 for line in text.splitlines())


def test_the_help_fits_24_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, 74)
    for scene in SCENES:  # its border, and a row above and below
        assert len(Keys(commands_on(scene)).lines()) <= 24 - 2 - 2


def test_the_footer_has_whole_commands_only(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [f"{command.shown} {command.footer}" for command in in_footer(BRIEF)]
    for columns in range(40, 201):
        at(monkeypatch, columns)
        text = shown(Footer(id="footer").lines())
        assert width(text.rstrip()) <= columns
        found = [part.strip() for part in text.split("  ") if part.strip()]
        assert found == [part for part in told if part in found]
        assert {"? Help", "q Quit"} <= set(found)


def test_a_wide_footer_has_all_of_them() -> None:
    assert [command.footer for command in in_footer(commands_on("library"))] == [
        "Help",
        "Search",
        "Filter",
        "Risks",
        "Dates",
        "Quit",
    ]
    assert [command.footer for command in in_footer(BRIEF)] == [
        "Help",
        "Search",
        "Source",
        "Export",
        "Quit",
    ]


@pytest.mark.parametrize("columns", [1, 2, 5, 12, 20])
def test_help_and_quit_stay_even_where_they_do_not_fit(
    monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    at(monkeypatch, columns)
    assert shown(Footer(id="footer").lines()).split("  ")[:2] == [" ? Help", "q Quit"]


def test_the_readme_names_no_key_that_is_not_bound() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text()
    cells = re.findall(r"^\| (`.*?) \|", readme, re.MULTILINE)
    named = {key for cell in cells for key in re.findall(r"`([^`]+)`", cell)}
    assert {"s", "/", "q", "f", "A"} <= named <= {*bound("shelved"), *LISTED.split()}


def test_the_reader_has_the_bindings_that_textual_finds(small: Brief) -> None:
    def keys(chain: list[tuple[DOMNode, BindingsMap]]) -> list[tuple[DOMNode, list[str]]]:
        return [(node, sorted(bindings.key_to_bindings)) for node, bindings in chain]

    async def story(reading: Reading) -> None:
        for key in ("1", "tab", "z"):
            await reading.press(key)
            ours = keys(reading.reader._binding_chain)
            assert ours == keys(Screen._binding_chain.fget(reading.reader))  # type: ignore[attr-defined]
            assert len(ours) > 3

    read(small, story, size=(120, 36))
    read(small, story, size=(120, 36), config=Config(keys={"search": ("f3",)}))
