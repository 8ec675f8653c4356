"""Which command gets which key."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.config.keymap import KEPT, Clash, keymap

OWN = {"down": ("j", "↓"), "up": ("k",), "zoom": ("z",), "help": ("?",), "quit": ("q",)}


def test_without_wishes_everything_is_as_it_comes() -> None:
    assert keymap(OWN, {}) == (OWN, [])


def test_a_wish_replaces_all_keys_of_a_command() -> None:
    keys, clashes = keymap(OWN, {"down": ("J",), "up": ()})
    assert (keys["down"], keys["up"], clashes) == (("J",), (), [])


def test_keys_can_be_swapped() -> None:
    keys, clashes = keymap(OWN, {"down": ("k",), "up": ("j",)})
    assert (keys["down"], keys["up"], clashes) == (("k",), ("j",), [])


def test_a_wish_goes_before_what_another_command_comes_with() -> None:
    keys, clashes = keymap(OWN, {"zoom": ("j",)})
    assert (keys["zoom"], keys["down"]) == (("j",), ("↓",))
    assert clashes == [Clash("j", "zoom", "down")]


def test_of_two_wishes_the_first_holds() -> None:
    keys, clashes = keymap(OWN, {"up": ("x", "x"), "zoom": ("x", "y")})
    assert (keys["up"], keys["zoom"]) == (("x",), ("y",))
    assert clashes == [Clash("x", "up", "zoom")]


def test_nothing_takes_the_only_key_of_quit() -> None:
    keys, clashes = keymap(OWN, {"zoom": ("q",)})
    assert (keys["quit"], keys["zoom"]) == (("q",), ())
    assert clashes == [Clash("q", "quit", "zoom")]


def test_the_key_of_quit_is_free_once_quit_has_another() -> None:
    keys, clashes = keymap(OWN, {"zoom": ("q",), "quit": ("Z",)})
    assert (keys["quit"], keys["zoom"], clashes) == (("Z",), ("q",), [])


WISHES = st.dictionaries(
    st.sampled_from(list(OWN)), st.lists(st.sampled_from("jkzq?x↓"), max_size=3).map(tuple)
)


@given(WISHES)
def test_no_key_twice_and_never_without_quit_and_help(wanted: dict[str, tuple[str, ...]]) -> None:
    keys, clashes = keymap(OWN, wanted)
    given_out = [key for names in keys.values() for key in names]
    assert len(given_out) == len(set(given_out))
    assert all(keys[name] for name in KEPT)
    assert set(keys) == set(OWN)
    lost = {(clash.loser, clash.key) for clash in clashes}
    for name, asked in (OWN | wanted).items():
        assert name in KEPT or {(name, key) for key in set(asked) - set(keys[name])} <= lost
