"""The keys as a table of plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.text import fit, width
from briefing.tui.commands import GROUPS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from briefing.tui.commands import Command


def key_table(commands: Sequence[Command], changed: Collection[str]) -> str:
    """Names, keys and what they do, by group; a star before those whose names are in `changed`."""
    names = max(width(command.id) for command in commands)
    keys = max(width(command.shown) for command in commands)
    chapters = [
        "".join(
            f"{'*' if c.id in changed else ' '} {fit(c.id, names)}  {fit(c.shown, keys)}  {c.help}\n"
            for c in commands
            if c.group == group
        )
        for group in GROUPS
    ]
    return "\n".join(f"{g.upper()}\n{chapter}" for g, chapter in zip(GROUPS, chapters, strict=True))
