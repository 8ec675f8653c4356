"""Our own two themes can be read; which of the three is the first, and which the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from briefing.tui import ink
from briefing.tui.themes import DARK, LIGHT, TERMINAL, THEMES, first_theme, next_theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.theme import Theme


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""

    def luminance(text: str) -> float:
        parts = (part / 255 for part in Color.parse(text).rgb)
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: str(theme.name))
def test_text_can_be_read_and_rules_be_seen(theme: Theme) -> None:
    texts = [theme.foreground, theme.primary, theme.secondary, theme.accent, theme.warning]
    texts += [theme.error, theme.success, theme.variables["foreground-muted"]]
    for ground in (theme.background, theme.surface, theme.panel):
        assert ground is not None
        for text in texts:
            assert text is not None
            assert contrast(text, ground) >= 4.5, (text, ground)
    for ground in (theme.background, theme.surface):
        assert ground is not None
        assert contrast(theme.variables["border"], ground) >= 3


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: str(theme.name))
def test_what_rows_are_written_in_can_be_read_and_so_can_its_reverse(theme: Theme) -> None:
    colours = {**theme.to_color_system().generate(), **theme.variables}
    for name, style in ink.inks_of(colours).items():
        if name.startswith("edge"):
            continue  # a gap between cells: nothing stands in it
        assert style.color is not None
        assert style.color.triplet is not None
        assert style.bgcolor is not None
        assert style.bgcolor.triplet is not None
        least = 3 if name == "rule" else 4.5
        assert contrast(style.color.triplet.hex, style.bgcolor.triplet.hex) >= least, name


def test_the_terminals_theme_has_no_colour_but_the_terminals() -> None:
    colours = {**TERMINAL.to_color_system().generate(), **TERMINAL.variables}
    wanted = {colours[colour].split()[0] for colour, _ in ink._INKS.values()}
    assert wanted == {"ansi_default", "ansi_magenta", "ansi_red"}
    assert colours["background"] == "ansi_default"


@pytest.mark.parametrize(
    ("environ", "theme"),
    [
        ({}, DARK),
        ({"TERM": "xterm-256color"}, DARK),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, DARK),
        ({"TERM": "xterm-kitty"}, DARK),
        ({"TERM": "alacritty", "COLORTERM": "24bit"}, DARK),
        ({"COLORFGBG": "0;15"}, LIGHT),
        ({"COLORFGBG": "0;default;7"}, LIGHT),
        ({"COLORFGBG": "15;0"}, DARK),
        ({"COLORFGBG": "15;8"}, DARK),
        ({"COLORFGBG": "15;default"}, DARK),
        ({"COLORFGBG": ""}, DARK),
        ({"TERM": "linux"}, TERMINAL),
        ({"TERM": "xterm-16color"}, TERMINAL),
        ({"TERM": "vt100", "COLORFGBG": "0;15"}, TERMINAL),
        ({"TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "standard"}, TERMINAL),
        ({"TERM": "linux", "TEXTUAL_COLOR_SYSTEM": "truecolor"}, DARK),
        ({"NO_COLOR": "1", "COLORFGBG": "0;15"}, TERMINAL),
        ({"NO_COLOR": ""}, DARK),
    ],
)
def test_the_first_theme_is_what_the_terminal_can_show(
    environ: Mapping[str, str], theme: Theme
) -> None:
    assert first_theme(None, environ) == theme.name


def test_what_was_chosen_goes_before_what_the_terminal_is_but_not_before_no_color() -> None:
    for chosen in THEMES:
        assert first_theme(chosen, {"TERM": "linux", "COLORFGBG": "0;15"}) == chosen
        assert first_theme(chosen, {"NO_COLOR": "1"}) == TERMINAL.name
    assert first_theme("no such theme", {"COLORFGBG": "0;15"}) == LIGHT.name


def test_every_theme_is_the_next_of_another() -> None:
    assert {next_theme(name) for name in THEMES} == set(THEMES)
    assert next_theme("no such theme") == DARK.name
