"""The source: a paragraph that changed, and a record that was changed by hand."""

from __future__ import annotations

from tests.audit.planting import Fault

FAULTS = (
    # the points that cite it are suspect until somebody has seen them again
    Fault(
        "paragraph of the article changed",
        "article Norrsund is harder",
        "is harder",
        "is much harder",
        at="R8 at",
        also=("R9 at", "R10 at", "T1 at", "T2 at", "T3 at", "F5 at", "F8 at", "record file:"),
        needs_article=True,
    ),
    Fault(
        "paragraph of the article changed",
        "article Fuel is the other",
        "still costs",
        "no longer costs",
        at="M10 at",
        also=("M11 at", "T12 at", "F9 at", "F10 at", "record file:"),
        needs_article=True,
    ),
    Fault(
        "paragraph marked as changed",
        "P9",
        "    digest:",
        '    changed: "2026-12-01"\n    digest:',
        at="C5 at",
        also=("R6 at", "R7 at", "K7 at", "T9 at", "F16 at", "F18 at"),
    ),
    Fault("card changed by hand", "P7.2", '["2",', '["2", "5",'),
    Fault(
        "card changed by hand", "P10.4", "[Sundbank]", "[Sundbank, Kattline]", needs_article=True
    ),
    Fault(
        "reason to skip removed",
        "P5.1",
        "        skip: A question that the next sentence answers.\n",
        "",
        at="P5.1 at",
    ),
    Fault("name in a digest that the source lacks", "P3", "Presents Halvik", "Presents Marstrand"),
    Fault("figure in a digest that its paragraph lacks", "P6", "dearer still", "28% dearer"),
)
