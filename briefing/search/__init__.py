"""Finding statements: the index, the query, the highlights."""

from briefing.search.highlights import highlights
from briefing.search.index import Index
from briefing.search.results import Excerpt, Hit, Results

__all__ = ["Excerpt", "Hit", "Index", "Results", "highlights"]
