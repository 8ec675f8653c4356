"""How things are put on the screen: the same thing always in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.dates import Certainty, Span
from briefing.model.scales import with_range
from briefing.model.statements import by_id

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from briefing.model.brief import Brief
    from briefing.model.entries import Risk
    from briefing.model.outlook import Judgment
    from briefing.model.points import Point

METERS = {"low": "●○○", "moderate": "●●○", "high": "●●●"}
NOTHING = "None stated in the source."


def count(number: int, one: str, many: str = "") -> str:
    """The number with its noun: "1 point", "3 points"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def stance(point: Point) -> str:
    """How the source says it: "stated", or "reported ("reportedly")"."""
    return f'{point.stance} ("{point.marker}")' if point.marker else point.stance


def anchors(at: Iterable[str]) -> str:
    """Where in the source: "P1.1 P2.2"."""
    return " ".join(at)


def quotation(brief: Brief, key: str) -> str:
    """A statement with what names it and its brief, to be pasted elsewhere; "" for none."""
    statement = by_id(brief).get(key)
    if statement is None:
        return ""
    at = getattr(statement.part, "at", ())
    name = key if isinstance(at, str) else f"{key} {anchors(at)}".strip()
    return f"{statement.text} [{name}] ({brief.header.title})"


def sourcing(brief: Brief) -> str:
    """Where the brief comes from and how old it is, for the title row."""
    publisher = brief.source.publisher if brief.source else None
    header = brief.header
    age = f"as of {header.as_of}" if header.as_of else None
    if age is None and header.prepared:
        age = f"prepared {header.prepared.on}"
    return " · ".join(part for part in (publisher, age) if part)


def judged(brief: Brief, part: Judgment | Risk) -> str:
    """The likelihood with its range: "Likely (55-80%)"."""
    return with_range(brief.header.scale, part.likelihood)


def bounds(span: Span) -> str:
    """The bounds of a date as short as they are exact: "2027-10 to 2028-03"."""
    if span.earliest is None or span.latest is None:
        day = span.earliest or span.latest
        return f"{'from' if span.earliest else 'until'} {day:%Y-%m}"
    first, last = span.earliest, span.latest
    if _whole_year(first, last):
        text = f"{first.year}"
    elif (first.year, first.month) == (last.year, last.month):
        text = f"{first:%Y-%m-%d}" if first == last else f"{first:%Y-%m}"
    else:
        text = f"{first:%Y-%m} to {last:%Y-%m}"
    return f"about {text}" if span.certainty in _SHAKY else text


_SHAKY = {Certainty.UNCERTAIN, Certainty.APPROXIMATE, Certainty.DOUBTFUL}


def _whole_year(first: date, last: date) -> bool:
    return first.year == last.year and (first.month, last.month) == (1, 12) and last.day == 31


def how_known(span: Span) -> str:
    """Why a date is not simply a date: "computed", "computed from an assumed date", or ""."""
    return {
        Certainty.COMPUTED: "computed",
        Certainty.ASSUMED: "computed from an assumed date",
        Certainty.ONE_OF: "one day in this span",
    }.get(span.certainty, "")
