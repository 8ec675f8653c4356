"""Judgments: likelihood, confidence, what they rest on, and their length."""

from __future__ import annotations

from tests.audit.planting import Fault

FAULTS = (
    Fault(
        "certain on nothing that is stated",
        "J3",
        "likelihood: roughly even chance",
        "likelihood: almost certain",
    ),
    Fault(
        "deadline that is not resolves_by",
        "J3",
        "before Skagerline's",
        "before 2029 and before Skagerline's",
    ),
    Fault(
        "likelihood and confidence in one sentence",
        "J1",
        "The contract and the usual building times leave no room.",
        "With high confidence, a ship in time is unlikely.",
    ),
    Fault(
        "likelihood and confidence in one sentence",
        "outlook bottom_line",
        "Everything hangs on Norrgas.",
        "It is likely, with low confidence.",
    ),
    Fault(
        "likelihood and confidence in one sentence",
        "RK4",
        "Hydrogen by sea is little tried.",
        "That hydrogen by sea fails is likely, at moderate confidence.",
    ),
    Fault(
        "term of another scale",
        "J3",
        "Nothing but hearsay speaks for it.",
        "By hearsay it is a realistic possibility.",
    ),
    Fault(
        "term of another scale",
        "J2",
        "The article expects it",
        "The article holds it to be highly likely",
    ),
    Fault(
        "term of another scale",
        "RK3",
        "Lenders refuse",
        "There is a remote chance that lenders refuse",
    ),
    Fault("bare percentage", "J2", "The article expects it", "The article gives it 70 percent"),
    Fault(
        "bare percentage",
        "RK2",
        "The ships have nowhere",
        "With a chance of 30% the ships have nowhere",
    ),
    Fault("judgment that rests on nothing", "J3", "rests_on: [C1]", "rests_on: []"),
    Fault("judgment that rests on nothing", "J2", "    rests_on: [T13, T10]\n", "", at="J2"),
    Fault(
        "judgment that rests on nothing but an assumption",
        "J4",
        "[C3, C4, F14, F15, T5, A1]",
        "[A1]",
    ),
    Fault("hearsay alone above low confidence", "J3", "confidence: low", "confidence: moderate"),
    Fault("one source above moderate confidence", "J1", "confidence: moderate", "confidence: high"),
    Fault("one source above moderate confidence", "J4", "confidence: low", "confidence: high"),
    Fault("one source above moderate confidence", "RK2", "confidence: low", "confidence: high"),
    Fault(
        "judgment stronger than its hedge", "J2", "likelihood: likely", "likelihood: very likely"
    ),
    Fault(
        "judgment stronger than its hedge", "J2", "likelihood: likely", "likelihood: almost certain"
    ),
    Fault("figure in a judgment that its points lack", "J4", "October 2027", "October 2026"),
    Fault(
        "figure in a judgment that its points lack",
        "outlook bottom_line",
        "three hydrogen",
        "four hydrogen",
    ),
    Fault("figure in a judgment that its points lack", "outlook bottom_line", "Q3 2029", "Q2 2029"),
    Fault(
        "name in a judgment that its points lack",
        "J3",
        "a berth in Norrsund",
        "a berth in Marstrand",
    ),
    Fault("name in a judgment that its points lack", "J4", "Norrgas takes", "Vestgas takes"),
    Fault(
        "name in a judgment that its points lack",
        "outlook bottom_line",
        "on Norrgas.",
        "on Vestgas.",
    ),
    Fault(
        "bottom line of more than 60 words",
        "outlook bottom_line",
        "Everything hangs on",
        "Nothing else in the plan is as open as this: the ships, the berth and the loans can be had,"
        " and without fuel they are of no use to anybody at all. Everything hangs on",
        at="outlook Skagerline has tendered",
    ),
    Fault(
        "title of more than 48 characters",
        "J2",
        "Ships ordered if Norrgas signs in time",
        "Ships ordered if Norrgas signs before the loans lapse",
    ),
    Fault("figure in a judgment that its points lack", "J1", "by Q3 2029", "by Q2 2029"),
    Fault(
        "name in a judgment that its points lack",
        "J2",
        "if Norrgas signs in",
        "if Vestgas signs in",
    ),
)
