"""A reader that remembers: the place, what was read, marks, and what changed since."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from briefing.library import open_brief
from briefing.state import Memory
from briefing.tui.actions import remembering
from briefing.tui.app import BriefingApp
from tests.briefs import FILES, write_brief
from tests.tui.reading import SIZES, drive

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

    from tests.tui.reading import Reading

    Story = Callable[[Reading], Awaitable[None]]

WIDE = (120, 36)
CHANGED = {
    "regions": FILES["regions"].replace("No site is named.,", "Two sites are named.,"),
    "outlook": FILES["outlook"].replace("G1, text: Where is the site?", "G2, text: Who pays?"),
}


class Sessions:
    """One reader after the other on the same brief, and what is remembered between them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "brief"
        self._file = folder / "state.db"

    def read(
        self,
        story: Story,
        files: Mapping[str, str] = MappingProxyType({}),
        size: tuple[int, int] = WIDE,
    ) -> None:
        """A session; `files` are those of the brief that differ now."""
        memory = Memory.open(self._file)
        brief = open_brief(write_brief(self._folder, **files))
        drive(BriefingApp(brief, memory=memory), story, size=size)
        memory.close()


@pytest.fixture
def sessions(tmp_path: Path) -> Sessions:
    return Sessions(tmp_path)


def row(reading: Reading, section: str) -> str:
    return next(line for line in reading.rows("Navigation") if section in line)


# -- the place


@pytest.mark.parametrize("keys", ["5 enter j", "2 enter j s", "8 j j w", "6 j j", "9 enter", "1"])
@pytest.mark.parametrize("size", [(40, 15), WIDE])
def test_a_reader_reopens_where_it_was_left(
    sessions: Sessions, keys: str, size: tuple[int, int]
) -> None:
    seen = []

    async def leave(reading: Reading) -> None:
        await reading.press(*keys.split())
        reading.reader.tell("")
        await reading.settle()
        seen.append((reading.place, reading.text))

    async def reopen(reading: Reading) -> None:
        assert (reading.place, reading.text) == seen[0]

    sessions.read(leave, size=size)
    sessions.read(reopen, size=size)


def test_the_rows_on_top_are_the_same_even_where_nothing_there_is_selected(
    sessions: Sessions,
) -> None:
    tops = []

    async def leave(reading: Reading) -> None:
        await reading.press("8")
        await reading.wheel(20, 8)
        tops.append(reading.pane().cursor.top)
        assert tops[0] > 0

    async def reopen(reading: Reading) -> None:
        assert reading.pane().cursor.top == tops[0]

    async def reopen_wider(reading: Reading) -> None:
        assert reading.heading == "OUTLOOK"
        assert reading.pane().cursor.top == 0

    sessions.read(leave, size=(80, 24))
    sessions.read(reopen, size=(80, 24))
    sessions.read(reopen_wider, size=(200, 60))


def test_a_place_that_is_gone_falls_back_to_its_section(sessions: Sessions) -> None:
    async def leave(reading: Reading) -> None:
        await reading.press("8", "j", "enter")
        assert reading.place.opened

    async def reopen(reading: Reading) -> None:
        assert reading.heading == "OUTLOOK"

    sessions.read(leave)
    sessions.read(reopen, {"outlook": "bottom_line: {text: Nothing is sure.}"})


# -- what was read


def test_a_section_is_read_when_its_end_was_on_the_screen(sessions: Sessions) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("8")
        assert "✓" not in reading.rows("Navigation")[0]
        assert "8 Outl" in reading.rows("Navigation")[0] or "8 Outlook" in reading.text
        await reading.press("G")
        assert "8✓Outl" in reading.rows("Navigation")[0]

    async def later(reading: Reading) -> None:
        assert "8✓Outl" in reading.rows("Navigation")[0]

    sessions.read(story, size=(70, 14))
    sessions.read(later, size=(70, 14))


def test_the_page_of_an_entry_is_not_its_section(sessions: Sessions) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("5", "enter")
        reading.reader.recall.toggle(reading.reader.own, "risks")
        await reading.press("G")
        await reading.settle()
        assert reading.reader.recall.sign("risks") == ""

    sessions.read(story)


def test_u_makes_a_section_unread_and_read_again(sessions: Sessions) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("2")
        assert row(reading, "Regions").rstrip(" ▕│").endswith("✓")
        await reading.press("u")
        assert "✓" not in row(reading, "Regions")
        assert reading.message == "Regions is unread now."
        await reading.press("u")
        assert "✓" in row(reading, "Regions")
        assert reading.message == "Regions is read now."
        await reading.press("u")

    async def later(reading: Reading) -> None:
        await reading.press("3")
        assert "✓" not in row(reading, "Regions")
        assert "✓" in row(reading, "Motives")

    sessions.read(story)
    sessions.read(later)


def test_u_among_the_changes_is_about_the_section_of_the_selected_one(sessions: Sessions) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("c", "u")
        assert reading.message == "Regions is read now."
        await reading.press("c", "u")
        assert reading.message == "Outlook is read now."

    async def later(reading: Reading) -> None:
        await reading.press("c")
        assert reading.message == "Nothing changed since you last read this brief."

    sessions.read(nothing)
    sessions.read(story, CHANGED)
    sessions.read(later, CHANGED)


def test_a_section_that_cannot_be_read_is_not_read(sessions: Sessions) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("5")
        assert "✓" not in row(reading, "Risks")
        await reading.press("u")
        assert reading.message == "Risks cannot be read."

    sessions.read(story, {"risks": "entries: ["})


# -- marks


def test_a_statement_is_marked_with_a_note_and_found_again(sessions: Sessions) -> None:
    async def mark(reading: Reading) -> None:
        await reading.press("2", "enter", "j", "m")
        await reading.type("ask them")
        await reading.press("enter")
        assert reading.message == "Marked R2: ' lists your marks."
        assert "R2◆ No site is named." in reading.text
        await reading.press("7", "m", "enter")

    async def find(reading: Reading) -> None:
        await reading.press("1", "'")
        window = reading.words("#hits")
        assert "R2 No site is named. ask them since 20" in window
        assert "F1 Southgate's mill" in window
        await reading.press("enter")
        assert reading.heading == "REGIONS · Arland"
        assert reading.place.item == "R2"
        await reading.press("<")
        assert reading.heading == "OVERVIEW"

    sessions.read(mark)
    sessions.read(find)


def test_what_has_a_name_of_two_words_is_marked_by_them(sessions: Sessions) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("1", "m")
        assert "Mark bottom line" in reading.text
        await reading.press("enter")
        assert reading.message == "Marked bottom line: ' lists your marks."
        assert list(reading.reader.recall.marks) == ["bottom_line"]
        await reading.press("4", "m")
        assert "Mark Northwind" in reading.text
        await reading.press("enter")
        assert reading.message == "Marked Northwind: ' lists your marks."

    sessions.read(story)


def test_a_mark_changes_its_note_and_goes(sessions: Sessions) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("7", "m", "o", "n", "e", "enter")
        marks = reading.reader.recall.marks
        marks["F1"] = marks["F1"]._replace(since="2026-01-02")
        await reading.press("m", "backspace", "!", "enter")
        assert marks["F1"].note == "on!"
        assert marks["F1"].since == "2026-01-02"
        await reading.press("m", "escape")
        assert "F1◆" in reading.text
        await reading.press("m", "ctrl+d")
        assert reading.reader.recall.marks == {}
        assert "F1◆" not in reading.text
        await reading.press("m", "ctrl+d", "escape")  # there is none to take away
        assert reading.reader.recall.marks == {}

    sessions.read(story)


@pytest.mark.parametrize("size", [(40, 15), (80, 24)])
@pytest.mark.parametrize(
    ("section", "seen"), [("4", "Northwind◆"), ("5", "RK1◆ "), ("6", "T1◆ ")], ids=str
)
def test_a_mark_is_seen_where_the_statement_is_drawn(
    sessions: Sessions, size: tuple[int, int], section: str, seen: str
) -> None:
    async def story(reading: Reading) -> None:
        await reading.press(section)
        before = reading.rows("#text")
        await reading.press("m", "enter")
        assert seen in reading.text
        after = [line.replace("◆", " ") for line in reading.rows("#text")]
        assert after == before

    sessions.read(story, size=size)


def test_marks_are_deleted_in_their_list(sessions: Sessions) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("7", "m", "enter", "6", "m", "enter", "j", "m", "enter", "'")
        assert reading.selected("#hits")[0].startswith("T1")
        await reading.press("d")
        assert reading.selected("#hits")[0].startswith("T2")
        await reading.press("G", "d")
        assert reading.selected("#hits")[0].startswith("T2")
        await reading.press("d", "d")
        assert "No statement of this brief is marked" in reading.words("#hits")
        await reading.press("'")
        assert "◆" not in reading.text

    sessions.read(story)


def test_a_mark_whose_statement_is_gone_is_listed_with_its_text(sessions: Sessions) -> None:
    async def mark(reading: Reading) -> None:
        while reading.pane().key != "G1":
            await reading.press("j") if reading.heading == "OUTLOOK" else await reading.press("8")
        await reading.press("m", "enter")

    async def find(reading: Reading) -> None:
        await reading.press("'")
        assert "GONE FROM THE BRIEF G1 Where is the site?" in reading.words("#hits")
        await reading.press("enter")
        assert "G1 is gone" in reading.text
        await reading.press("d", "escape")
        assert reading.reader.recall.marks == {}

    sessions.read(mark)
    sessions.read(find, CHANGED)


def test_what_is_no_statement_is_not_marked(sessions: Sessions) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("9", "enter", "j", "m")
        assert reading.message.startswith("m marks statements")

    sessions.read(story)


# -- what changed


async def nothing(_: Reading) -> None:
    pass


def test_what_changed_is_told_and_shown_old_and_new(sessions: Sessions) -> None:
    async def story(reading: Reading) -> None:
        remembering.begin(reading.reader)
        await reading.settle()
        assert reading.message.startswith("3 changes since 20")
        assert "*" in row(reading, "Regions")
        assert "*" not in row(reading, "Risks")
        await reading.press("c")
        assert reading.heading == "CHANGED SINCE YOU LAST READ IT"
        assert reading.selected()[0] == "R2  reworded"
        assert "No site is named." in reading.words("#text")
        assert "Two sites are named." in reading.words("#text")
        assert reading.message == "change 1 of 3"
        await reading.press("c")
        assert reading.selected()[0] == "G1  removed"
        await reading.press("enter")
        assert reading.message == "This has no place in the brief any more."
        await reading.press("c", "c", "C")
        assert reading.selected()[0] == "G2  added"
        await reading.press("enter")
        assert reading.heading == "OUTLOOK"
        assert "G2*" in reading.text
        await reading.press("escape")
        assert reading.heading == "CHANGED SINCE YOU LAST READ IT"
        await reading.press("escape")
        assert reading.heading == "OVERVIEW"

    sessions.read(nothing)
    sessions.read(story, CHANGED)


def test_the_last_change_comes_first_backwards(sessions: Sessions) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("C")
        assert reading.selected()[0] == "G2  added"

    sessions.read(nothing)
    sessions.read(story, CHANGED)


def test_a_change_that_was_read_is_not_told_again(sessions: Sessions) -> None:
    async def read_regions(reading: Reading) -> None:
        await reading.press("2")
        assert "✓" in row(reading, "Regions")

    async def later(reading: Reading) -> None:
        await reading.press("c")
        assert reading.selected()[0] == "G1  removed"

    sessions.read(nothing)
    sessions.read(read_regions, CHANGED)
    sessions.read(later, CHANGED)


def test_a_reader_that_reopens_on_the_changes_shows_them_at_once(sessions: Sessions) -> None:
    async def leave(reading: Reading) -> None:
        await reading.press("c")

    async def reopen(reading: Reading) -> None:
        assert reading.selected()[0] == "R2  reworded"

    sessions.read(nothing)
    sessions.read(leave, CHANGED)
    sessions.read(reopen, CHANGED)


def test_without_a_change_c_says_so(sessions: Sessions) -> None:
    async def story(reading: Reading) -> None:
        remembering.begin(reading.reader)
        assert reading.message == ""
        await reading.press("c")
        assert reading.message == "Nothing changed since you last read this brief."

    sessions.read(story)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_page_of_changes_fits_every_size(sessions: Sessions, size: tuple[int, int]) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("c", "c")
        assert reading.selected() != []
        assert all(len(line) <= size[0] for line in reading.lines)
        await reading.resize(80, 24)
        assert reading.selected()[0] == "G1  removed"

    sessions.read(nothing)
    sessions.read(story, CHANGED, size)


# -- trouble


def test_what_keeps_it_from_remembering_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    memory = Memory.open(tmp_path / "file" / "state.db")

    async def story(reading: Reading) -> None:
        remembering.rest(reading.reader)
        assert reading.message == "Nothing of this session is kept: its folder cannot be made."
        await reading.press("7", "m", "enter")
        assert reading.message == "Marked F1: ' lists your marks."
        await reading.press("'")
        assert "F1 Southgate's mill" in reading.words("#hits")

    drive(BriefingApp(open_brief(write_brief(tmp_path / "brief")), memory=memory), story)
