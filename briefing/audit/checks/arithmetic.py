"""Arithmetic: a start and a duration reach the end that the source gives, or a tension says not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.dates import Certainty, Span, shift
from briefing.model.wording import months, period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.audit.evidence import Evidence
    from briefing.model.points import Event
    from briefing.problems import Problem


def check_arithmetic(evidence: Evidence) -> Iterator[Problem]:
    """Report dates that do not follow from what they are said to follow from."""
    events = {event.id: event for event in evidence.brief.timeline.points}
    for event in events.values():
        if event.id in evidence.accused:
            continue
        start = _start(evidence, event.after)
        if event.when and start and (event.after != event.id):
            yield from _reached(evidence, event, event.after or "", event.months, start)
        elif event.when and not event.after and event.stance == "inferred":
            yield from _by_rule(evidence, event, events)
    yield from _assumed(evidence)


def _start(evidence: Evidence, name: str | None) -> Span | None:
    if name == "published":
        assume = evidence.brief.header.assume
        return assume.published.span if assume else None
    return evidence.brief.spans.get(name or "")


def _by_rule(evidence: Evidence, event: Event, events: dict[str, Event]) -> Iterator[Problem]:
    """A date that the source infers in the sentence of a usual duration.

    It is counted from the earliest start there is, the assumed day of publication.
    """
    start = _start(evidence, "published")
    for rule in events.values():
        if start and rule.status == "rule" and rule.months and set(rule.at) & set(event.at):
            yield from _reached(evidence, event, rule.id, rule.months, start)


def _reached(
    evidence: Evidence, event: Event, other: str, length: tuple[int, ...], start: Span
) -> Iterator[Problem]:
    stated = event.when.span if event.when else start
    ends = shift(start, length or (0,), Certainty.COMPUTED)
    if not length:  # it only comes after
        ends = Span(ends.earliest, None, Certainty.COMPUTED)
    apart = _before(stated, ends) or _before(ends, stated)
    if apart and not _said(evidence, event.id, other):
        reached = f"{months(length)} from {period(start)} is {period(ends)}"
        message = reached if length else f"it comes after {other}, which is {period(start)}"
        hint = f"mend the date, or say so in a tension between {event.id} and {other}"
        field = "after" if event.after else "when"
        yield evidence.problem((event.id, field), message, hint, code="arithmetic")


def _before(one: Span, other: Span) -> bool:
    return bool(one.latest and other.earliest and one.latest < other.earliest)


def _said(evidence: Evidence, *ids: str) -> bool:
    """Whether a tension speaks of these events."""
    named = {name for name in ids if name != "published"}
    return any(named <= set(t.between) for t in evidence.brief.outlook.tensions)


def _assumed(evidence: Evidence) -> Iterator[Problem]:
    """Report an assumed day of publication that no assumption speaks of."""
    from briefing.audit.figures import bounds, figures  # noqa: PLC0415

    brief = evidence.brief
    if brief.header.assume is None or "outlook" in brief.broken:
        return
    day = brief.header.assume.published.span
    said = [
        spans[1]
        for assumption in brief.outlook.assumptions
        for found in figures(assumption.text)
        if (spans := bounds(found.quantity))
    ]
    if not any((span.earliest, span.latest) == (day.earliest, day.latest) for span in said):
        message = f"no assumption says that the source appeared in {period(day)}"
        hint = "write one in outlook.yaml: what it follows from, and what falls if it is wrong"
        where = ("overview", "assume.published")
        yield evidence.problem(where, message, hint, code="assumption")
