"""Statements come back from their bytes as they went in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.library import open_brief
from briefing.model.anchors import Anchor
from briefing.model.dates import Date
from briefing.model.points import Event
from briefing.model.statements import Statement, statements
from briefing.search.packing import pack, unpack
from tests.briefs import TRAM
from tests.search.samples import northwind

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", [None, TRAM], ids=["shipped", "tram"])
def test_every_statement_of_a_brief(path: Path | None) -> None:
    for statement in statements(open_brief(path)):
        back = unpack(pack(statement, "a/b", "Title", "2027"))
        assert back == (statement, "a/b", "Title", "2027")
        assert type(back.statement.part) is type(statement.part)


def test_every_kind_of_statement() -> None:
    for statement in northwind():
        assert unpack(pack(statement, "", "")).statement == statement


def test_a_date_knows_its_bounds_again() -> None:
    when = Date("[2027-10..2028-03]")
    event = Event(
        id="T1", text="It opens.", at=(Anchor("P1"),), when=when, label="late", status="rule"
    )
    back = unpack(pack(Statement("timeline", "T1", event.text, (), "", event), "", "")).statement
    assert isinstance(back.part, Event)
    assert back.part.when is not None
    assert back.part.when.span == when.span
