"""What the audit cannot catch, or does not yet: planted so that the table stays honest."""

from __future__ import annotations

from tests.audit.planting import WHOLE, Fault

FAULTS = (
    Fault("meaning reversed", "R8", "the harder", "the easier"),
    Fault("meaning reversed", "M11", "raise the price", "lower the price"),
    Fault("meaning reversed", "F21", "shrank from", "grew from"),
    Fault("meaning reversed", "C2", "is shorter", "is longer"),
    Fault("negation dropped", "R7", "holds no license", "holds a license"),
    Fault("negation dropped", "C6", "did not comment", "did comment"),
    Fault("negation dropped", "C8", "show no interest", "show interest"),
    Fault("negation added", "M7", "is a reason", "is no reason"),
    Fault("point removed whose sentence another covers", "M2", WHOLE, ""),
    Fault("point removed whose sentence another covers", "R7", WHOLE, ""),
    Fault("point removed whose sentence another covers", "C2", WHOLE, ""),
    Fault("name of the same sentence in its place", "F14", "Norrgas wants", "Skagerline wants"),
    Fault(
        "names of a sentence swapped", "R12", "From Halvik to Norrsund", "From Norrsund to Halvik"
    ),
    Fault("figures of a sentence swapped", "F21", "from 9.5% to 6.2%", "from 6.2% to 9.5%"),
    Fault("another thing counted", "F7", "trucks a month", "cars a month"),
    Fault("anchor to the sentence beside", "M11", "at: P6.2", "at: P6.3"),
    Fault("scope widened", "R11", "off the west coast", "in the world"),
    Fault("about another entry", "C1", "about: norrsund", "about: halvik"),
    Fault("role changed", "norrgas", "roles: [supplier]", "roles: [rival]"),
    Fault("impact changed", "RK1", "impact: high", "impact: low"),
    Fault(
        "figure in a tension that its points lack",
        "X1",
        "sail by\n      Q3 2029",
        "sail by\n      Q3 2028",
    ),
    Fault("number of a thing changed", "F5", "No. 4", "No. 5"),
)
