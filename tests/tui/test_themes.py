"""Our own two themes: readable, and their meaning never in colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from briefing.tui.themes import DARK, LIGHT

if TYPE_CHECKING:
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
    assert theme.background is not None
    assert contrast(theme.variables["border"], theme.background) >= 3


def test_one_is_dark_and_one_is_light() -> None:
    assert (DARK.dark, LIGHT.dark) == (True, False)
    assert contrast("#000000", "#ffffff") == 21
