"""A screen whose keys are all commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

if TYPE_CHECKING:
    from textual.binding import BindingsMap
    from textual.dom import DOMNode

    from briefing.tui.commands import Scene


class BoundScreen(Screen[None]):
    """Finds the bindings of a key without asking whether a widget would rather type it.

    Textual asks for the character of every bound key, in case a widget wants it. None here does,
    and the answer needs 0.7 MiB of Python's table of the names of characters. `SCENE` says which
    commands there are.
    """

    SCENE: ClassVar[Scene] = "brief"

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        """The bindings from the focused widget up, as Textual's own (a test compares them)."""
        nodes = self.focused.ancestors_with_self if self.focused else [self, self.app]
        chain = [(node, node._bindings.copy()) for node in nodes]  # noqa: SLF001
        for _, bound in chain if self.app._keymap else ():  # noqa: SLF001
            bound.apply_keymap(self.app._keymap)  # noqa: SLF001 - which has no clashes: see config
        return chain

    def _compositor_refresh(self) -> None:
        """Draw, unless an early frame stands for what would be drawn."""
        if not getattr(self.app, "holds_back", False):
            super()._compositor_refresh()
