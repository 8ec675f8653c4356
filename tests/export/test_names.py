"""File names made of titles."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export import file_name
from tests.export.samples import HEADER, ferry


def named(title: str, suffix: str = ".txt", slug: str = "ferries") -> str:
    return file_name(ferry(header=msgspec.structs.replace(HEADER, title=title), slug=slug), suffix)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ferry line to the Åland islands", "ferry-line-to-the-aland-islands.txt"),
        ("Japan\u2019s rules & the U.S.", "japans-rules-the-u-s.txt"),
        ("Straße nach Łódź", "strasse-nach-lodz.txt"),
        ("../../etc/passwd", "etc-passwd.txt"),
        ("C:\\Windows\\win.ini", "c-windows-win-ini.txt"),
        (".hidden", "hidden.txt"),
        ("-rf", "rf.txt"),
        ("a\0b\nc\x1b[2J", "a-b-c-2j.txt"),
        ("CON", "con-brief.txt"),
        ("com¹", "com-1.txt"),
        ("COM1", "com1-brief.txt"),
        ("...", "ferries.txt"),
        ("日本", "ferries.txt"),
        ("", "ferries.txt"),
        ("x" * 300, "x" * 56 + ".txt"),
        ("word " * 20, "word-" * 10 + "word.txt"),
    ],
)
def test_a_title_makes_a_name(title: str, name: str) -> None:
    assert named(title) == name


def test_where_neither_title_nor_folder_has_letters() -> None:
    assert named("…", slug="日本") == "brief.txt"


@pytest.mark.parametrize(
    ("suffix", "name"),
    [("txt", "one.txt"), (".json", "one.json"), ("", "one"), ("/../x", "one.x")],
)
def test_the_suffix_may_have_its_dot_or_not(suffix: str, name: str) -> None:
    assert named("One", suffix) == name


@given(title=st.text(max_size=100), slug=st.text(max_size=20))
def test_whatever_the_title_the_name_is_safe(title: str, slug: str) -> None:
    name = named(title, ".txt", slug)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.txt", name)
    assert len(name) <= 60
    folder = Path("/exports")
    assert (folder / name).parent == folder
    assert name[:-4] not in {"con", "prn", "aux", "nul"}
