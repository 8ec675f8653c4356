"""What a reader leaves behind: where they were, what they read, what they marked."""

from __future__ import annotations

from briefing.state.memory import Audit, Mark, Memory, Seen

__all__ = ["Audit", "Mark", "Memory", "Seen"]
