"""The first page: where the brief comes from, the bottom line, and the judgments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.export.layout import BLANK, Passage
from briefing.export.view import labelled, listed
from briefing.model.wording import likelihood

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.export.view import View
    from briefing.model.outlook import Judgment


def bottom_line(view: View) -> Iterator[Passage]:
    """What a reader who stops here takes away."""
    if line := view.brief.outlook.bottom_line:
        tail = listed(line.rests_on) if view.full and line.rests_on else ""
        yield Passage(line.text, tail=tail)


def judgments(view: View) -> Iterator[Passage]:
    """The judgments. Likelihood and confidence never share a sentence (ICD 203, D.6.e)."""
    for number, judgment in enumerate(view.brief.outlook.judgments):
        if number:
            yield BLANK
        yield from _judgment(view, judgment)


def _judgment(view: View, judgment: Judgment) -> Iterator[Passage]:
    words = likelihood(view.brief, judgment.likelihood)
    hang = len(judgment.id) + 1
    yield Passage(f"{words}: {judgment.text}", f"{judgment.id} ")
    yield Passage(f"Confidence: {judgment.confidence}. {judgment.because or ''}", indent=hang)
    if view.full:
        for name, text in _more(judgment):
            if text:
                yield labelled(name, text, hang)


def _more(judgment: Judgment) -> Iterator[tuple[str, str | None]]:
    yield "In short", judgment.title
    yield "Rests on", listed(judgment.rests_on) if judgment.rests_on else None
    if change := judgment.would_change:
        yield "Would raise it", change.up
        yield "Would lower it", change.down
    yield "Known by", judgment.resolves_by
