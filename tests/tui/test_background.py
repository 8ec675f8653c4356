"""What the terminal says of its background is light or dark. `test_incoming` has how it comes in."""

from __future__ import annotations

import pytest

from briefing.tui.background import is_light


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
