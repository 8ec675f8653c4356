"""A brief that is still to be written, in the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.drafting import new_brief
from briefing.library import open_brief
from briefing.model.sections import SECTIONS
from tests.briefs import ARTICLE
from tests.tui.pages import item, page
from tests.tui.reading import SIZES, read

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief
    from tests.tui.reading import Reading


@pytest.fixture
def draft(tmp_path: Path) -> Brief:
    (tmp_path / "content").mkdir()
    (tmp_path / "seeds").mkdir()
    article = tmp_path / "seeds" / "mill.txt"
    article.write_text(ARTICLE)
    return open_brief(new_brief("mill", article, tmp_path / "content").folder)


def test_each_point_stands_there_with_its_place(draft: Brief) -> None:
    found = page(draft, "motives")
    assert [block.text for block in item(found, "M3").blocks] == [
        "M3  TODO",
        "forecast: may · P2.1",
    ]
    assert len([each for each in found.items if each.key.startswith("M")]) == 5


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_section_opens(draft: Brief, size: tuple[int, int]) -> None:
    async def story(reading: Reading) -> None:
        for number, section in enumerate(SECTIONS, 1):
            await reading.press(str(number))
            assert reading.heading == section.title.upper()

    read(draft, story, size=size)


def test_the_sentence_to_write_from_stands_beside(draft: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("3", "j", "j")
        assert "Southgate may follow." in reading.words("#evidence")

    read(draft, story, size=(120, 36))
