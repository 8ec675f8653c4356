"""The source record: made of an article, made anew when that changed, typed as a file."""

from briefing.audit.record.making import described, record_of
from briefing.audit.record.refresh import refreshed
from briefing.audit.record.typed import HEAD, WIDTH, head_of, summary, typed

__all__ = ["HEAD", "WIDTH", "described", "head_of", "record_of", "refreshed", "summary", "typed"]
