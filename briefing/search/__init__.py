"""Finding statements: the index in memory and on disk, the query, the marks."""

from briefing.search.completion import Completion, completions
from briefing.search.documents import prepare
from briefing.search.errors import BusyError, DamagedError, MissingError
from briefing.search.fields import FIELDS, Field
from briefing.search.index import Index
from briefing.search.kept import NOTHING, Kept
from briefing.search.results import Excerpt, Hit, Results
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
    "state_of",
    "verify",
]
