# ruff: noqa: RUF001 - foreign letters are what is tested
from __future__ import annotations

import json
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.text import (
    _wrap,
    cut,
    disarmed,
    escaped,
    fit,
    on_one_line,
    safe,
    width,
    wrap,
    wrapped,
)
from tests.hostile.payloads import FIXED, MARKUP, SURROGATES, generated
from tests.wire import foreign

# Text that is likelier than chance to hold what is hard: marks, wide letters, joiners, controls.
HARD = st.text(
    st.sampled_from(
        "ab \n\té\u0301\u0489\u200d\u200c\ufe0f\xa0\u3000中文Ａ한❤👨👩1️⃣🇩🇪أ\x1b\u202e\x9b"
    )
    | st.characters(),
    max_size=60,
) | st.text("a字❤ \u200d\ufe0f\u0301", max_size=8)  # joiners with nothing to join, again and again
SAFE = HARD.map(safe)
CELLS = st.integers(1, 40)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\tb\nc", "a\tb\nc"),
        ("\x00\x1b\x7f", "␀␛␡"),
        (
            "\x9b\u202e\u200b\ufeff\U000e0041\ud800",
            "<U+009B><U+202E><U+200B><U+FEFF><U+E0041><U+D800>",
        ),
        ("e" + "\u0301" * 9 + "x", "e" + "\u0301" * 4 + "x"),
        ("a" + "\u200c" * 9 + "b", "a" + "\u200c" * 4 + "b"),
        ("a\u200db", "a<U+200D>b"),
        ("x\u200dH\u200dI\u200dD", "x<U+200D>H<U+200D>I<U+200D>D"),
        ("e\u0301\u200d\u0301\u200d", "e\u0301<U+200D>\u0301<U+200D>"),
        ("\u200d字 👩\u200d", "<U+200D>字 👩<U+200D>"),
        ("👩\u200d" * 6 + "!", "👩" + "\u200d👩" * 4 + "<U+200D>👩<U+200D>!"),
        ("👩🏽\u200d❤️\u200d💋\u200d👩🏾 🏳️\u200d🌈", "👩🏽\u200d❤️\u200d💋\u200d👩🏾 🏳️\u200d🌈"),
        ("क्\u200dष र\u200d्य श्\u200d", "क्\u200dष र\u200d्य श्\u200d"),
        ("क्\u200dH क\u200dष", "क्<U+200D>H क<U+200D>ष"),
        ("क" + "ा" * 19, "क" + "ा" * 8),
        ("\u1112" + "\u1161" * 19, "\u1112" + "\u1161" * 8),
        ("မျှော်လင့်ချက် မျှော့", "မျှော်လင့်ချက် မျှော့"),
        ("གྷྲ ཧཱུྃ ཏྲྱཻཾ", "གྷྲ ཧཱུྃ ཏྲྱཻཾ"),
        ("ខ្ញុំ ភាសា தமிழ் മലയാളം বাংলা", "ខ្ញុំ ភាសា தமிழ் മലയാളം বাংলা"),
        ("👍" + "🏽" * 9, "👍" + "🏽" * 4),
        ("\ufff9a\U0001d173\U000e01ef", "<U+FFF9>a<U+1D173><U+E01EF>"),
        ("👨\u200d👩\u200d👧 🇩🇪 1️⃣", "👨\u200d👩\u200d👧 🇩🇪 1️⃣"),
        ("हिन्दी עִבְרִית العَرَبِيَّة می\u200cخواهم", "हिन्दी עִבְרִית العَرَبِيَّة می\u200cخواهم"),
    ],
)
def test_safe_shows_what_terminals_obey_or_hide(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(HARD)
def test_safe_text_is_safe_and_stays_as_it_is(text: str) -> None:
    shown = safe(text)
    assert safe(shown) == shown
    for character in shown:
        assert character in "\n\t" or unicodedata.category(character) not in {
            "Cc",
            "Cs",
            "Zl",
            "Zp",
        }
    shown.encode()


ATTACKS = [*FIXED.values(), *MARKUP, *SURROGATES, *generated(3, 3000)]


def test_no_attack_is_left_in_safe_text() -> None:
    for attack in ATTACKS:
        assert foreign(on_one_line(attack).encode()) == []
        assert foreign(safe(f"{attack}{attack}").replace("\n", "").replace("\t", "").encode()) == []
        assert safe(safe(attack)) == safe(attack)


def test_what_is_measured_keeps_its_cells_without_them() -> None:
    for attack in ATTACKS:
        text = attack.replace("\n", " ").replace("\t", " ")
        assert foreign(disarmed(text).encode()) == []
        assert cell_len(disarmed(text)) == cell_len(text)


def test_json_says_the_same_and_is_plain_to_a_terminal() -> None:
    for attack in ATTACKS:
        document = json.dumps({attack: attack}, ensure_ascii=False)
        assert json.loads(escaped(document)) == {attack: attack}
        assert foreign(escaped(document).encode()) == []
        assert safe(escaped(document)) == escaped(document)
    plain = '{"a": "中文 ❤️ 👨‍👩‍👧 é"}'
    assert escaped(plain) == plain


@given(HARD)
def test_a_line_is_safe_and_one_line(text: str) -> None:
    line = on_one_line(text)
    assert line == on_one_line(line) == safe(line)
    assert "\t" not in line
    assert len(line.splitlines()) <= 1
    assert on_one_line("a\tb\n\x1b") == "a␉b␊␛"


@given(SAFE, CELLS)
def test_every_line_fits(text: str, cells: int) -> None:
    for start, end in wrap(text, cells):
        assert width(text[start:end]) <= max(cells, 2)


@pytest.mark.parametrize(
    "text", ["\u200d\u200d字a", "\u200d\u200da字", "\u200d字字a", "a \u200d\u200d字"]
)
@pytest.mark.parametrize("cells", [2, 3])
def test_a_joiner_that_joins_nothing_takes_no_room_from_others(text: str, cells: int) -> None:
    assert all(width(text[start:end]) <= cells for start, end in wrap(text, cells))
    assert width(cut(text, cells)) <= cells


@given(st.text("ab \n\t", max_size=60), CELLS)
def test_plain_text_wraps_as_all_other_text(text: str, cells: int) -> None:
    assert wrap(text, cells) == (list(_wrap(text, max(cells, 2))) or [(0, 0)])


@given(SAFE, CELLS)
def test_wrapping_loses_nothing_but_white_space_and_keeps_the_order(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    at = 0
    for start, end in lines:
        assert at <= start <= end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@given(SAFE, CELLS)
def test_lines_begin_and_end_with_text(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert lines
    for start, end in lines if text.strip() else ():
        assert start < end


@given(SAFE, st.integers(2, 40))
def test_a_line_is_as_full_as_it_can_be(text: str, cells: int) -> None:
    words = text.split(" ")
    if all(word.isascii() and word.isalnum() and len(word) <= cells for word in words):
        lines = wrapped(text, cells)
        for line, after in pairwise(lines):
            assert len(line) + 1 + len(after.split(" ")[0]) > cells


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("", 10, [""]),
        ("   ", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one\ntwo", 20, ["one", "two"]),
        ("one\n\n\ntwo", 20, ["one", "two"]),
        ("a\tb", 20, ["a b"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("ab cdefghij k", 4, ["ab", "cdef", "ghij", "k"]),
        ("中文字符测试 test", 10, ["中文字符测", "试 test"]),
        ("don’t — stop", 7, ["don’t —", "stop"]),
        ("10\xa0km far", 6, ["10\xa0km", "far"]),
        ("a\u3000b", 3, ["a", "b"]),
        ("中", 1, ["中"]),
        ("👨\u200d👩\u200d👧👨\u200d👩\u200d👧", 2, ["👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("Ελλάδα Ω", 6, ["Ελλάδα", "Ω"]),
    ],
)
def test_lines_break_where_people_expect(text: str, cells: int, lines: list[str]) -> None:
    assert wrapped(text, cells) == lines


@given(SAFE, st.integers(0, 40))
def test_fit_takes_exactly_its_cells(text: str, cells: int) -> None:
    assert width(fit(text, cells)) == cells


@given(SAFE, st.integers(0, 40))
def test_cut_keeps_the_beginning_and_says_when_it_lost_something(text: str, cells: int) -> None:
    short = cut(text, cells)
    assert width(short) <= cells
    assert short == text or not short or (short.endswith("…") and text.startswith(short[:-1]))


def test_wide_and_combining_characters_have_their_widths() -> None:
    assert width("abc") == 3
    assert width("中文") == 4
    assert width("e\u0301") == 1
    assert width("é\t\n") == 3
    assert fit("中文", 3) == "中…"
    assert fit("中文x", 4) == "中… "
    assert cut("ab cd", 4) == "ab…"


@pytest.mark.parametrize("character", ["a", "é", "中", "\u200d", "👩\u200d", "e\u0301", "❤\ufe0f"])
def test_a_very_long_word_is_no_trouble(character: str) -> None:
    text = character * (300_000 // len(character))
    lines = wrap(text, 78)
    assert lines[0][0] == 0
    assert lines[-1][1] == len(text)
    assert width(cut(text, 78)) <= 78
