"""What the keys do in the reader: one file a concern, loaded when one of its keys is first pressed.

Each is a function of the open reader; `tui/commands.py` names it as "module.function".
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def action(name: str) -> Callable[..., None]:
    """The function of that name, such as "finding.search"."""
    module, _, function = name.partition(".")
    found: Callable[..., None] = getattr(import_module(f"{__name__}.{module}"), function)
    return found
