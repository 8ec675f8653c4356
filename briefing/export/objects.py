"""A brief as one JSON object. docs/json.md describes every key; a test holds the two together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from briefing import __version__
from briefing.model.scales import SCALE_TITLES, SCALES
from briefing.model.sections import SECTIONS
from briefing.text import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.brief import Brief
    from briefing.model.dates import Span
    from briefing.model.sections import Section, SectionName

_FORMAT = 1
_OF_OVERVIEW = ("bottom_line", "judgments")


def as_json(brief: Brief, *, sections: Sequence[SectionName] = ()) -> str:
    """The whole brief as indented JSON, the same bytes every time, with a newline at its end.

    `sections` leaves out the others; none given means all. Every key is always there: null means
    not given, an empty list none.
    """
    document = {
        "format": _FORMAT,
        "briefing": __version__,
        "slug": brief.slug,
        "header": _plain(brief.header) if _has_header(brief) else None,
        "scale": _scale(brief.header.scale) if _has_header(brief) else None,
        "sections": {s.name: _section(brief, s) for s in SECTIONS if _is_in(s.name, sections)},
        "problems": [problem.fields() for problem in brief.problems],
    }
    return escaped(msgspec.json.format(msgspec.json.encode(document), indent=2).decode()) + "\n"


def _has_header(brief: Brief) -> bool:
    return "overview" not in brief.broken


def _is_in(name: SectionName, sections: Sequence[SectionName]) -> bool:
    return not sections or name in sections


def _plain(value: object) -> Any:
    """A struct as dicts and lists. Dates and anchors are the only types msgspec does not know."""
    return msgspec.to_builtins(value, enc_hook=str)


def _scale(name: str) -> dict[str, object]:
    terms = [{"word": term.word, "low": term.low, "high": term.high} for term in SCALES[name]]
    return {"name": name, "title": SCALE_TITLES[name], "terms": terms}


def _section(brief: Brief, section: Section) -> dict[str, object]:
    """A section under its title. The overview is cut from the file of the outlook."""
    home: SectionName = "outlook" if section.name == "overview" else section.name
    return {
        "title": section.title,
        "broken": home in brief.broken,
        **_content(brief, section.name),
    }


def _content(brief: Brief, name: SectionName) -> dict[str, Any]:
    if name == "source":
        return {"record": _plain(brief.source)}
    if name in {"overview", "outlook"}:
        outlook = _plain(brief.outlook)
        _add_ranges(outlook["judgments"], brief)
        of_overview = name == "overview"
        return {key: v for key, v in outlook.items() if (key in _OF_OVERVIEW) is of_overview}
    content: dict[str, Any] = _plain(getattr(brief, name))
    if name == "risks":
        _add_ranges(content["entries"], brief)
    if name == "timeline":
        for event in content["points"]:
            event["span"] = _span(brief.spans.get(event["id"]))
    return content


def _add_ranges(parts: Iterable[dict[str, Any]], brief: Brief) -> None:
    """Beside each likelihood what its word means, in percent; null where that is not known."""
    scale = SCALES[brief.header.scale] if _has_header(brief) else ()
    ranges = {term.word: {"low": term.low, "high": term.high} for term in scale}
    for part in parts:
        part["likelihood_range"] = ranges.get(part["likelihood"])


def _span(span: Span | None) -> dict[str, str | None] | None:
    if span is None:
        return None
    earliest, latest = (str(day) if day else None for day in (span.earliest, span.latest))
    return {"earliest": earliest, "latest": latest, "certainty": span.certainty}
