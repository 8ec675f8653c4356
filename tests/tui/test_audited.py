"""The audit in the reader: run beside it, summed up in a line, shown as a page that leads on."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING

import msgspec
import pytest

from briefing.audit.report import Report
from briefing.library import audit_of, key_of, said_by
from briefing.loading import load
from briefing.model.outlook import Outlook
from briefing.problems import BriefingError, Mark, Problem
from briefing.state import Audit, Memory
from briefing.tui import auditor
from briefing.tui.app import BriefingApp
from briefing.tui.places import Place, leads_to
from briefing.tui.presentation.audited import around, audit_line, audit_page, found_at
from briefing.tui.presentation.layout import rows
from briefing.tui.presentation.overview import overview
from briefing.tui.presentation.pages import FAILED, RUNNING
from tests.briefs import FILES, write_brief
from tests.tui.pages import headings, item, text_of
from tests.tui.reading import drive, read

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief
    from tests.tui.reading import Reading

LINE = "38 of 38 sentences, 0 problems, 2 hearsay, single source"
FAULTY = FILES["motives"].replace("close to wood.", "9 km from wood.")


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    """The small brief with a figure that its source does not have."""
    folder = tmp_path_factory.mktemp("faulty") / "mill"
    return load(write_brief(folder, motives=FAULTY))


def problem(brief: Brief, section: str, field: str) -> Problem:
    name = next(name for key, name in brief.files.items() if key == section)
    return Problem(Mark(name, 3, 5), "it is wrong", field=field, excerpt="  a: b", hint="mend it")


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The audit without another process: the same report, and none of the waiting."""

    async def here(brief: Brief) -> Report:
        return audit_of(brief)

    monkeypatch.setattr(auditor, "report_on", here)


# -- running it


def test_the_process_says_what_the_audit_says(faulty: Brief) -> None:
    report = asyncio.run(auditor.report_on(faulty))
    expected = audit_of(faulty)
    assert report is not None
    assert report.problems
    assert [p.headline() for p in report.problems] == [p.headline() for p in expected.problems]
    assert [p.field for p in report.problems] == [p.field for p in expected.problems]
    assert (report.summary(), report.done, report.left) == (
        expected.summary(),
        expected.done,
        expected.left,
    )


def test_the_process_says_how_many_problems_are_not_listed(tmp_path: Path) -> None:
    text = "It is $9 in Oslo. " * 100
    points = f'points:\n  - {{id: R1, text: "{text}", at: [P2, P3.1]}}\n'
    brief = load(write_brief(tmp_path / "mill", regions=points))
    report = asyncio.run(auditor.report_on(brief))
    assert report is not None
    assert any(problem.more for problem in report.problems)
    assert report.count == audit_of(brief).count


@pytest.mark.parametrize("program", ["/nowhere/python", "/bin/true", "/bin/false", "/bin/echo"])
def test_where_no_process_answers_the_audit_runs_here(
    small: Brief, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(sys, "executable", program)
    assert asyncio.run(auditor.report_on(small)) == audit_of(small)


def test_a_process_that_does_not_answer_is_ended(
    small: Brief, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    waits = tmp_path / "waits"
    waits.write_text("#!/bin/sh\nexec cat /dev/zero >/dev/null\n")
    waits.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(waits))
    monkeypatch.setattr(auditor, "_PATIENCE", 0.05)
    assert asyncio.run(auditor.report_on(small)) is None


def test_whoever_reads_goes_before_the_audit(
    small: Brief, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    late = tmp_path / "late"  # ends once it has been told to give way, or is given up
    late.write_text(f"#!/bin/sh\nuntil [ $(nice) -gt {os.nice(0)} ]; do :; done\n")
    late.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(late))
    monkeypatch.setattr(auditor, "_PATIENCE", 20)
    assert asyncio.run(auditor._checked(small.folder)) == b""


def test_what_cannot_be_audited_has_no_report(
    small: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_brief: Brief) -> Report:
        raise BriefingError("no")

    monkeypatch.setattr(sys, "executable", "/nowhere")
    monkeypatch.setattr("briefing.library.audit_of", refused)
    assert asyncio.run(auditor.report_on(small)) is None


# -- what a problem is in


@pytest.mark.parametrize(
    ("section", "field", "there", "place"),
    [
        ("regions", "entries.arland.points.R1.text", "R1", Place("regions", "arland", "R1")),
        ("regions", "points.R3.at[0]", "R3", Place("regions", item="R3")),
        ("competitors", "entries.southgate.summary", "southgate", None),
        ("risks", "entries.RK1.cause", "RK1", Place("risks", "RK1")),
        ("outlook", "judgments.J2.text", "J2", Place("outlook", "J2")),
        ("outlook", "bottom_line.text", "bottom_line", Place("overview", "bottom_line")),
        ("figures", "so_what", "figures.so_what", Place("figures", item="figures.so_what")),
        ("source", "paragraphs.P2.sentences.P2.1.figures", "P2.1", Place("source", "P2.1")),
        ("source", "paragraphs.P2.digest", "P2", Place("source", "P2")),
        ("source", "sha256", "source", Place("source")),
        ("overview", "as_of", "overview", Place("overview")),
    ],
)
def test_a_problem_leads_to_the_statement_it_is_in(
    small: Brief, section: str, field: str, there: str, place: Place | None
) -> None:
    found = found_at(small, problem(small, section, field))
    assert found == there
    assert place in {None, leads_to(small, found)}


def test_a_file_that_is_none_of_the_briefs_leads_nowhere(small: Brief) -> None:
    assert found_at(small, Problem(Mark("extra.yaml"), "no section has this")) == ""


# -- the page


def test_the_page_lists_what_was_found_checked_and_not_checked(small: Brief) -> None:
    found = problem(small, "regions", "points.R3.text")
    report = Report(
        problems=(found, found),
        points=12,
        unread=11,
        figures=3,
        kept=2,
        done=("names",),
        left=("whether the source is right",),
    )
    page = audit_page(small, report, "a line")
    assert (page.heading, page.detail) == ("AUDIT", "Enter on a problem goes to it")
    assert headings(page) == ["PROBLEMS", "CHECKED", "NOT CHECKED"]
    told = text_of(page)
    assert told.startswith(
        "a line\n1 of 12 points checked by a second person\n"
        "2 of 3 figures of the source accounted for\n"
    )
    assert [(i.key, i.opens) for i in page.items if i.key] == [("0 R3", "R3"), ("1 R3", "R3")]
    assert text_of(item(page, "0 R3")).startswith("R3  it is wrong\nerror · regions.yaml:3:5\n")
    assert text_of(item(page, "0 R3")).endswith("regions.yaml:3:5\na: b\nhint: mend it")
    assert [block.style for block in item(page, "0 R3").blocks] == ["warning", *["muted"] * 3]


def test_the_assumed_day_is_mended_where_it_is_spoken_of(small: Brief) -> None:
    day = problem(small, "overview", "assume.published")
    assert found_at(small, day) == "A1"
    silent = msgspec.structs.replace(small, outlook=Outlook())
    assert found_at(silent, day) == "overview"


def test_a_long_name_sets_its_problem_in_no_further_than_others(small: Brief) -> None:
    found = problem(small, "figures", "so_what")
    page = audit_page(small, Report(problems=(found,)), LINE)
    assert page.items[page.first].key == "0 figures.so_what"
    blocks = item(page, "0 figures.so_what").blocks
    assert blocks[0].text == "figures so what  it is wrong"
    assert [block.indent for block in blocks[1:]] == [2, 2, 2]


def test_the_line_says_where_nothing_was_held_to_a_source(small: Brief) -> None:
    replace = msgspec.structs.replace
    assert audit_line(small, None) == FAILED
    assert audit_line(small, Report(sources=0)) == "Audit: not held to a source"
    with_problem = Report(sources=0, problems=(problem(small, "overview", "title"),))
    assert audit_line(small, with_problem) == "Audit: not held to a source, 1 problem"
    broken = replace(small, broken=frozenset({"source"}))
    assert audit_line(broken, Report(sources=0)) == "Audit: the source record cannot be read"


def test_what_was_found_is_known_by_its_statement(small: Brief) -> None:
    report = Report(problems=(problem(small, "regions", "points.R3.text"),))
    told = around(small, report)
    assert told.found == {"R3": ["audit: it is wrong"]}
    assert told.alarmed
    assert told.message("0 R3") == "it is wrong"
    assert (around(small, None).alarmed, around(small, None).message("0 R3")) == (False, "")


def test_the_line_stands_out_where_there_are_problems(shipped: Brief) -> None:
    for alarmed, style in ((True, "warning"), (False, "muted")):
        page = overview(shipped, 57, 60, LINE, alarmed=alarmed)
        assert page.items[2].blocks[0].style == style
        assert overview(shipped, 77, 20, LINE, alarmed=alarmed).detail_style == style


@pytest.mark.usefixtures("in_this_process")
def test_what_nothing_in_the_brief_stands_for_is_said(tmp_path: Path) -> None:
    folder = write_brief(tmp_path / "mill")
    (folder / "extra.yaml").write_text("a: b\n")

    async def story(reading: Reading) -> None:
        await reading.reader._audited()
        await reading.press("a")
        while reading.pane().key.partition(" ")[2]:
            await reading.press("j")
        await reading.press("enter")
        assert reading.message == "Nothing in the brief stands for this file."
        assert reading.heading == "AUDIT"

    read(load(folder), story)


def test_a_clean_brief_says_so(small: Brief) -> None:
    page = audit_page(small, Report(done=("names",)), LINE)
    assert "None was found." in text_of(page)
    assert headings(page) == ["PROBLEMS", "CHECKED"]
    assert page.detail == ""


# -- the line of the overview


def test_the_line_stands_below_the_bottom_line_where_there_is_room(shipped: Brief) -> None:
    page = overview(shipped, 57, 60, LINE)
    texts = [i.blocks[0].text for i in page.items]
    assert texts[2] == LINE
    assert not page.items[2].key  # it is passed over: j leads from the bottom line to J1
    before = overview(shipped, 57, 60)
    assert len(rows(page, 57)) == len(rows(before, 57))


def test_where_there_is_none_it_goes_up_to_the_heading(shipped: Brief) -> None:
    page = overview(shipped, 77, 20, LINE)
    assert len(rows(page, 77)) <= 20
    assert page.detail == LINE
    low = overview(shipped, 36, 12, LINE)  # a heading this narrow has no room either
    assert LINE in text_of(low)
    assert low.detail != LINE


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize("size", [(40, 15), (60, 20), (80, 24), (120, 36), (200, 60)])
def test_the_overview_has_one_line_of_the_audit(small: Brief, size: tuple[int, int]) -> None:
    line = audit_line(small, audit_of(small))
    line = line.removeprefix("Audit: ")  # which goes where the row has no room for it

    async def story(reading: Reading) -> None:
        assert RUNNING in reading.words("#main")
        before = [row for row in reading.rows("#text") if RUNNING not in row]
        await reading.reader._audited()
        await reading.settle()
        assert line in reading.words("#main")
        assert RUNNING not in reading.text
        if size[0] >= 60:
            assert [row for row in reading.rows("#text") if line not in row] == before

    read(small, story, size=size)


@pytest.mark.usefixtures("in_this_process")
def test_a_reports_coming_moves_nothing_under_the_reader(shipped: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("j", "j", "j")
        for _ in range(4):
            await reading.wheel(10, 8)
        before = (reading.pane().key, reading.rows("#text"))
        await reading.reader._audited()
        await reading.settle()
        assert (reading.pane().key, reading.rows("#text")) == before
        await reading.press("5", "enter")
        await reading.reader._audited()
        assert reading.heading.startswith("RISKS · ")

    read(shipped, story, size=(60, 14))


@pytest.mark.usefixtures("in_this_process")
def test_a_shows_the_report_and_enter_goes_to_a_problem(faulty: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("3", "a")
        assert reading.heading == "AUDIT"
        assert RUNNING in reading.text
        await reading.reader._audited()
        await reading.settle()
        assert "Enter on a problem goes to it" in reading.text
        while not reading.pane().key.endswith(" M1"):
            await reading.press("j")
        key = reading.pane().key
        assert "motives.yaml:" in "".join(reading.selected())
        assert reading.selected()[0].startswith("M1  ")
        assert reading.side_heading == "EVIDENCE M1"
        await reading.press("enter")
        assert reading.place == Place("motives", "wood", "M1")
        assert reading.message.startswith("the source does not have '9 km'")
        assert "audit: the source does not have '9 km'" in reading.words("#evidence")
        await reading.press("escape")
        assert (reading.heading, reading.pane().key) == ("AUDIT", key)
        await reading.press("escape")
        assert reading.heading == "MOTIVES"

    read(faulty, story, size=(120, 36))


@pytest.mark.usefixtures("in_this_process")
def test_what_was_found_is_kept_for_the_list_of_a_library(small: Brief) -> None:
    memory = Memory.open(None)

    async def story(reading: Reading) -> None:
        await reading.reader._audited()

    drive(BriefingApp(small, memory=memory), story)
    report = audit_of(small)
    warnings = len(report.problems) - report.errors
    assert memory.audits() == {key_of(small): Audit(said_by(small), report.errors, warnings)}


def test_an_audit_that_cannot_run_says_so(small: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(_brief: Brief) -> None:
        return None

    monkeypatch.setattr(auditor, "report_on", never)

    async def story(reading: Reading) -> None:
        await reading.reader._audited()
        await reading.settle()
        assert FAILED in reading.words("#main")
        await reading.press("a")
        assert reading.words("#text") == FAILED

    read(small, story)


@pytest.mark.usefixtures("in_this_process")
def test_it_starts_by_itself(small: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.tui.screens.reader.AUDIT_PAUSE", 0.001)

    async def story(reading: Reading) -> None:
        await reading.pilot.app.workers.wait_for_complete()
        while RUNNING in reading.text:
            await reading.pilot.pause()
        assert "5 of 5 sentences, 13 problems, 0 hearsay, single source" in reading.text

    read(small, story, size=(120, 36))
