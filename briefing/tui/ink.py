"""The styles that rows are drawn in, from the colours of the theme.

They are looked up here and not as component classes of the widgets: those would be sixty more
nodes for the style sheet, at every launch.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import App

# name: the theme's colour, and what else marks it, for those who see no colours
_INKS = {
    "text": ("foreground", ""),
    "strong": ("foreground", "bold"),
    "muted": ("foreground-muted", ""),
    "heading": ("primary", "bold"),
    "id": ("secondary", ""),
    "cited": ("mark", "bold reverse"),
    "sentence": ("mark", "reverse"),
    "match": ("foreground", "reverse"),
    "warning": ("warning", "bold"),
    "key": ("primary", "bold"),
    "bar": ("primary", "bold"),
    "idle": ("foreground-muted", ""),
    "rule": ("border", ""),
}


def inks(app: App[object]) -> Mapping[str, Style]:
    """The Rich style of every name, for the theme that the app has now."""
    variables = app.theme_variables
    colours = tuple(variables[name] for name, _ in _INKS.values())
    return _inks(colours, variables["background"])


@lru_cache(maxsize=8)
def _inks(colours: tuple[str, ...], background: str) -> Mapping[str, Style]:
    # the background too: the terminal's own may be as light as our text
    paper = _parse(background).rich_color
    return {
        name: Style.parse(mark) + Style(color=_parse(colour).rich_color, bgcolor=paper)
        for (name, (_, mark)), colour in zip(_INKS.items(), colours, strict=True)
    }


def _parse(colour: str) -> Color:
    # a terminal's own colours come without an opacity: "ansi_default 50%" is its plain text
    return Color.parse(colour.split(maxsplit=1)[0])
