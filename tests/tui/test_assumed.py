"""Another day of publication, assumed in the reader: what moves, what it touches, what stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.export import plain
from briefing.loading import load
from briefing.model.wording import period
from briefing.tui.places import Place
from briefing.tui.presentation.assumed import assume, assumed_page, day_of, moves, notice
from tests.briefs import BRIEF, FILES, write_brief
from tests.tui.pages import headings, item, text_of
from tests.tui.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief
    from tests.tui.reading import Reading

COUNTED = FILES["timeline"].replace(
    "label: later, status", "label: later, after: published, months: [1, 2], status"
)
OUTLOOK = FILES["outlook"].replace("rests_on: [C1, J1]", "rests_on: [C1, T3]")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    """The small brief with an event that counts from the day of publication, and J2 on it."""
    folder = tmp_path_factory.mktemp("counted") / "mill"
    brief = load(write_brief(folder, timeline=COUNTED, outlook=OUTLOOK))
    assert brief.problems == ()
    return brief


def test_every_date_that_counts_from_publication_moves_and_no_other(own: Brief) -> None:
    brief = assume(own, "2032-01")
    (move,) = moves(own, brief)
    assert move.event.id == "T3"
    assert move.before
    assert move.after
    assert (period(move.before), period(move.after)) == ("2031-06 to 2031-07", "2032-02 to 2032-03")
    assert brief.spans["T1"] == own.spans["T1"]
    assert day_of(brief) == "2032-01"


def test_the_brief_itself_stays_as_it_is(own: Brief) -> None:
    before = dict(own.spans)
    assume(own, "1999")
    assert (own.spans, day_of(own)) == (before, "2031-05")


@pytest.mark.parametrize("typed", ["", "2031-05"])
def test_its_own_day_is_the_brief_itself(own: Brief, typed: str) -> None:
    assert assume(own, typed) is own
    assert notice(own, own) == ""
    assert text_of(assumed_page(own, own)) == "Every date counts from the brief's own day: 2031-05."


@pytest.mark.parametrize("typed", ["May 2031", "2031-13", "31", "[2031", "x" * 300, "../.."])
def test_what_is_no_date_is_refused(own: Brief, typed: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|there"):
        assume(own, typed)


def test_the_page_says_from_what_to_what_and_what_it_touches(own: Brief) -> None:
    page = assumed_page(own, assume(own, "2032"))
    assert page.heading == "TIMELINE · assumed here: 2032"
    assert headings(page) == ["1 DATE MOVED", "WHICH TOUCHES"]
    assert "2031-06 to 2031-07 → 2032-02 to 2033-02" in text_of(item(page, "T3"))
    assert text_of(item(page, "J2")) == "J2  Southgate stays away\nthrough T3"
    assert item(page, "J2").opens == "J2"


def test_a_brief_whose_dates_count_from_nothing_says_so(small: Brief) -> None:
    page = assumed_page(small, assume(small, "1999"))
    assert "No date counts from the day of publication." in text_of(page)


def test_dates_that_nothing_rests_on_say_so(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "mill", timeline=COUNTED))
    assert "No judgment rests on them." in text_of(assumed_page(brief, assume(brief, "1999")))


def test_a_brief_that_assumes_no_day_can_be_given_one(tmp_path: Path) -> None:
    header = BRIEF.replace('assume: {published: "2031-05"}\n', "")
    timeline = COUNTED.replace("after: published, months: [1, 2]", "months: 1")
    brief = load(write_brief(tmp_path / "mill", brief=header, timeline=timeline))
    assert brief.problems == ()
    assert day_of(brief) == ""
    assert assume(brief, "") is brief
    assert "own: none" in text_of(assumed_page(brief, assume(brief, "2031")))


async def ask(reading: Reading) -> None:
    await reading.screen.run_action("screen.assume")
    await reading.settle()


def test_the_window_asks_and_the_reader_says_what_is_assumed(own: Brief) -> None:
    async def story(reading: Reading) -> None:
        await ask(reading)
        assert "Assume another day of publication" in reading.text
        assert reading.rows("QueryLine")[0].strip() == "2031-05"
        await reading.press("ctrl+u")
        await reading.type("2032-01")
        await reading.press("enter")
        assert reading.place == Place("timeline", view="assumed")
        assert reading.heading == "TIMELINE · assumed here: 2032-01"
        assert reading.lines[0].endswith("assumed here: 2032-01")
        await reading.press("6", "G")
        assert "2032-02 to 2032-03" in reading.text
        assert "computed from an assumed date" in reading.words("#text")
        await reading.press("<")
        assert reading.heading == "TIMELINE · assumed here: 2032-01"
        await reading.press("enter")
        assert reading.place == Place("timeline", item="T3")
        await reading.press("<", "escape")
        assert reading.heading == "OVERVIEW"
        assert reading.lines[0].endswith("assumed here: 2032-01")
        await ask(reading)
        await reading.press("ctrl+u", "enter")
        assert reading.heading == "TIMELINE · nothing assumed here"
        assert "assumed here" not in reading.lines[0]

    read(own, story)


def test_what_is_assumed_is_said_at_any_width(own: Brief) -> None:
    async def story(reading: Reading) -> None:
        await ask(reading)
        await reading.type("-15")
        await reading.press("enter")
        for size in ((40, 15), (60, 20), (120, 36)):
            await reading.resize(*size)
            assert reading.lines[0].endswith("assumed here: 2031-05-15")
            assert reading.lines[0].startswith(" North")

    read(own, story)


def test_what_is_no_date_is_said_in_the_window_and_can_be_mended(own: Brief) -> None:
    async def story(reading: Reading) -> None:
        await ask(reading)
        await reading.type("x")
        await reading.press("enter")
        assert "Expected a date such as" in reading.words("#told")
        await reading.press("backspace")
        assert "Expected" not in reading.words("#told")
        await reading.type("-33")
        await reading.press("enter")
        assert "day 2031-05-33" in reading.words("#told")
        await reading.press("escape")
        assert reading.heading == "OVERVIEW"
        assert "assumed here" not in reading.text

    read(own, story)


def test_an_export_is_of_the_brief_as_its_files_have_it(
    own: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def story(reading: Reading) -> None:
        await ask(reading)
        await reading.press("ctrl+u", *"1999", "enter", "x")

    read(own, story)
    (saved,) = tmp_path.iterdir()
    assert saved.read_bytes() == plain(own).encode()


def test_the_palette_offers_it(own: Brief) -> None:
    async def story(reading: Reading) -> None:
        commands = reading.app.get_system_commands(reading.screen)
        (command,) = [c for c in commands if c.title == "Assume another day of publication"]
        await command.callback()
        await reading.settle()
        assert "Enter assume · Esc close" in reading.text

    read(own, story, size=(40, 15))
