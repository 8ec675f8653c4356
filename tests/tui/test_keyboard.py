"""What the keyboard sends, where it can be told without a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.events import Paste

pytest.importorskip("termios")

from briefing.tui.keyboard import PASTED, Pastes

BEGIN, END = "\x1b[200~", "\x1b[201~"


@pytest.mark.parametrize("whole", [True, False])
def test_a_paste_is_open_from_its_start_to_its_end_in_whatever_pieces(*, whole: bool) -> None:
    def hear(text: str) -> bool:
        for piece in [text] if whole else text:
            pastes.feed(piece)
        return pastes.open

    pastes = Pastes()
    assert not hear("jk\x1b[A")
    assert hear(f"j{BEGIN}some text")
    assert not hear(END)
    assert not hear(f"{BEGIN}more{END}j")
    assert hear(f"{BEGIN}more{END}j{BEGIN}")


def test_an_open_paste_is_ended_once() -> None:
    pastes = Pastes()
    assert pastes.end() == ""
    pastes.feed(BEGIN)
    assert pastes.end() == END
    assert pastes.end() == ""
    pastes.feed("more")
    assert not pastes.open


@given(st.text("[~0126q\x1bMé\n"), st.text("[~0126q\x1bMé\n"), st.integers(1, 20))
def test_nothing_in_a_paste_is_a_key(typed: str, pasted: str, size: int) -> None:
    """Also not what follows an ESC in it, in whatever pieces it comes."""
    pasted, typed = pasted.replace(END, ""), typed.replace(BEGIN, "")
    sent = f"{typed}{BEGIN}{pasted}{END}{typed}"
    if sent.index(BEGIN) != len(typed) or sent.index(END) != len(typed + BEGIN + pasted):
        return  # a piece of a mark before it makes another one
    pastes = Pastes()
    pieces = [sent[at : at + size] for at in range(0, len(sent), size)]
    shown = pasted.replace("\x1b", "\u241b")
    assert "".join(map(pastes.feed, pieces)) == f"{typed}{BEGIN}{shown}{END}{typed}"
    if "\x1b" not in typed:
        events = [*XTermParser().feed(f"{typed}{BEGIN}{shown}{END}{typed}")]
        assert [e.text for e in events if isinstance(e, Paste)] == [shown]
        assert len(events) == 2 * len(typed) + 1


def test_what_may_be_the_end_of_a_paste_is_not_lost() -> None:
    pastes = Pastes()
    assert pastes.feed(f"{BEGIN}a\x1b[20") == f"{BEGIN}a"
    assert pastes.end() == f"\u241b[20{END}"
    assert pastes.feed(f"{BEGIN}a\x1b[20") == f"{BEGIN}a"
    assert pastes.feed("0~b") == "\u241b[200~b"


def test_of_a_paste_without_end_so_much_goes_on_as_a_line_takes() -> None:
    pastes = Pastes()
    assert (
        sum(len(pastes.feed(text)) for text in [BEGIN, *["chip " * 800] * 50])
        == len(BEGIN) + PASTED
    )
    assert pastes.feed(f"more{END}j") == f"{END}j"
    assert pastes.feed(f"{BEGIN}chip{END}") == f"{BEGIN}chip{END}"
