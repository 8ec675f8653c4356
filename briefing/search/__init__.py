"""Finding statements: the index in memory and on disk, the query, the marks."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from briefing.search.completion import Completion, completions
from briefing.search.errors import BusyError, DamagedError, MissingError, refusal
from briefing.search.fields import FIELDS, Field
from briefing.search.index import Index
from briefing.search.kept import NOTHING, Kept
from briefing.search.results import Excerpt, Hit, Results

if TYPE_CHECKING:
    from briefing.search.documents import prepare
    from briefing.search.shelf import Shelf, briefs
    from briefing.search.soundness import state_of, verify
    from briefing.search.writer import Writer

__all__ = [
    "FIELDS",
    "NOTHING",
    "BusyError",
    "Completion",
    "DamagedError",
    "Excerpt",
    "Field",
    "Hit",
    "Index",
    "Kept",
    "MissingError",
    "Results",
    "Shelf",
    "Writer",
    "briefs",
    "completions",
    "prepare",
    "refusal",
    "state_of",
    "verify",
]

_LATER = {  # what a reader of one brief does without is loaded when it is first asked for
    "documents": ("prepare",),
    "shelf": ("Shelf", "briefs"),
    "soundness": ("state_of", "verify"),
    "writer": ("Writer",),
}


def __getattr__(name: str) -> Any:
    for module, names in _LATER.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(name)
