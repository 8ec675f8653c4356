"""Our own two themes, the terminal's, and which of them to open with.

Contrast of our own against every ground: text at least 4.5:1, rules 3:1 (WCAG 2.2, 1.4.3 and
1.4.11). `docs/decisions/0013-how-the-theme-is-chosen.md` says why it is chosen so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

# Steps of shade for likelihood and impact. They rise in lightness in the one theme and fall in the
# other, also for those who see no red or no green: `tests/tui/test_shades.py` measures it.
_DARK_STEPS = {
    "heat0": "#1b2a49",
    "heat1": "#2f4a7a",
    "heat2": "#5b6f8f",
    "heat3": "#9a9467",
    "heat4": "#e0c84f",
}
_LIGHT_STEPS = {
    "heat0": "#e8edf5",
    "heat1": "#c3cfe0",
    "heat2": "#93a5c4",
    "heat3": "#54699a",
    "heat4": "#1b2a49",
}

DARK = Theme(
    name="dark",
    dark=True,
    background="#14161a",
    surface="#1b1e24",
    panel="#22262d",
    foreground="#e4e6ea",
    primary="#e0c84f",
    secondary="#8ab8ff",
    accent="#e0c84f",
    warning="#ff9e64",
    error="#ff8080",
    success="#8fd18f",
    variables={
        "border": "#646b75",
        "foreground-muted": "#9aa0a6",
        "mark": "#e0c84f",
        **_DARK_STEPS,
    },
)
LIGHT = Theme(
    name="light",
    dark=False,
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e9e6df",
    foreground="#1a1a1a",
    primary="#7a5200",
    secondary="#1f4fa3",
    accent="#7a5200",
    warning="#9a3b00",
    error="#a31f1f",
    success="#2c6b2c",
    variables={
        "border": "#878378",
        "foreground-muted": "#5c5c5c",
        "mark": "#7a5200",
        **_LIGHT_STEPS,
    },
)
# The terminal's own 16 colours, of which only few can be read on black and on white alike:
# magenta and red, where they are bold. All else is its plain text on its plain background.
TERMINAL = Theme(
    name="terminal",
    ansi=True,
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    foreground="ansi_default",
    primary="ansi_magenta",
    secondary="ansi_default",
    accent="ansi_magenta",
    warning="ansi_red",
    error="ansi_red",
    success="ansi_default",
    variables={
        "border": "ansi_default",
        "foreground-muted": "ansi_default",
        "mark": "ansi_default",
        # what Textual's own windows look up
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "input-selection-foreground": "ansi_black",
    },
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT, TERMINAL)}


def first_theme(chosen: str | None, environ: Mapping[str, str]) -> str:
    """The name of the theme to open with, from what was chosen before and what the terminal is."""
    if is_colourless(environ):
        return TERMINAL.name
    if chosen in THEMES:
        return chosen
    if has_few_colours(environ):
        return TERMINAL.name
    # "0;15" and "0;default;15": text and background as numbers of the 16 colours (rxvt's way)
    ground = environ.get("COLORFGBG", "").rpartition(";")[2]
    return (LIGHT if ground in {"7", *map(str, range(9, 16))} else DARK).name


def next_theme(current: str) -> str:
    """The name of the theme that comes after another one, round at the end."""
    names = list(THEMES)
    at = names.index(current) if current in names else -1
    return names[(at + 1) % len(names)]


def is_colourless(environ: Mapping[str, str]) -> bool:
    """Whether no colour is wanted; a NO_COLOR that is empty is not set (no-color.org)."""
    return bool(environ.get("NO_COLOR"))


def has_few_colours(environ: Mapping[str, str]) -> bool:
    """Whether the terminal has 16 colours, by the rules of Rich, which draws on it."""
    system = environ.get("TEXTUAL_COLOR_SYSTEM", "auto")
    if system != "auto":
        return system in {"standard", "windows"}
    term = environ.get("TERM", "").strip().lower()
    many = environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}
    return bool(term) and not many and term.rpartition("-")[2] not in {"256color", "kitty"}
