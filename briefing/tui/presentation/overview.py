"""The overview: what a reader who stops here takes away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefing.model.dates import Certainty
from briefing.model.entries import by_weight
from briefing.model.statements import points
from briefing.model.wording import hedged
from briefing.text import width
from briefing.tui.presentation.layout import rows
from briefing.tui.presentation.page import Block, Item, Page, Span, label, tagged
from briefing.tui.presentation.phrases import METERS, count, judged, stance

if TYPE_CHECKING:
    from briefing.model import dates
    from briefing.model.brief import Brief
    from briefing.tui.presentation.page import Style

_FIGURES = _NEXT = _RISKS = 3
_LEGEND = "confidence ●●● high ●●○ moderate ●○○ low"


def overview(
    brief: Brief, cells: int, height: int, audit: str = "", *, alarmed: bool = False
) -> Page:
    """Bottom line, what the audit says of it, judgments, key figures, what comes next, top risks.

    Where all of it does not fit into `height` rows, the key figures go first: the figures
    section has them all. At last `audit`, a line, goes up to the heading if that has room. It
    stands out where it is `alarmed`.
    """
    style: Style = "warning" if alarmed else "muted"
    if width(bare := audit.removeprefix("Audit: ")) <= cells < width(audit):
        audit = bare
    line = Item((Block(audit, style),), gap=False) if audit else None
    for figures, gaps in ((True, True), (True, False), (False, True), (False, False)):
        page = _page(brief, line, figures=figures, gaps=gaps)
        if len(rows(page, cells)) <= height:
            return page
    if audit and width(page.heading) + 2 + width(audit) <= cells:
        page = _page(brief, None, figures=False, gaps=False)
        return page._replace(detail=audit, detail_style=style)
    return page


def _page(brief: Brief, audit: Item | None, *, figures: bool, gaps: bool) -> Page:
    items = _bottom_line(brief)
    if audit:
        items.append(audit)
    items += _judgments(brief, gaps=gaps and not audit)  # the quiet line parts them as well
    if figures:
        items += _figures(brief, gaps=gaps)
    items += [*_next(brief, gaps=gaps), *_risks(brief, gaps=gaps)]
    return Page("OVERVIEW", _extent(brief), tuple(items))


def _extent(brief: Brief) -> str:
    said = count(len(list(points(brief))), "point")
    read = f" from {count(len(brief.source.paragraphs), 'paragraph')}" if brief.source else ""
    return said + read


def _bottom_line(brief: Brief) -> list[Item]:
    line = brief.outlook.bottom_line
    if line is None:
        return []
    return [
        label("Bottom line"),
        Item((Block(line.text, "strong"),), "bottom_line", "bottom_line", gap=False),
    ]


def _judgments(brief: Brief, *, gaps: bool) -> list[Item]:
    if not brief.outlook.judgments:
        return []
    items = [label("Key judgments", gap=gaps, right=_LEGEND)]
    for judgment in brief.outlook.judgments:
        odds = f"{judged(brief, judgment)} {METERS[judgment.confidence]}"
        block = tagged(judgment.id, judgment.title, right=odds)
        items.append(Item((block,), judgment.id, judgment.id, gap=False))
    return items


def _figures(brief: Brief, *, gaps: bool) -> list[Item]:
    chosen = brief.figures.points[:_FIGURES]
    items = [label("Key figures", gap=gaps)] if chosen else []
    for figure in chosen:
        block = tagged(figure.id, figure.text, right=stance(figure))
        start = block.text.find(figure.value, len(figure.id))
        if start > 0:
            block = block._replace(
                spans=(*block.spans, Span(start, start + len(figure.value), "strong"))
            )
        items.append(Item((block,), figure.id, gap=False))
    return items


def _next(brief: Brief, *, gaps: bool) -> list[Item]:
    today = brief.header.as_of.span.earliest if brief.header.as_of else None
    coming = [
        (span.earliest or span.latest, event)
        for event in brief.timeline.points
        if (span := brief.spans.get(event.id))
        and (today is None or span.latest is None or span.latest > today)
        and event.status not in {"past", "observed"}
    ]
    coming.sort(key=lambda pair: pair[0] or date.max)
    items = [label("What comes next", gap=gaps)] if coming else []
    for _, event in coming[:_NEXT]:
        block = tagged(event.id, event.text)
        said = f"{_when(brief.spans[event.id])} · {stance(event)}"
        items.append(Item((block, Block(said, "muted", indent=block.hang)), event.id, gap=False))
    return items


def _when(span: dates.Span) -> str:
    known = {Certainty.COMPUTED: ", computed", Certainty.ASSUMED: ", assumed"}
    return hedged(span) + known.get(span.certainty, "")


def _risks(brief: Brief, *, gaps: bool) -> list[Item]:
    risks = by_weight(brief.risks.entries, brief.header.scale)[:_RISKS]
    items = [label("Top risks", gap=gaps, right="likelihood · impact")] if risks else []
    for risk in risks:
        right = f"{judged(brief, risk)} · {risk.impact}"
        items.append(Item((tagged(risk.id, risk.title, right=right),), risk.id, risk.id, gap=False))
    return items
