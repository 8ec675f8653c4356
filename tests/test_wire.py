"""The judge of what a terminal was sent: every attack is foreign to it, and what is ours is not."""

from __future__ import annotations

import pytest

from tests.hostile.payloads import CONTROLS, FIXED, SURROGATES, generated, is_steering
from tests.wire import copied, foreign, words

OURS = (
    "\x1b[?1049h\x1b[?25l\x1b[?1004h\x1b[>25u\x1b[?2026$p\x1b[?2048$p\x1b[<u\x1b[H"
    "\x1b[40;120H\x1b[0m\x1b[1;38;2;10;20;30;48;2;255;255;255mwords\x1b[0m\r\n"
    "\x1b]22;text\x1b\\\x1b]11;?\x1b\\\x1b]52;c;dHdvCmxpbmVz\x07"
    "中文 ❤️ 👨‍👩‍👧 می‌خواهم ␛]0;x <U+202E>"
)


@pytest.mark.parametrize("name", FIXED)
def test_every_known_attack_is_foreign(name: str) -> None:
    assert foreign(f"some {FIXED[name]} text".encode(), 120, 40)


def test_so_is_every_other() -> None:
    for payload in generated(1, 3000):
        assert foreign(payload.encode(), 120, 40), ascii(payload)


@pytest.mark.parametrize("text", SURROGATES)
def test_so_is_what_is_no_text(text: str) -> None:
    assert foreign(b"a" + text.encode(errors="surrogatepass"))
    assert foreign(b"a\xff\x9b31m")


def test_an_attack_inside_of_what_is_ours_is_foreign() -> None:
    assert foreign(b"\x1b]52;c;G10yO3gH\x07")  # what is copied
    assert foreign(b"\x1b[41;1H", 120, 40)  # beyond the screen
    assert foreign(b"\x1b[38;2;1;2;3;8m")  # what hides a text
    assert foreign(b"\x1b]22;x\x1b]0;y\x07")
    assert foreign(b"\x1b]52;c;never ended")


def test_what_is_ours_is_not() -> None:
    assert foreign(OURS.encode(), 120, 40) == []
    assert copied(OURS.encode()) == ["two\nlines"]
    assert words(OURS.encode()).startswith("words\r\n中文")


def test_every_character_that_steers_is_among_them() -> None:
    drawn = {character for payload in generated(2, 30_000) for character in payload}
    assert {*map(chr, CONTROLS)} <= drawn
    assert all(map(is_steering, map(chr, CONTROLS)))
    for hidden in "\xad\u034f\u061c\u200b\u200e\u202e\u2028\u2066\u3164\ufeff\ufffb\U000e0041":
        assert is_steering(hidden), ascii(hidden)
