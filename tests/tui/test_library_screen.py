"""The list of a library: opened, filtered, sorted, followed, and come back to."""

from __future__ import annotations

import asyncio
import gc
import shutil
import weakref
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from textual.widget import Widget

from briefing.config import Config
from briefing.library import audit_of, memory
from briefing.library.events import Idle, Progress, Rows, Sound, Told
from briefing.state import Audit, Seen
from briefing.text import width
from briefing.tui.actions import auditing
from briefing.tui.screens.help import HelpScreen
from briefing.tui.screens.library import LibraryScreen
from briefing.tui.screens.shelved import ShelvedReader
from tests.briefs import write_brief
from tests.tui.reading import SIZES
from tests.tui.shelves import browse, listed

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.audit.report import Report
    from briefing.model.brief import Brief
    from tests.tui.shelves import Shelves

MANY = [
    listed(f"b{n:03}", f"Brief {n:03}", as_of=f"{3100 - n}".replace("0", "8"), as_of_day=1000 - n)
    for n in range(100)
]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for name in ("mill", "port", "tram"):
        write_brief(tmp_path / "valley" / name)
    return tmp_path / "valley"


THREE = [
    listed("mill", "The mill", as_of="2031-05-04", as_of_day=3),
    listed(
        "port", "The port", as_of="2031-05-03", as_of_day=2, errors=1, problem="risks.yaml:9:1: no"
    ),
    listed("tram", "The tram", as_of="2031-05-02", as_of_day=1),
]


# -- the first frame, and what follows


def test_what_is_known_stands_there_before_the_librarian_says_a_word(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        assert shelves.titles[0] == "The mill"
        assert shelves.selected == "The mill"
        assert "3 briefs" in shelves.reading.lines[0]
        assert "valley" in shelves.reading.lines[0]
        assert "risks.yaml:9:1: no" in shelves.reading.text

    browse(library, THREE, story, size=(120, 36))


def test_the_librarian_does_not_wait_until_a_window_is_closed(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = LibraryScreen.on_mount

    def hasty(screen: LibraryScreen) -> None:
        usual(screen)
        screen.call_later(screen.app.push_screen, HelpScreen([]))  # a key pressed before

    monkeypatch.setattr(LibraryScreen, "on_mount", hasty)

    async def story(shelves: Shelves) -> None:
        assert len(shelves.reading.app.screen_stack) == 2
        assert shelves.told
        await shelves.tell(Rows(rows=(THREE[0], THREE[2])))
        await shelves.reading.press("escape")
        assert shelves.titles == ["The mill", "The tram"]

    browse(library, (), story)


def test_what_a_closed_brief_has_drawn_is_let_go(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.reading.press("enter")
        drawn = [
            weakref.ref(widget._styles_cache)
            for widget in shelves.reading.screen.walk_children(Widget)
        ]
        assert len(drawn) > 5
        await shelves.reading.press("escape", "j", "enter", "escape")
        assert shelves.reading.app.screen_stack == [shelves.library]
        closed = asyncio.Event()
        shelves.reading.app.call_later(closed.set)  # it takes no call while a screen closes
        await closed.wait()
        # a timer that was stopped holds on to its screen until it would have been due
        loop = asyncio.get_running_loop()
        usual = loop.time
        monkeypatch.setattr(loop, "time", lambda: usual() + 7200)
        await shelves.reading.settle()
        gc.collect()
        assert not [rows for rows in drawn if rows()]

    browse(library, THREE, story)


def test_rows_come_and_go_and_the_selected_one_stays(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        assert "Looking for briefs…" in shelves.reading.text
        await shelves.tell(Rows(rows=tuple(THREE[1:])))
        await shelves.reading.press("j")
        assert shelves.selected == "The tram"
        row = shelves.rows.index(next(row for row in shelves.rows if row.startswith("The tram")))
        await shelves.tell(Rows(rows=(THREE[0],)))
        assert shelves.selected == "The tram"
        assert len([r for r in shelves.rows if r]) == 3
        await shelves.tell(Rows(gone=("mill", "port")))
        assert shelves.titles == ["The tram"]
        assert row == 1
        await shelves.tell(Rows(rows=tuple(THREE[:2]), anew=True))
        assert len(shelves.titles) == 2

    browse(library, (), story)


def test_progress_is_told_with_what_is_left_and_goes(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Progress(30, 100))
        assert "━━━━━━────────────── 30 of 100 · 70 left" in shelves.reading.lines[0]
        await shelves.reading.resize(40, 15)
        assert "━━────── 70 left" in shelves.reading.lines[0]
        await shelves.tell(Idle())
        assert "left" not in shelves.reading.lines[0]

    browse(library, THREE, story)


def test_what_the_librarian_says_for_people_is_shown(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Sound(7, "The index was damaged and is built again."))
        assert shelves.message == "The index was damaged and is built again."
        assert shelves.library.reach.generation is not None
        await shelves.tell(Told("Another librarian is at work."))
        assert shelves.message == "Another librarian is at work."

    browse(library, THREE, story)


def test_without_the_librarian_one_line_says_so_and_the_list_is_there(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        shelves.ended.set()
        await shelves.reading.settle()
        while not shelves.library.lost:
            await shelves.reading.pilot.pause()
        await shelves.reading.settle()
        assert "not followed" in shelves.reading.lines[0]
        await shelves.reading.press("j", "enter")
        assert isinstance(shelves.reading.screen, ShelvedReader)

    browse(library, THREE, story)


def test_what_keeps_the_librarian_from_its_work_stays_in_sight(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Told("No index can be kept here."))
        assert "No index can be kept here." in shelves.reading.words("#list")
        await shelves.reading.press("r")
        assert "No index can be kept here." in shelves.reading.words("#text")
        await shelves.reading.press("escape")
        await shelves.tell(Idle())
        assert "There is no brief here." in shelves.reading.words("#list")

    browse(library.with_name("nowhere"), (), story)


def test_where_no_index_can_be_kept_the_briefs_are_listed_all_the_same(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Told("No index can be kept here."))
        while not len(shelves.library.roster):
            await shelves.reading.pilot.pause()
        await shelves.reading.settle()
        assert len(shelves.titles) == 3
        assert shelves.library.state == "No index can be kept here."

    browse(library, (), story)


def test_an_empty_library_says_so(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Idle())
        assert "There is no brief here." in shelves.reading.text
        await shelves.reading.press("j", "G", "enter", "space", "o", "O", "escape")
        assert "0 briefs" in shelves.reading.lines[0]

    browse(library, (), story)


# -- moving, sorting, filtering


def test_keys_move_through_the_list(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        for key, title in (
            ("j", "Brief 001"),
            ("k", "Brief 000"),
            ("G", "Brief 099"),
            ("g", "Brief 000"),
            ("down", "Brief 001"),
            ("end", "Brief 099"),
            ("home", "Brief 000"),
        ):
            await shelves.reading.press(key)
            assert shelves.selected == title
        await shelves.reading.press("space")
        assert shelves.selected not in {"Brief 000", "Brief 001"}
        await shelves.reading.press("b")
        assert shelves.selected == "Brief 000"

    browse(library, MANY, story)


def test_o_sorts_by_the_next_column_in_sight_and_its_name_is_marked(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        names = shelves.reading.rows("#list")[0]
        assert "As of▼" in names
        seen = []
        for _ in range(5):
            await shelves.reading.press("o")
            names = shelves.reading.rows("#list")[0]
            seen.append(next(part for part in names.split() if part[-1] in "▼▲"))
        assert seen == ["risk▼", "Audit▼", "Title▲", "of▼", "risk▼"]
        assert shelves.message == "sorted by Highest risk"
        await shelves.reading.press("o", "o", "O")
        assert shelves.titles[0] == "Brief 099"
        assert shelves.selected == "Brief 099"  # nobody has moved: the list starts at its top
        assert shelves.message == "sorted by Title, reversed"

    browse(library, MANY, story)


def test_a_click_on_a_name_sorts_and_on_a_row_selects_then_opens(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        view = shelves.library.view.region
        await shelves.reading.click(view.x + 4, view.y)
        assert "Title▲" in shelves.reading.rows("#list")[0]
        await shelves.reading.click(view.x + 4, view.y + 2)
        assert shelves.selected.startswith("The port")
        await shelves.reading.click(view.x + 4, view.y + 2)
        assert isinstance(shelves.reading.screen, ShelvedReader)

    browse(library, THREE, story)


def test_the_wheel_moves_the_list_and_enter_comes_back_to_what_is_selected(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        view = shelves.library.view.region
        for _ in range(10):
            await shelves.reading.wheel(view.x + 4, view.y + 4)
        assert shelves.selected == ""
        await shelves.reading.wheel(view.x + 4, view.y + 4, up=True)
        await shelves.reading.press("enter")
        assert shelves.selected == "Brief 000"

    browse(library, MANY, story)


def test_the_filter_keeps_what_has_every_word_as_one_types(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.reading.press("f")
        assert "Filter" in shelves.reading.text
        await shelves.reading.type("brief 09")
        assert shelves.titles == [f"Brief {n:03}" for n in (9, *range(90, 99 + 1))]
        assert "11 of 100 briefs" in shelves.reading.lines[0]
        await shelves.reading.press("down")
        assert shelves.selected == "Brief 090"
        await shelves.reading.press("tab", "j", "tab", "backspace")
        assert shelves.selected == "Brief 091"
        await shelves.reading.type("x")
        assert "No brief has 'brief 0x'" in shelves.reading.text
        await shelves.reading.press("escape")
        assert len([t for t in shelves.titles if t]) > 11
        assert shelves.selected == "Brief 091"
        assert "Filter" not in shelves.reading.rows("#list")[0]

    browse(library, MANY, story)


def test_a_bar_stands_where_the_keyboard_is(library: Path) -> None:
    def barred(shelves: Shelves) -> tuple[bool, bool]:
        line, *rest = shelves.reading.rows("#filter") + shelves.reading.rows("#list")
        return "▌" in line, any("▌" in row for row in rest)

    async def story(shelves: Shelves) -> None:
        await shelves.reading.press("f")
        assert barred(shelves)[0]
        await shelves.reading.press("tab")
        assert barred(shelves) == (False, True)
        await shelves.reading.press("tab")
        assert barred(shelves)[0]

    browse(library, THREE, story)


def test_what_is_typed_faster_than_the_filter_opens_is_typed_there(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.reading.burst("f", *"trot", "backspace", "backspace")
        assert shelves.library.roster.query == "tr"
        assert shelves.titles == ["The tram"]

    browse(library, THREE, story)


# -- opening, and back


def test_enter_opens_and_escape_comes_back_to_the_same_row(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.reading.press("f", *"the", "tab", "o", "down")
        before = shelves.reading.lines
        await shelves.reading.press("enter")
        assert isinstance(shelves.reading.screen, ShelvedReader)
        assert shelves.reading.heading == "OVERVIEW"
        await shelves.reading.press("5", "enter", "escape", "escape")
        after = [line.replace("  2/9", "").rstrip() for line in shelves.reading.lines]
        assert after[:-1] == before[:-1]

    browse(library, THREE, story)


def test_an_audit_that_ends_after_the_brief_was_left_is_kept_and_shown_nowhere(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def report_on(brief: Brief) -> Report:
        return audit_of(brief)

    monkeypatch.setattr("briefing.tui.auditor.report_on", report_on)
    remembered = memory(kept=False)

    async def story(shelves: Shelves) -> None:
        await shelves.reading.press("enter")
        reader = shelves.reading.screen
        assert isinstance(reader, ShelvedReader)
        await shelves.reading.press("escape")
        await auditing.run(reader)
        assert remembered.audits()

    browse(library, THREE, story, remembered=remembered)


def test_a_brief_that_does_not_load_opens_on_what_reads(library: Path) -> None:
    (library / "port" / "risks.yaml").write_text("entries: [")

    async def story(shelves: Shelves) -> None:
        await shelves.reading.press("j")
        assert shelves.selected.startswith("The port")
        await shelves.reading.press("enter")
        assert shelves.reading.heading == "OVERVIEW"
        await shelves.reading.press("5")
        assert "was the file cut short?" in shelves.reading.text

    browse(library, THREE, story)


def test_a_brief_that_is_gone_says_so(library: Path) -> None:
    shutil.rmtree(library / "mill")

    async def story(shelves: Shelves) -> None:
        await shelves.reading.press("enter")
        assert shelves.reading.screen is shelves.library
        assert "there is no" in shelves.message

    browse(library, THREE, story)


def test_what_was_read_is_counted(library: Path) -> None:
    remembered = memory(kept=False)
    seen = Seen("", "2031-05-04", read=True)
    remembered.keep_seen(str((library / "tram").resolve()), {"risks": seen, "motives": seen})

    async def story(shelves: Shelves) -> None:
        assert [row.split()[-1] for row in shelves.rows[:3]][2] == "2/9"
        await shelves.reading.press("enter", "escape")
        assert shelves.rows[0].endswith("1/9")

    browse(library, THREE, story, size=(120, 36), remembered=remembered)


def test_what_an_audit_found_is_told_as_long_as_the_files_say_the_same(library: Path) -> None:
    remembered = memory(kept=False)
    for name, said, errors in (("mill", "now", 2), ("tram", "then", 0)):
        remembered.keep_audit(str((library / name).resolve()), Audit(said, errors, 0))
    three = [replace(listing, said="now") for listing in THREE]

    async def story(shelves: Shelves) -> None:
        at = shelves.reading.rows("#list")[0].index("Audit") - 2
        states = [row[at:].split("  ")[0] for row in shelves.rows[:3]]
        assert [state.strip() for state in states] == ["2 errors", "1 error", "changed"]

    browse(library, three, story, size=(80, 24), remembered=remembered)


# -- everywhere the same


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_titles_and_dates_are_seen_at_every_size(library: Path, size: tuple[int, int]) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.tell(Progress(3, 9))
        assert "As of▼" in shelves.reading.rows("#list")[0]
        assert shelves.rows[0].startswith("Brief 000")
        assert "3188" in shelves.rows[0]
        assert all(width(line) <= size[0] for line in shelves.reading.lines)
        assert "q Quit" in shelves.reading.lines[-1]

    browse(library, MANY, story, size=size)


def test_the_help_and_the_palette_have_the_keys_of_the_list(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.reading.press("?")
        text = shelves.reading.text
        assert all(
            told in text for told in ("filter the list", "open the brief", "search all briefs")
        )
        assert "source beside" not in text
        await shelves.reading.press("escape")
        await shelves.reading.open_palette()
        await shelves.reading.type("filter the list")
        await shelves.reading.press("enter")
        await shelves.reading.settle()
        assert "go to this section" not in shelves.reading.text

    browse(library, THREE, story, size=(100, 30))


def test_the_help_of_a_reader_of_the_library_has_its_own_key_too(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.reading.press("enter")
        await shelves.reading.press("?")
        assert "all statements about it" in shelves.reading.text
        assert "filter the list" not in shelves.reading.text

    browse(library, THREE, story, size=(100, 30))


def test_keys_of_ones_own_hold_on_the_list(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.reading.press("ctrl+n", "F")
        assert shelves.selected.startswith("The port")
        assert shelves.reading.screen.query_one("QueryLine").has_focus

    config = Config(keys={"next-item": ("ctrl+n",), "filter": ("F",)})
    browse(library, THREE, story, config=config)


def test_the_theme_changes_here_too(library: Path) -> None:
    async def story(shelves: Shelves) -> None:
        await shelves.reading.press("t")
        assert shelves.message == "Theme: light"

    browse(library, THREE, story)
