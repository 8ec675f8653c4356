"""The reader, key by key and click by click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from briefing.export import plain
from briefing.loading import load
from briefing.model.sections import SECTIONS
from briefing.tui.places import Place
from briefing.tui.presentation.beside import stops
from tests.briefs import ARTICLE, REGIONS, RISKS, write_brief
from tests.tui.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief
    from tests.tui.reading import Reading

WIDE, MEDIUM, NARROW, TINY = (120, 36), (110, 30), (80, 24), (40, 15)


# -- moving


def test_it_opens_on_the_overview_with_the_keyboard_in_the_text(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        assert reading.place == Place()
        assert reading.heading == "OVERVIEW"
        assert reading.focused == "text"
        assert reading.selected() == ["A plan without a site. The rest is forecast."]
        assert reading.side_heading == "EVIDENCE bottom line"

    read(small, story, size=WIDE)


@pytest.mark.parametrize("size", [WIDE, NARROW, TINY])
def test_a_number_leads_to_its_section(small: Brief, size: tuple[int, int]) -> None:
    async def story(reading: Reading) -> None:
        for number, section in [*enumerate(SECTIONS, 1)][::-1]:
            await reading.press(str(number))
            assert reading.heading == section.title.upper()
            assert reading.place == Place(section.name)

    read(small, story, size=size)


def test_brackets_turn_to_the_neighbours_and_round(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("]")
        assert reading.heading == "REGIONS"
        await reading.press("[", "[")
        assert reading.heading == "SOURCE"
        await reading.press("]")
        assert reading.heading == "OVERVIEW"

    read(small, story)


def test_enter_opens_an_entry_and_escape_comes_back_to_it(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("4", "j", "enter")
        assert reading.heading == "COMPETITORS · Southgate"
        assert reading.place == Place("competitors", "southgate")
        await reading.press("escape")
        assert reading.heading == "COMPETITORS"
        assert reading.pane().key == "southgate"
        await reading.press("escape", "escape")  # the way ends here; it never quits
        assert reading.heading == "COMPETITORS"

    read(small, story)


def test_escape_comes_back_to_where_a_page_was_opened_from(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("j", "enter")
        assert reading.heading == "OUTLOOK · J1 Northwind builds in Arland"
        await reading.press("escape")
        assert reading.heading == "OVERVIEW"
        assert reading.pane().key == "J1"

    read(small, story)


def test_back_and_forward_go_through_the_jumps(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("5", "enter", "7")
        for back in ("<", "backspace", "<", "<"):
            await reading.press(back)
        assert reading.heading == "OVERVIEW"
        await reading.press(">", ">")
        assert reading.heading == "RISKS · The mill is late"
        await reading.press(">", ">")
        assert reading.heading == "FIGURES"

    read(small, story)


def test_a_place_is_found_again_as_it_was_left(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("6", "j", "j", "2", "<")
        assert reading.pane().key == "T3"

    read(small, story)


def test_the_evidence_follows_the_selection(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("6")
        assert reading.side_heading == "EVIDENCE T1"
        await reading.press("j")
        assert reading.side_heading == "EVIDENCE T2"
        assert "Stance attributed: observers say" in reading.words("#evidence")
        await reading.press("k", "k")
        assert reading.side_heading == "EVIDENCE so what"
        assert reading.words("#evidence") == "The analyst's own words."

    read(small, story, size=WIDE)


# -- panes


def test_tab_moves_to_the_evidence_and_enter_there_leads_on(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        assert reading.selected("#evidence") == []
        await reading.press("tab")
        assert reading.focused == "evidence"
        assert reading.selected("#evidence")[0].startswith("R1")
        await reading.press("j", "enter")
        assert reading.place == Place("regions", "arland", "R2")
        assert reading.pane().key == "R2"
        await reading.press("shift+tab")
        assert reading.focused == "text"

    read(small, story, size=WIDE)


def test_from_evidence_to_the_judgment_it_rests_on(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("8", "j", "tab", "j", "enter")
        assert reading.heading == "OUTLOOK · J1 Northwind builds in Arland"

    read(small, story, size=WIDE)


@pytest.mark.parametrize("size", [MEDIUM, NARROW])
def test_where_there_is_one_pane_tab_stays_in_it(small: Brief, size: tuple[int, int]) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("tab")
        assert reading.focused == "text"

    read(small, story, size=size)


def test_zoom_gives_one_pane_the_screen_and_takes_it_back(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        before = reading.lines
        await reading.press("z")
        assert reading.pane("#evidence").size.area == 0
        assert reading.pane().size.width == 120
        assert "9 Source" not in reading.text
        await reading.press("z")
        assert reading.lines == before
        await reading.press("tab", "z")
        assert reading.pane().size.area == 0
        assert reading.pane("#evidence").size.width == 120
        assert reading.focused == "evidence"
        await reading.press("escape", "tab")
        assert reading.lines == before

    read(small, story, size=WIDE)


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW, TINY])
def test_no_way_of_zooming_leaves_nothing_to_see(small: Brief, size: tuple[int, int]) -> None:
    async def story(reading: Reading) -> None:
        for key in ("z", "s", "z", "z", "3", "s", "z", "tab", "z", "n", "escape", "escape", "z"):
            await reading.press(key)
            assert reading.focused in {"text", "evidence"}
            assert reading.selected(f"#{reading.focused}"), key
        await reading.press("2")
        assert reading.heading == "REGIONS"

    read(small, story, size=size)


def test_a_section_comes_into_sight_even_when_the_evidence_was_zoomed(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("tab", "z", "3")
        assert reading.heading == "MOTIVES"
        assert reading.focused == "text"

    read(small, story, size=WIDE)


@pytest.mark.parametrize("first", ["s", "tab"])
def test_the_keyboard_stays_in_sight_when_the_terminal_changes(small: Brief, first: str) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("6", first)
        for size in (NARROW, TINY, MEDIUM, WIDE):
            await reading.resize(*size)
            await reading.press("j")
            assert reading.focused is not None
            assert reading.selected(f"#{reading.focused}")

    read(small, story, size=WIDE)


# -- the source beside the claim


def marked_rows(reading: Reading) -> list[int]:
    return [y for y, row in enumerate(reading.rows("#evidence")) if "▸" in row]


@pytest.mark.parametrize("size", [(200, 60), WIDE, MEDIUM, NARROW, TINY])
def test_the_source_stands_beside_the_claim_with_the_paragraph_marked(
    shipped: Brief, size: tuple[int, int]
) -> None:
    figure = next(f for f in shipped.figures.points if f.value == "$2.9 billion")

    async def story(reading: Reading) -> None:
        await reading.press("7")
        while reading.pane().key != figure.id:
            await reading.press("j")
        await reading.press("s")
        assert reading.side_heading == f"SOURCE for {figure.id}"
        (row,) = marked_rows(reading)
        assert row <= reading.pane("#evidence").size.height * 2 // 3
        assert reading.styles("#evidence", "cited") == ["P6"]
        assert "▸P6" in reading.rows("#evidence")[row]
        assert "P6.3 figures $2.9 billion" in reading.words("#evidence")
        assert reading.selected("#evidence")[0].startswith("▸P6")
        if size[0] >= 100:
            assert reading.heading == "FIGURES"
            assert reading.pane().key == figure.id
        await reading.press("s")
        assert reading.place == Place("figures", item=figure.id)
        assert reading.focused == "text"
        await reading.press("j")
        assert reading.pane().key != figure.id

    read(shipped, story, size=size)


def test_every_statement_leads_to_a_marked_paragraph_in_the_upper_part(shipped: Brief) -> None:
    async def story(reading: Reading) -> None:
        for section in "56789":
            await reading.press(section)
            last = ""
            while reading.pane().key != last:
                last = reading.pane().key
                await reading.press("s")
                if not reading.place.cited:
                    assert not any(stop.at for stop in stops(shipped, last))
                    await reading.press("j")
                    continue
                row = min(marked_rows(reading))
                assert row <= reading.pane("#evidence").size.height * 2 // 3
                await reading.press("s", "j")

    read(shipped, story, size=NARROW)


def test_n_walks_through_the_sentences_a_point_cites(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("2", "G", "s")  # R3 rests on P1.1 and P2.1
        assert reading.place.cited == "P1.1"
        assert reading.rows("#side-heading")[0].strip().endswith("P1.1 · our digest")
        await reading.press("n")
        assert reading.place.cited == "P2.1"
        assert reading.selected("#evidence")[0].startswith("▸P2")
        assert reading.message == "citation 2 of 2"
        await reading.press("n", "N")
        assert reading.place.cited == "P2.1"
        assert reading.place.item == "R3"

    read(small, story, size=WIDE)


def test_from_a_risk_n_walks_its_points_each_with_its_sentences(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("5", "s")  # RK1 rests on R2 (P1.2) and T2 (P3.1)
        assert reading.side_heading == "SOURCE for RK1"
        visited = [reading.place.cited]
        seen = [reading.selected("#evidence")[0]]
        for _ in range(4):
            await reading.press("n")
            visited.append(reading.place.cited)
            seen.append(reading.selected("#evidence")[0])
        assert visited == ["R2", "R2 P1.2", "T2", "T2 P3.1", "R2"]
        assert [row[:3] for row in seen] == ["R2 ", "▸P1", "T2 ", "▸P3", "R2 "]
        await reading.press("N")
        assert reading.place.cited == "T2 P3.1"
        assert reading.place.item == "RK1"
        await reading.press("tab", "k", "enter")
        assert reading.place == Place("timeline", item="T2")

    read(small, story, size=WIDE)


def test_the_walk_follows_the_selection_while_the_source_is_open(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("6", "s", "j", "j", "n")
        assert (reading.place.item, reading.place.cited) == ("T3", "P2.1")
        await reading.press("k", "k", "k")  # the so_what cites nothing
        assert marked_rows(reading) == []
        await reading.press("s")
        assert reading.place.cited == ""

    read(small, story, size=WIDE)


def test_the_open_source_follows_the_selection(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("6", "s")
        assert reading.selected("#evidence")[0].startswith("▸P3")
        await reading.press("j", "j")
        assert reading.side_heading == "SOURCE for T3"
        assert reading.selected("#evidence")[0].startswith("▸P2")
        assert reading.place.cited == "P2.1"

    read(small, story, size=WIDE)


def test_what_cites_nothing_says_so(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("3", "k", "s")
        assert reading.message == "This statement cites no sentence of the source."
        assert reading.lines[-1] == f" {reading.message}"
        await reading.press("4")
        assert reading.message == ""  # what it was about is gone

    read(small, story)


def test_without_a_record_there_is_no_source_to_open(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "mill", record=None))

    async def story(reading: Reading) -> None:
        await reading.press("6", "s")
        assert reading.place.cited == ""
        assert reading.message != ""

    read(brief, story)


def test_ones_own_copy_is_shown_beside_the_claim(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "mill", article=ARTICLE))

    async def story(reading: Reading) -> None:
        await reading.press("7", "s")
        assert "Its mill would cost over $20 million." in reading.words("#evidence")

    read(brief, story, size=NARROW)


def test_enter_in_the_source_opens_a_paragraph(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("9", "j", "enter")
        assert reading.heading == "SOURCE · P2"
        await reading.press("escape")
        assert reading.pane().key == "P2"
        await reading.press("7", "s", "tab", "enter")
        assert reading.place == Place("source", "P2")

    read(small, story, size=WIDE)


# -- sharing


def test_y_copies_with_the_citation(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("6", "j", "y")
        assert reading.app.clipboard == (
            "The mill opens. [T2 P3.1] (Northwind plans a mill in Arland;"
            " source: Northwind plans a mill, The Valley Post, 2031-05)"
        )
        assert reading.message.startswith("Sent T2 to the terminal's clipboard, ")

    read(small, story)


def test_y_copies_nothing_where_nothing_is_selected(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "mill", regions=None))

    async def story(reading: Reading) -> None:
        await reading.press("2", "y")
        assert reading.app.clipboard == ""
        assert reading.message == "Nothing here to copy: select a statement."

    read(brief, story)


def test_x_saves_and_never_overwrites(
    small: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "northwind-plans-a-mill-in-arland"

    async def story(reading: Reading) -> None:
        await reading.press("x", "enter")
        assert reading.message.startswith(f"Saved {name}.txt, ")
        await reading.press("x", "enter")
        assert reading.message == f"Already saved as {name}.txt"
        (tmp_path / f"{name}.txt").write_text("mine")
        await reading.press("x", "enter")
        assert reading.message.startswith(f"Saved {name}-2.txt, ")

    read(small, story)
    assert (tmp_path / f"{name}.txt").read_text() == "mine"
    assert (tmp_path / f"{name}-2.txt").read_bytes() == plain(small).encode()


# -- help, palette, leaving


def test_help_opens_over_the_page_and_three_keys_close_it(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        before = reading.lines
        for close in ("escape", "?", "q"):
            await reading.press("?")
            assert "Keys" in reading.text
            assert "source beside the claim" in reading.text
            await reading.press(close)
            assert reading.lines == before

    read(small, story)


def test_the_help_fits_80x24_and_scrolls_where_it_does_not_fit(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("?")
        for last in ("every command", "quit"):
            assert any(f"  {last}  " in line for line in reading.lines), last
        await reading.resize(*TINY)
        assert "quit" not in reading.text
        await reading.press(*"j" * 40)
        assert "q           quit" in reading.text
        await reading.press(*"k" * 40)
        assert "j ↓" in reading.text

    read(small, story)


def test_the_palette_has_every_command(small: Brief) -> None:
    from briefing.tui.commands import commands_on

    async def story(reading: Reading) -> None:
        listed = [c.title for c in reading.app.get_system_commands(reading.screen)]
        assert listed[:9] == [section.title for section in SECTIONS]
        for command in commands_on("brief"):
            told = [
                title for title in listed if title.casefold().startswith(command.help.casefold())
            ]
            assert bool(told) == command.palette
        assert len(set(listed)) == len(listed)
        (risks,) = [
            c for c in reading.app.get_system_commands(reading.screen) if c.title == "Risks"
        ]
        await risks.callback()
        await reading.settle()
        assert reading.heading == "RISKS"

    read(small, story)


def test_the_palette_opens_finds_and_runs(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("ctrl+p")
        await reading.pilot.pause()  # it gathers its commands in a worker
        await reading.type("figures")
        await reading.pilot.pause()
        await reading.press("enter")
        await reading.pilot.pause()
        await reading.settle()
        assert reading.heading == "FIGURES"

    read(small, story)


def test_ctrl_c_says_how_to_quit_and_does_not(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("ctrl+c")
        assert "Esc closes a window, q quits." in reading.text
        assert reading.app.return_code is None

    read(small, story)


def test_q_quits(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("5")
        reading._send(events.Key("q", "q"))
        await reading.pilot.pause()
        assert reading.app.return_code == 0

    read(small, story)


# -- the mouse


def at(reading: Reading, words: str) -> tuple[int, int]:
    """The cell where these words begin."""
    y = next(y for y, line in enumerate(reading.lines) if words in line)
    return reading.lines[y].index(words), y


@pytest.mark.parametrize(("size", "words"), [(WIDE, "6 Timeline"), (NARROW, "6 Time"), (TINY, "6")])
def test_a_click_on_a_section_leads_to_it(small: Brief, size: tuple[int, int], words: str) -> None:
    async def story(reading: Reading) -> None:
        await reading.click(*at(reading, words))
        assert reading.heading == "TIMELINE"
        await reading.press("j")
        assert reading.focused == "text"
        assert reading.pane().key == "T2"

    read(small, story, size=size)


def test_a_click_on_the_footer_runs_its_command(
    small: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def story(reading: Reading) -> None:
        await reading.click(*at(reading, "s Source"))
        assert reading.side_heading == "SOURCE for bottom line"
        await reading.press("escape")
        await reading.click(*at(reading, "x Export"))
        await reading.press("enter")
        assert reading.message.startswith("Saved ")
        await reading.press("1")
        await reading.click(*at(reading, "? Help"))
        assert "Keys" in reading.text
        await reading.press("escape")
        await reading.click(*at(reading, "/ Search"))
        assert "Esc close" in reading.text
        await reading.press("escape")
        await reading.click(119, 35)  # the empty end of the footer
        assert reading.heading == "OVERVIEW"

    read(small, story, size=WIDE)


def test_clicks_select_and_open(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("4")
        await reading.click(*at(reading, "rival, supplier"))
        assert reading.pane().key == "southgate"
        assert reading.side_heading == "EVIDENCE Southgate"
        await reading.click(*at(reading, "rival, supplier"))
        assert reading.heading == "COMPETITORS · Southgate"
        await reading.click(*at(reading, "EVIDENCE"))  # a heading bears a click
        await reading.wheel(40, 10)

    read(small, story, size=WIDE)


def test_enter_on_what_is_out_of_sight_first_brings_it_back(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("8")
        key = reading.pane().key
        for _ in range(9):
            await reading.wheel(10, 8)
        assert not reading.selected()
        await reading.press("enter")
        assert reading.heading == "OUTLOOK"
        assert reading.selected()
        await reading.press("enter")
        assert reading.place.opened == key

    read(small, story, size=(40, 15))


# -- content that would like to be more than text


def test_markup_is_literal_everywhere(small: Brief) -> None:
    from tests.tui.hostile import titled

    text = "[/etc/passwd] [@click=app.quit]quit[/] [bold]x[/bold] [link=vscode://x]y[/link] [/"
    start = "[/etc/passwd] [@click"

    async def story(reading: Reading) -> None:
        assert start in reading.lines[0]
        await reading.press("2")
        assert text in reading.words("#text")
        await reading.press("enter")
        assert start in reading.heading
        assert text in reading.words("#text")
        assert start in reading.words("#evidence")
        await reading.click(*at(reading, "[@click=app.quit]"))
        await reading.press("s", "escape", "y")
        assert text in reading.app.clipboard
        await reading.press("escape", "2", "g", "j", "m")
        assert f"Mark {start}" in reading.text
        await reading.press("enter", "apostrophe")
        assert text in reading.words("#hits")
        await reading.press("escape")
        for query in ("[/etc", "[@click=app.quit]", "[/", "[bold]zebra[/x]", "\\[", "[red]"):
            await reading.press("/")
            await reading.paste(query)
            assert query in reading.rows("QueryLine")[0]
            await reading.press("escape")
        assert reading.app.return_code is None

    read(titled(small, text), story, size=WIDE)


def test_a_message_is_text_too(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        reading.reader.tell("[bold]not bold[/bold] [/x]")
        await reading.settle()
        assert reading.lines[-1] == " [bold]not bold[/bold] [/x]"

    read(small, story)


# -- files that cannot be read


def test_a_broken_section_shows_what_is_wrong_and_the_others_read_on(tmp_path: Path) -> None:
    risks = RISKS.replace("likelihood: likely", "likelyhood: likely")
    regions = REGIONS.replace("entries:", "entries: [")
    brief = load(write_brief(tmp_path / "mill", risks=risks, regions=regions))

    async def story(reading: Reading) -> None:
        assert "3 problems: sections marked with ! show them." in reading.text
        await reading.press("5")
        assert "cannot be read" in reading.rows("#heading")[0]
        assert "error: unknown key 'likelyhood'" in reading.words("#text")
        assert "did you mean 'likelihood'?" in reading.words("#text")
        assert reading.side_heading == "EVIDENCE"
        assert "5 Risks          !  " in reading.text  # nobody knows how many
        await reading.press("s", "enter", "y", "j", "j", "j", "k", "G", "g")
        await reading.press("2")
        assert "regions.yaml:" in reading.words("#text")
        await reading.press("3", "enter")
        assert reading.heading == "MOTIVES · Wood"
        await reading.press("1")
        assert "Northwind builds in Arland" in reading.text
        assert "TOP RISKS" not in reading.text

    read(brief, story, size=WIDE)


def test_a_brief_of_a_header_alone_bears_every_key(tmp_path: Path) -> None:
    names = ("regions", "motives", "competitors", "risks", "timeline", "figures", "outlook")
    brief = load(write_brief(tmp_path / "mill", **dict.fromkeys((*names, "record"))))

    async def story(reading: Reading) -> None:
        for section in "123456789":
            await reading.press(section, *"jkgGsznNy<>", "enter", "tab", "escape", "space", "b")
            assert reading.app.return_code is None
        await reading.press("2")
        assert reading.words("#text") == "None stated in the source."

    read(brief, story, size=WIDE)


@pytest.mark.parametrize(
    "keys", ["6 j j 2 <", "4 enter 3", "4 enter j", "6 j 2", "5 enter s j n escape", "2 enter < j"]
)
def test_keys_in_a_burst_do_what_they_do_one_by_one(small: Brief, keys: str) -> None:
    screens = []

    async def slowly(reading: Reading) -> None:
        await reading.press(*keys.split())
        screens.append(reading.text.replace("✓", " "))  # what was skipped is not read

    async def at_once(reading: Reading) -> None:
        await reading.burst(*keys.split())
        screens.append(reading.text.replace("✓", " "))

    read(small, slowly, size=WIDE)
    read(small, at_once, size=WIDE)
    assert screens[0] == screens[1]


def test_a_word_typed_before_the_search_window_is_there_is_not_lost(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.burst("/", *"valley")
        assert "valley" in reading.words("QueryLine")

    read(small, story, size=WIDE)


def test_what_is_selected_and_its_evidence_agree_after_a_resize(shipped: Brief) -> None:
    async def story(reading: Reading) -> None:
        while reading.pane().key != "F01":
            await reading.press("j")
        await reading.resize(120, 24)
        assert reading.side_heading == f"EVIDENCE {reading.pane().key.replace('_', ' ')}"

    read(shipped, story, size=(120, 60))
