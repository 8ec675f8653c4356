"""Hedges, hearsay, stances and markers, and the words of the points themselves."""

from __future__ import annotations

from tests.audit.planting import Fault

FAULTS = (
    Fault("hedge dropped", "T2", "typically lasts", "lasts"),
    Fault("hedge dropped", "T6", "typically comes", "comes"),
    Fault("hedge dropped", "F8", "could number", "number"),
    Fault("hedge dropped", "K1", "may turn out to be", "is"),
    Fault("hedge dropped", "T13", "will likely place", "will place"),
    Fault("hedge dropped", "R6", "would probably take", "would take"),
    Fault("hedge dropped", "C5", "could bring", "brings"),
    Fault("hearsay told flat, in the text", "C1", "is reportedly negotiating", "is negotiating"),
    Fault(
        "hearsay told flat, in the text",
        "F15",
        "Seven years is Skagerline's offer, according to two people near the talks.",
        "Seven years is the offer of Skagerline, made with two people near the talks.",
    ),
    Fault("hearsay told flat, by its stance", "C1", "stance: reported", "stance: stated"),
    Fault("hearsay told flat, by its stance", "F15", "stance: reported", "stance: inferred"),
    Fault(
        "hearsay told flat, with nothing left to show it",
        "C1",
        "is reportedly negotiating for its own berth in Norrsund.\n        at: P7.2\n"
        "        stance: reported\n        marker: reportedly\n",
        "is negotiating for its own berth in Norrsund.\n        at: P7.2\n",
    ),
    Fault("stance that does not fit its marker", "F2", "stance: forecast", "stance: stated"),
    Fault("stance that does not fit its marker", "R4", "stance: attributed", "stance: inferred"),
    Fault("stance that does not fit its marker", "T8", "stance: inferred", "stance: attributed"),
    Fault("stance that does not fit its marker", "C1", "stance: reported", "stance: attributed"),
    Fault("stance that does not fit its marker", "F9", "stance: attributed", "stance: forecast"),
    Fault("will outside a forecast", "C2", "lies to the north", "will lie to the north"),
    Fault("will outside a forecast", "T5", "plans to sign", "will sign"),
    Fault("will outside a forecast", "K3", "crossing stays", "crossing will stay"),
    Fault("will outside a forecast", "T10", "lapse in", "will lapse in"),
    Fault(
        "marker that its sentence does not have", "C1", "marker: reportedly", "marker: allegedly"
    ),
    Fault("marker that its sentence does not have", "T2", "marker: typically", "marker: usually"),
    Fault(
        "marker that its sentence does not have",
        "F1",
        "marker: Skagerline estimates",
        "marker: Skagerline puts",
    ),
    Fault("opens with a pronoun", "R8", "Norrsund is", "It is"),
    Fault("opens with a pronoun", "M9", "At weekends in summer, ferries", "They, ferries"),
    Fault("opens with a pronoun", "K7", "Only one route has", "That one route alone has"),
    Fault("hedge of the curator's own", "R2", "Halvik is on", "Halvik is said to be on"),
    Fault(
        "hedge of the curator's own",
        "M5",
        "Everything in the plan turns",
        "The plan is said to turn",
    ),
    Fault(
        "words of the source",
        "M5",
        "Everything in the plan turns on three ships.",
        "The three ships are the core of the whole plan.",
        needs_article=True,
    ),
    Fault(
        "words of the source",
        "K7",
        "Only one route has carried hydrogen by sea yet, with no timetable to meet.",
        "Shipped by sea on only one route so far, hydrogen had no timetable to meet.",
        needs_article=True,
    ),
    Fault(
        "words of the source",
        "norrsund",
        "Berth No. 4 needs widening first",
        "Berth No. 4 has to be widened by a good deal",
        needs_article=True,
    ),
    Fault("will outside a forecast", "T5", "plans to sign", "is going to sign"),
    Fault("stance left out", "R4", "        stance: attributed\n", "", at="R4"),
    Fault("marker left out", "C1", "        marker: reportedly\n", "", at="C1 stance"),
    Fault("hedge added", "R3", "have the depth", "probably have the depth"),
    Fault("hearsay added", "C3", "has bid", "has reportedly bid"),
)
