"""What can be wrong with an index on disk. It can always be made anew from the briefs."""

from __future__ import annotations

from briefing.problems import BriefingError


class MissingError(BriefingError):
    """There is no index in the folder."""


class DamagedError(BriefingError):
    """What lies in the folder is no index that this version can read."""


class BusyError(BriefingError):
    """Another process writes the index."""
