"""What the keyboard sends, where it can be told without a terminal."""

from __future__ import annotations

import pytest

pytest.importorskip("termios")

from briefing.tui.keyboard import Pastes

BEGIN, END = "\x1b[200~", "\x1b[201~"


@pytest.mark.parametrize("whole", [True, False])
def test_a_paste_is_open_from_its_start_to_its_end_in_whatever_pieces(*, whole: bool) -> None:
    def hear(text: str) -> bool:
        for piece in [text] if whole else text:
            pastes.hear(piece)
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
    pastes.hear(BEGIN)
    assert pastes.end() == END
    assert pastes.end() == ""
    pastes.hear("more")
    assert not pastes.open
