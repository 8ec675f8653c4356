"""Risks: each has a cause, an event, a consequence and a trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.audit.evidence import Evidence
    from briefing.problems import Problem

_NEEDED = {
    "cause": "what gives rise to it",
    "event": "what would happen",
    "consequence": "what would follow",
    "trigger": "the sign that it is coming true",
}


def check_risks(evidence: Evidence) -> Iterator[Problem]:
    """Report what a risk lacks."""
    for risk in evidence.brief.risks.entries:
        for field, meaning in _NEEDED.items():
            if not getattr(risk, field):
                message = f"{risk.id} has no {field}"
                hint = f"write `{field}:`, {meaning}"
                yield evidence.problem((risk.id, field), message, hint, code="risk")
        if risk.response is None or not (
            risk.response.at or _NONE in risk.response.text.casefold()
        ):
            message = f"{risk.id} does not say where the source speaks of a response"
            hint = "write `response: {text: ..., at: P1.1}`, or {text: none stated}"
            yield evidence.problem(
                (risk.id, "response"), message, hint, code="risk", severity=Severity.WARNING
            )


_NONE = "none stated"
