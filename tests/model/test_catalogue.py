from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from briefing.library import open_brief
from briefing.model.catalogue import Listing, listing
from tests.briefs import RISKS, write_brief

if TYPE_CHECKING:
    from pathlib import Path


def listed(folder: Path, **files: str) -> Listing:
    return listing(open_brief(write_brief(folder, **files)), "key")


def test_a_brief_is_told_in_a_row(tmp_path: Path) -> None:
    told = listed(tmp_path / "mill")
    assert (told.key, told.title) == ("key", "Northwind plans a mill in Arland")
    assert (told.subject, told.as_of) == ("Northwind", "2031-05-04")
    assert date.fromordinal(told.as_of_day) == date(2031, 5, 4)
    assert (told.risks, told.top_risk) == (1, "RK1 likely, high")
    assert (told.errors, told.warnings, told.problem) == (0, 0, "")


def test_risks_are_ranked_by_impact_then_likelihood(tmp_path: Path) -> None:
    ranks = [
        listed(
            tmp_path / f"{impact} {likelihood}",
            risks=RISKS.replace("likely", likelihood).replace("high", impact),
        ).top_rank
        for impact, likelihood in [("low", "likely"), ("high", "unlikely"), ("high", "likely")]
    ]
    assert ranks == sorted(set(ranks))
    assert listed(tmp_path / "none", risks="so_what: Nothing.\n").top_rank == 0


def test_a_day_that_is_not_known_is_none(tmp_path: Path) -> None:
    (folder := tmp_path / "b").mkdir()
    (folder / "brief.yaml").write_text('{format: 1, title: T, subject: S, as_of: "2031/.."}')
    told = listing(open_brief(folder))
    assert (told.as_of, date.fromordinal(told.as_of_day)) == ("2031/..", date(2031, 1, 1))
    (folder / "brief.yaml").write_text("{format: 1, title: T, subject: S}")
    told = listing(open_brief(folder))
    assert (told.as_of, told.as_of_day, told.source_day, told.top_risk) == ("", 0, 0, "")


def test_what_does_not_load_is_told_with_its_first_error(tmp_path: Path) -> None:
    told = listed(tmp_path / "mill", brief="title: [\n")
    assert told.title == "mill"
    assert told.errors
    assert told.problem.startswith("brief.yaml:")
    told = listed(tmp_path / "port", risks=RISKS + "colour: red\n")
    assert told.problem.startswith("risks.yaml:18:1: unknown key 'colour'")
    assert told.title == "Northwind plans a mill in Arland"


def test_a_row_comes_back_from_msgpack(tmp_path: Path) -> None:
    told = listed(tmp_path / "mill")
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(told), type=Listing) == told
