"""The terminal's input, whatever comes in."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver


class Keyboard(LinuxDriver):
    """Drops bytes that are no text and sequences that are no key.

    Textual's own driver ends the program at either (Textualize/textual issue 6456): a key of a
    Latin-1 keyboard or noise on a line is enough.
    """

    def run_input_thread(self) -> None:
        """Read on after what cannot be read."""
        while not self.exit_event.is_set():
            try:
                super().run_input_thread()
            except (ValueError, OverflowError):  # a UnicodeDecodeError is a ValueError
                continue
