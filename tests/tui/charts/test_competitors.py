"""The table of the actors, and the page of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.statements import points_of
from briefing.text import safe, width
from briefing.tui.presentation.layout import rows
from tests.tui.charts.made import drawn, with_actors
from tests.tui.pages import headings, page, text_of
from tests.tui.reading import SIZES, read

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.tui.presentation.page import Page
    from tests.tui.reading import Reading


def table(found: Page) -> list[str]:
    """The table's rows, with its row of names."""
    names = next(i for i in found.items if i.blocks[0].text.startswith("Actor"))
    at = found.items.index(names)
    return [i.blocks[0].text.rstrip() for i in found.items[at:] if i.blocks[0].pieces]


def actors(found: Page) -> list[str]:
    return [i.key for i in found.items if i.opens]


def test_each_actor_has_its_roles_and_how_much_is_said_of_it(shipped: Brief) -> None:
    found = drawn(shipped, "competitors", 77)
    assert table(found) == [
        "Actor      Roles                       Statements▼ Figures  R  M  C  K  T",
        "Google     rival, supplier, precedent          10        0  0  0  8  0  2",
        "OpenAI     rival                                7        0  0  0  6  0  1",
        "Microsoft  rival, precedent                     7        1  0  0  5  0  1",
        "Nvidia     supplier                             6        1  0  4  0  1  0",
        "Amazon     supplier, precedent                  5        0  0  0  3  0  2",
    ]
    assert "R regions · M motives · C competitors · K risks · T timeline" in text_of(found)
    assert found.items[0].key == "competitors.so_what"
    assert headings(found) == ["ON NO ONE ACTOR"]
    for row, name in zip(table(found)[1:], actors(found), strict=True):
        (actor,) = (a for a in shipped.competitors.entries if a.id == name)
        counts = [int(word) for word in row.split() if word.isdigit()]
        assert counts[0] == len(points_of(shipped, actor)) == sum(counts[1:])


def test_o_goes_through_the_columns_and_numbers_sort_as_numbers(shipped: Brief) -> None:
    columns = drawn(shipped, "competitors").columns
    assert columns == ("Statements", "Figures", *"RMCKT", "Actor", "Roles")
    by_most = ["google", "openai", "microsoft", "nvidia", "amazon"]
    by_name = ["amazon", "google", "microsoft", "nvidia", "openai"]
    assert actors(drawn(shipped, "competitors")) == by_most
    assert actors(drawn(shipped, "competitors", sort="Actor")) == by_name
    assert actors(drawn(shipped, "competitors", sort="Actor", backwards=True)) == by_name[::-1]
    least = drawn(shipped, "competitors", sort="Statements", backwards=True)
    # ten comes after seven, and the two of seven stay in their order
    assert actors(least) == ["amazon", "nvidia", "openai", "microsoft", "google"]
    assert "Statements▲" in table(least)[0]
    assert "Actor▲" in table(drawn(shipped, "competitors", sort="Actor"))[0]


def test_a_wide_name_shifts_no_column(small: Brief) -> None:
    found = drawn(with_actors(small, ["日本磁石工業"]), "competitors", 60)
    assert table(found) == [
        "Actor         Roles            Statements▼ Figures",
        "Northwind     precedent                 1        0",
        "Southgate     rival, supplier           1        0",
        "日本磁石工業  rival                     0        0",
    ]


@pytest.mark.parametrize(
    ("cells", "head"),
    [
        (57, "Actor      Roles                    Statements▼ Figures"),
        (36, "Actor      Roles        Statements▼"),
        (28, "Actor      Roles"),
        (12, "Actor"),
    ],
)
def test_columns_go_from_the_right(shipped: Brief, cells: int, head: str) -> None:
    found = drawn(shipped, "competitors", cells)
    marked = table(found)[0]
    assert marked.replace("▲", " ").rstrip() == head
    assert found.columns[0] == ("Statements" if "Statements" in head else "Actor")
    # sorted by a column that is not there, it is sorted by the first
    assert table(drawn(shipped, "competitors", cells, sort="T"))[0] == marked or cells > 60


@settings(max_examples=40)
@given(
    st.lists(st.text(min_size=1, max_size=30).map(safe), max_size=6),
    st.integers(1, 90),
    st.sampled_from(["", "Actor", "Roles", "Figures"]),
    st.booleans(),
)
def test_any_names_at_any_width_keep_to_their_rows(
    shipped: Brief,
    titles: list[str],
    cells: int,
    sort: str,
    backwards: bool,  # noqa: FBT001 - Hypothesis gives it by its place
) -> None:
    brief = with_actors(shipped, titles)
    found = drawn(brief, "competitors", cells, sort=sort, backwards=backwards)
    assert sorted(actors(found)) == sorted(a.id for a in brief.competitors.entries)
    laid = rows(found, cells)
    for number, each in enumerate(found.items):
        if each.opens:
            (row,) = (row for row in laid if row.item == number)
            assert sum(width(piece.text) for piece in row.pieces) <= max(2, cells)


def test_an_actor_gathers_what_is_said_of_it_by_section(shipped: Brief) -> None:
    opened = page(shipped, "competitors", "google")
    assert headings(opened) == ["COMPETITORS 8", "TIMELINE 2"]
    (google,) = (a for a in shipped.competitors.entries if a.id == "google")
    keys = [i.key for i in opened.items if i.key]
    assert sorted(keys) == sorted(point.id for point in points_of(shipped, google))
    assert opened.detail == "rival, supplier, precedent"


def test_plain_it_is_the_list_with_its_summaries(shipped: Brief) -> None:
    found = drawn(shipped, "competitors", plain=True)
    assert "A main supplier of Anthropic's compute." in text_of(found)
    assert found.columns == ()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_digits_stand_below_each_other_on_the_screen(
    shipped: Brief, size: tuple[int, int]
) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("4", "g", "j", "j")
        seen = [row.rstrip(" ▐") for row in reading.rows("#text")]
        numbers = [row for row in seen if re.search(r"  \d+$", row)]
        assert len(numbers) >= 2
        assert len({width(row) for row in numbers}) == 1

    read(with_actors(shipped, ["日本磁石工業"]), story, size=size)
