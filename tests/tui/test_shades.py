"""The steps of shade: they rise in lightness for everybody, and what stands on them can be read."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from briefing.tui.ink import inks
from briefing.tui.themes import DARK, LIGHT
from tests.tui.reading import read
from tests.tui.test_themes import contrast

if TYPE_CHECKING:
    from textual.theme import Theme

    from briefing.model.brief import Brief
    from tests.tui.reading import Reading

THEMES = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: str(theme.name))
# Linear RGB as it is seen, at severity 1.0: Machado, Oliveira and Fernandes, "A Physiologically-
# based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15:6, 2009, table 1.
SIGHTS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
# linear sRGB to XYZ, by the white of D65 (IEC 61966-2-1)
XYZ = (
    (0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505),
    (0.2126, 0.7152, 0.0722),
    (0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089),
)


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    """CIE 1976 L*a*b* of a colour as somebody sees it."""
    linear = [_linear(part / 255) for part in Color.parse(colour).rgb]
    seen = [min(1.0, max(0.0, value)) for value in _times(SIGHTS[sight], linear)]
    x, y, z = (
        v ** (1 / 3) if v > 216 / 24389 else v * 841 / 108 + 4 / 29 for v in _times(XYZ, seen)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _times(matrix: tuple[tuple[float, ...], ...], vector: list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def steps(theme: Theme) -> list[str]:
    return [theme.variables[f"heat{step}"] for step in range(5)]


@THEMES
@pytest.mark.parametrize("sight", SIGHTS)
def test_each_step_differs_from_the_next_in_one_direction(theme: Theme, sight: str) -> None:
    seen = [lab(colour, sight) for colour in steps(theme)]
    sign = 1 if theme.dark else -1  # the further up, the further from the background
    for one, other in pairwise(seen):
        assert sign * (other[0] - one[0]) >= 10  # also all that is left of it in grey
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 >= 11


EXTREMES = (["#000000", "#ffffff"], ["#ffffff", "#000000"])


@THEMES
def test_what_stands_on_a_step_can_be_read(theme: Theme, small: Brief) -> None:
    async def story(reading: Reading) -> None:
        reading.app.theme = theme.name
        await reading.settle()
        ink = inks(reading.screen.app)
        for step, colour in enumerate(steps(theme)):
            style = ink[f"heat{step}"]
            assert style.color is not None
            assert style.color.triplet is not None
            assert style.bgcolor is not None
            assert style.bgcolor.triplet is not None
            assert style.bgcolor.triplet.hex == colour
            assert contrast(style.color.triplet.hex, colour) >= 4.5
            selected = ink[f"heat{step} selected"]
            assert selected.reverse
            shown = (selected.bgcolor, selected.color)  # text and ground, since it is reversed
            assert [c.triplet.hex for c in shown if c and c.triplet] in EXTREMES
            assert selected.color == style.color  # so that it stands out from the step

    read(small, story)


def test_without_colours_lines_part_the_cells(
    small: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def story(reading: Reading) -> None:
        ink = inks(reading.screen.app)
        for step in range(5):
            assert ink[f"edge{step}"].underline
            assert ink[f"heat{step}"].bgcolor == ink["text"].bgcolor

    read(small, story)
