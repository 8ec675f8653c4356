"""A new brief: a folder that loads, with everything in it still to be written."""

from briefing.drafting.making import Draft, new_brief

__all__ = ["Draft", "new_brief"]
