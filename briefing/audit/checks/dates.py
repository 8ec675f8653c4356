"""Times: an event's label, months and date against the sentences it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.audit.amounts import alike, figures
from briefing.audit.evidence import shown
from briefing.audit.figures import bounds
from briefing.audit.lengths import in_months
from briefing.model.points import Event

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefing.audit.evidence import Evidence
    from briefing.audit.figures import Quantity
    from briefing.model.dates import Span
    from briefing.problems import Problem


def check_dates(evidence: Evidence) -> Iterator[Problem]:
    """Report times of an event that its sentences do not give."""
    for event in evidence.points:
        if not isinstance(event, Event) or not evidence.cited(event.at):
            continue
        given = [q for sentence in evidence.cited(event.at) for q in sentence.quantities]
        yield from _label(evidence, event, given)
        yield from _months(evidence, event, given)
        if event.when:
            yield from _when(evidence, event, given, event.when.span)


def _label(evidence: Evidence, event: Event, given: Sequence[Quantity]) -> Iterator[Problem]:
    for found in figures(event.label):
        if not any(alike(quantity, found.quantity) for quantity in given):
            message = f"the source does not say {shown(found.quantity)} in {' '.join(event.at)}"
            hint = _has(given)
            where = (event.id, "label", found.start)
            yield evidence.problem(where, message, hint, code="date")


def _months(evidence: Evidence, event: Event, given: Sequence[Quantity]) -> Iterator[Problem]:
    """`months: 0` says no more than that it is the same month; it needs no duration."""
    if list(event.months) != sorted(event.months):
        hint = "the shortest first"
        yield evidence.problem((event.id, "months"), "the months fall", hint, code="date")
    lengths = [span for quantity in given if (span := in_months(quantity))]
    named = any(in_months(found.quantity) for found in figures(event.label))
    if not any(event.months) and not (event.months and named):
        return
    if (min(event.months), max(event.months)) not in lengths:
        said = "-".join(map(str, event.months))
        message = f"the source gives no {said} months in {' '.join(event.at)}"
        yield evidence.problem((event.id, "months"), message, _has(given), code="date")


def _when(
    evidence: Evidence, event: Event, given: Sequence[Quantity], span: Span
) -> Iterator[Problem]:
    dates = [spans for quantity in given if (spans := bounds(quantity))]
    if not dates:
        if any(quantity.kind == "relative" for quantity in given):
            return  # a date counted from the day of publication
        message = f"the source gives no date in {' '.join(event.at)}"
        hint = "leave `when` out; where it counts from something, write `after` and `months`"
        yield evidence.problem((event.id, "when"), message, hint, code="date")
        return
    starts = [(wide.earliest, narrow.earliest) for wide, narrow in dates]
    ends = [(narrow.latest, wide.latest) for wide, narrow in dates]
    if not (_within(span.earliest, starts) and _within(span.latest, ends)):
        said = " and ".join(str(q) for q in given if bounds(q))
        message = f"the source says {said} in {' '.join(event.at)}"
        hint = f"that is {_readings(dates)}"
        yield evidence.problem((event.id, "when"), message, hint, code="date")


def _within(day: date | None, limits: Sequence[tuple[date | None, date | None]]) -> bool:
    """Whether a bound lies between the wide and the narrow reading of some date."""
    if day is None:
        return True
    return any(low and high and low <= day <= high for low, high in limits)


def _readings(dates: Sequence[tuple[Span, Span]]) -> str:
    starts = [str(wide.earliest)[:7] for wide, _ in dates]
    ends = [str(wide.latest)[:7] for wide, _ in dates]
    return f"at most {min(starts)} to {max(ends)}"


def _has(given: Sequence[Quantity]) -> str:
    return f"it has {', '.join(map(str, given))}" if given else "it has no time"
