"""The last chapter: the scale of likelihood, and how to read the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.export.layout import BLANK, Passage
from briefing.model.scales import SCALE_TITLES, SCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.export.view import View
    from briefing.model.header import Header

_VOICES = (
    "Regions, motives and competitors sum up the source, unverified; So what and all the rest are"
    " the analyst's."
)
_VOICES_IN_FULL = (
    "Points, and the summaries of regions, motives and competitors, say what the source says,"
    " unverified. All else is the analyst's, lines that open with So what or Note among it."
)
_APART = "Confidence stands apart from likelihood, and impact is never multiplied with it."
_STANCES = (
    "A point is stated flatly by the source unless its stance follows in parentheses: reported"
    " (hearsay), attributed (to a speaker), inferred (the source's own reasoning), forecast or"
    " opinion, with the source's own word for it in quotation marks where there is one."
)
_REFERENCES = (
    "Brackets close a statement with its id and the places in the source that it rests on: P6.3"
    " is paragraph 6, sentence 3."
)


def scale_and_method(view: View) -> Iterator[Passage]:
    """One short paragraph; in full with every term of the scale and the words of the points."""
    if "overview" in view.brief.broken:
        yield Passage(
            "Likelihood: which scale is meant is not known, brief.yaml could not be read."
        )
        return
    header = view.brief.header
    yield Passage(" ".join(_paragraph(header, full=view.full)))
    if not view.full:
        return
    yield BLANK
    terms = SCALES[header.scale]
    room = max(len(term.range) for term in terms)
    for term in terms:
        yield Passage(term.word, f"{term.range.rjust(room)}  ", indent=2)
    for text in (_APART, _STANCES, _REFERENCES):
        yield BLANK
        yield Passage(text)


def _paragraph(header: Header, *, full: bool) -> Iterator[str]:
    yield f"Likelihood: {SCALE_TITLES[header.scale]}."
    if header.assume:
        yield f"Relative dates assume publication in {header.assume.published}."
    yield _VOICES_IN_FULL if full else _VOICES
