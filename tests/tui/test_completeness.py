"""Nothing is left out: every point is on a screen and in the full export, and gone with its YAML."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from briefing.export import plain
from briefing.loading import load
from briefing.model.points import Point
from briefing.model.source import Paragraph
from briefing.model.statements import points, statements
from tests.briefs import write_brief
from tests.tui.conftest import ROOT
from tests.tui.pages import all_pages, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.model.brief import Brief

WIDEST = 200


def by_key(brief: Brief) -> dict[str, str]:
    """What is said under each key on all pages together."""
    said: dict[str, str] = {}
    for page in all_pages(brief):
        for item in page.items:
            said[item.key] = f"{said.get(item.key, '')}\n{text_of(item)}"
    return said


def reference(point: Point) -> str:
    """How the export closes the line of a point."""
    return f"[{' '.join((point.id, *point.at))}]"


def exported(brief: Brief) -> str:
    """The full export with its wrapping undone."""
    return " ".join(plain(brief, full=True, width=WIDEST).split())


def without(text: str, point: str) -> str:
    """The YAML without the item of that id; of a list that held nothing else, without its key."""
    lines = text.splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if re.match(rf" *- (\{{)?id: {point}\b", line))
    depth = indent(lines[start])
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or indent(lines[end]) > depth):
        end += 1
    alone = re.match(r" *points:\s*$", lines[start - 1]) and not (
        end < len(lines) and lines[end].startswith(" " * depth + "- ")
    )
    return "".join(lines[: start - bool(alone)] + lines[end:])


def indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def test_every_point_is_on_a_screen(small: Brief, shipped: Brief, tram: Brief) -> None:
    for brief in (small, shipped, tram):
        said = by_key(brief)
        for point in points(brief):
            assert point.text in said[point.id]


def test_everything_else_of_the_brief_is_on_a_screen_too(
    small: Brief, shipped: Brief, tram: Brief
) -> None:
    for brief in (small, shipped, tram):
        shown = "\n".join(by_key(brief).values())
        for statement in statements(brief):
            in_full = brief.article and isinstance(statement.part, Paragraph)  # no digest needed
            for text in () if in_full else texts_of(statement.part):
                assert text in shown, statement.id


def texts_of(part: object) -> list[str]:
    names = "title summary text signal digest because if_wrong label missing value"
    names += " cause event consequence trigger bearer"
    found = [part, *(getattr(part, name, None) for name in names.split())]
    return [text for text in found if isinstance(text, str)]


def test_every_point_is_in_the_full_export_with_its_id_and_anchors(
    small: Brief, shipped: Brief, tram: Brief
) -> None:
    for brief in (small, shipped, tram):
        text = exported(brief)
        for point in points(brief):
            assert point.text in text, point.id
            assert reference(point) in text, point.id


def sources(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The briefs as folders that can be changed."""
    yield "small", write_brief(tmp_path / "small")
    content = next(folder for folder in (ROOT / "content").iterdir() if folder.is_dir())
    shutil.copytree(content, tmp_path / "content" / content.name)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    yield "shipped", tmp_path / "content" / content.name


@pytest.mark.parametrize("number", [0, 1], ids=["small", "shipped"])
def test_a_point_taken_out_of_its_file_is_gone_from_the_screens_and_the_export(
    tmp_path: Path, number: int
) -> None:
    _, folder = list(sources(tmp_path))[number]
    whole = load(folder)
    texts = [point.text for point in points(whole)]
    assert len(set(texts)) == len(texts)
    assert texts
    for statement in [s for s in statements(whole) if isinstance(s.part, Point)]:
        path = folder / f"{statement.section}.yaml"
        kept = path.read_text()
        path.write_text(without(kept, statement.id))
        brief = load(folder)
        path.write_text(kept)
        assert brief.broken == frozenset(), statement.id
        left = [point.text for point in points(brief)]
        assert left == [text for text in texts if text != statement.text]
        said = by_key(brief)
        assert statement.id not in said
        assert f"\n{statement.id}  " not in "\n".join(said.values())
        assert isinstance(statement.part, Point)
        assert reference(statement.part) not in exported(brief), statement.id
