"""File names as messages show them: as the user would type them, and safe."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.text import on_one_line


def shown(path: Path) -> str:
    """The path from the working folder where it lies below it, else as it was given."""
    plain = Path(os.path.normpath(path))
    if plain.is_absolute():
        try:
            here = Path.cwd()
        except OSError:  # the working folder is gone
            return on_one_line(str(plain))
        plain = plain.relative_to(here) if plain.is_relative_to(here) else plain
    return on_one_line(str(plain))
