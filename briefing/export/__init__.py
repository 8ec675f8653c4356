"""Briefs to plain text and JSON, and writing them safely."""

from briefing.export.hits import hits_as_json
from briefing.export.names import file_name
from briefing.export.objects import as_json
from briefing.export.plaintext import plain
from briefing.export.writing import write

__all__ = ["as_json", "file_name", "hits_as_json", "plain", "write"]
