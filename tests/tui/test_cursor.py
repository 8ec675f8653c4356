"""The cursor of a pane without a screen: rows in, what is selected and on top out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.cursor import Cursor
from briefing.tui.presentation.layout import rows
from briefing.tui.presentation.page import Block, Drawn, Item, Page, Piece, Span


def items(*heights: int) -> tuple[Item, ...]:
    """Items "1", "2", ... of so many rows, without a row between them; of 0 rows, no key."""
    return tuple(
        Item(
            tuple(Block(f"{number}.{row}") for row in range(height or 1)),
            str(number) if height else "",
            gap=False,
        )
        for number, height in enumerate(heights, 1)
    )


def laid(found: tuple[Item, ...], height: int, key: str = "") -> Cursor:
    cursor = Cursor()
    page = Page("", "", found)
    cursor.turn_to(page, key)
    cursor.lay(rows(page, 60), height)
    return cursor


def test_a_page_starts_at_its_first_item_or_at_the_one_asked_for() -> None:
    cursor = Cursor()
    assert (cursor.key, cursor.selected) == ("", -1)
    page = Page("", "", items(0, 1, 1))
    assert not cursor.turn_to(page)
    assert cursor.key == "2"
    assert cursor.turn_to(page, "3")
    assert cursor.key == "3"
    assert not cursor.turn_to(page, "9")
    assert cursor.key == "2"


def test_a_move_says_whether_another_item_is_selected() -> None:
    cursor = laid(items(1, 1, 1), 10)
    assert cursor.step(1)
    assert cursor.step(1)
    assert not cursor.step(1)
    assert cursor.end(-1)
    assert not cursor.end(-1)
    assert not cursor.select(0)
    assert cursor.select(2)
    assert cursor.key == "3"


def test_what_stands_in_a_row_can_be_asked_for() -> None:
    cursor = laid(items(2, 0, 3), 4)
    assert [cursor.at(y) for y in range(-1, 7)] == [-1, 0, 0, -1, 2, 2, 2, -1]
    cursor.scroll(2)
    assert [cursor.at(y) for y in range(3)] == [-1, 2, 2]


def test_scrolling_ends_with_the_last_row_at_the_bottom_unless_told_to_go_beyond() -> None:
    cursor = laid(items(1, 1, 1, 1, 1, 1), 4)
    cursor.scroll(5)
    assert cursor.top == cursor.last_top == 2
    cursor.scroll(5, beyond=True)
    assert cursor.top == 5
    cursor.scroll(-3)
    assert cursor.top == 0


def test_aiming_brings_an_item_into_the_upper_two_thirds() -> None:
    heights = [1] * 30
    for number in range(1, 31):
        cursor = laid(items(*heights), 12, str(number))
        cursor.aim()
        assert number - 1 - cursor.top <= 8 or cursor.top == cursor.last_top
        cursor.aim(beyond=True)
        assert 0 <= number - 1 - cursor.top <= 8
    nothing = laid((), 12)
    nothing.aim()
    nothing.reveal()
    assert nothing.top == 0


def paragraph(before: int, marked: int, after: int) -> Item:
    """A paragraph with a sentence marked in it, a word a row."""
    text = "word" * 15
    words = [text] * (before + marked + after)
    start = before * 61
    span = Span(start, start + marked * 61 - 1, "sentence")
    return Item((Block(" ".join(words), spans=(span,)),), "here", gap=False)


@given(st.integers(0, 9), st.integers(0, 12), st.integers(1, 4), st.integers(0, 9))
def test_aiming_brings_the_marked_sentence_into_the_upper_two_thirds(
    above: int, before: int, marked: int, after: int
) -> None:
    found = (*items(*[1] * above), paragraph(before, marked, after))
    cursor = laid(found, 12, "here")
    cursor.aim(beyond=True)
    start = above + before - cursor.top
    assert start >= 0
    assert start + marked <= 8
    if before + marked + after <= 8:
        assert above >= cursor.top  # its number is in sight too


moves = st.lists(
    st.tuples(st.sampled_from(["step", "turn", "end"]), st.sampled_from([-1, 1]))
    | st.tuples(st.just("scroll"), st.integers(-50, 50)),
    max_size=30,
)


@given(st.lists(st.integers(0, 9), max_size=12), st.integers(1, 12), moves)
def test_no_move_leaves_the_page(
    heights: list[int], height: int, steps: list[tuple[str, int]]
) -> None:
    cursor = laid(items(*heights), height)
    for name, by in steps:
        getattr(cursor, name)(by)
        assert 0 <= cursor.top <= cursor.last_top
        assert cursor.selected == -1 or cursor.page.items[cursor.selected].key
        assert (cursor.selected == -1) == (not any(heights))


def test_the_thumb_is_as_long_as_the_part_in_sight() -> None:
    cursor = laid(items(*[1] * 20), 10)
    assert [y for y in range(10) if cursor.in_thumb(y)] == [0, 1, 2, 3, 4]
    cursor.scroll(20)
    assert [y for y in range(10) if cursor.in_thumb(y)] == [5, 6, 7, 8, 9]
    assert not any(laid(items(1, 1), 10).in_thumb(y) for y in range(10))


def drawing() -> Page:
    """A drawing above the items "1", "2", "3" that its pieces stand for."""
    drawn = Drawn((Piece("漢字 "), Piece("one", key="1"), Piece(" "), Piece("three", key="3")))
    return Page("", "", (Item((drawn, drawn)), *items(1, 1, 1)), across=("3", "1"))


def test_a_piece_stands_for_its_item_whatever_row_it_is_in() -> None:
    cursor = Cursor()
    cursor.turn_to(drawing())
    cursor.lay(rows(cursor.page, 60), 10)
    found = [cursor.at(0, x) for x in range(16)]
    assert found == [-1] * 5 + [1] * 3 + [-1] + [3] * 5 + [-1] * 2
    assert [cursor.at(2, 0), cursor.at(1), cursor.at(2)] == [1, -1, 1]


def test_across_goes_by_the_order_of_the_page() -> None:
    cursor = Cursor()
    cursor.turn_to(drawing())
    cursor.lay(rows(cursor.page, 60), 10)
    assert cursor.key == "1"
    assert not cursor.across(1)
    assert cursor.across(-1)
    assert cursor.key == "3"
    assert not cursor.across(-1)
    cursor.turn_to(cursor.page, "2")
    assert cursor.across(-1)  # from an item that is not in the drawing, in at its end
    assert cursor.key == "1"
    assert not laid(items(1, 1), 5).across(1)
