"""Any text in ASCII."""

# ruff: noqa: RUF001 - characters that look like others are what this file is about

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export.transliteration import transliterated


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("plain ASCII", "plain ASCII"),
        ("“Japan’s” ‘rules’", "\"Japan's\" 'rules'"),
        ("18–24 months — or more…", "18-24 months -- or more..."),
        ("Åland, Łódź, São Tomé", "Aland, Lodz, Sao Tome"),
        ("Straße, Ærø, Þór", "Strasse, AEro, Thor"),
        ("€5, £6, ¥7", "EUR5, GBP6, JPY7"),
        ("3½ and 10² and CO₂", "3 1/2 and 10^2 and CO2"),
        ("A → B, ≥ 2 × 3", "A -> B, >= 2 x 3"),
        ("a\u00a0b", "a b"),
        ("e\u0301te\u0301", "ete"),
        ("日本", "??"),
        ("👩\u200d👧\ufe0f", "??"),
        ("\uff21\uff11", "A1"),
        ("␛", "?"),
    ],
)
def test_what_becomes_of_a_character(text: str, plain: str) -> None:
    assert transliterated(text) == plain


@given(st.text())
def test_nothing_but_ascii_comes_out_and_ascii_stays(text: str) -> None:
    plain = transliterated(text)
    assert plain.isascii()
    assert transliterated(plain) == plain
