"""The smallest Textual program: one Static that a key changes. The unit of the benchmarks."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """Shows one line, and another one after any key; `q` leaves."""

    def compose(self) -> ComposeResult:
        """One Static and nothing else."""
        yield Static("ready", id="line")

    def on_key(self, event: object) -> None:
        """Show the key, so that it can be seen that it was answered."""
        key = getattr(event, "character", "")
        if key == "q":
            self.exit()
        self.query_one("#line", Static).update(f"key {key}")


if __name__ == "__main__":
    Bare().run()
