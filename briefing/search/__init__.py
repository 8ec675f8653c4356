"""Finding statements: the index, the query, the marks."""

from briefing.search.index import Index
from briefing.search.results import Excerpt, Hit, Results

__all__ = ["Excerpt", "Hit", "Index", "Results"]
