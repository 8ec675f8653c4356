"""Markers in prose: the words of hearsay, hedging, attribution and forecast."""

from briefing.audit.markers.finding import (
    Marker,
    covered,
    keeps,
    markers,
    must_survive,
    stances,
)
from briefing.audit.markers.hedges import Kind
from briefing.audit.markers.phrases import SAYS, SPEAKERS, VOICES

SPEECH = SAYS | VOICES

__all__ = [
    "SPEAKERS",
    "SPEECH",
    "Kind",
    "Marker",
    "covered",
    "keeps",
    "markers",
    "must_survive",
    "stances",
]
