"""Any text, at any width: lines that fit, end in no blank and hold nothing a terminal obeys."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export import plain
from briefing.export.layout import BLANK, Chapter, Layout, Passage
from briefing.text import width
from tests.export.made import briefs, texts

if TYPE_CHECKING:
    from briefing.model.brief import Brief

DEPTHS = st.sampled_from(["default", "full"])
WIDE = Layout(72, ascii=False)


def check(text: str, columns: int) -> None:
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    for line in text.removesuffix("\n").split("\n"):
        assert width(line) <= columns, repr(line)
        assert line == line.rstrip()
        assert not [c for c in line if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]


@given(brief=briefs(), columns=st.integers(20, 200), depth=DEPTHS)
def test_no_text_breaks_the_page(brief: Brief, columns: int, depth: str) -> None:
    check(plain(brief, full=depth == "full", width=columns), columns)


@given(brief=briefs(), columns=st.integers(20, 200), depth=DEPTHS)
def test_ascii_means_ascii(brief: Brief, columns: int, depth: str) -> None:
    text = plain(brief, full=depth == "full", width=columns, ascii=True)
    assert text.isascii()
    check(text, columns)


passages = st.builds(Passage, texts, texts, st.integers(0, 6), tail=texts, hang=st.integers(0, 2))


@given(passage=passages, columns=st.integers(20, 200))
def test_no_passage_breaks_the_page(passage: Passage, columns: int) -> None:
    for line in Layout(columns, ascii=False).lines([passage]):
        assert width(line) <= columns
        assert line == line.rstrip()
        assert "\n" not in line


def test_unsafe_text_is_made_safe_before_it_is_measured() -> None:
    (line,) = WIDE.lines([Passage("\x1b[2J\u202e")])
    assert line == "␛[2J<U+202E>"


@pytest.mark.parametrize(
    ("passage", "lines"),
    [
        (Passage("one two three four"), ["one two three four"]),
        (BLANK, [""]),
        (Passage("one two three four five", "- "), ["- one two three four", "  five"]),
        (Passage("one two three four five", indent=2), ["  one two three four", "  five"]),
        (Passage("one two three four five six", hang=2), ["one two three four", "  five six"]),
        (Passage("one two three", tail="[C04]"), ["one two three [C04]"]),
        (Passage("one two three", tail="[C04 P6.3]"), ["one two three", "[C04 P6.3]"]),
        (Passage("", "- ", tail="[C04]"), ["- [C04]"]),
        (Passage("one", "Publisher: "), ["Publisher: one"]),
        (Passage("one\n\ntwo   three"), ["one two three"]),
        (Passage("one two three 18\u00a0months"), ["one two three", "18\u00a0months"]),
    ],
)
def test_how_a_passage_is_set(passage: Passage, lines: list[str]) -> None:
    assert list(Layout(20, ascii=False).lines([passage])) == lines


def test_a_page_is_a_title_a_block_and_chapters() -> None:
    page = WIDE.page("Ferries", [Passage("block")], [Chapter("Risks", (Passage("one"),))])
    assert page == "Ferries\n=======\nblock\n\nRISKS\n-----\none\n"


def test_a_long_title_is_underlined_as_far_as_its_longest_line() -> None:
    page = Layout(20, ascii=False).page("Ferries to the islands", (), ())
    assert page == "Ferries to the\nislands\n==============\n"
