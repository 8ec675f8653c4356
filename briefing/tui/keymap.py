"""The key bindings of the commands, as Textual takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from briefing.model.sections import SECTIONS
from briefing.tui.commands import COMMANDS, own_keys

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.config import Keys
    from briefing.tui.commands import Command, Owner

UNBOUND = "<unbound>"  # for a command without a key: no key has this name


def bindings(owner: Owner) -> list[Binding]:
    """The key bindings of the commands that one kind of widget owns."""
    own = own_keys()
    found = [
        Binding(_keys(command.keys), command.action, command.help, show=False, id=command.id)
        for command in COMMANDS
        if _has(owner, command) and command.id in own
    ]
    if owner == "reader":
        found += (
            Binding(str(number), f"section('{section.name}')", section.title, show=False)
            for number, section in enumerate(SECTIONS, 1)
        )
    return found


def _has(owner: Owner, command: Command) -> bool:
    """Whether a widget has the command: the list of a library has some of the reader's."""
    also = owner == "library" and command.owner == "reader" and command.listed is not None
    return command.owner == owner or also


def keymap(keys: Mapping[str, Keys]) -> dict[str, str]:
    """What Textual has to know of the keys that a user has chosen for some commands, by id."""
    return {command: _keys(chosen) for command, chosen in keys.items()}


def _keys(keys: Keys) -> str:
    return ",".join(keys) or UNBOUND
