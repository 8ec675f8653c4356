"""What is known of a sentence of the source: its words where they are at hand, its card, its use."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.points import Point
from briefing.model.statements import by_id
from briefing.tui.presentation.page import Block, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.anchors import Anchor
    from briefing.model.brief import Brief
    from briefing.model.source import Card, Paragraph
    from briefing.model.statements import Statement
    from briefing.tui.presentation.page import Style

SUSPECT = "changed, see again"  # of a paragraph, and of what was written before it changed


def subject(key: str) -> str:
    """What an item is about: the id or anchor its key ends with, as "R1 P1.2" with "P1.2"."""
    return key.rpartition(" ")[2]


def sentence_at(brief: Brief, key: str) -> tuple[Paragraph, Card] | None:
    """The card of a sentence and its paragraph, by its anchor; None for any other key."""
    number, _, sentence = key.removeprefix("P").partition(".")
    if not (brief.source and sentence):
        return None
    paragraphs = (p for p in brief.source.paragraphs if p.at == f"P{number}")
    cards = ((p, card) for p in paragraphs for card in p.sentences)
    return next((found for found in cards if found[1].at == key), None)


def paragraph_text(brief: Brief, paragraph: Paragraph) -> str:
    """The paragraph itself where the reader has it, else our digest of it."""
    number = paragraph.at.paragraph - 1
    if brief.article and number < len(brief.article):
        return brief.article[number]
    return paragraph.digest or "No digest has been written."


def extent(brief: Brief, paragraph: Paragraph, at: Anchor) -> tuple[int, int] | None:
    """Where a sentence stands in its paragraph, in characters, if the text is at hand.

    None too where the text falls into other sentences than the record has cards for.
    """
    number = paragraph.at.paragraph - 1
    if not brief.article or number >= len(brief.article) or at.sentence is None:
        return None
    found = _split(brief.article[number])
    return found[at.sentence - 1] if len(found) == len(paragraph.sentences) else None


@lru_cache(maxsize=64)
def _split(text: str) -> list[tuple[int, int]]:
    from briefing.audit.sentences import sentences  # noqa: PLC0415 - only with one's own copy

    return sentences(text)


def sentence_text(brief: Brief, paragraph: Paragraph, card: Card) -> str:
    """The words of a sentence, "" where they are not at hand."""
    found = extent(brief, paragraph, card.at)
    return paragraph_text(brief, paragraph)[slice(*found)] if found else ""


class Claim(NamedTuple):
    """What a statement cites: its anchors, its id, and the anchor that is looked at.

    Where none is looked at it is the first one in each paragraph.
    """

    cited: Sequence[Anchor]
    key: str = ""
    current: str = ""


def passage(
    brief: Brief, paragraph: Paragraph, claim: Claim, lead: Block | None = None
) -> list[Block]:
    """A paragraph with what a claim cites in it marked; the text follows `lead` on its row.

    Where the words of a sentence are not at hand, its card stands below.
    """
    marked = [at for at in claim.cited if at.paragraph == paragraph.at.paragraph]
    first = claim.current if claim.current in marked else next(iter(marked), "")
    block = lead or Block("")
    start = len(block.text)
    block = block._replace(text=block.text + paragraph_text(brief, paragraph), hang=start)
    below: list[Block] = []
    for at in marked:
        if found := extent(brief, paragraph, at):
            kind: Style = "sentence" if at == first else "strong"
            span = Span(start + found[0], start + found[1], kind)
            block = block._replace(style="text", spans=(*block.spans, span))
        known = list(_known(brief, paragraph, at, claim.key))
        if known and not found and at == first:
            known[0] = known[0]._replace(style="strong")
        below += (each._replace(indent=each.indent + start) for each in known)
    return [block, *below]


def _known(brief: Brief, paragraph: Paragraph, at: Anchor, key: str) -> Iterator[Block]:
    """Below a paragraph: the card of a cited sentence, and what else rests on it."""
    others = [name for name in resting_on(brief, at) if name != key]
    also = f"also rests on it: {', '.join(others)}" if others else ""
    card = next((card for card in paragraph.sentences if card.at == at), None)
    if card and not extent(brief, paragraph, at):
        block = card_block(card)
        yield block
        if also:
            yield Block(also, "muted", indent=block.hang)
    elif also:
        yield Block(f"{at}  {also}", "muted", hang=len(at) + 2)


def card_block(card: Card, indent: int = 0) -> Block:
    """What the record knows of one sentence: figures, names and markers."""
    lead = f"{card.at}  "
    return Block(lead + told(card), "muted", indent=indent, hang=len(lead))


def told(card: Card) -> str:
    """Figures, names and markers of a sentence in one line, what is hearsay in it named."""
    known = " · ".join((*card.figures, *card.names, *(f'"{word}"' for word in card.markers)))
    hearsay = f" (hearsay: {', '.join(card.reported)})" if card.reported else ""
    return (known or "no figure, name or marker") + hearsay


def how_to_read(brief: Brief) -> str:
    """How to have the words of the source on the screen; "" where they are."""
    if brief.source is None or brief.article:
        return ""
    return f"Put {brief.source.file} beside the record to read the sentence itself."


@lru_cache(maxsize=4)
def _citations(brief: Brief) -> dict[str, list[Statement]]:
    """What cites each anchor itself, points and others, in the order of the brief."""
    found: dict[str, list[Statement]] = {}
    for statement in by_id(brief).values():
        at = getattr(statement.part, "at", ())
        if response := getattr(statement.part, "response", None):
            at = response.at
        for anchor in () if isinstance(at, str) else dict.fromkeys(at):
            found.setdefault(anchor, []).append(statement)
    return found


def statements_on(brief: Brief, at: str) -> list[Statement]:
    """The statements that cite a sentence, or its whole paragraph."""
    citations = _citations(brief)
    names = (at, at.partition(".")[0]) if "." in at else (at,)
    found = {s.id: s for name in names for s in citations.get(name, ())}
    return [statement for name, statement in by_id(brief).items() if name in found]


def resting_on(brief: Brief, at: str) -> list[str]:
    """The ids of the statements that cite a sentence, or its whole paragraph."""
    return [statement.id for statement in statements_on(brief, at)]


def coverage(brief: Brief, card: Card) -> str:
    """What no point accounts for in a sentence, in words; "" where nothing is left out."""
    if any(isinstance(s.part, Point) for s in statements_on(brief, card.at)):
        return f"left out in part: {card.skip}" if card.skip else ""
    return f"left out: {card.skip}" if card.skip else "not covered"


@lru_cache(maxsize=4)
def _changed(brief: Brief) -> dict[int, Paragraph]:
    paragraphs = brief.source.paragraphs if brief.source else ()
    return {p.at.paragraph: p for p in paragraphs if p.changed}


def is_suspect(brief: Brief, point: Point) -> bool:
    """Whether a paragraph that a point cites changed, and nobody has compared the two since."""
    day = point.checked.on.span.earliest if point.checked else None
    for anchor in point.at:
        paragraph = _changed(brief).get(anchor.paragraph)
        since = paragraph.changed.span.latest if paragraph and paragraph.changed else None
        if paragraph and not (day and since and day >= since):
            return True
    return False
