"""What can be wrong with an index on disk. It can always be made anew from the briefs."""

from __future__ import annotations

import os
import re

from briefing.problems import BriefingError

_NUMBER = re.compile(r"\bos error (\d+)|\bOs { code: (\d+)")


class MissingError(BriefingError):
    """There is no index in the folder."""


class DamagedError(BriefingError):
    """What lies in the folder is no index that this version can read."""


class BusyError(BriefingError):
    """Another process writes the index."""


def refusal(error: ValueError) -> OSError | None:
    """What the system refused the engine, which tells it in words of its own; None for all else."""
    if not (found := _NUMBER.search(str(error))):
        return None
    number = int(found[1] or found[2])
    return OSError(number, os.strerror(number))
