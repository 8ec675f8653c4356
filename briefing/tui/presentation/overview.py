"""The overview: what a reader who stops here takes away."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.dates import Certainty
from briefing.model.entries import by_weight
from briefing.model.statements import points
from briefing.model.wording import hedged
from briefing.text import cut, width
from briefing.tui.presentation.items import weighed
from briefing.tui.presentation.layout import height as taken
from briefing.tui.presentation.page import Block, Item, Page, Span, label, tagged
from briefing.tui.presentation.phrases import count, judged, stance

if TYPE_CHECKING:
    from briefing.model import dates
    from briefing.model.brief import Brief
    from briefing.tui.presentation.page import Style

_FIGURES = _NEXT = _RISKS = 3
_CONFIDENCE = "confidence ●●● high ●●○ moderate ●○○ low"
_LEAST = 12  # cells of a text that still tell something, where it is cut


class Form(NamedTuple):
    """How much an overview tells: with key figures, facts on one row each, rows between its parts.

    `cells` is what a row has; `plain` leaves the bars out.
    """

    figures: bool
    short: bool
    gaps: bool
    cells: int
    plain: bool


def overview(  # noqa: PLR0913 - the room, what the audit says, and how it is to be shown
    brief: Brief,
    cells: int,
    height: int,
    audit: str = "",
    *,
    alarmed: bool = False,
    plain: bool = False,
) -> Page:
    """Bottom line, what the audit says of it, judgments, key figures, what comes next, top risks.

    Where all of it does not fit into `height` rows, figures and events are cut to a row each, and
    where that does not do, the key figures go: the figures section has them all. At last `audit`,
    a line, goes up to the heading if that has room. It stands out where it is `alarmed`. `plain`
    draws no bars.
    """
    style: Style = "warning" if alarmed else "muted"
    if width(bare := audit.removeprefix("Audit: ")) <= cells < width(audit):
        audit = bare
    line = Item((Block(audit, style),), gap=False) if audit else None
    for figures, short, gaps in product((True, False), (False, True), (True, False)):
        form = Form(figures, short, gaps, cells, plain)
        page = _page(brief, line, form)
        if taken(page, cells) <= height:
            return page
    if audit and width(page.heading) + 2 + width(audit) <= cells:
        return _page(brief, None, form)._replace(detail=audit, detail_style=style)
    return page


def _page(brief: Brief, audit: Item | None, form: Form) -> Page:
    items = _bottom_line(brief)
    if audit:
        items.append(audit)
    items += _judgments(brief, form, gap=form.gaps and not audit)  # the quiet line parts them too
    if form.figures:
        items += _figures(brief, form)
    items += [*_next(brief, form), *_risks(brief, form)]
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


def _judgments(brief: Brief, form: Form, *, gap: bool) -> list[Item]:
    if not brief.outlook.judgments:
        return []
    heading = "Key judgments"
    legend = f"likely 0-100% · {_CONFIDENCE}"
    if form.plain or width(heading) + 2 + width(legend) > form.cells:
        legend = _CONFIDENCE
    items = [label(heading, gap=gap, right=legend)]
    for judgment in brief.outlook.judgments:
        block = weighed(brief, judgment, plain=form.plain)
        items.append(Item((block,), judgment.id, judgment.id, gap=False))
    return items


def _figures(brief: Brief, form: Form) -> list[Item]:
    chosen = brief.figures.points[:_FIGURES]
    items = [label("Key figures", gap=form.gaps)] if chosen else []
    for figure in chosen:
        amount = " ".join(part for part in (figure.qualifier, figure.value) if part)
        text = f"{amount}: {figure.text}" if form.short else figure.text  # else it might be cut off
        block = tagged(figure.id, text, right=stance(figure))
        start = block.text.find(figure.value, len(figure.id))
        if start > 0:
            block = block._replace(
                spans=(*block.spans, Span(start, start + len(figure.value), "strong"))
            )
        items.append(Item((_short(block, form),), figure.id, gap=False))
    return items


def _next(brief: Brief, form: Form) -> list[Item]:
    today = brief.header.as_of.span.earliest if brief.header.as_of else None
    coming = [
        (span.earliest or span.latest, event)
        for event in brief.timeline.points
        if (span := brief.spans.get(event.id))
        and (today is None or span.latest is None or span.latest > today)
        and event.status not in {"past", "observed"}
    ]
    coming.sort(key=lambda pair: pair[0] or date.max)
    items = [label("What comes next", gap=form.gaps)] if coming else []
    for _, event in coming[:_NEXT]:
        when = _when(brief.spans[event.id])
        block = tagged(event.id, event.text)
        said = Block(f"{when} · {stance(event)}", "muted", indent=block.hang)
        blocks = (_short(block._replace(right=when), form),) if form.short else (block, said)
        items.append(Item(blocks, event.id, gap=False))
    return items


def _short(block: Block, form: Form) -> Block:
    """The text of a block cut, so that it takes one row with what stands at its right end.

    As it is where no more than a few words would be left.
    """
    room = form.cells - width(block.right) - 2
    if not form.short or room < block.hang + _LEAST:
        return block
    text = cut(block.text, room)
    spans = (span._replace(end=min(span.end, len(text))) for span in block.spans)
    return block._replace(text=text, spans=tuple(span for span in spans if span.start < span.end))


def _when(span: dates.Span) -> str:
    known = {Certainty.COMPUTED: ", computed", Certainty.ASSUMED: ", assumed"}
    return hedged(span) + known.get(span.certainty, "")


def _risks(brief: Brief, form: Form) -> list[Item]:
    risks = by_weight(brief.risks.entries, brief.header.scale)[:_RISKS]
    items = [label("Top risks", gap=form.gaps, right="likelihood · impact")] if risks else []
    for risk in risks:
        right = f"{judged(brief, risk)} · {risk.impact}"
        items.append(Item((tagged(risk.id, risk.title, right=right),), risk.id, risk.id, gap=False))
    return items
