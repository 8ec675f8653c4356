"""Outputs kept in files, compared byte by byte.

`UPDATE_GOLDEN=1 pytest tests/export` writes them anew; read the difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

_FOLDER = Path(__file__).parent / "golden"
_UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


def assert_golden(name: str, text: str) -> None:
    path = _FOLDER / name
    if _UPDATE:
        path.write_bytes(text.encode())
    assert path.read_bytes().decode() == text
