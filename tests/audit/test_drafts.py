"""What is still to be written is named, wherever in a brief it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.library import audit_of
from briefing.loading import load
from briefing.model.drafts import DRAFT
from tests.briefs import FILES, write_brief

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("brief", "title: Northwind plans a mill in Arland", "the title"),
        ("regions", "so_what: The mill binds Northwind to one valley.", "the so_what"),
        ("outlook", "so_what: Watch the permits.", "the so_what"),
        ("outlook", "up: A permit.", "the up"),
        ("risks", "cause: No site is named.", "the cause"),
        ("risks", "text: A mill would cost over $20 million.", "the text (P2.2)"),
    ],
)
def test_a_draft_is_named_by_its_field(tmp_path: Path, name: str, text: str, told: str) -> None:
    draft = f"{text.partition(' ')[0]} {DRAFT}"
    assert text in FILES[name]
    brief = load(write_brief(tmp_path / "mill", **{name: FILES[name].replace(text, draft, 1)}))
    drafts = [problem.message for problem in audit_of(brief).problems if problem.code == "draft"]
    assert drafts == [f"{told} is still to be written"]
