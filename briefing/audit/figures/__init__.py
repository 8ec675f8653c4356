"""Figures in prose: the amounts, counts, times and dates of a text, in one normal form."""

from briefing.audit.figures.finding import Found, figures
from briefing.audit.figures.quantity import Quantity, key, same
from briefing.audit.figures.spans import bounds

__all__ = ["Found", "Quantity", "bounds", "figures", "key", "same"]
