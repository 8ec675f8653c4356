"""Another day of publication, assumed in the reader: what moves, what it touches, what stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.export import plain
from briefing.loading import load
from briefing.model.wording import period
from briefing.tui.places import Place
from briefing.tui.presentation.assumed import (
    assume,
    assumed_page,
    day_of,
    moves,
    notices,
    speaking_of_day,
)
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
    assert notices(own, own) == ()
    assert text_of(assumed_page(own, own)) == "Every date counts from the brief's own day: 2031-05."


@pytest.mark.parametrize("typed", ["May 2031", "2031-13", "31", "[2031", "x" * 300, "../.."])
def test_what_is_no_date_is_refused(own: Brief, typed: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|there"):
        assume(own, typed)


def test_the_page_says_from_what_to_what_and_what_it_touches(own: Brief) -> None:
    page = assumed_page(own, assume(own, "2032"))
    assert page.heading == "TIMELINE · published 2032 (assumed by you)"
    assert headings(page) == ["1 DATE MOVED", "ON WHICH REST"]
    assert "2031-06 to 2031-07 → 2032-02 to 2033-02" in text_of(item(page, "T3"))
    assert text_of(item(page, "J2")) == "J2  Southgate stays away\nthrough T3"
    assert item(page, "J2").opens == "J2"
    assert text_of(item(page, "J1")) == "J1  Northwind builds in Arland\nthrough A1"
    assert (
        "The texts still speak of the brief's own day, 2031-05; the files stay as they are."
    ) in text_of(page)


@pytest.mark.parametrize(
    ("published", "text", "speaks"),
    [
        ("2031-05", "The article is from May 2031.", True),
        ("2031-05", "It appeared in May 2031, after 12 months.", True),
        ("2031-05-04", "It appeared on 4 May 2031.", True),
        ("2031", "It is from 2031.", True),
        ("2031-05", "It is from June 2031.", False),
        ("2031-05", "It is from 2031.", False),
        ("2031-05", "It has no date.", False),
    ],
)
def test_the_assumption_that_states_the_day_is_found(
    tmp_path: Path, published: str, text: str, *, speaks: bool
) -> None:
    outlook = FILES["outlook"].replace("text: The article is from May 2031.", f'text: "{text}"')
    header = BRIEF.replace('2031-05"}', f'{published}"}}')
    brief = load(write_brief(tmp_path / "mill", brief=header, outlook=outlook))
    assert brief.problems == ()
    assert speaking_of_day(brief) == (["A1"] if speaks else [])


def test_what_now_lies_after_the_day_of_a_judgment_is_said(tmp_path: Path) -> None:
    outlook = FILES["outlook"].replace("rests_on: [R1, T1, A1]", "rests_on: [R1, T3]")
    brief = load(write_brief(tmp_path / "mill", timeline=COUNTED, outlook=outlook))
    for day, said in (
        ("2031-06", []),
        ("2032-11", ["T3, 2032-12 to 2033-01, can now lie after it is to be known: 2032-12-31"]),
        ("2033-01", ["T3, 2033-02 to 2033-03, now lies after it is to be known: 2032-12-31"]),
    ):
        touched = item(assumed_page(brief, assume(brief, day)), "J1")
        assert [block.text for block in touched.blocks[2:]] == said
        assert [block.style for block in touched.blocks[2:]] == ["warning"] * len(said)


def test_the_shipped_brief_says_all_that_rests_on_its_day(shipped: Brief) -> None:
    page = assumed_page(shipped, assume(shipped, "2027-01"))
    assert {"J3", "J5", "RK2"} <= {i.key for i in page.items}
    assert "T08, 2028-07, now lies after" in text_of(item(page, "J5"))


def test_a_brief_whose_dates_count_from_nothing_says_so(small: Brief) -> None:
    page = assumed_page(small, assume(small, "1999"))
    assert "No date counts from the day of publication." in text_of(page)


def test_dates_that_nothing_rests_on_say_so(tmp_path: Path) -> None:
    outlook = FILES["outlook"].replace("rests_on: [R1, T1, A1]", "rests_on: [R1, T1]")
    brief = load(write_brief(tmp_path / "mill", timeline=COUNTED, outlook=outlook))
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
    await reading.screen.run_action("screen.do('auditing.assume')")
    await reading.settle()


def test_the_window_asks_and_the_reader_says_what_is_assumed(own: Brief) -> None:
    async def story(reading: Reading) -> None:
        await ask(reading)
        assert "Assume another day of publication" in reading.text
        assert reading.rows("QueryLine")[0].strip() == "2031-05"
        await reading.type("2032-01")
        await reading.press("enter")
        assert reading.place == Place("timeline", view="assumed")
        assert reading.heading == "TIMELINE · published 2032-01 (assumed by you)"
        assert reading.lines[0].endswith("published 2032-01 (assumed by you)")
        await reading.press("6", "g", "j", "j")
        assert "2032-02 to 2032-03" in reading.text
        assert "computed from an assumed date" in reading.words("#text")
        await reading.press("<")
        assert reading.heading == "TIMELINE · published 2032-01 (assumed by you)"
        await reading.press("enter")
        assert reading.place == Place("timeline", item="T3")
        await reading.press("<", "escape")
        assert reading.heading == "OVERVIEW"
        assert reading.lines[0].endswith("published 2032-01 (assumed by you)")
        await ask(reading)
        await reading.press("ctrl+u", "enter")
        assert reading.heading == "TIMELINE · the brief's own dates"
        assert "assumed" not in reading.lines[0]

    read(own, story)


def test_what_is_assumed_is_said_at_any_width(own: Brief) -> None:
    async def story(reading: Reading) -> None:
        await ask(reading)
        await reading.press("end")
        await reading.type("-15")
        await reading.press("enter")
        for size, words in (
            ((40, 15), "2031-05-15 assumed"),
            ((60, 20), "published 2031-05-15 (assumed by you)"),
            ((120, 36), "published 2031-05-15 (assumed by you)"),
        ):
            await reading.resize(*size)
            assert reading.lines[0].endswith(words)
            assert reading.lines[0].startswith(" North")

    read(own, story)


def test_what_is_no_date_is_said_in_the_window_and_can_be_mended(own: Brief) -> None:
    async def story(reading: Reading) -> None:
        await ask(reading)
        await reading.press("end", "x", "enter")
        assert "Expected a date such as" in reading.words("#told")
        await reading.press("backspace")
        assert "Expected" not in reading.words("#told")
        await reading.type("-33")
        await reading.press("enter")
        assert "day 2031-05-33" in reading.words("#told")
        await reading.press("escape")
        assert reading.heading == "OVERVIEW"
        assert "assumed by you" not in reading.text

    read(own, story)


def test_an_export_is_of_the_brief_as_its_files_have_it(
    own: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def story(reading: Reading) -> None:
        await ask(reading)
        await reading.press(*"1999", "enter", "x", "enter")
        assert reading.message.startswith("Saved ")
        assert reading.message.endswith(" words, with the brief's own dates")
        await reading.press("x", "enter")
        assert reading.message.startswith("Already saved as ")
        assert reading.message.endswith(", with the brief's own dates")
        await reading.press("a")
        assert "Of the brief as it was written." in reading.text

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
