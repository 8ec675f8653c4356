"""Twelve checks of a screen, each over the sizes from a split pane to a wall.

What a first look at a terminal program finds wrong: clipped keys, prose too wide to read, facts
below the fold, a meaning in colour alone, columns that do not line up. The numbers are those of
the list below; most have finer tests elsewhere, here each is held as a whole.

1 footer, 2 measure, 3 first screen, 4 help, 5 narrow and resized, 6 no colour, 7 never colour
alone, 8 contrast, 9 alignment, 10 search, 11 trace, 12 plain.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from briefing.library import open_brief
from briefing.model.entries import by_weight
from briefing.model.scales import with_range
from briefing.text import width
from briefing.tui.commands import commands_on, in_footer
from briefing.tui.themes import DARK, LIGHT, THEMES
from tests.tui.reading import read
from tests.tui.test_colours import drawn, hex_of
from tests.tui.test_themes import contrast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.brief import Brief
    from tests.tui.reading import Reading

ROOT = Path(__file__).parents[1]
SIZES = [(40, 15), (60, 20), (80, 24), (120, 36), (200, 60)]
SECTIONS = "123456789"
METERS = {"low": "●○○", "moderate": "●●○", "high": "●●●"}

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture(autouse=True)
def no_audit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.tui.screens.reader.AUDIT_PAUSE", 3600)


@pytest.fixture(scope="module")
def brief() -> Brief:
    return open_brief(ROOT / "content")


async def screens(reading: Reading) -> Iterator[str]:
    """What every section shows from its first row to its last, opened pages too."""
    found = []
    for section in SECTIONS:
        for keys in ((section,), (section, "enter")):
            await reading.press(*keys)
            found.append(reading.text)
            for _ in range(40):
                before = reading.text
                await reading.press("space")
                if reading.text == before:
                    break
                found.append(reading.text)
            await reading.press("escape", "escape")
    return iter(found)


@each_size
def test_1_the_footer_fits(brief: Brief, size: tuple[int, int]) -> None:
    labels = [f"{c.shown} {c.footer}" for c in in_footer(commands_on("brief"))]
    assert len(labels) <= 5

    async def story(reading: Reading) -> None:
        for section in SECTIONS:
            await reading.press(section)
            told = re.split(r"\s{2,}", reading.lines[-1].strip())
            assert set(told) <= set(labels)
            assert {"? Help", "q Quit"} <= set(told)
            assert size[0] < 60 or told == labels

    read(brief, story, size=size)


@each_size
def test_2_prose_is_never_wider_than_78_cells(brief: Brief, size: tuple[int, int]) -> None:
    async def story(reading: Reading) -> None:
        for section in SECTIONS:
            await reading.press(section)
            for selector in ("#text", "#evidence"):
                rows = reading.pane(selector).cursor.rows
                assert all(width("".join(p.text for p in row.pieces)) <= 78 for row in rows)

    read(brief, story, size=size)


def test_3_the_first_screen_says_what_a_hurried_reader_needs(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        text = " ".join(reading.words("#text").split())
        assert brief.outlook.bottom_line
        assert brief.outlook.bottom_line.text in text
        for judgment in brief.outlook.judgments:
            assert judgment.title in text
            odds = with_range(brief.header.scale, judgment.likelihood)
            (row,) = (row for row in reading.lines if row.strip(" ▌").startswith(judgment.id))
            row += reading.lines[reading.lines.index(row) + 1]
            assert odds in row
            assert METERS[judgment.confidence] in row
        for risk in by_weight(brief.risks.entries, brief.header.scale)[:3]:
            (row,) = (row for row in reading.lines if row.strip(" ▌").startswith(risk.id))
            assert risk.title in row
            assert with_range(brief.header.scale, risk.likelihood) in row
            assert row.rstrip(" ▐").endswith(risk.impact)
        view = reading.pane()
        assert len(view.cursor.rows) <= view.size.height

    read(brief, story, size=(80, 24))


def test_4_the_help_shows_every_key_and_how_to_close_it(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("?")
        text = reading.text
        assert "Esc close" in text
        for command in commands_on("brief"):
            assert all(
                re.search(rf"(?<!\S){re.escape(k)}(?!\S)", text) for k in command.shown.split()
            )

    read(brief, story, size=(80, 24))


@pytest.mark.parametrize("size", [(40, 15), (60, 20)], ids=["40x15", "60x20"])
def test_5_narrow_screens_lose_nothing_unsaid(brief: Brief, size: tuple[int, int]) -> None:
    async def story(reading: Reading) -> None:
        await reading.resize(200, 60)
        for section in SECTIONS:
            await reading.press(section)
            before = reading.lines
            await reading.resize(*size)
            assert all(width(line) <= size[0] for line in reading.lines)
            title = reading.lines[0].strip()
            assert brief.header.title.startswith(title.rstrip("…"))
            assert title == brief.header.title or title.endswith("…")
            await reading.resize(200, 60)
            assert reading.lines == before

    read(brief, story, size=(200, 60))


def seen(brief: Brief, size: tuple[int, int], theme: str | None = None) -> list[str]:
    """What every section shows from its first row to its last, in one of the themes."""
    found: list[str] = []

    async def look(reading: Reading) -> None:
        if theme:
            reading.app.theme = theme
            await reading.settle()
        found.extend(await screens(reading))
        for section in SECTIONS:
            await reading.press(section)
            assert reading.selected()

    read(brief, look, size=size)
    return found


@pytest.mark.parametrize("size", [(40, 15), (120, 36)], ids=["40x15", "120x36"])
def test_6_without_colour_every_word_and_the_selection_are_there(
    brief: Brief, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = seen(brief, size)
    monkeypatch.setenv("NO_COLOR", "1")
    assert seen(brief, size) == coloured


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 36)], ids=["40x15", "80x24", "120x36"])
def test_7_no_theme_says_what_another_does_not(brief: Brief, size: tuple[int, int]) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("5", "m", "enter", "u")  # a mark, and a section that is unread
        for section in SECTIONS:
            await reading.press(section)
            said = {}
            for _ in THEMES:
                await reading.press("t")
                reading.reader.tell("")
                await reading.settle()
                assert reading.selected()
                said[reading.app.theme] = reading.lines
            assert said.keys() == THEMES.keys()
            assert all(lines == said["dark"] for lines in said.values())

    read(brief, story, size=size)


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
def test_8_text_and_rules_stand_out(brief: Brief, theme: str) -> None:
    async def story(reading: Reading) -> None:
        reading.app.theme = theme
        await reading.settle()
        for section in SECTIONS:
            await reading.press(section)
            for text, colour, ground in drawn(reading):
                least = 4.5 if any(map(str.isalnum, text)) else 3
                assert contrast(hex_of(colour), hex_of(ground)) >= least, (section, text)

    read(brief, story, size=(120, 36))


def test_9_columns_line_up_beside_wide_names_and_sort_as_numbers(brief: Brief) -> None:
    titled = [msgspec.structs.replace(actor) for actor in brief.competitors.entries]
    titled[0] = msgspec.structs.replace(titled[0], title="日本磁石工業")
    competitors = msgspec.structs.replace(brief.competitors, entries=tuple(titled))

    async def story(reading: Reading) -> None:
        await reading.press("4")
        for _ in range(8):
            rows = [
                row for row in reading.rows("#text") if re.search(r"(?:\s+\d+){2,}\s*▐?\s*$", row)
            ]
            assert len(rows) == len(titled)
            assert any("日本磁石工業" in row for row in rows)
            ends = [[width(row[: n.end()]) for n in re.finditer(r"\d+", row)] for row in rows]
            assert all(end == ends[0] for end in ends)
            if sorted_by := re.search(r"sorted by (Statements|Figures)", reading.message):
                number = 0 if sorted_by[1] == "Statements" else 1
                counts = [int(re.findall(r"\d+", row)[number]) for row in rows]
                assert counts == sorted(counts, reverse="reversed" not in reading.message)
            await reading.press("o")
            await reading.press("O")

    read(msgspec.structs.replace(brief, competitors=competitors), story, size=(80, 24))


def test_10_a_search_shows_counts_sections_and_leaves_the_match_in_sight(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("6", "j", "j")
        before = reading.lines
        await reading.press("/")
        await reading.type("chips")
        window = reading.text
        assert re.search(r"\b\d+ matches in \d+ sections\b", window)
        assert re.search(r"MOTIVES|RISKS|COMPETITORS", window)
        await reading.press("escape")
        assert reading.lines == before
        await reading.press("/")
        await reading.type("chips")
        await reading.press("enter")
        assert any("chip" in text.casefold() for text in reading.styles("#text", "match"))
        await reading.press("escape", "/")
        await reading.type("zzzxqw")
        assert "zzzxqw" in reading.text
        assert "No match" in reading.text

    read(brief, story, size=(80, 24))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
def test_11_from_every_judgment_and_risk_s_leads_to_its_paragraph(
    brief: Brief, size: tuple[int, int]
) -> None:
    assert brief.source
    there = {str(paragraph.at) for paragraph in brief.source.paragraphs}

    async def story(reading: Reading) -> None:
        for section, count in (
            ("8", len(brief.outlook.judgments)),
            ("5", len(brief.risks.entries)),
        ):
            await reading.press(section)
            for _ in range(count):
                await reading.press("s")
                rows = reading.rows("#evidence")
                cited = [y for y, row in enumerate(rows) if "▸" in row]
                assert cited
                assert cited[0] <= len(rows) * 2 // 3
                assert set(re.findall(r"▸(P\d+)", "\n".join(rows))) <= there
                await reading.press("escape", "j")

    read(brief, story, size=size)


@pytest.mark.parametrize(
    ("env", "arguments"),
    [
        ({}, ()),
        ({"TERM": "dumb"}, ()),
        ({"PYTHONIOENCODING": "latin-1"}, ()),
        ({}, ("export", "--full")),
        ({}, ("export", "--ascii")),
    ],
    ids=["piped", "dumb", "latin-1", "full", "ascii"],
)
def test_12_the_plain_brief_is_plain(
    brief: Brief, tmp_path: Path, env: dict[str, str], arguments: tuple[str, ...]
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        cwd=tmp_path,
        env={**os.environ, **env},
        capture_output=True,
        check=True,
    )
    text = done.stdout.decode("latin-1" if "PYTHONIOENCODING" in env else "utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u2500-\u28ff]", text)  # no ESC, box or braille
    headings = ["BOTTOM LINE", "KEY JUDGMENTS", "REGIONS", "MOTIVES", "COMPETITORS", "RISKS"]
    headings += ["TIMELINE", "FIGURES"]
    at = [re.search(rf"^{heading}", text, re.MULTILINE) for heading in headings]
    places = [found.start() for found in at if found]
    assert len(places) == len(headings)
    assert places == sorted(places)
    words = " ".join(text.split())
    for judgment in brief.outlook.judgments:
        odds = with_range(brief.header.scale, judgment.likelihood)
        assert f"{judgment.id} {odds}:" in words
    for risk in brief.risks.entries:
        assert risk.title in words
