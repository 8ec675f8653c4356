"""The pane: what is selected, what is in sight, what a key or the mouse does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

import pytest
from textual.app import App

from briefing.tui.presentation.page import Block, Drawn, Item, Page, Piece, label, muted
from briefing.tui.themes import DARK
from briefing.tui.widgets.page_view import PageView
from tests.tui.reading import Reading, drive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

SIZE = (40, 12)


def items(*heights: int) -> list[Item]:
    """Items "1", "2", ... of so many rows, with a blank row between them."""
    return [
        Item(
            tuple(Block(f"{number}.{row}") for row in range(height)), str(number), f"page {number}"
        )
        for number, height in enumerate(heights, 1)
    ]


class Host(App[None]):
    """A pane, and what it says."""

    CSS: ClassVar[str] = "PageView { height: 1fr; }"

    def __init__(self, found: Sequence[Item], key: str = "") -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self.found, self.key = tuple(found), key
        self.said: list[str] = []

    def compose(self) -> ComposeResult:
        yield PageView(id="text", on_select=self.select, on_open=self.open)

    def on_mount(self) -> None:
        page = self.page()
        self.query_one(PageView).show(lambda _cells, _height: page, self.key)

    def page(self) -> Page:
        return Page("HEADING", "", self.found)

    def select(self, key: str) -> None:
        self.said.append(f"selected {key}")

    def open(self, key: str, opens: str) -> None:
        self.said.append(f"opened {key} -> {opens}")


def said(reading: Reading) -> list[str]:
    assert isinstance(reading.app, Host)
    return reading.app.said


def test_the_first_item_is_selected_and_marked_in_the_gutter() -> None:
    async def story(reading: Reading) -> None:
        assert reading.selected() == ["1.0", "1.1"]
        assert reading.rows("#text")[:3] == [row.ljust(40) for row in ("▌ 1.0", "▌ 1.1", "")]
        assert said(reading) == []  # only what a person selects is news

    drive(Host(items(2, 2)), story, size=SIZE)


def test_steps_go_from_item_to_item_and_end_at_the_ends() -> None:
    async def story(reading: Reading) -> None:
        await reading.press("j", "down", "j", "j")
        assert reading.pane().key == "3"
        await reading.press("k", "up", "k", "k")
        assert reading.pane().key == "1"
        assert said(reading) == [f"selected {n}" for n in (2, 3, 2, 1)]

    drive(Host(items(1, 1, 1)), story, size=SIZE)


def test_steps_pass_over_what_cannot_be_selected() -> None:
    async def story(reading: Reading) -> None:
        assert reading.pane().key == "1"
        await reading.press("j")
        assert reading.pane().key == "2"
        await reading.press("k")
        assert reading.pane().key == "1"

    one, two = items(1, 1)
    drive(Host([label("one"), one, label("two"), muted("nothing"), two]), story, size=SIZE)


def test_the_pane_scrolls_no_further_than_it_must() -> None:
    async def story(reading: Reading) -> None:
        view = reading.pane()
        tops = [view.cursor.top]
        for _ in range(5):
            await reading.press("j")
            tops.append(view.cursor.top)
        assert tops == [0, 0, 0, 3, 7, 11]  # 6 items of 3 rows and a gap in 12 rows
        await reading.press("k", "k")
        assert view.cursor.top == 11
        await reading.press("k")
        assert view.cursor.top == 8

    drive(Host(items(3, 3, 3, 3, 3, 3)), story, size=SIZE)


def test_what_stands_above_the_first_item_comes_into_sight_with_it() -> None:
    async def story(reading: Reading) -> None:
        await reading.press("j", "j", "j", "j", "k", "k", "k", "k")
        assert reading.pane().cursor.top == 0
        assert reading.rows("#text")[0].strip(" ▐") == "ABOVE"

    drive(Host([label("above"), *items(4, 4, 4, 4, 4)]), story, size=SIZE)


def test_an_item_taller_than_the_pane_is_read_row_by_row() -> None:
    async def story(reading: Reading) -> None:
        view = reading.pane()
        await reading.press(*"jjj")
        assert (view.key, view.cursor.top) == ("1", 3)
        await reading.press(*"jjjjj")
        assert (view.key, view.cursor.top) == ("1", 8)  # its last row is the last in sight
        await reading.press("j")
        assert view.key == "2"
        await reading.press("k")
        assert (view.key, view.cursor.top) == ("1", 0)

    drive(Host(items(20, 2)), story, size=SIZE)


def test_no_row_is_skipped_on_the_way_to_an_item_far_below() -> None:
    async def story(reading: Reading) -> None:
        view = reading.pane()
        seen = set(range(view.cursor.top, view.cursor.top + 12))
        for _ in range(60):
            await reading.press("j")
            assert view.cursor.top <= max(seen) + 1
            seen |= set(range(view.cursor.top, view.cursor.top + 12))
        assert view.key == "3"
        assert seen >= set(range(len(view.cursor.rows)))

    long = Item(tuple(Block(f"text {row}") for row in range(40)))
    drive(Host([long, *items(1, 1, 1), muted("end")]), story, size=SIZE)


def test_a_page_of_text_alone_can_be_scrolled() -> None:
    async def story(reading: Reading) -> None:
        view = reading.pane()
        assert view.key == ""
        await reading.press("j", "j")
        assert view.cursor.top == 2
        await reading.press("k", "k", "k")
        assert view.cursor.top == 0
        await reading.press("space")
        assert view.cursor.top == 11
        await reading.press("G")
        assert view.cursor.top == 8 + 20
        await reading.press("g", "enter")
        assert view.cursor.top == 0
        assert said(reading) == []

    drive(Host([Item(tuple(Block(str(n)) for n in range(40)))]), story, size=SIZE)


def test_an_empty_page_bears_every_key() -> None:
    async def story(reading: Reading) -> None:
        await reading.press(*"jkgG", "space", "b", "enter", "pageup", "pagedown", "home", "end")
        await reading.click(5, 5)
        await reading.wheel(5, 5)
        assert reading.pane().key == ""
        assert said(reading) == []

    drive(Host([]), story, size=SIZE)


def test_pages_move_by_a_pane_less_a_row_and_take_the_selection_along() -> None:
    async def story(reading: Reading) -> None:
        view = reading.pane()
        await reading.press("space")
        assert view.cursor.top == 11
        assert view.key == "7"  # the first whole item in sight
        assert reading.selected() != []
        await reading.press("pagedown")
        assert view.cursor.top == 22
        await reading.press("b")
        assert (view.cursor.top, view.key) == (11, "7")
        await reading.press("pageup", "b")
        assert (view.cursor.top, view.key) == (0, "1")

    drive(Host(items(*[1] * 30)), story, size=SIZE)


def test_a_page_beyond_the_end_goes_to_the_last_item() -> None:
    async def story(reading: Reading) -> None:
        await reading.press("space", "space", "space")
        assert reading.pane().key == "10"
        await reading.press("b", "b", "b")
        assert reading.pane().key == "1"

    drive(Host(items(*[1] * 10)), story, size=SIZE)


@pytest.mark.parametrize(("down", "up"), [("G", "g"), ("end", "home")])
def test_the_ends_are_a_key_away(down: str, up: str) -> None:
    async def story(reading: Reading) -> None:
        view = reading.pane()
        await reading.press(down)
        assert (view.key, view.cursor.top) == ("20", 39 + 1 - 12)
        assert reading.rows("#text")[-1].strip("▐ ") == "end"
        await reading.press(up)
        assert (view.key, view.cursor.top) == ("1", 0)

    drive(Host([*items(*[1] * 20), muted("end")]), story, size=SIZE)


def test_enter_opens_what_is_selected() -> None:
    async def story(reading: Reading) -> None:
        await reading.press("enter", "j", "enter")
        assert said(reading) == ["opened 1 -> page 1", "selected 2", "opened 2 -> page 2"]

    drive(Host(items(1, 1)), story, size=SIZE)


def test_a_click_selects_and_a_click_on_the_selected_opens() -> None:
    async def story(reading: Reading) -> None:
        await reading.click(5, 3)
        assert said(reading) == ["selected 2"]
        await reading.click(30, 4)
        assert said(reading) == ["selected 2", "opened 2 -> page 2"]
        for y in (2, 5, 11):  # a gap, a text without a key, below the end
            await reading.click(5, y)
        assert len(said(reading)) == 2

    drive(Host([*items(2, 2), muted("nothing")]), story, size=SIZE)


def test_a_click_finds_the_item_below_it_after_scrolling() -> None:
    async def story(reading: Reading) -> None:
        await reading.press("G")
        await reading.click(4, 0)
        assert reading.pane().key == str(reading.pane().cursor.top // 2 + 1)

    drive(Host(items(*[1] * 31)), story, size=(40, 11))


def test_the_wheel_scrolls_and_leaves_the_selection() -> None:
    async def story(reading: Reading) -> None:
        view = reading.pane()
        await reading.wheel(5, 5)
        down = view.cursor.top
        assert 1 <= down <= 5
        assert view.key == "1"
        await reading.wheel(5, 5, up=True)
        await reading.wheel(5, 5, up=True)
        assert view.cursor.top == 0
        for _ in range(40):
            await reading.wheel(5, 5)
        assert view.cursor.top == 39 - 12
        assert said(reading) == []

    drive(Host(items(*[1] * 20)), story, size=SIZE)


def test_a_page_can_open_at_an_item_which_stands_in_the_upper_part() -> None:
    async def story(reading: Reading) -> None:
        rows = reading.rows("#text")
        (number,) = [n for n, row in enumerate(rows) if row.startswith("▌")]
        assert rows[number].strip("▌▐ ") == "15.0"
        assert number <= 12 * 2 // 3

    drive(Host(items(*[1] * 30), "15"), story, size=SIZE)


def test_a_key_that_is_not_there_selects_the_first() -> None:
    async def story(reading: Reading) -> None:
        assert (reading.pane().key, reading.pane().cursor.top) == ("1", 0)

    drive(Host(items(1, 1), "gone"), story, size=SIZE)


def test_the_measure_is_78_at_most_and_one_at_least() -> None:
    async def story(reading: Reading) -> None:
        for columns, measure in ((300, 78), (81, 78), (80, 77), (40, 36), (4, 1), (1, 1)):
            await reading.resize(columns, 12)
            assert reading.pane().measure == measure

    drive(Host(items(1, 1)), story, size=SIZE)


def test_the_scroll_bar_shows_how_much_is_in_sight_and_where() -> None:
    def thumb(reading: Reading) -> list[int]:
        return [y for y, row in enumerate(reading.rows("#text")) if row.endswith("▐")]

    async def story(reading: Reading) -> None:
        assert thumb(reading)[0] == 0
        length = len(thumb(reading))
        assert 1 <= length < 12
        await reading.press("G")
        assert thumb(reading)[-1] == 11
        assert len(thumb(reading)) == length
        await reading.resize(40, 60)
        assert thumb(reading) == []

    drive(Host(items(*[1] * 20)), story, size=SIZE)


class Drawing(Host):
    """A drawing of two rows above two items that its pieces stand for."""

    caption = False

    def page(self) -> Page:
        drawn = Drawn((Piece("one", key="1"), Piece("  two", key="2")))
        told = tuple(Block(f"row {n} of the caption") for n in range(6))
        found = [item._replace(below=told) for item in items(1, 1)]
        return Page("", "", (Item((drawn, drawn)), *found), "muted", ("2", "1"), self.caption)


class Captioned(Drawing):
    caption = True


def reversed_in(reading: Reading) -> list[str]:
    strips = reading.screen._compositor.render_strips()
    return [text.strip() for strip in strips for text, style, _ in strip if style and style.reverse]


def test_what_stands_for_the_selected_item_is_reversed() -> None:
    async def story(reading: Reading) -> None:
        assert reversed_in(reading) == ["one", "one"]
        await reading.press("j")
        assert reversed_in(reading) == ["▸ two", "▸ two"]

    drive(Drawing([]), story, size=SIZE)


def test_a_click_on_what_stands_for_an_item_selects_it() -> None:
    async def story(reading: Reading) -> None:
        await reading.click(7, 1)
        await reading.click(3, 0)
        await reading.click(12, 0)  # right of the drawing
        assert said(reading) == ["selected 2", "selected 1"]

    drive(Drawing([]), story, size=SIZE)


@pytest.mark.parametrize(("left", "right"), [("h", "l"), ("left", "right")])
def test_left_and_right_go_across(left: str, right: str) -> None:
    async def story(reading: Reading) -> None:
        await reading.press(right, left, left, right)
        assert said(reading) == ["selected 2", "selected 1"]

    drive(Drawing([]), story, size=SIZE)


@pytest.mark.parametrize(("rows", "told"), [(30, 4), (20, 4), (15, 2), (5, 0)])
def test_a_caption_takes_its_rows_from_the_page(rows: int, told: int) -> None:
    async def story(reading: Reading) -> None:
        shown = [row.strip(" ▐") for row in reading.rows("#text")]
        below = shown[-told:] if told else []
        assert below == [f"row {n} of the caption{' …' * (n == told - 1)}" for n in range(told)]
        assert set(shown[-told - 1]) == ({"─"} if told else set())
        assert reading.pane().cursor.height == (rows - told - 1 if told else rows)
        await reading.click(3, rows - 1)
        assert said(reading) == []

    drive(Captioned([]), story, size=(40, rows))


class Lazy(Host):
    """A page of so many items that make what they say when somebody looks."""

    def __init__(self, number: int) -> None:
        super().__init__([])
        self.number, self.made = number, set[str]()

    def page(self) -> Page:
        def item(name: str) -> Item:
            return Item(
                partial(self.make, name), name, gap=False, below=partial(self.make, f"below {name}")
            )

        return Page("", "", tuple(item(str(n)) for n in range(self.number)), caption=True)

    def make(self, text: str) -> tuple[Block, ...]:
        self.made.add(text)
        return (Block(text),)


def test_of_a_long_page_only_what_is_in_sight_is_made() -> None:
    app = Lazy(500)

    async def story(reading: Reading) -> None:
        assert reading.pane().cursor.height == 30 - 5  # nobody has looked how high captions are
        assert reading.rows("#text")[-4].strip(" ▐") == "below 0"
        assert len(app.made) < 30
        await reading.press("j")
        assert reading.rows("#text")[-4].strip(" ▐") == "below 1"
        assert {text for text in app.made if text.startswith("below")} == {"below 0", "below 1"}

    drive(app, story, size=(40, 30))


def test_the_caption_of_a_short_page_takes_what_the_highest_needs() -> None:
    async def story(reading: Reading) -> None:
        assert reading.pane().cursor.height == 30 - 2

    drive(Lazy(60), story, size=(40, 30))
