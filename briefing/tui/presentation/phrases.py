"""How things are put on the screen: the same thing always in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.dates import Certainty, Span
from briefing.model.scales import term
from briefing.model.statements import by_id
from briefing.model.wording import likelihood
from briefing.tui.presentation.cited import sentence_at, sentence_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.brief import Brief
    from briefing.model.entries import Risk
    from briefing.model.outlook import Judgment
    from briefing.model.points import Point

METERS = {"low": "●○○", "moderate": "●●○", "high": "●●●"}
_BAR = 9  # cells from 0 to 100 percent: the fewest in which no two terms of a scale look alike
NOTHING = "None stated in the source."


def count(number: int, one: str, many: str = "") -> str:
    """The number with its noun: "1 point", "3 points"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def stance(point: Point) -> str:
    """How the source says it: "stated", or "reported: reportedly" with the word that tells."""
    return f"{point.stance}: {point.marker}" if point.marker else point.stance


def anchors(at: Iterable[str]) -> str:
    """Where in the source: "P1.1 P2.2"."""
    return " ".join(at)


def quotation(brief: Brief, key: str) -> str:
    """A statement or a sentence on one line with what names it and its brief, to be pasted elsewhere.

    What cites the source has the source named too. "" where there is no such statement, or where
    the words of the sentence are not at hand.
    """
    if found := sentence_at(brief, key):
        words = sentence_text(brief, *found)
        return _cited(words, key, brief, sourced=True) if words else ""
    statement = by_id(brief).get(key)
    if statement is None:
        return ""
    at = getattr(statement.part, "at", ())
    name = key if isinstance(at, str) else f"{key} {anchors(at)}".strip()
    if not key[:1].isupper():  # names in the files mean nothing elsewhere
        name = ""
    return _cited(statement.text, name, brief, sourced=bool(at))


def _cited(text: str, name: str, brief: Brief, *, sourced: bool) -> str:
    record = brief.source if sourced else None
    known = (record.title, record.publisher, record.published) if record else ()
    source = ", ".join(" ".join(part.split()) for part in known if part)
    title = " ".join(brief.header.title.split())
    reference = f"({title}; source: {source})" if source else f"({title})"
    return " ".join([*text.split(), *([f"[{name}]"] if name else []), reference])


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
    return likelihood(brief, part.likelihood)


def odds(brief: Brief, judgment: Judgment, *, plain: bool = False) -> str:
    """Likelihood with its range, the range drawn from 0 to 100 percent, and the confidence.

    `plain` leaves the drawing out, and so does a range that is not known.
    """
    drawn = "" if plain else drawn_range(brief, judgment.likelihood)
    parts = (judged(brief, judgment), drawn, METERS[judgment.confidence])
    return " ".join(part for part in parts if part)


def drawn_range(brief: Brief, word: str) -> str:
    """The range of a word of likelihood as a heavy stretch of a line from 0 to 100 percent."""
    try:
        found = term(brief.header.scale, word)
    except KeyError:
        return ""
    if "overview" in brief.broken:
        return ""
    start = min(round(found.low * _BAR / 100), _BAR - 1)
    end = max(start + 1, round(found.high * _BAR / 100))
    return "─" * start + "━" * (end - start) + "─" * (_BAR - end)


def how_known(span: Span) -> str:
    """Why a date is not simply a date: "computed", "computed from an assumed date", or ""."""
    return {
        Certainty.COMPUTED: "computed",
        Certainty.ASSUMED: "computed from an assumed date",
        Certainty.ONE_OF: "one day in this span",
    }.get(span.certainty, "")
