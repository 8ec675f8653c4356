"""When things happen: the span of each event, given or computed from the event before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.dates import Certainty, Span, shift

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.dates import Date
    from briefing.model.points import Event


def spans(events: Iterable[Event], published: Date | None = None) -> dict[str, Span]:
    """The span of every event that has one, by id.

    An event with `when` has that span. One with `after` and `months` has the span of what it
    follows, moved on: computed, or assumed where it goes back to the assumed day of publication.
    One that follows itself, or an event without a span, has none; nor has a mere duration.
    """
    waiting = {event.id: event for event in events}
    found: dict[str, Span] = {}
    if published:
        found["published"] = Span(*published.span[:2], Certainty.ASSUMED)
    for first in list(waiting):
        chain = []
        event = waiting.pop(first, None)
        while event:
            chain.append(event)
            computed = event.after and not event.when
            event = waiting.pop(event.after or "", None) if computed else None
        for link in reversed(chain):
            if span := _span(link, found):
                found[link.id] = span
    found.pop("published", None)
    return found


def _span(event: Event, found: dict[str, Span]) -> Span | None:
    if event.when:
        return event.when.span
    base = found.get(event.after or "")
    if base is None or not event.months:
        return None
    assumed = base.certainty is Certainty.ASSUMED
    return shift(base, event.months, Certainty.ASSUMED if assumed else Certainty.COMPUTED)
