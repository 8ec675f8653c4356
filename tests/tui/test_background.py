"""What the terminal says of its background is heard, and never taken for keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.background import Answers, is_light

WHITE = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
BLACK = "\x1b]11;rgb:0000/0000/0000\x07"


class Line:
    """A line from the terminal: what was typed, and what was told."""

    def __init__(self, *, asked: bool = True) -> None:
        self.told: list[bool] = []
        self.typed = ""
        self.answers = Answers(self.told.append, asked=asked)

    def send(self, *pieces: str) -> Line:
        for piece in pieces:
            self.typed += self.answers.feed(piece)
        return self

    def wait(self) -> Line:
        self.typed += self.answers.quiet()
        return self


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        ("rgb:ffff/ffff/ffff", True),
        ("rgb:f/f/f", True),
        ("rgb:fd/f6/e3", True),  # Solarized light
        ("rgb:0000/2b2b/3636", False),  # Solarized dark
        ("rgba:0000/0000/0000/ffff", False),
        ("#fbfaf7", True),
        ("#000", False),
        ("rgb:0000/0000/ffff", False),  # as bright as the eye sees blue
        ("rgb:ffff/ffff", None),
        ("rgb:fffff/0/0", None),
        ("rgb://", None),
        ("#ffff", None),
        ("", None),
    ],
)
def test_a_colour_is_light_or_dark_or_none(colour: str, light: bool | None) -> None:  # noqa: FBT001
    assert is_light(colour) is light


@pytest.mark.parametrize(("answer", "light"), [(WHITE, True), (BLACK, False)])
def test_an_answer_in_two_pieces_is_heard_and_leaves_the_keys_around_it(
    answer: str, *, light: bool
) -> None:
    for cut in range(1, len(answer)):
        line = Line().send("j" + answer[:cut], answer[cut:] + "k")
        assert (line.told, line.typed) == ([light], "jk"), cut


def test_an_answer_in_single_characters_is_heard() -> None:
    line = Line().send(*WHITE)
    assert (line.told, line.typed) == ([True], "")


def test_half_an_answer_waits_for_its_other_half_on_a_slow_line() -> None:
    line = Line().send(WHITE[:12]).wait().wait().send(WHITE[12:])
    assert (line.told, line.typed) == ([True], "")


def test_an_answer_that_breaks_off_is_no_key() -> None:
    line = Line().send(WHITE[:12]).wait().send("j").send("\x1b[A")
    assert (line.told, line.typed) == ([], "j\x1b[A")


@pytest.mark.parametrize("keys", ["\x1b", "\x1b]", "\x1b]1", "\x1b]11"])
def test_what_only_begins_like_an_answer_is_a_key_when_nothing_follows(keys: str) -> None:
    line = Line().send(keys)
    assert line.typed == ""
    assert line.wait().typed == keys


@given(st.lists(st.text(alphabet="\x1b[]1;:rgbA~jk\x07\\<0é漢", max_size=6)))
def test_without_an_answer_every_key_comes_through(pieces: list[str]) -> None:
    sent = "".join(pieces)
    if "\x1b]11;" not in sent:
        assert Line().send(*pieces).wait().typed == sent


@given(st.lists(st.text(max_size=6)))
def test_who_did_not_ask_hears_everything_as_it_is(pieces: list[str]) -> None:
    line = Line(asked=False).send(*pieces, WHITE)
    assert (line.told, line.typed) == ([], "".join(pieces) + WHITE)


def test_only_the_first_answer_counts() -> None:
    line = Line().send(WHITE).send(BLACK)
    assert (line.told, line.typed) == ([True], BLACK)


def test_half_an_answer_that_never_ends_takes_no_key_that_comes_later() -> None:
    line = Line().send("\x1b]11;rgb:ff").wait()
    line.typed += line.answers.give_up()
    assert line.send("5").typed == "5"
    assert line.told == []
