"""Small pictures of a screen: one SVG that is dark or light as its viewer is, and no address in it."""

from __future__ import annotations

from html import escape
from itertools import chain
from typing import TYPE_CHECKING

from rich.cells import cell_len

from briefing.tui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from rich.style import Style

    from tests.tui.reading import Reading

_WIDE, _HIGH = 8, 17  # pixels of a cell
_Row = list[tuple[str, str]]  # text and how it looks, as CSS


async def picture(reading: Reading) -> str:
    """The screen in both themes of our own; a row of the screen is a line of the file."""
    dark, light = [await _rows(reading, str(theme.name)) for theme in (DARK, LIGHT)]
    kinds: dict[tuple[str, str], str] = {}
    lines = []
    for number, (row, other) in enumerate(zip(dark, light, strict=True)):
        cells = 0
        spans = []
        for (text, looks), (_, by_day) in zip(row, other, strict=True):
            name = kinds.setdefault((looks, by_day), f"k{len(kinds)}")
            if text.strip():
                at = (cells + cell_len(text) - cell_len(text.lstrip())) * _WIDE
                spans.append(f'<tspan x="{at}" class="{name}">{escape(text.strip())}</tspan>')
            cells += cell_len(text)
        lines.append(f'<text y="{(number + 1) * _HIGH - 4}">{"".join(spans)}</text>')
    size = reading.app.size
    box = f"{size.width * _WIDE} {size.height * _HIGH}"
    return "\n".join(chain(_head(box, kinds), lines, ["</svg>", ""]))


async def _rows(reading: Reading, theme: str) -> list[_Row]:
    reading.app.theme = theme
    await reading.settle()
    strips = reading.screen._compositor.render_strips()
    return [[(text, _css(style)) for text, style, _ in strip] for strip in strips]


def _css(style: Style | None) -> str:
    assert style is not None
    assert style.color is not None
    bold = ";font-weight:bold" if style.bold else ""
    marked = ";text-decoration:underline" if style.reverse else ""
    return f"fill:{style.color.get_truecolor().hex}{bold}{marked}"


def _head(box: str, kinds: dict[tuple[str, str], str]) -> list[str]:
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {box}">',
        "<style>",
        f"svg{{background:{DARK.background}}}text{{font:14px monospace;white-space:pre}}",
        *(f".{name}{{{dark}}}" for (dark, _), name in kinds.items()),
        f"@media (prefers-color-scheme:light){{svg{{background:{LIGHT.background}}}",
        *(f".{name}{{{light}}}" for (_, light), name in kinds.items()),
        "}",
        "</style>",
    ]
