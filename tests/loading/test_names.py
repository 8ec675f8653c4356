"""Names, which stand beside every statement: how much of one is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.export import as_ndjson
from tests.briefs import BRIEF, REGIONS
from tests.loading.helpers import loaded

if TYPE_CHECKING:
    from pathlib import Path

LONG = "Northwind " * 45_000


def test_of_a_very_long_name_the_start_is_read_and_the_rest_is_a_problem(tmp_path: Path) -> None:
    brief = loaded(
        tmp_path,
        brief=BRIEF.replace("title: ", f"title: {LONG}").replace("subject: ", f"subject: {LONG}"),
        regions=REGIONS.replace("title: ", f"title: {LONG}").replace("place: ", f"place: {LONG}"),
    )
    (arland,) = brief.regions.entries
    names = (brief.header.title, brief.header.subject, arland.title, arland.place)
    assert {len(name) for name in names} == {1000}
    assert [p.message for p in brief.problems] == [
        "more than 1,000 characters; the rest is left out"
    ] * 4
    assert not brief.broken
    assert sum(map(len, as_ndjson(brief))) < 100_000


def test_a_name_that_is_cut_within_a_family_joins_nothing_that_comes_behind_it(
    tmp_path: Path,
) -> None:
    title = f"{'a' * 998}\U0001f469\u200d\U0001f680"
    brief = loaded(tmp_path, brief=BRIEF.replace("Northwind plans a mill in Arland", title))
    assert brief.header.title == f"{'a' * 998}\U0001f469<U+200D>"
