"""The faults that the tests plant in the sample brief, one at a time, and the table of them.

`python -m tests.audit.faults` renews the table in docs/audit.md.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.audit.planted import (
    analyst,
    beyond,
    figures,
    names,
    outlook,
    points,
    source,
    times,
    words,
)

if TYPE_CHECKING:
    from tests.audit.planting import Fault

PAGE = Path(__file__).parents[2] / "docs" / "audit.md"
BLOCK = re.compile(r"(<!-- faults -->\n).*?(<!-- end -->\n)", re.DOTALL)

CAUGHT: tuple[Fault, ...] = (
    *figures.FAULTS,
    *names.FAULTS,
    *words.FAULTS,
    *times.FAULTS,
    *points.FAULTS,
    *analyst.FAULTS,
    *outlook.FAULTS,
    *source.FAULTS,
)
MISSED: tuple[Fault, ...] = beyond.FAULTS


def kinds(faults: tuple[Fault, ...]) -> dict[str, list[Fault]]:
    """The faults by kind, in their order."""
    found: dict[str, list[Fault]] = {}
    for fault in faults:
        found.setdefault(fault.kind, []).append(fault)
    return found


def table() -> str:
    """Kinds of faults with how many were planted and caught, as Markdown: the missed ones last."""
    rows = [
        "| planted | faults | caught | missed | needs the article |",
        "| --- | --- | --- | --- | --- |",
    ]
    for kind, faults in kinds((*CAUGHT, *MISSED)).items():
        missed = sum(fault in MISSED for fault in faults)
        texts = sum(fault.needs_article for fault in faults)
        cells = (kind, len(faults), len(faults) - missed, missed or "", texts or "")
        rows.append(f"| {' | '.join(map(str, cells))} |".replace("  ", " "))
    total = len(CAUGHT) + len(MISSED)
    rows.append(f"| **all** | **{total}** | **{len(CAUGHT)}** | **{len(MISSED)}** | |")
    return "".join(f"{row}\n" for row in rows)


def renewed(page: str) -> str:
    """The page with its table as the faults have it."""
    return BLOCK.sub(lambda found: f"{found[1]}{table()}{found[2]}", page)


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf-8")), "utf-8")
