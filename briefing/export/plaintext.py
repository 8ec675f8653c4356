"""A brief as plain text: which chapters, in which order, at which depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.export import entries, front, method, outlook, points, risks, source
from briefing.export.layout import BLANK, Chapter, Layout, Passage
from briefing.export.view import headlines, view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.export.view import View
    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName

_NONE_IN_SOURCE = "None stated in the source."
_NONE_IN_BRIEF = "None stated in this brief."


class _Part(NamedTuple):
    """A chapter to be: the section that chooses it, and the one whose file it comes from."""

    section: SectionName
    home: SectionName
    heading: str
    passages: Callable[[View], Iterator[Passage]]
    if_empty: str
    opens: bool = False  # whether it opens with the so_what of its section


_PARTS = (
    _Part("overview", "outlook", "Bottom line", front.bottom_line, _NONE_IN_BRIEF),
    _Part("overview", "outlook", "Key judgments", front.judgments, _NONE_IN_BRIEF),
    _Part("regions", "regions", "Regions", entries.regions, _NONE_IN_SOURCE, opens=True),
    _Part("motives", "motives", "Motives", entries.motives, _NONE_IN_SOURCE, opens=True),
    _Part(
        "competitors",
        "competitors",
        "Competitors",
        entries.competitors,
        _NONE_IN_SOURCE,
        opens=True,
    ),
    _Part("risks", "risks", "Risks", risks.risks, _NONE_IN_BRIEF, opens=True),
    _Part("timeline", "timeline", "Timeline", points.timeline, _NONE_IN_SOURCE, opens=True),
    _Part("figures", "figures", "Figures", points.figures, _NONE_IN_SOURCE, opens=True),
    _Part(
        "outlook",
        "outlook",
        "Weak points of the source",
        outlook.weak_points,
        _NONE_IN_BRIEF,
        opens=True,
    ),
    _Part("outlook", "outlook", "Other explanations", outlook.other_explanations, _NONE_IN_BRIEF),
    _Part("outlook", "outlook", "Not known", outlook.not_known, _NONE_IN_BRIEF),
    _Part("outlook", "outlook", "Watch for", outlook.watch_for, _NONE_IN_BRIEF),
    _Part("outlook", "outlook", "Assumptions", outlook.assumptions, _NONE_IN_BRIEF),
    _Part("source", "source", "Source", source.digests, "No record of the source."),
)
_DEEP = {"Assumptions", "Source"}  # printed in full, or where their section is asked for
_WITH_LIKELIHOODS: set[SectionName] = {"overview", "risks", "outlook"}


def plain(
    brief: Brief,
    *,
    sections: Sequence[SectionName] = (),
    full: bool = False,
    width: int = 72,
    ascii: bool = False,  # noqa: A002 - named as the option is
) -> str:
    """The brief as text of at most `width` columns, the same bytes every time.

    By default what a hurried reader needs, shorter than its source; `full` says everything.
    `sections` leaves out the others; none given means all. `ascii` transliterates the content;
    headings and rules are ASCII always.
    """
    seen = view(brief, full=full)
    chosen = set(sections)
    block = source.block(seen) if not chosen or chosen & {"overview", "source"} else ()
    return Layout(width, ascii).page(brief.header.title, block, _chapters(seen, chosen))


def _chapters(seen: View, chosen: set[SectionName]) -> Iterator[Chapter]:
    told: dict[SectionName, str] = {}  # under which heading a broken file was reported
    for part in _PARTS:
        if part.section in chosen or (not chosen and (seen.full or part.heading not in _DEEP)):
            passages = _broken(part, seen, told) or _whole(part, seen)
            yield Chapter(part.heading, tuple(passages))
    if not chosen or chosen & _WITH_LIKELIHOODS:
        yield Chapter("Scale and method", tuple(method.scale_and_method(seen)))


def _broken(part: _Part, seen: View, told: dict[SectionName, str]) -> list[Passage]:
    """What is wrong with the file of the part, said in full under the first of its headings."""
    if part.home not in seen.brief.broken:
        return []
    if part.home in told:
        return [Passage(f"This section could not be read: see {told[part.home]} above.")]
    told[part.home] = part.heading.upper()
    return [Passage("This section could not be read:"), *headlines(seen.brief, part.home)]


def _whole(part: _Part, seen: View) -> Iterator[Passage]:
    so_what = getattr(seen.brief, part.home).so_what if part.opens else None
    passages = list(part.passages(seen))
    if so_what:
        yield Passage(f"So what: {so_what}")
        if passages:
            yield BLANK
    elif not passages:
        yield Passage(part.if_empty)
    yield from passages
