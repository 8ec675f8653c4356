"""Texts that are still to be written: what stands in their place, so that a brief reads meanwhile."""

import re

DRAFT = "TODO"
_DRAFT = re.compile(r"TODO\b")


def is_draft(text: str) -> bool:
    """Whether a text says no more than that it is still to be written: it begins with TODO."""
    return bool(_DRAFT.match(text))
