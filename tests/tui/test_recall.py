"""What is remembered of a brief, and what changed since it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.library import open_brief
from briefing.state import Memory
from briefing.tui.places import Place
from briefing.tui.recall import Recall, Start, news
from tests.briefs import FILES, write_brief

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief


@pytest.fixture
def memory() -> Memory:
    return Memory.open(None)


def opened(folder: Path, memory: Memory, **files: str) -> tuple[Brief, Recall]:
    """The next session, with other files."""
    brief = open_brief(write_brief(folder, **files))
    recall = Recall(memory, brief)
    recall.compare(brief)
    return brief, recall


def ids(recall: Recall) -> list[str]:
    return [change.id for change in recall.changes]


REGIONS = FILES["regions"].replace("No site is named.,", "A site is named.,")
RISKS = FILES["risks"].replace("likelihood: likely", "likelihood: unlikely")


def test_the_first_opening_is_what_later_ones_are_compared_with(
    tmp_path: Path, memory: Memory
) -> None:
    _, recall = opened(tmp_path, memory)
    assert recall.changes == []
    recall.keep(Start())
    _, recall = opened(tmp_path, memory, regions=REGIONS)
    assert ids(recall) == ["R2"]
    assert recall.signs()["regions"] == "*"
    assert recall.signs()["risks"] == ""


def test_a_change_stays_new_until_its_section_was_read(tmp_path: Path, memory: Memory) -> None:
    opened(tmp_path, memory)[1].keep(Start())
    _, recall = opened(tmp_path, memory, regions=REGIONS, risks=RISKS)
    assert ids(recall) == ["R2", "RK1"]
    recall.keep(Start())
    _, recall = opened(tmp_path, memory, regions=REGIONS, risks=RISKS)
    assert recall.end_seen("regions")
    assert not recall.end_seen("regions")
    assert ids(recall) == ["R2", "RK1"]  # to the end of the session
    assert recall.signs()["regions"] == "✓"
    assert recall.signs()["risks"] == "*"
    recall.keep(Start())
    _, recall = opened(tmp_path, memory, regions=REGIONS, risks=RISKS)
    assert ids(recall) == ["RK1"]
    assert recall.signs()["regions"] == "✓"


def test_an_end_seen_before_the_comparison_counts(tmp_path: Path, memory: Memory) -> None:
    opened(tmp_path, memory)[1].keep(Start())
    brief = open_brief(write_brief(tmp_path, regions=REGIONS))
    recall = Recall(memory, brief)
    assert recall.end_seen("regions")
    recall.compare(brief)
    assert ids(recall) == ["R2"]
    assert recall.signs()["regions"] == "✓"
    recall.keep(Start())
    assert ids(opened(tmp_path, memory, regions=REGIONS)[1]) == []


def test_a_new_version_while_one_reads_is_compared_with_what_was_read(
    tmp_path: Path, memory: Memory
) -> None:
    _, recall = opened(tmp_path, memory)
    recall.end_seen("regions")
    recall.compare(open_brief(write_brief(tmp_path, regions=REGIONS)))
    assert ids(recall) == ["R2"]
    assert recall.signs()["regions"] == "*"


def test_read_and_unread_by_hand(tmp_path: Path, memory: Memory) -> None:
    brief, recall = opened(tmp_path, memory)
    assert recall.toggle(brief, "risks")
    recall.keep(Start())
    brief, recall = opened(tmp_path, memory)
    assert recall.signs()["risks"] == "✓"
    assert not recall.toggle(brief, "risks")
    recall.keep(Start())
    brief, recall = opened(tmp_path, memory, risks=RISKS)
    assert recall.signs()["risks"] == "*"
    assert recall.toggle(brief, "risks")  # what changed was read
    recall.keep(Start())
    assert ids(opened(tmp_path, memory, risks=RISKS)[1]) == []


def test_a_broken_section_is_neither_read_nor_changed(tmp_path: Path, memory: Memory) -> None:
    opened(tmp_path, memory)[1].keep(Start())
    _, recall = opened(tmp_path, memory, risks="entries: [", regions=REGIONS)
    assert not recall.end_seen("risks")
    assert ids(recall) == ["R2"]
    recall.keep(Start())
    assert ids(opened(tmp_path, memory, risks=RISKS)[1]) == ["RK1"]


def test_a_baseline_of_another_form_is_begun_anew(tmp_path: Path, memory: Memory) -> None:
    opened(tmp_path, memory)[1].keep(Start())
    key = str(tmp_path.resolve())
    for told in ("no JSON", "[2, {}]", "[1, 3]"):
        seen = {
            name: each._replace(told=told, read=True) for name, each in memory.seen(key).items()
        }
        memory.keep_seen(key, seen)
        _, recall = opened(tmp_path, memory, regions=REGIONS)
        assert recall.changes == []
        assert recall.signs()["regions"] == "✓"
        recall.keep(Start())
        assert ids(opened(tmp_path, memory)[1]) == ["R2"]


@pytest.mark.parametrize(
    "place",
    [
        Place("risks"),
        Place("risks", "RK1", "R2"),
        Place("regions", "arland", "R1", "P1.1 P1.1"),
        Place("timeline", item="T2"),
        Place("source", "P2.1"),
        Place("outlook", "J1", view="why"),
        Place(view="audit"),
        Place(view="changed", item="regions R1"),
    ],
)
def test_the_place_is_where_it_was(tmp_path: Path, memory: Memory, place: Place) -> None:
    brief, recall = opened(tmp_path, memory)
    if place.cited:
        from briefing.tui.actions.grounds import citations

        place = citations(brief, place)[0]
    recall.keep(Start(place, 3, (80, 20)))
    assert Recall(memory, brief).resumed(brief) == Start(place, 3, (80, 20))


@pytest.mark.parametrize(
    "place",
    [
        Place("regions", "nowhere", "R9"),
        Place("regions", "arland", "R1", "P9.9"),
        Place("source", "P9.1"),
        Place("outlook", "J9", view="why"),
        Place("timeline", view="assumed"),
    ],
)
def test_a_place_that_is_gone_is_its_section(tmp_path: Path, memory: Memory, place: Place) -> None:
    brief, recall = opened(tmp_path, memory)
    recall.keep(Start(place))
    assert Recall(memory, brief).resumed(brief) == Start(Place(place.section))


@pytest.mark.parametrize("text", ["", "risks", "x\t\t\t\t\t0\t0\t0", "risks\t\t\t\tx\t0\t0\t0"])
def test_a_place_that_makes_no_sense_is_the_beginning(
    tmp_path: Path, memory: Memory, text: str
) -> None:
    memory.keep_place(str(tmp_path.resolve()), text)
    brief, recall = opened(tmp_path, memory)
    assert recall.resumed(brief) == Start()


def test_the_news_says_how_much_and_since_when(tmp_path: Path, memory: Memory) -> None:
    _, recall = opened(tmp_path, memory)
    assert news(recall.changes, recall.since, "c") == ""
    recall.keep(Start())
    _, recall = opened(tmp_path, memory, regions=REGIONS)
    since = dict.fromkeys(recall.since, "2031-05-04")
    assert (
        news(recall.changes, since, "c") == "1 change since 2031-05-04: c shows them, * marks them."
    )
