"""The styles that rows are drawn in, from the colours of the theme.

They are looked up here and not as component classes of the widgets: those would be sixty more
nodes for the style sheet, at every launch.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.style import Style
from textual.color import Color

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
_STEPS = 5  # of shade: themes have heat0 to heat4, rising with likelihood and impact


def inks(app: App[object]) -> Mapping[str, Style]:
    """The Rich style of every name, for the theme that the app has now."""
    return inks_of(app.theme_variables)


def inks_of(variables: Mapping[str, str]) -> Mapping[str, Style]:
    """The same from the colours of a theme by their names; each is made when it is first used."""
    # a theme of others has no colour for marks
    colours = tuple(variables.get(name, variables["primary"]) for name, _ in _INKS.values())
    steps = tuple(variables.get(f"heat{step}", "") for step in range(_STEPS))
    return _inks(colours, variables["background"], steps)


@lru_cache(maxsize=8)
def _inks(colours: tuple[str, ...], background: str, steps: tuple[str, ...]) -> Mapping[str, Style]:
    return _Inks(dict(zip(_INKS, colours, strict=True)), background, steps)


class _Inks(dict[str, Style]):
    """The styles that were used so far; what else is asked for is added."""

    def __init__(self, colours: Mapping[str, str], background: str, steps: Sequence[str]) -> None:
        super().__init__()
        self._colours, self._steps = colours, steps
        # the background too: the terminal's own may be as light as our text
        self._paper = _parse(background).rich_color

    def __missing__(self, name: str) -> Style:
        if name in _INKS:
            style = Style.parse(_INKS[name][1])
            self[name] = style + Style(
                color=_parse(self._colours[name]).rich_color, bgcolor=self._paper
            )
        else:
            step = int(re.sub(r"\D", "", name))
            self.update(_shade(step, self._steps[step], self["text"]))
        return self[name]


def _shade(step: int, colour: str, text: Style) -> Mapping[str, Style]:
    """Text on a step of shade, selected text there, and its lower edge; lines where none is."""
    heat = lit = edge = text
    if colour:
        ground = _parse(colour)
        front = ground.get_contrast_text(1)
        heat = Style(color=front.rich_color, bgcolor=ground.rich_color, bold=True)
        lit = heat + Style(bgcolor=front.get_contrast_text(1).rich_color)
        edge = Style(color=text.bgcolor, bgcolor=ground.rich_color)
    return {
        f"heat{step}": heat,
        f"heat{step} selected": lit + Style(reverse=True),
        f"edge{step}": edge + Style(underline=True),
    }


def _parse(colour: str) -> Color:
    # a terminal's own colours come without an opacity: "ansi_default 50%" is its plain text
    return Color.parse(colour.split(maxsplit=1)[0])
