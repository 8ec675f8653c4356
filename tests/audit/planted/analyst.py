"""Risks and summaries: what is missing in them, and what their points do not have."""

from __future__ import annotations

from tests.audit.planting import Fault

FAULTS = (
    Fault(
        "risk without a cause",
        "RK2",
        "    cause: Nothing may be built in Norrsund before the seabed has been surveyed.\n",
        "",
        at="RK2",
    ),
    Fault(
        "risk without an event",
        "RK3",
        "    event: Lenders refuse to renew the debt.\n",
        "",
        at="RK3",
    ),
    Fault(
        "risk without a consequence",
        "RK3",
        "    consequence: The order is cut or dropped.\n",
        "",
        at="RK3",
    ),
    Fault(
        "risk without a trigger",
        "RK1",
        "    trigger: The talks end without a contract.\n",
        "",
        at="RK1",
    ),
    Fault(
        "risk without a trigger",
        "RK4",
        "trigger: A contract for imports is signed.",
        "trigger:",
    ),
    Fault("risk that rests on nothing", "RK2", "rests_on: [R10, T1, T2, T3]", "rests_on: []"),
    Fault(
        "figure in a summary that its points lack", "RK3", "Over 2.1 billion", "Over 2.3 billion"
    ),
    Fault("figure in a summary that its points lack", "demand", "1.8 million", "1.6 million"),
    Fault("figure in a summary that its points lack", "kattline", "June 2028", "July 2028"),
    Fault("figure in a summary that its points lack", "halvik", "Three berths", "Five berths"),
    Fault("figure in a risk that its points lack", "RK2", "past May 2027", "past May 2028"),
    Fault("figure in a so_what that the section lacks", "timeline so_what", "in time;", "by 2025;"),
    Fault("name in a summary that its points lack", "halvik", "St. Olav", "St. Erik"),
    Fault(
        "name in a summary that its points lack",
        "norrgas",
        "The only bidder",
        "Beside Vestgas a bidder",
    ),
    Fault(
        "name in a summary that its points lack",
        "kattline",
        "add departures",
        "add departures from Halvik",
    ),
    Fault("name in a risk that its points lack", "RK1", "Norrgas decides", "Vestgas decides"),
    Fault(
        "name in a so_what that the section lacks",
        "regions so_what",
        "Halvik lacks",
        "Marstrand lacks",
    ),
    Fault(
        "name in a risk that its points lack", "RK4", "because a tanker is", "because Vestgas is"
    ),
    Fault("hearsay told flat, in a summary", "blue-strait", "and reportedly wants", "and wants"),
    Fault(
        "name in a tension that the source lacks",
        "X1",
        "and Skagerline wants",
        "and Vestline wants",
    ),
    Fault(
        "name in an alternative that the source lacks",
        "H1",
        "press for state aid",
        "press Vestgas for aid",
    ),
    Fault(
        "name in a response that the source lacks",
        "RK4",
        "The Nordic Ferry Council",
        "The Baltic Ferry Council",
    ),
    Fault("name of an entry changed", "kattline", "title: Kattline", "title: Sandline"),
    Fault(
        "name in the title that the source lacks", "brief title", "title: ", "title: Vestgas and "
    ),
)
