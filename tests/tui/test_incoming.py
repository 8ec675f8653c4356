"""What a terminal sends besides keys goes no further, in whatever pieces it comes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

from briefing.tui.incoming import Sequences

WHITE = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
BEGIN, END = "\x1b[200~", "\x1b[201~"

KEYS = [
    *("j", "\x1b[A", "\x1b[1;5C", "\x1b[3~", "\x1b[Z", "\x1bOP", "\x1bj", "\x1b[15;2~", "\x1b[[A"),
    *("\x1b[97;5u", "\x1b[97:65;2u", "\x1b[27u", "\x1b[27;5;9~", "\x1b[1;2P", "\x1b[2^", "\x1b[7@"),
    *("\x1b[<0;12;3M", "\x1b[<35;1;1m", "\x1b[<64;-1;5M", "\x1b[M abc", "\x1b[32;9;9M"),
    *("\x1b[I", "\x1b[O", BEGIN, END, "\x1b[?2026;2$y", "\x1b[12;40R", "é", "漢", "\x1b漢", "\t"),
]
ANSWERS = [
    *(
        "\x1b[0n",
        "\x1b[?64;1;2;6;22c",
        "\x1b[>0;276;0c",
        "\x1b[?1u",
        "\x1b[?2048;2$y",
        "\x1b[8;24;80t",
    ),
    *("\x1b[48;50000;50000;1;1t", "\x1b[48;0;0;0;0t", "\x1b[1;2r"),
    *("\x1bP!|00000000\x1b\\", "\x1bP>|xterm(380)\x1b\\", "\x1bP1$r0m\x1b\\", "\x1b_Gi=1;OK\x1b\\"),
    *("\x1b]4;1;rgb:0/0/0\x07", "\x1b]52;c;aGVsbG8=\x07", WHITE, "\x1b]10;rgb:0/0/0\x1b\\"),
    *(
        "\x1b[" + "9;" * 50_000 + "m",
        "\x1b[" + "9" * 50_000 + "u",
        "\x1b]0;" + "x" * 90_000 + "\x07",
    ),
]


class Line:
    """A line from the terminal: what went on as keys, and what was heard."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.typed = ""
        self.sequences = Sequences(self.heard.append)

    def send(self, *pieces: str) -> Line:
        for piece in pieces:
            self.typed += self.sequences.feed(piece)
        return self

    def wait(self) -> Line:
        self.typed += self.sequences.quiet()
        return self


@pytest.mark.parametrize("key", KEYS)
def test_a_key_comes_through_whole_or_in_pieces(key: str) -> None:
    assert Line().send("j", key, "k").typed == f"j{key}k"
    assert Line().send("j", *key, "k").typed == f"j{key}k"


def test_so_does_every_key_that_textual_knows() -> None:
    lost = {key for key in ANSI_SEQUENCES_KEYS if Line().send(key).wait().typed != key}
    assert lost == set()


@pytest.mark.parametrize("keys", ["\x1b_j", "\x1b_\x1b[A", "\x1b]j", "\x1bPj"])
def test_a_key_that_begins_like_an_answer_keeps_what_follows_at_once(keys: str) -> None:
    assert Line().send(keys).typed == keys
    assert Line().send(*keys).typed == keys


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda text: repr(text[:20]))
def test_what_nobody_asked_for_is_no_key_whole_or_in_pieces(answer: str) -> None:
    for size in (len(answer), 4096, 7, 1):
        pieces = (answer[at : at + size] for at in range(0, len(answer), size))
        assert Line().send("j", *pieces, "k").typed == "jk"


@pytest.mark.parametrize("keys", ["\x1b", "\x1b[", "\x1b]", "\x1bP", "\x1b_", "\x1b[2$"])
def test_what_only_begins_like_an_answer_is_a_key_when_nothing_follows(keys: str) -> None:
    line = Line().send(keys)
    assert line.typed == ""
    assert line.wait().typed == keys


@pytest.mark.parametrize("half", ["\x1b]11;rgb:ff", "\x1bP1$r", "\x1b[<0;5", "\x1b[" + "9" * 9000])
def test_half_an_answer_waits_for_its_other_half_but_not_for_ever(half: str) -> None:
    line = Line().send(half).wait().wait()
    assert line.typed == ""
    assert line.sequences.give_up() == ""
    assert line.send("5").typed == "5"
    assert Line().send(half).wait().send("\x1b[A").typed == "\x1b[A"  # a key ends it at once
    assert len(Line().send(half).sequences.held) < 100


def test_an_answer_on_a_slow_line_is_heard() -> None:
    for at in range(1, len(WHITE)):
        line = Line().send("j" + WHITE[:at]).send(WHITE[at:] + "k")
        assert (line.heard, line.typed) == (["11;rgb:ffff/ffff/ffff"], "jk")
    assert Line().send(WHITE[:12]).wait().wait().send(WHITE[12:]).heard


@given(st.lists(st.text(alphabet="\x1b[]1;:rgbA~jk\x07\\<0é漢PM_G$?", max_size=6)))
def test_in_pieces_is_the_same_as_whole_and_text_is_kept(pieces: list[str]) -> None:
    whole = "".join(pieces)
    once, often = Line().send(whole), Line().send(*pieces)
    assert (once.typed, once.heard) == (often.typed, often.heard)
    assert once.sequences.held == often.sequences.held
    if "\x1b" not in whole:
        assert once.typed == whole


@given(st.text(alphabet="\x1b[]1;:A~j\x07", max_size=40))
def test_nothing_is_made_up(text: str) -> None:
    line = Line().send(text)
    rest = iter(text)
    assert all(character in rest for character in line.typed)
