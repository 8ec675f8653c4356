"""One campaign, by its name; apart from the command, for processes that are started for it."""

from __future__ import annotations

import time
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from tests.fuzz.campaign import Campaign, Effort, Figures


def campaign(name: str) -> Campaign:
    """The campaign of a name."""
    return cast("Campaign", import_module(f"tests.fuzz.{name}"))


def run(name: str, seed: int, effort: Effort | None = None) -> Figures | str:
    """The figures of a campaign, or how it broke; without an effort it is run as long as it should."""
    started = time.monotonic()
    try:
        return campaign(name).run(seed, effort or campaign(name).LONG)
    except AssertionError as error:
        return f"BROKEN after {time.monotonic() - started:,.0f} s: {error}"
