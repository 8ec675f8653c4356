"""What is found."""

from __future__ import annotations

import pytest

from briefing.model.sections import SECTION_NAMES
from briefing.search import Index
from tests.search.samples import found, index, northwind, point


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("facility ", {"M1"}),  # stems
        ("customer ", {"K1"}),
        ("ADVERTISE ", {"R1", "R2"}),
        ("ubersee ", {"R1"}),  # accents
        ("u\u0308bersee ", {"R1"}),
        ("\uff35\uff22\uff25\uff32\uff33\uff25\uff25 ", {"R1"}),
        ("us ", {"R3"}),  # dots of abbreviations
        ("u.s. ", {"R3"}),
        ("1500 ", {"R2"}),  # commas of thousands
        ("1,500 ", {"R2"}),
        ("arland ", {"R1", "R2"}),  # the possessive
        ("Arland\u2019s ", {"R1", "R2"}),
        ("infrastruct", {"M1", "C4"}),  # while it is typed
        ("infrastruct ", set()),
        ("expansion add", {"M2"}),
        ("chip supply ", {"M2", "M3", "J1"}),  # every word, in any order
        ("supply chip ", {"M2", "M3", "J1"}),
        ("chip customers ", set()),
        ('"chip supply"', {"M2", "J1"}),  # phrases
        ('"chips supplied"', {"M2", "J1"}),
        ('"supply chip"', set()),
        ('"chip supp', {"M2", "J1"}),  # not closed yet, and being typed
        ('"chip supp"', set()),
        ('"chip', {"bottom_line", "M2", "M3", "J1"}),
        ("\u201cchip supply\u201d", {"M2", "J1"}),
        ("power-hungry", {"R2"}),
        ("hungry-power", set()),
        ("power-hung", {"R2"}),
        ("18-24", {"M1"}),
        ("\u30c7\u30fc\u30bf", {"R3"}),  # parts of what is written without spaces
        ("\u65e5\u672c ", {"R3"}),
        ("\u672c\u65e5", set()),
        ("infrastructure ", {"M1", "C4"}),  # invisible characters inside
        ("infra\u200bstructure ", {"M1", "C4"}),
        ("infra<U+200B>structure ", {"M1", "C4"}),
        ("permits ", {"RK1"}),  # only in the rest of its words
        ("mill -late ", {"southgate", "J1"}),  # exclusions
        ('mill -"opens late"', {"southgate", "J1"}),
        ("chip in:motives ", {"M2", "M3"}),  # sections
        ("chip IN:Motives", {"M2", "M3"}),
        ("chip in:o", {"bottom_line", "J1"}),
        ("chip in:motives in:outlook ", {"M2", "M3", "J1"}),
        ("chip -in:motives ", {"bottom_line", "J1"}),
        ("in:risks", {"K1", "RK1"}),
        ("in:risks -customers", {"RK1"}),
        ("in:nowhere", set()),
        ("southgate ", {"southgate", "C4", "C5", "J1"}),
        ("C4", {"C4"}),  # ids and anchors
        ("c4 ", {"C4"}),
        ("M1", {"M1", "bottom_line", "J1"}),
        ("J1", {"J1", "W1"}),
        ("R1", {"R1", "X1"}),
        ("P6.3", {"C4", "P6"}),
        ("P6", {"P6", "C4", "C5"}),
        ("(P6.3)", {"C4", "P6"}),
        ("P9.2", {"RK1"}),
        ("P9", {"RK1"}),
        ("P6 in:competitors", {"C4", "C5"}),
        ("P6 -C4", {"P6", "C5"}),
        ("bottom_line", {"bottom_line"}),
        ("regions.so_what", {"regions.so_what"}),
    ],
)
def test_a_query_finds(query: str, expected: set[str]) -> None:
    assert set(found(query)) == expected


@pytest.mark.parametrize("query", ["", " ", "\n", '"', '""', "-", "--", "?!", "in:", "-in:", "\0"])
def test_nothing_asked_nothing_found(query: str) -> None:
    results = index().search(query)
    assert (results.hits, results.counts, results.total) == ((), {}, 0)


def test_only_exclusions_leave_the_others_in_reading_order() -> None:
    everything = [statement.id for statement in northwind()]
    assert found("-southgate -in:outlook") == [
        name
        for name in everything
        if name not in {"southgate", "C4", "C5", "J1", "X1", "W1"}
    ]  # fmt: skip


def test_counts_are_of_all_matches_by_section_in_order() -> None:
    results = index().search("-zzz", limit=3)
    assert len(results.hits) == 3
    assert results.total == len(northwind())
    assert results.counts == {
        "overview": 1, "regions": 4, "motives": 3, "competitors": 3, "risks": 2, "outlook": 3,
        "source": 1,
    }  # fmt: skip
    assert list(results.counts) == [name for name in SECTION_NAMES if name in results.counts]


@pytest.mark.parametrize("limit", [0, -1, 2**80])
def test_any_limit_will_do(limit: int) -> None:
    results = index().search("chip", limit=limit)
    assert results.total == 4
    assert len(results.hits) == (4 if limit > 0 else 0)


def test_an_index_of_nothing_finds_nothing() -> None:
    for query in ("", "chip", "-chip", '"a b"', "in:risks", "P6"):
        assert Index.of(()).search(query).total == 0


def test_an_index_takes_an_iterator_and_any_text() -> None:
    texts = ("", "\ud800 lone", "nul \0 nul", "x" * 70_000, "\u0301")
    statements = (point(f"R{number}", text, "P1.1", text) for number, text in enumerate(texts))
    found = Index.of(statements)
    assert found.search("lone ").total == 1
    assert found.search("nul ").total == 1
    assert found.search("-lone").total == 4


def test_a_phrase_does_not_reach_from_one_text_into_the_next() -> None:
    index = Index.of([point("R1", "A mill.", "P1.1", "Permits are slow.", "Land is dear.")])
    assert index.search('"slow land"').total == 0
    assert index.search('"land is"').total == 1
