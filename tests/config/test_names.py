"""Names of keys: as people type them, as Textual knows them, as they are shown."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import Keys, _character_to_key

from briefing.config.names import key_name, shown
from briefing.tui.commands import COMMANDS


@pytest.mark.parametrize("character", string.ascii_letters + string.digits + string.punctuation)
def test_a_character_has_the_name_that_the_screen_gives_it(character: str) -> None:
    assert key_name(character) == _character_to_key(character)
    assert shown(key_name(character)) == character


@pytest.mark.parametrize(
    ("typed", "name", "read"),
    [
        ("Space", "space", "Space"),
        (" ", "space", "Space"),
        ("Ctrl+D", "ctrl+d", "Ctrl+D"),
        ("ctrl + d", "ctrl+d", "Ctrl+D"),
        ("shift+alt+F5", "alt+shift+f5", "Alt+Shift+F5"),
        ("Shift+j", "J", "J"),
        ("PgDn", "pagedown", "PgDn"),
        ("esc", "escape", "Esc"),
        ("shift+tab", "shift+tab", "Shift+Tab"),
        ("ctrl+shift+left", "ctrl+shift+left", "Ctrl+Shift+←"),
        ("question_mark", "question_mark", "?"),
        ("less_than_sign", "less_than_sign", "<"),
        ("ctrl+/", "ctrl+slash", "Ctrl+/"),
        ("ctrl++", "ctrl+plus", "Ctrl++"),
        ("ctrl+space", "ctrl+@", "Ctrl+Space"),
        ("ctrl+m", "enter", "Enter"),
        ("ctrl+[", "escape", "Esc"),
        ("é", "é", "é"),
        ("ß", "ß", "ß"),
        ("§", "section_sign", "§"),
    ],
)
def test_people_write_keys_as_they_like(typed: str, name: str, read: str) -> None:
    assert key_name(typed) == name
    assert shown(name) == read


@pytest.mark.parametrize(
    "typed",
    [
        *("banana", "ctrl", "ctrl+", "alt+", "+j", "++", "crtl+d", "ctrl+ctrl+d", "jj", "f25"),
        *("", "\x1b", "\n", "\u200b", "tab\x00", "j,k", "shift+/", "shift+ß"),
    ],
)
def test_what_is_no_key_has_no_name(typed: str) -> None:
    assert key_name(typed) == ""


def test_every_key_of_ours_is_found_by_the_way_it_is_shown() -> None:
    arrows = {"↓": "down", "↑": "up", "←": "left", "→": "right"}
    for key in {key for command in COMMANDS for key in command.keys}:
        assert key_name(arrows.get(shown(key), shown(key))) == key_name(key) == key


def test_named_keys_are_the_screens() -> None:
    known = {key.value for key in Keys}
    for typed in ["Esc", "Enter", "Tab", "Home", "End", "PgUp", "Del", "Ins", "Backspace", "F24"]:
        assert key_name(typed) in known


@given(st.text(max_size=12))
def test_any_text_is_a_key_or_none(typed: str) -> None:
    name = key_name(typed)
    assert "," not in name
    assert key_name(name) == name
    assert shown(name).isprintable()
