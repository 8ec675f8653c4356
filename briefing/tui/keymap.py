"""The key bindings of the commands, as Textual takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from briefing.model.sections import SECTIONS
from briefing.tui.commands import COMMANDS

if TYPE_CHECKING:
    from briefing.tui.commands import Owner


def bindings(owner: Owner) -> list[Binding]:
    """The key bindings of the commands that one kind of widget owns."""
    found = [
        Binding(",".join(command.keys), command.action, command.help, show=False)
        for command in COMMANDS
        if command.owner == owner and command.keys
    ]
    if owner == "reader":
        found += (
            Binding(str(number), f"section('{section.name}')", section.title, show=False)
            for number, section in enumerate(SECTIONS, 1)
        )
    return found
