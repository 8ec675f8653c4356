"""The outlook: judgments, what does not fit, what is not known, what to look out for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.wording import hedged
from briefing.tui.presentation.items import facts, rests_on, so_what, weighed
from briefing.tui.presentation.page import Block, Item, Page, label, muted, tagged
from briefing.tui.presentation.phrases import METERS, anchors, judged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.brief import Brief
    from briefing.model.outlook import BottomLine, Judgment, Tension, Watch


def outlook(brief: Brief, *, plain: bool = False) -> Page:
    """Everything in the analyst's own voice, judgments first; `plain` draws no bars."""
    parts = brief.outlook
    items = so_what("outlook", parts.so_what)
    items += _group("Key judgments", (_judgment(brief, j, plain=plain) for j in parts.judgments))
    items += _group(
        "Tensions in the source", (_tension(t, gap=n > 0) for n, t in enumerate(parts.tensions))
    )
    items += _group("Other explanations", (_plain(h.id, h.text) for h in parts.alternatives))
    items += _group("Not known", (_plain(gap.id, gap.text) for gap in parts.gaps))
    items += _group("Watch for", map(_watch, parts.watch))
    items += _group("Assumed", (_plain(a.id, a.text, a.if_wrong) for a in parts.assumptions))
    if not items:
        items.append(muted("No outlook has been written."))
    return Page("OUTLOOK", "our own voice", tuple(items))


def _group(title: str, items: Iterable[Item]) -> list[Item]:
    listed = list(items)
    return [label(title), *listed] if listed else []


def _judgment(brief: Brief, judgment: Judgment, *, plain: bool) -> Item:
    title = weighed(brief, judgment, "heading", plain=plain)
    text = Block(judgment.text, indent=4)
    return Item(
        (title, text), judgment.id, judgment.id, gap=judgment is not brief.outlook.judgments[0]
    )


def _tension(tension: Tension, *, gap: bool) -> Item:
    title = tagged(tension.id, tension.title, "strong", right=tension.kind)
    text = Block(tension.text, indent=len(tension.id) + 2)
    told = [anchors(tension.at), f"between {', '.join(tension.between)}" if tension.between else ""]
    cited = Block(" · ".join(filter(None, told)), "muted", indent=len(tension.id) + 2)
    return Item((title, text, cited) if cited.text else (title, text), tension.id, gap=gap)


def _plain(key: str, text: str, more: str | None = None) -> Item:
    blocks = [tagged(key, text)]
    if more:
        blocks.append(Block(f"If wrong: {more}", "muted", indent=len(key) + 2))
    return Item(tuple(blocks), key, gap=False)


def _watch(watch: Watch) -> Item:
    moves = ", ".join(f"{key} {way}" for key, way in watch.moves.items())
    return Item((tagged(watch.id, watch.signal, right=moves),), watch.id, gap=False)


def bottom_line_page(brief: Brief, line: BottomLine) -> Page:
    """The bottom line and what it rests on."""
    items = [Item((Block(line.text, "strong"),), "bottom_line"), *rests_on(brief, line.rests_on)]
    return Page("OVERVIEW · bottom line", "our judgment", tuple(items))


def judgment_page(brief: Brief, judgment: Judgment) -> Page:
    """One judgment: likelihood, apart from it confidence, why, and what would change it."""
    likely = Block(judged(brief, judgment), "heading")
    sure = Block(f"Confidence: {METERS[judgment.confidence]} {judgment.confidence}", "muted")
    change = judgment.would_change
    told = (
        ("Because", judgment.because),
        ("Up if", change.up if change else None),
        ("Down if", change.down if change else None),
        ("Known by", hedged(judgment.resolves_by.span) if judgment.resolves_by else None),
    )
    items = [
        Item((likely, Block(judgment.text, "strong")), judgment.id),
        Item((sure,)),
        Item(facts(told, column=10)),
        *rests_on(brief, judgment.rests_on),
    ]
    lead = f"OUTLOOK · {judgment.id} "
    return Page(lead + judgment.title, "our judgment", tuple(items))
