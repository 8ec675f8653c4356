"""Pages to rows: never too wide, nothing lost, every style where it belongs."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.text import safe, width
from briefing.tui.presentation.layout import Row, captioned, height, rows
from briefing.tui.presentation.page import (
    Block,
    Drawn,
    Item,
    Page,
    Piece,
    Span,
    Style,
    label,
    muted,
    tagged,
)

PLAIN = "abc dE-9.,[]/@"
WIDE = "漢字仮名데이터、。\uff21\uff22"
ODD = "e\u0301o\u0308\u0302\u200d❤️👩‍👩‍👧‍👦🇯🇵ก็שלום\t\n\xa0\u3000­…"
STYLES: tuple[Style, ...] = ("text", "strong", "muted", "heading", "id", "cited", "match")

texts = st.text(st.sampled_from(PLAIN + WIDE + ODD), max_size=120).map(safe)
# offsets between code points of texts where each of them is a character of its own
simple_texts = st.text(st.sampled_from(PLAIN + WIDE), max_size=120)
widths = st.integers(min_value=2, max_value=100)


def page_of(*blocks: Block) -> Page:
    return Page("", "", (Item(blocks, "key"),))


def row_text(row: Row) -> str:
    return "".join(piece.text for piece in row.pieces)


def letters(text: str) -> str:
    return "".join(text.split())


@st.composite
def spans(draw: st.DrawFn, text: str) -> tuple[Span, ...]:
    edge = st.integers(0, len(text))
    edges = st.tuples(edge, edge).map(sorted)
    drawn = draw(st.lists(st.tuples(edges, st.sampled_from(STYLES)), max_size=4))
    return tuple(Span(start, end, style) for (start, end), style in drawn)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    text = draw(texts)
    return Block(
        text,
        draw(st.sampled_from(STYLES)),
        indent=draw(st.integers(0, 12)),
        hang=draw(st.integers(0, 12)),
        right=draw(st.just("") | texts.map(letters)),
    )


@given(st.lists(blocks(), min_size=1, max_size=3), widths)
def test_no_row_is_wider_than_the_pane(found: list[Block], cells: int) -> None:
    for row in rows(page_of(*found), cells):
        assert sum(width(piece.text) for piece in row.pieces) <= cells
        assert width(row_text(row)) <= cells
        assert "\n" not in row_text(row)
        assert "\t" not in row_text(row)


@given(texts, st.integers(0, 12), st.integers(0, 12), widths)
def test_no_character_is_lost(text: str, indent: int, hang: int, cells: int) -> None:
    laid = rows(page_of(Block(text, indent=indent, hang=hang)), cells)
    assert letters("".join(map(row_text, laid))) == letters(text)


@given(st.data(), simple_texts, st.integers(0, 9), widths)
def test_every_character_keeps_its_style_over_the_wraps(
    data: st.DataObject, text: str, hang: int, cells: int
) -> None:
    found = data.draw(spans(text))
    marked = tuple(span[:2] for span in data.draw(spans(text)))
    laid = rows(page_of(Block(text, "text", found, hang=hang)), cells, lambda _: marked)
    shown = [
        (character, piece.style)
        for row in laid
        for piece in row.pieces
        for character in piece.text
        if not character.isspace()
    ]
    over: tuple[Span, ...] = (*found, *(Span(start, end, "match") for start, end in marked))
    wanted = [
        (character, next((s.style for s in reversed(over) if s.start <= at < s.end), "text"))
        for at, character in enumerate(text)
        if not character.isspace()
    ]
    assert shown == wanted


@given(texts.filter(str.strip), st.text("abc漢", min_size=1, max_size=30), st.integers(20, 80))
def test_what_stands_at_the_right_ends_the_last_row_or_takes_its_own(
    text: str, right: str, cells: int
) -> None:
    laid = rows(page_of(Block(text, right=right, right_style="muted")), cells)
    *before, last = laid
    assert last.pieces[-1].style == "muted"
    assert all(piece.style == "text" for row in before for piece in row.pieces)
    if width(right) <= cells:
        assert last.pieces[-1].text.strip() == right
    else:
        assert last.pieces[-1].text.strip().endswith("…")
    if len(last.pieces) > 1:  # it shares the row: flush right, two cells apart
        assert sum(width(piece.text) for piece in last.pieces) == cells
        assert last.pieces[-2].text.endswith("  ")


def test_the_right_end_shares_the_last_row_of_a_wrapped_text() -> None:
    block = tagged("T1", "Work on the mill begins in the valley", right="2031-10")
    assert [row_text(row) for row in rows(page_of(block), 28)] == [
        "T1  Work on the mill begins",
        "    in the valley    2031-10",
    ]
    assert [row_text(row) for row in rows(page_of(block), 22)] == [
        "T1  Work on the mill",
        "    begins in the",
        "    valley     2031-10",
    ]
    crowded = tagged("T1", "Work on the mill", right="late 2031 or early 2032")
    assert [row_text(row) for row in rows(page_of(crowded), 30)] == [
        "T1  Work on the mill",
        "    late 2031 or early 2032",
    ]


def test_further_lines_hang_below_the_text_and_an_indent_is_given_up_where_it_is_too_narrow() -> (
    None
):
    block = tagged("RK1", "Sites without chips stand idle")._replace(indent=2)
    assert [row_text(row) for row in rows(page_of(block), 20)] == [
        "  RK1  Sites without",
        "       chips stand",
        "       idle",
    ]
    assert [row_text(row) for row in rows(page_of(block), 12)] == [
        "RK1  Sites",
        "without",
        "chips stand",
        "idle",
    ]


@given(st.lists(st.tuples(blocks(), st.booleans()), max_size=4), widths)
def test_the_height_is_the_number_of_rows(found: list[tuple[Block, bool]], cells: int) -> None:
    page = Page("", "", tuple(Item((block,), gap=gap) for block, gap in found))
    assert height(page, cells) == len(rows(page, cells))


def test_a_gap_stands_before_an_item_but_never_on_top() -> None:
    page = Page("", "", (label("One"), muted("a"), Item((Block("b"),), "b"), label("Two")))
    assert [(row_text(row), row.item) for row in rows(page, 20)] == [
        ("ONE", 0),
        ("a", 1),
        ("", -1),
        ("b", 2),
        ("", -1),
        ("TWO", 3),
    ]


def test_marks_are_asked_for_each_text_and_win_over_its_own_styles() -> None:
    def marks(text: str) -> tuple[tuple[int, int], ...]:
        start = text.find("mill")
        return ((start, start + 4),) if start >= 0 else ()

    page = page_of(Block("A mill stands", spans=(Span(0, 13, "strong"),)), Block("no word"))
    first, second = rows(page, 40, marks)
    assert [piece[:2] for piece in first.pieces] == [
        ("A ", "strong"),
        ("mill", "match"),
        (" stands", "strong"),
    ]
    assert [piece.style for piece in second.pieces] == ["text"]


@given(st.lists(blocks(), min_size=1, max_size=4), widths)
def test_the_rows_of_an_item_follow_one_another(found: list[Block], cells: int) -> None:
    page = Page("", "", tuple(Item((block,), str(n)) for n, block in enumerate(found)))
    numbers = [row.item for row in rows(page, cells) if row.item >= 0]
    assert set(numbers) == set(range(len(found)))
    assert all(a <= b for a, b in pairwise(numbers))


@given(
    st.lists(blocks(), max_size=6),
    widths,
    st.lists(st.tuples(st.sampled_from(["reaches", "extent", "at"]), st.integers(0, 30))),
)
def test_rows_are_the_same_in_whatever_order_somebody_looks(
    found: list[Block], cells: int, looks: list[tuple[str, int]]
) -> None:
    page = Page(
        "", "", tuple(Item((block,), "key", gap=n % 2 == 1) for n, block in enumerate(found))
    )
    whole, looked = list(rows(page, cells)), rows(page, cells)
    for look, number in looks:
        if look == "reaches":
            assert looked.reaches(number) == (number < len(whole))
        elif look == "at":
            assert looked[number : number + 3] == whole[number : number + 3]
        elif number < len(found):
            first, end = looked.extent(number)
            assert list(range(first, end)) == [y for y, r in enumerate(whole) if r.item == number]
    assert list(looked) == whole
    assert looked.about == len(looked) == len(whole)


def test_a_text_takes_no_more_rows_than_anybody_scrolls_through() -> None:
    laid = rows(page_of(Block("letters" * 20_000)), 2)
    assert len(laid) == 20_000
    assert row_text(laid[-1]).endswith("…")
    assert len(rows(page_of(Block("a word " * 20_000)), 72)) == 2000
    for text in ("a\n" * 30_000, "\u4eba\n" * 30_000):
        for block in (Block(text), Block(text, indent=2, hang=4)):
            laid = rows(page_of(block), 72)
            assert len(laid) == 20_000
            assert row_text(laid[-1]).strip() == "…"


def test_no_more_is_laid_out_than_somebody_looks_at() -> None:
    seen: list[str] = []

    def marks(text: str) -> tuple[tuple[int, int], ...]:
        seen.append(text)
        return ()

    items = tuple(Item((Block(f"line {n}"),), gap=False) for n in range(500))
    laid = rows(Page("", "", items), 40, marks)
    assert laid.reaches(9)
    assert laid.extent(9) == (9, 10)
    assert laid.about == 500
    assert len(seen) == 10
    assert len(laid) == len(seen) == 500


def test_only_the_text_is_drawn_in_the_style_of_a_block() -> None:
    block = Block("P6", "cited", indent=2, right="our digest")
    (row,) = rows(page_of(block), 30)
    assert [piece[:2] for piece in row.pieces] == [
        ("  ", "text"),
        ("P6", "cited"),
        (" " * 16, "text"),
        ("our digest", "muted"),
    ]


pieces = st.lists(st.builds(Piece, texts, st.sampled_from(STYLES), texts), min_size=1, max_size=6)


@given(pieces, st.integers(1, 100))
def test_a_drawn_row_is_one_row_and_says_where_it_is_cut(found: list[Piece], cells: int) -> None:
    (row,) = rows(page_of(Drawn(tuple(found))), cells)
    asked = sum(width(piece.text) for piece in found)
    assert sum(width(piece.text) for piece in row.pieces) <= cells
    assert not set("\n\t") & set(row_text(row))
    if asked <= cells:
        assert letters(row_text(row)) == letters("".join(piece.text for piece in found))
        assert [piece[1:] for piece in row.pieces] == [piece[1:] for piece in found]
    else:
        assert row_text(row).endswith("…")


@given(st.lists(blocks(), max_size=3), widths, st.integers(0, 5))
def test_a_caption_takes_no_more_rows_than_it_has(
    found: list[Block], cells: int, most: int
) -> None:
    whole = rows(page_of(*found), cells)
    laid = captioned(Item((), below=tuple(found)), cells, most)
    assert len(laid) == min(len(whole), most)
    assert all(sum(width(piece.text) for piece in row.pieces) <= cells for row in laid)
    if 0 < most < len(whole):
        assert row_text(laid[-1]).endswith("…")
