"""`e`: the editor at the place of what is selected, and what happens when it does not work."""

from __future__ import annotations

import signal
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from textual.app import SuspendNotSupported

from briefing.loading import load
from briefing.tui.actions import editing
from briefing.tui.actions.editing import spot_of
from briefing.tui.editors import Start
from briefing.tui.places import Place
from briefing.tui.presentation.assumed import assume
from tests.briefs import ARTICLE, FILES, write_brief
from tests.tui.reading import Reading, read
from tests.tui.test_audited import FAULTY, in_this_process

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefing.model.brief import Brief

__all__ = ["in_this_process"]

BROKEN = FILES["risks"].replace("impact: high", "impact: : high")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been run, in a terminal that can be lent."""
    commands: list[list[str]] = []

    def run(command: list[str], *, check: bool) -> subprocess.CompletedProcess[bytes]:
        assert not check
        commands.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setenv("EDITOR", "vi")
    monkeypatch.setattr(subprocess, "run", run)
    return commands


def lent(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def suspend() -> Iterator[None]:
        yield

    monkeypatch.setattr(reading.app, "suspend", suspend)


def line(brief: Brief, file: str, text: str) -> int:
    lines = (brief.folder / file).read_text().splitlines()
    return next(number for number, each in enumerate(lines, 1) if text in each)


@pytest.mark.parametrize(
    ("place", "file", "text"),
    [
        (Place(item="bottom_line"), "outlook.yaml", "text: A plan without"),
        (Place(item="J2"), "outlook.yaml", "id: J2"),
        (Place("regions", item="R3"), "regions.yaml", "id: R3"),
        (Place("regions", item="regions.so_what"), "regions.yaml", "so_what:"),
        (Place("regions", "arland", "R2"), "regions.yaml", "id: R2"),
        (Place("regions", "arland"), "regions.yaml", "id: R1"),
        (Place("source", item="P2"), "record.source", "at: P2"),
        (Place("source", "P2", "P2.2"), "record.source", "at: P2.2"),
        (Place("timeline", item="T2"), "timeline.yaml", "id: T2"),
        (Place(view="assumed"), "brief.yaml", "title:"),
    ],
)
def test_the_place_of_what_is_selected(small: Brief, place: Place, file: str, text: str) -> None:
    async def story(reading: Reading) -> None:
        reading.reader.go(place)
        await reading.settle()
        spot = spot_of(reading.reader)
        assert spot.file == small.folder / file
        assert text in spot.file.read_text().splitlines()[spot.line - 1]
        assert spot.column > 0

    read(small, story)


def test_of_the_pane_with_the_keyboard(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("2", "enter", "s", "tab")
        spot = spot_of(reading.reader)
        at = line(small, "record.source", "at: P1") if reading.focused == "evidence" else 0
        assert (spot.file.name, spot.line) == ("record.source", at)

    read(small, story, size=(120, 36))


def test_where_another_day_is_assumed_too(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        reading.reader.brief = assume(small, "2032-01")
        reading.reader.go(Place("timeline", item="T2"))
        await reading.settle()
        assert spot_of(reading.reader).line == line(small, "timeline.yaml", "id: T2")

    read(small, story)


def test_a_section_without_a_file_gets_one(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path, motives=None, outlook=None))

    async def story(reading: Reading) -> None:
        await reading.press("3")
        assert spot_of(reading.reader) == (tmp_path / "motives.yaml", 1, 1)

    read(brief, story)


def test_a_problem_on_a_page_leads_to_its_mark(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path, risks=BROKEN, extra="x: 1"))

    async def story(reading: Reading) -> None:
        await reading.press("5")
        assert spot_of(reading.reader)[:2] == (
            tmp_path / "risks.yaml",
            line(brief, "risks.yaml", "impact: :"),
        )
        await reading.press("1", "g")  # a file that belongs to no section
        assert spot_of(reading.reader).file == tmp_path / "extra.yaml"

    read(brief, story)


@pytest.mark.usefixtures("in_this_process")
def test_a_problem_of_the_audit_leads_to_its_mark(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path, motives=FAULTY))

    async def story(reading: Reading) -> None:
        await reading.reader._audited()
        await reading.press("a")
        while "9 km" not in " ".join(reading.selected()):
            await reading.press("j")
        assert spot_of(reading.reader)[:2] == (
            tmp_path / "motives.yaml",
            line(brief, "motives.yaml", "9 km"),
        )

    read(brief, story)


# -- running it


def test_the_editor_starts_there(
    small: Brief, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(reading: Reading) -> None:
        lent(reading, monkeypatch)
        await reading.press("2", "G", "e")
        there = line(small, "regions.yaml", "id: R3")
        assert asked == [["vi", f"+{there}", str(small.folder / "regions.yaml")]]
        assert reading.message == ""

    read(small, story)


def test_what_it_leaves_behind_is_read_at_once(
    tmp_path: Path, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = load(write_brief(tmp_path))

    async def story(reading: Reading) -> None:
        lent(reading, monkeypatch)
        run = subprocess.run

        def edited(command: list[str], *, check: bool) -> subprocess.CompletedProcess[bytes]:
            write_brief(tmp_path, regions=FILES["regions"].replace("Two firms", "Three firms"))
            return run(command, check=check)

        monkeypatch.setattr(subprocess, "run", edited)
        await reading.press("2", "G", "e")
        assert "Three firms look" in reading.text
        assert reading.message == "Reloaded: 1 statement changed."
        assert len(asked) == 1

    read(brief, story)


def test_no_editor_at_all_says_how_to_set_one(
    small: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(reading: Reading) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        await reading.press("e")
        assert "set $EDITOR" in reading.message

    read(small, story, size=(120, 36))


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (1, "vi ended with status 1."),
        (-9, "vi was ended by signal 9."),
        (FileNotFoundError(2, "x"), "Cannot start vi: there is no such program."),
        (PermissionError(13, "Permission denied"), "Cannot start vi: Permission denied."),
        (ValueError("embedded null byte"), "Cannot start vi: it failed."),
    ],
)
def test_an_editor_that_fails_is_said_in_the_footer(
    small: Brief, monkeypatch: pytest.MonkeyPatch, status: int | Exception, told: str
) -> None:
    def run(command: list[str], *, check: bool) -> subprocess.CompletedProcess[bytes]:
        if isinstance(status, Exception):
            raise status
        assert not check
        return subprocess.CompletedProcess(command, status)

    async def story(reading: Reading) -> None:
        lent(reading, monkeypatch)
        await reading.press("2", "e")
        assert reading.message.startswith(told)
        assert reading.heading == "REGIONS"

    monkeypatch.setenv("EDITOR", "vi")
    monkeypatch.setattr(subprocess, "run", run)
    read(small, story)


def test_a_screen_that_cannot_be_lent(small: Brief, asked: list[list[str]]) -> None:
    async def story(reading: Reading) -> None:
        with pytest.raises(SuspendNotSupported), reading.app.suspend():
            pass
        await reading.press("e")
        assert reading.message == "The screen cannot be lent to an editor here."
        assert asked == []

    read(small, story)


def test_keys_that_end_programs_reach_the_editor_alone() -> None:
    script = 'kill -INT "$PPID"; kill -QUIT "$PPID"; exit 3'
    before = signal.getsignal(signal.SIGINT)
    told = editing._run(Start(["/bin/sh", "-c", script], windowed=False))
    assert told == "sh ended with status 3."
    assert signal.getsignal(signal.SIGINT) is before


def test_the_article_is_no_place_but_its_record_is(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path, article=ARTICLE))

    async def story(reading: Reading) -> None:
        await reading.press("9")
        assert spot_of(reading.reader).file.name == "record.source"

    read(brief, story)


# -- a window of its own


class Process:
    """An editor in a window, until the test says that it has ended."""

    def __init__(self) -> None:
        self.returncode: int | None = None

    def poll(self) -> int | None:
        return self.returncode


@pytest.mark.parametrize(("status", "told"), [(0, ""), (1, "code ended with status 1.")])
def test_an_editor_with_a_window_leaves_the_reader_open(
    small: Brief, monkeypatch: pytest.MonkeyPatch, status: int, told: str
) -> None:
    process = Process()
    started: list[list[str]] = []
    looks: list[Callable[[], None]] = []

    def start(command: list[str], **options: object) -> Process:
        assert options["start_new_session"]
        started.append(command)
        return process

    async def story(reading: Reading) -> None:
        real = reading.reader.set_interval

        def interval(seconds: float, look: Callable[[], None]) -> object:
            looks.append(look)
            return real(3600 * seconds, look)

        monkeypatch.setattr(reading.reader, "set_interval", interval)
        await reading.press("2", "e")
        assert started[0][:2] == ["code", "--goto"]
        assert reading.message == "Opened in code: what you save is read at once."
        looks[0]()
        process.returncode = status
        reading.reader.tell("")
        looks[0]()
        assert reading.message == told

    monkeypatch.setenv("VISUAL", "code")
    monkeypatch.setattr(subprocess, "Popen", start)
    read(small, story)


def test_a_window_that_does_not_open(small: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("e")
        assert reading.message.startswith("Cannot start /nowhere/code: there is no such program.")

    monkeypatch.setenv("VISUAL", "/nowhere/code")
    read(small, story, size=(120, 36))
