"""The reader follows its files: loads them again, keeps the place, and the last version that loads."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from briefing.config import DEFAULTS
from briefing.library import stamp
from briefing.loading import load
from briefing.tui.actions import auditing, following
from briefing.tui.actions.editing import spot_of
from briefing.tui.places import Place, Trail
from briefing.tui.presentation.assumed import day_of
from briefing.tui.widgets.banner import Banner
from briefing.tui.widgets.page_view import PageView
from tests.briefs import ARTICLE, FILES, record_of, write_brief
from tests.tui.reading import SIZES, Reading, read
from tests.tui.test_audited import in_this_process

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from briefing.model.brief import Brief

    Story = Callable[[Reading], Awaitable[None]]

__all__ = ["in_this_process"]

BROKEN = FILES["risks"].replace("impact: high", "impact: : high")
POINT = "  - {id: R9, text: A third firm looks too., at: P1.1}\n"


@pytest.fixture
def brief(tmp_path: Path) -> Brief:
    """A brief whose files the test may change."""
    return load(write_brief(tmp_path / "valley"))


async def look(reading: Reading, times: int = 2) -> None:
    """Look at the files as the clock does: twice, for they have to be the same both times."""
    for _ in range(times):
        reading.reader.look()
    await reading.settle()


async def change(reading: Reading, **files: str | None) -> None:
    """Save files, and look."""
    folder = reading.reader.own.folder
    for name, text in files.items():
        (folder / f"{name}.yaml").unlink()
        if text is not None:
            (folder / f"{name}.yaml").write_text(text)
    await look(reading)


def banner(reading: Reading) -> str:
    return reading.words("Banner") if reading.screen.query(Banner) else ""


# -- what tells versions of the files apart


def touch(path: Path) -> None:
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 1))


@pytest.mark.parametrize("name", ["brief.yaml", "risks.yaml", "record.source", "article.txt"])
def test_every_file_of_a_brief_counts(tmp_path: Path, name: str) -> None:
    brief = load(write_brief(tmp_path, article=ARTICLE))
    before = stamp(brief)
    assert before == stamp(brief)
    touch(tmp_path / name)
    assert stamp(brief) != before


def test_files_that_come_and_go_count_and_those_of_editors_do_not(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path, motives=None))
    before = stamp(brief)
    for name in (".risks.yaml.swp", "risks.yaml~", "4913", "notes.txt", ".#risks.yaml"):
        (tmp_path / name).write_text("x")
    assert stamp(brief) == before
    (tmp_path / "motives.yaml").write_text(FILES["motives"])
    assert stamp(brief) != before
    (tmp_path / "motives.yaml").unlink()
    (tmp_path / "article.txt").write_text(ARTICLE)
    assert stamp(brief) != before


def test_a_record_that_is_not_there_yet_counts(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path, record=None))
    before = stamp(brief)
    (tmp_path / "record.source").write_text(record_of(ARTICLE))
    assert stamp(brief) != before


def test_a_folder_that_is_gone_has_no_files(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "b"))
    shutil.rmtree(tmp_path / "b")
    assert stamp(brief) == ()


# -- another version that loads


def test_a_save_is_shown_when_it_has_settled(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("2", "G")
        (brief.folder / "regions.yaml").write_text(FILES["regions"].replace("Two f", "Three f"))
        await look(reading, 1)
        assert "Two firms look" in reading.text
        await look(reading, 1)
        assert "Three firms look" in reading.text
        assert reading.message == "Reloaded: 1 statement changed."
        assert reading.selected()[0].startswith("R3")

    read(brief, story)


def test_what_is_still_being_written_waits(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("5")
        shown = reading.text
        saved = FILES["risks"].replace("The mill is late", "The mill is early")
        for part in (20, 90, 150, len(saved)):
            (brief.folder / "risks.yaml").write_text(saved[:part])
            await look(reading, 1)
            assert reading.text == shown
        await look(reading, 1)
        assert "The mill is early" in reading.text

    read(brief, story)


def test_nothing_is_loaded_where_nothing_changed(
    brief: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(reading: Reading) -> None:
        monkeypatch.setattr(following, "again", lambda _brief: pytest.fail("loaded"))
        await look(reading, 5)
        assert reading.message == ""

    read(brief, story)


def test_what_changes_while_it_is_read_is_read_again(
    brief: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(reading: Reading) -> None:
        def late(brief: Brief) -> Brief:
            new = load(brief.folder)
            (brief.folder / "regions.yaml").write_text(FILES["regions"].replace("Two", "All"))
            monkeypatch.setattr(following, "again", lambda brief: load(brief.folder))
            return new

        monkeypatch.setattr(following, "again", late)
        await reading.press("2")
        await change(reading, regions=FILES["regions"].replace("Two", "Six"))
        assert "Two firms" in reading.text
        await look(reading)
        assert "All firms" in reading.text

    read(brief, story)


def test_a_file_saved_as_it_was_is_just_reloaded(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        touch(brief.folder / "risks.yaml")
        await look(reading)
        assert reading.message == "Reloaded."

    read(brief, story)


def test_title_counts_and_marks_follow(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await change(
            reading,
            brief=FILES["brief"].replace("title: Northwind plans", "title: Northwind drops"),
            regions=FILES["regions"].replace("entries:\n", "entries:\n  - {id: R9}\n"),
            risks=FILES["risks"].replace("rests_on: [R2, T2]", "rests_on: [R2, T99]"),
            motives=None,
        )
        assert reading.text.count("drops") == 0  # the regions are broken now
        await change(reading, regions=FILES["regions"] + POINT)
        assert "Northwind drops a mill" in reading.lines[0]
        rows = reading.rows("Navigation")
        counts = [row.split()[2] for row in rows if "Motives" in row or "Risks" in row]
        assert counts == ["0", "1!"]
        assert "sections marked with ! show them" in reading.message
        await reading.press("5")
        assert "T99" in reading.text

    read(brief, story, size=(120, 36))


def test_the_page_the_selection_and_the_rows_stay(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("2", "enter", "j")
        assert reading.selected()[0].startswith("R2")
        row = next(n for n, row in enumerate(reading.rows("#text")) if row.startswith("▌"))
        longer = "One. " * 60
        await change(reading, regions=FILES["regions"].replace("Northwind plans a mill in", longer))
        assert reading.place == Place("regions", "arland", "R2")
        assert reading.selected()[0].startswith("R2")
        rows = reading.rows("#text")
        assert next(n for n, each in enumerate(rows) if each.startswith("▌")) >= row

    read(brief, story, size=(60, 20))


def test_what_comes_in_above_moves_nothing_in_sight(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("6", "G")
        before = reading.rows("#text")
        assert reading.pane().cursor.top > 0
        longer = FILES["timeline"].replace("Work on the mill begins.", "It begins. " * 20)
        await change(reading, timeline=longer)
        assert [row[:-1] for row in reading.rows("#text")][4:] == [row[:-1] for row in before][4:]

    read(brief, story, size=(60, 15))


def test_where_the_selected_item_goes_the_next_is_selected(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("6", "j")
        assert reading.selected()[0].startswith("T2")
        last = "  - {id: T3, text: Southgate decides., at: P2.1, label: later, status: estimated}\n"
        await change(reading, timeline=FILES["timeline"].split("  - id: T2")[0] + last)
        assert reading.selected()[0].startswith("T3")
        assert reading.place.item == "T3"

    read(brief, story)


def test_where_what_is_opened_goes_its_section_is_shown(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("2", "enter", "5", "enter", "2", "enter")
        assert reading.place.opened == "arland"
        regions = FILES["regions"].replace("id: arland", "id: coast")
        await change(reading, regions=regions)
        assert reading.place == Place("regions")
        await reading.press("<")
        assert reading.place.opened == "RK1"
        await reading.press("<", "<")
        assert reading.place.page == ("regions", "", "")
        await reading.press("<")
        assert reading.place.section == "overview"

    read(brief, story)


def test_the_source_stays_open_beside(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("2", "enter", "s")
        assert reading.place.cited == "P1.1"
        moved = FILES["regions"].replace("Arland., at: P1.1", "Arland., at: P2.1")
        await change(reading, regions=moved)
        assert "SOURCE for R1" in reading.side_heading
        assert reading.place.cited == "P2.1"
        await change(reading, brief=FILES["brief"].replace("source: record.source\n", ""))
        assert reading.place.cited == ""

    read(brief, story, size=(120, 36))


def test_scrolling_beside_is_kept(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("2", "enter", "s", "tab", "j")
        before = reading.rows("#evidence")
        await change(reading, figures=FILES["figures"].replace("One amount", "An amount"))
        assert reading.rows("#evidence") == before
        assert reading.focused == "evidence"

    read(brief, story, size=(120, 20))


def test_a_search_walks_on_over_what_is_there_and_finds_what_is_new(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("/", *"mill", "enter")
        assert reading.reader.walk is not None
        await change(reading, figures=FILES["figures"].replace("One amount", "An amount"))
        assert reading.reader.walk is not None
        assert reading.styles("#text", "match")
        await change(reading, risks=None)
        assert reading.reader.walk is None
        assert not reading.styles("#text", "match")
        await change(reading, regions=FILES["regions"] + POINT)
        await reading.press("/", *"third", "enter")
        assert reading.place.item == "R9"

    read(brief, story)


def test_a_walk_through_citations_goes_on(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("2", "G", "s", "n")
        assert reading.message == "citation 2 of 2"
        await change(reading, figures=FILES["figures"].replace("One amount", "An amount"))
        await reading.press("n")
        assert reading.message == "citation 1 of 2"

    read(brief, story)


def test_another_assumed_day_stays(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        auditing._count_from(reading.reader, "2030-01")
        await change(reading, regions=FILES["regions"] + POINT)
        assert day_of(reading.reader.brief) == "2030-01"
        assert day_of(reading.reader.own) == "2031-05"
        assert "2030-01" in reading.lines[0]
        await change(reading, brief=FILES["brief"].replace('"2031-05"}', '"2030-01"}'))
        assert reading.reader.brief is reading.reader.own
        assert "assumed by you" not in reading.lines[0]

    read(brief, story, size=(120, 36))


@pytest.mark.usefixtures("in_this_process")
def test_the_audit_runs_again_and_a_late_one_says_nothing(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.reader._audited()
        before = reading.reader.around.report
        late = reading.reader._audited()
        await change(reading, motives=FILES["motives"].replace("close to wood.", "9 km from wood."))
        assert reading.reader.around.report is before
        await late
        await reading.reader._audited()
        report = reading.reader.around.report
        assert report
        assert before
        assert len(report.problems) > len(before.problems)

    read(brief, story)


def test_no_reload_below_a_window(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("2", "?")
        await change(reading, regions=FILES["regions"].replace("Two firms", "Ten firms"))
        await reading.press("escape")
        assert "Two firms" in reading.text
        await look(reading)
        assert "Ten firms" in reading.text

    read(brief, story)


def test_keys_pressed_meanwhile_are_all_heard(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("2")
        for name in "abc":
            await change(reading, regions=FILES["regions"] + f"# {name}\n")
            await reading.burst("j", "k", "j")
        assert reading.selected()[0].startswith("R3")

    read(brief, story)


# -- another version that does not load


@pytest.mark.parametrize("size", SIZES)
def test_a_broken_file_leaves_the_last_version_and_a_banner(
    brief: Brief, size: tuple[int, int]
) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("5", "v")  # whose rows only move down
        before = reading.rows("#text")
        await change(reading, risks=BROKEN)
        assert banner(reading).startswith("! Not reloaded: risks.yaml:1"[: size[0] - 4])
        assert [row[:-1] for row in reading.rows("#text")] == [row[:-1] for row in before[:-1]]
        await change(reading, risks=FILES["risks"])
        assert banner(reading) == ""
        assert reading.message == "Reloaded."
        assert reading.rows("#text") == before

    read(brief, story, size=size)


def test_the_banner_lists_all_problems_on_enter_and_e_goes_there(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await change(reading, risks=BROKEN, figures="format: [\n")
        assert banner(reading).endswith("Tab, Enter: 2 problems")
        while not isinstance(reading.app.focused, Banner):
            await reading.press("tab")
        assert banner(reading).endswith("Enter: 2 problems")
        assert spot_of(reading.reader).file.name == "figures.yaml"
        await reading.press("enter")
        assert reading.heading == "PROBLEMS"
        assert "last version that loaded" in reading.text
        assert "figures.yaml:" in "".join(reading.selected())
        assert reading.focused == "text"
        await reading.press("j")
        spot = spot_of(reading.reader)
        assert (spot.file.name, spot.line) == ("risks.yaml", 10)
        await change(reading, figures=FILES["figures"])
        assert "figures.yaml:" not in "".join(reading.rows("#text"))
        await change(reading, risks=FILES["risks"])
        assert "The files have no problem." in reading.text
        await reading.press("escape")
        assert reading.heading == "OVERVIEW"

    read(brief, story, size=(120, 36))


def test_the_keyboard_leaves_the_banner_again(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await change(reading, risks=BROKEN)
        await reading.press("tab")
        assert isinstance(reading.app.focused, Banner)
        await reading.press("j")
        assert reading.focused == "text"
        await reading.press("tab", "tab")
        assert reading.focused == "text"
        await reading.press("tab")
        await change(reading, risks=FILES["risks"])
        assert reading.focused == "text"

    read(brief, story)


def test_a_click_on_the_banner_lists_them_too(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await change(reading, risks=BROKEN)
        region = reading.screen.query_one(Banner).region
        await reading.click(region.x + 4, region.y)
        assert reading.heading == "PROBLEMS"

    read(brief, story)


def test_the_banner_names_what_is_first_now(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await change(reading, risks=BROKEN)
        await change(reading, figures="format: [\n")
        assert "figures.yaml" in banner(reading)
        assert len(reading.screen.query(Banner)) == 1

    read(brief, story)


def test_places_are_those_of_the_file_as_it_is_now(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("2", "G")
        before = spot_of(reading.reader)
        await change(reading, risks=BROKEN, regions="# more\n\n" + FILES["regions"])
        assert spot_of(reading.reader) == before._replace(line=before.line + 2)

    read(brief, story)


@pytest.mark.parametrize("whole", [True, False])
def test_what_is_gone_for_a_moment_or_longer_stays_shown(brief: Brief, *, whole: bool) -> None:
    async def story(reading: Reading) -> None:
        gone = brief.folder if whole else brief.folder / "brief.yaml"
        away = gone.with_name("away")
        gone.rename(away)
        await look(reading, 1)
        away.rename(gone)
        await look(reading)
        assert banner(reading) == ""
        gone.rename(away)
        await look(reading)
        assert "brief.yaml" in banner(reading)
        assert "Northwind plans a mill in Arland" in reading.lines[0]
        away.rename(gone)
        await look(reading)
        assert banner(reading) == ""

    read(brief, story)


def test_a_brief_that_was_broken_is_mended(tmp_path: Path) -> None:
    folder = write_brief(tmp_path, risks=BROKEN, brief="format: [")

    async def story(reading: Reading) -> None:
        await reading.press("5")
        assert "The mill is late" not in reading.text
        write_brief(tmp_path)
        await look(reading)
        assert "The mill is late" in reading.text
        assert banner(reading) == ""

    read(load(folder), story)


def test_what_is_wrong_is_told_with_the_keys_of_the_user(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await change(reading, risks=BROKEN)
        assert banner(reading).endswith("Ctrl+N, Enter: 1 problem")
        await reading.press("ctrl+n")
        while not isinstance(reading.app.focused, Banner):
            await reading.press("ctrl+n")
        await reading.press("enter", "enter")
        assert reading.message == "E opens your editor there."

    read(brief, story, config=DEFAULTS._replace(keys={"other-pane": ("ctrl+n",), "edit": ("E",)}))


def test_the_palette_lists_the_problems_too(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path, risks=BROKEN))

    async def story(reading: Reading) -> None:
        reading.reader.action_do("following.problems")
        await reading.settle()
        assert reading.heading == "PROBLEMS"
        assert "last version" not in reading.text
        assert "risks.yaml:10" in "".join(reading.selected())
        await reading.press("enter")
        assert reading.message == "e opens your editor there."

    read(brief, story)


# -- the parts


def test_a_way_back_loses_the_places_that_are_gone() -> None:
    trail = Trail()
    for place in (Place("regions"), Place("regions", "arland"), Place("risks"), Place("figures")):
        trail.go(place, led=place.opened != "")
    trail.go(Place("risks", "RK1"), led=True)
    trail.move(lambda place: Place(place.section) if place.opened == "arland" else place)
    assert [place.section for place in trail.places] == [
        "overview",
        "regions",
        "risks",
        "figures",
        "risks",
    ]
    assert trail.here == Place("risks", "RK1")
    assert trail.out()
    assert trail.here == Place("figures")


def test_a_page_without_items_has_nothing_to_select(brief: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("7")
        await change(reading, figures=None)
        assert reading.screen.query_one("#text", PageView).key == ""

    read(brief, story)
