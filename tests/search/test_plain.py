"""Text as search reads it, and the way back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.search.plain import plain
from briefing.search.words import forms_analyzer, stem, stems_analyzer, words
from briefing.text import safe

TRICKY = st.lists(
    st.one_of(
        st.text(st.characters(), max_size=4),
        st.sampled_from(
            ["<U+200B>", "<U+12>", "'s", "\u2019S", "U.S.", "1,000", "\u0301", "e\u0301", "\ud800", "\u200d",
             "\u30c7\u30fc\u30bf", "\ud55c\uad6d\uc5b4", "\u0e20\u0e32\u0e29\u0e32", "\ufb03", "\u00df", "\u1e9e", "\u0130", "\u00bd", "\u2122", "\U0001d518",
             "chips", "GPUs", "Chip supply", " ", "-", "."]
        ),
    )
).map("".join)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Café NAÏVE Łódź straße", ["cafe", "naive", "lodz", "strasse"]),
        ("e\u0301te\u0301", ["ete"]),
        ("\u039f\u0394\u039f\u03a3 \u03bf\u03b4\u03cc\u03c2", ["\u03bf\u03b4\u03bf\u03c3"] * 2),
        (
            "Arland's U.S. site, $1,500; e.g. 1,50",
            ["arland", "us", "site", "1500", "eg", "1", "50"],
        ),
        ("GPUs, LLMs and GPUs' As IDs", ["gpu", "llm", "and", "gpu", "as", "id"]),
        ("O'Brien can't", ["o", "brien", "can", "t"]),
        ("in<U+200B>vi<U+00AD>sible in\u200bvi\u00adsible", ["invisible"] * 2),
        ("AI\u30c7\u30fc\u30bf", ["ai", "\u30c7", "\u30fc", "\u30bf"]),
        ("\ud55c\uad6d", ["\ud55c", "\uad6d"]),
        ("\u304c \u304b\u3099", ["\u304c", "\u304c"]),
        ("\ufb03x Claude\u2122 note\u00b2 \u00bd", ["ffix", "claude", "note"]),
        ("a\ud800b \0 \u2028", ["a", "b"]),
        ("", []),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    assert [word.form for word in words(text)] == expected


@pytest.mark.parametrize(
    ("text", "number", "piece"),
    [
        ("the Café's door", 1, "Café"),
        ("the e\u0301te\u0301 ", 1, "e\u0301te\u0301"),
        ("in the U.S.", 2, "U.S"),
        ("an in<U+200B>visible one", 1, "in<U+200B>visible"),
        ("for $1,500", 1, "1,500"),
        ("a\ufb03x b", 0, "a\ufb03x"),
        ("\u65e5\u672c", 1, "\u672c"),
    ],
)
def test_words_know_where_they_stood(text: str, number: int, piece: str) -> None:
    word = words(text)[number]
    assert text[word.start : word.end] == piece


@given(TRICKY)
def test_offsets_lead_back_into_any_text(text: str) -> None:
    simple = plain(text)
    assert len(simple.text) == len(simple.starts) == len(simple.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(*simple[1:], strict=True))
    assert list(simple.starts) == sorted(simple.starts)
    simple.text.encode()  # the engine takes no surrogates


@given(TRICKY)
def test_shown_invisible_characters_hide_no_word(text: str) -> None:
    shown = safe(text.replace("<", ""))
    hidden = re.sub(r"<U\+[0-9A-F]{4,6}>", "", shown)
    # what plain() drops besides
    if not any(mark in shown for mark in "',.\u2019") and not re.search("[A-Z]s", hidden):
        assert [w.form for w in words(shown)] == [w.form for w in words(hidden)]


@given(TRICKY)
def test_words_are_in_order_and_in_range(text: str) -> None:
    at = 0
    for word in words(text):
        assert at <= word.start < word.end <= len(text)
        at = word.start


@given(TRICKY)
def test_the_stems_are_those_of_the_index(text: str) -> None:
    assert [word.stem for word in words(text)] == stems_analyzer().analyze(plain(text).text)
    assert [word.form for word in words(text)] == forms_analyzer().analyze(plain(text).text)


def test_forms_of_a_word_have_one_stem() -> None:
    assert stem("facilities") == stem("facility")
    assert stem("advertised") == stem("advertising")
