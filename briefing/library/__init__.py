"""Briefs and libraries of them: finding, opening, indexing; ties loading, search and state."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from briefing.library.finding import find, folder_of, folders, key_in, library_at
from briefing.library.opening import (
    Stamp,
    again,
    briefs,
    index_of,
    key_of,
    listings,
    local_day,
    memory,
    open_brief,
    schema_of,
    stamp,
)

if TYPE_CHECKING:
    from briefing.library.events import Event, Idle, Progress, Rows, Sound, Told
    from briefing.library.following import follow
    from briefing.library.indexing import Outcome, update
    from briefing.library.known import catalogue, index_folder
    from briefing.library.recording import Made, record_text
    from briefing.library.scanning import said_by
    from briefing.library.sheltering import sheltered
    from briefing.library.sourcing import Against, audit_of, copy_of, keep_audit, ledger_of, sourced

__all__ = [
    "Against",
    "Event",
    "Idle",
    "Made",
    "Outcome",
    "Progress",
    "Rows",
    "Sound",
    "Stamp",
    "Told",
    "again",
    "audit_of",
    "briefs",
    "catalogue",
    "copy_of",
    "find",
    "folder_of",
    "folders",
    "follow",
    "index_folder",
    "index_of",
    "keep_audit",
    "key_in",
    "key_of",
    "ledger_of",
    "library_at",
    "listings",
    "local_day",
    "memory",
    "open_brief",
    "record_text",
    "said_by",
    "schema_of",
    "sheltered",
    "sourced",
    "stamp",
    "update",
]

_LATER = {  # what no launch needs is loaded when it is first asked for
    "events": ("Event", "Idle", "Progress", "Rows", "Sound", "Told"),
    "following": ("follow",),
    "indexing": ("Outcome", "update"),
    "known": ("catalogue", "index_folder"),
    "scanning": ("said_by",),
    "recording": ("Made", "record_text"),
    "sheltering": ("sheltered",),
    "sourcing": ("Against", "audit_of", "copy_of", "keep_audit", "ledger_of", "sourced"),
}


def __getattr__(name: str) -> Any:
    for module, names in _LATER.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(name)
