"""Dates that follow: from the dates a judgment rests on, by the months it rests on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefing.audit.amounts import figures
from briefing.audit.figures import bounds, same
from briefing.audit.lengths import in_months
from briefing.model.dates import Certainty, shift

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.audit.figures import Quantity
    from briefing.model.dates import Span

_DAY, _MONTH = timedelta(days=1), timedelta(days=31)


class Reach:
    """The dates that an analyst may name on that ground, beside those the ground itself has.

    They are dates within those of its points and of the assumptions it rests on, the day of
    publication where one counts from it, the day by which the judgment resolves and the day
    after; and the months in which any of these begins or ends, moved by months that it rests on.
    """

    def __init__(
        self,
        given: Sequence[Quantity],
        assumed: Sequence[str],
        published: Span | None,
        resolves_by: Span | None,
    ) -> None:
        self.more = [found.quantity for text in assumed for found in figures(text)]
        quantities = [*given, *self.more]
        pairs = [spans for quantity in quantities if (spans := bounds(quantity))]
        self.spans = [wide for wide, _ in pairs]
        exact = [narrow for _, narrow in pairs]
        exact += [span for span in (published, resolves_by) if span]
        self.days = {
            day for span in exact for day in (span.earliest, span.latest, _next(span)) if day
        }
        lengths = {m for quantity in quantities for m in in_months(quantity) or ()}
        moved = [
            shift(span, (m * way,), Certainty.COMPUTED)
            for span in exact
            for m in lengths
            for way in (1, -1)
        ]
        self.months = {
            (day.year, day.month) for span in [*exact, *moved] for day in span[:2] if day
        }

    def has(self, quantity: Quantity) -> bool:
        """Whether a figure follows from the ground."""
        if any(same(other, quantity) for other in self.more):
            return True
        spans = bounds(quantity)
        if spans is None:
            return False
        start, end = spans[1].earliest, spans[1].latest
        if start is None or end is None:
            return False
        if any(_within(start, end, span) for span in self.spans):
            return True
        if end - start < _MONTH:
            return (end.year, end.month) in self.months
        return any(start <= day <= end for day in self.days)


def _next(span: Span) -> date | None:
    """The first day after it: "before 2028" is by the end of 2027."""
    return span.latest + _DAY if span.latest and span.latest < date.max else None


def _within(start: date, end: date, span: Span) -> bool:
    return bool(span.earliest and span.latest and span.earliest <= start and end <= span.latest)
