"""docs/configuration.md says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from briefing.config.names import key_name
from briefing.config.settings import SETTINGS, THEMES, WIDTHS, settings_in
from briefing.tui.commands import COMMANDS, own_keys
from briefing.tui.keytable import key_table

TEXT = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text()
EXAMPLE, TABLE, REPORT = re.findall(r"^```\w*\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def test_the_example_has_every_setting_and_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(EXAMPLE)
    config = settings_in(tmp_path / "config.toml", own_keys())
    assert config.problems == ()
    assert (config.theme, config.width, len(config.keys)) == ("light", 90, 5)
    assert set(re.findall(r"^\[?(\w+)\b", EXAMPLE, re.MULTILINE)) >= set(SETTINGS)
    assert all(f'"{theme}"' in EXAMPLE for theme in THEMES)
    assert f"{WIDTHS[0]} to {WIDTHS[-1]}" in EXAMPLE


def test_the_table_is_what_the_program_prints() -> None:
    assert key_table(COMMANDS, ()) == TABLE, "put the output of `briefing keys` there"


def test_every_key_that_is_named_is_one() -> None:
    paragraph = TEXT[TEXT.index("A key is written") : TEXT.index("Terminals send")]
    written = re.findall(r'`"(.+?)"`', paragraph)
    assert len(written) == 10
    assert all(key_name(key) for key in written)


def test_the_mistake_is_told_as_it_says(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('\n\n\n[keys]\nsearches = "ctrl+f"\n')
    (problem,) = settings_in(tmp_path / "config.toml", own_keys()).problems
    assert problem.report().replace(f"{tmp_path}/", "") + "\n" == REPORT
