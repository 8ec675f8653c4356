"""Any script aligns: every row as wide as the terminal, every border in one column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from tests.tui.hostile import titled
from tests.tui.reading import read

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from tests.tui.reading import Reading

TITLES = {
    "japanese": "日本磁石工業は新しい工場を来年の春までに建てる計画を発表した、東京",
    "arabic": "تخطط الشركة لبناء مصنع جديد في الشمال قبل نهاية العام المقبل",
    "hindi": "कंपनी ने उत्तर में एक नई मिल बनाने की योजना की घोषणा की है",
    "emoji": "Mill 🏭 planned 👩‍🔧 by the river 🌊 in spring 🇯🇵 or so ❤️ they say ☎️",
    "marks": "E\u0301te\u0301 a\u0302ge\u0301 Za\u0327l\u0323go n\u0303a\u030a vi\u1ec7\u0323t o\u0308l",
}
SIZES = [(40, 15), (120, 36)]  # one pane, and three
KEYS = ["1", "2", "enter", "s", "3", "4", "5", "6", "7", "8", "9", "/", "a"]


def borders(reading: Reading) -> set[tuple[int, ...]]:
    """The cells where the borders of the panes stand, in every row that has some."""
    rows = [strip.text for strip in reading.screen._compositor.render_strips()[2:-1]]
    found = {tuple(cell_len(row[:at]) for at, one in enumerate(row) if one in "▕▏") for row in rows}
    return found - {()}


@pytest.mark.parametrize("script", TITLES)
def test_every_script_aligns_in_every_section_at_every_size(small: Brief, script: str) -> None:
    async def story(reading: Reading) -> None:
        for size in SIZES:
            await reading.resize(*size)
            for key in KEYS:
                await reading.press(key)
                for strip in reading.screen._compositor.render_strips():
                    assert cell_len(strip.text) == strip.cell_length == size[0], (key, strip.text)
                if key.isdigit():
                    assert len(borders(reading)) == (size[0] >= 100), key
            await reading.press("escape")

    read(titled(small, TITLES[script]), story)
