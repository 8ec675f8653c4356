"""Our own two themes. Contrast against the background: text at least 4.5:1, rules 3:1."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="briefing-dark",
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
    variables={"border": "#646b75", "foreground-muted": "#9aa0a6"},
)
LIGHT = Theme(
    name="briefing-light",
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
    variables={"border": "#878378", "foreground-muted": "#5c5c5c"},
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT)}
