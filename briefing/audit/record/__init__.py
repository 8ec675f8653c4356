"""The source record: made of an article, made anew when that changed, typed as a file."""

from briefing.audit.record.making import cards, record_of
from briefing.audit.record.refresh import lost, refreshed, shares
from briefing.audit.record.typed import HEAD, WIDTH, head_of, scalar, summary, typed, warned

__all__ = [
    "HEAD",
    "WIDTH",
    "cards",
    "head_of",
    "lost",
    "record_of",
    "refreshed",
    "scalar",
    "shares",
    "summary",
    "typed",
    "warned",
]
