"""Points that say the same: they say it in the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.evidence import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.audit.evidence import Evidence
    from briefing.problems import Problem


def check_pairs(evidence: Evidence) -> Iterator[Problem]:
    """Report a point whose stance or marker differs from that of the point it is the same as.

    The one is reported that has neither the marker nor a problem of its own already.
    """
    known = {point.id: point for point in evidence.points}
    for point in evidence.points:
        other = known.get(point.same_as or "")
        if other is None or {point.id, other.id} & evidence.accused:
            continue
        for field in ("stance", "marker"):
            mine, theirs = getattr(point, field), getattr(other, field)
            if mine != theirs:
                wrong, right = (
                    (other, point) if point.marker and not other.marker else (point, other)
                )
                message = f"{right.id}, which says the same, has the {field} {shown(getattr(right, field))}"
                hint = "points that say the same have the same stance and marker"
                yield evidence.problem((wrong.id, field), message, hint, code="pair")
                break
