"""The smallest Textual program: one Static that a key changes. The unit of the benchmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key


class Bare(App[None]):
    """Shows one line, and another one after any key; `q` leaves."""

    def compose(self) -> ComposeResult:
        """One Static and nothing else."""
        yield Static("ready")

    def on_key(self, event: Key) -> None:
        """Show the key, so that it can be seen that it was answered."""
        if event.key == "q":
            self.exit()
        self.query_one(Static).update(f"key {event.key}")


if __name__ == "__main__":
    Bare().run()
