"""Briefs to plain text and JSON, and writing them safely.

Each name is loaded when it is first asked for: a command waits for what it uses and no more.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.export.hits import hits_as_json
    from briefing.export.names import file_name
    from briefing.export.ndjson import as_ndjson
    from briefing.export.objects import as_json
    from briefing.export.plaintext import plain
    from briefing.export.writing import write

__all__ = ["as_json", "as_ndjson", "file_name", "hits_as_json", "plain", "write"]

_HOMES = {
    "as_json": "objects",
    "as_ndjson": "ndjson",
    "file_name": "names",
    "hits_as_json": "hits",
    "plain": "plaintext",
    "write": "writing",
}


def __getattr__(name: str) -> Any:
    try:
        home = import_module(f"briefing.export.{_HOMES[name]}")
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    return globals().setdefault(name, getattr(home, name))
