"""docs/writing-a-brief.md holds: what it says a command prints, the command prints."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from briefing.library import open_brief
from briefing.model.statements import by_id
from tests.briefs import TRAM
from tests.commands import run as briefing
from tests.docs.format_tables import PAGE

if TYPE_CHECKING:
    from pathlib import Path

TEXT = PAGE.with_name("writing-a-brief.md").read_text("utf-8")
BLOCK = re.compile(r"```(?:console|yaml)\n(.*?)```\n", re.DOTALL)


def test_the_way_is_as_the_page_tells_it(tmp_path: Path) -> None:
    started, draft, written, checked = BLOCK.findall(TEXT)
    (tmp_path / "content").mkdir()
    (tmp_path / "seeds").mkdir()
    shutil.copy(TRAM.parents[1] / "seeds" / "harbour-tram.txt", tmp_path / "seeds")
    *_, command, told = re.split(r"^\$ (.*)\n", started, flags=re.MULTILINE)
    done = briefing(*command.split()[1:], cwd=tmp_path)
    assert done.out + done.err == told
    motives = (tmp_path / "content" / "harbour-tram" / "motives.yaml").read_text("utf-8")
    assert draft in motives
    _, command, told = re.split(r"^\$ (.*)\n", checked, flags=re.MULTILINE)
    assert told.removesuffix("...\n") in briefing(*command.split()[1:], cwd=tmp_path).out
    text = re.search("text: (.*)", written)
    assert text
    assert by_id(open_brief(TRAM))["C22"].text == text[1]  # the article has grown since


def test_the_counts_are_those_of_the_tram() -> None:
    brief = open_brief(TRAM)
    kinds = [type(s.part).__name__ for s in by_id(brief).values()]
    points = sum(kind in {"Point", "Event", "Figure"} for kind in kinds)
    assert brief.source
    assert f"{brief.source.words} words and 51 sentences became {points} points" in " ".join(
        TEXT.split()
    )
    assert (kinds.count("Risk"), kinds.count("Judgment")) == (5, 4)


def test_every_link_leads_somewhere() -> None:
    headings = {
        page.name: {
            re.sub(r"[^a-z0-9 -]", "", line.lstrip("# ").lower()).replace(" ", "-")
            for line in page.read_text("utf-8").splitlines()
            if line.startswith("#")
        }
        for page in PAGE.parent.glob("*.md")
    }
    for path, anchor in re.findall(r"\]\(([^)#]*)(?:#([^)]*))?\)", TEXT):
        assert (PAGE.parent / path).exists(), path
        assert not anchor or anchor in headings[path or "writing-a-brief.md"], anchor
