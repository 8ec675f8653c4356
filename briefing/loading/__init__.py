"""From YAML files to a brief: events, a tree with positions and limits, a typed walk."""

from briefing.loading.folder import load

__all__ = ["load"]
