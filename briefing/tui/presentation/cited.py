"""What is known of a sentence of the source: its words where they are at hand, its card, its use."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.points import Point
from briefing.model.statements import by_id, is_suspect
from briefing.text import on_one_line, width
from briefing.tui.presentation.page import Block, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.model.anchors import Anchor
    from briefing.model.brief import Brief
    from briefing.model.source import Card, Paragraph
    from briefing.model.statements import Statement
    from briefing.tui.presentation.page import Page, Style

_OWN_COPY = "your copy of the source"  # how the loader's words on it begin
_LONGEST_FOLDER = 48  # cells; a longer one drowns what is to be done


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
    kinds = {
        "figures": card.figures,
        "names": card.names,
        "words": [f'"{word}"' for word in card.markers],
    }
    known = " · ".join(f"{kind} {', '.join(words)}" for kind, words in kinds.items() if words)
    hearsay = f" (hearsay: {', '.join(card.reported)})" if card.reported else ""
    return (known or "no figure, name or marker") + hearsay


def how_to_read(brief: Brief) -> str:
    """How to have the words of the source on the screen; "" where they are."""
    if brief.source is None or brief.article:
        return ""
    if refused := next((p for p in brief.problems if p.message.startswith(_OWN_COPY)), None):
        if "differs" in refused.message:
            return "Your copy of the article differs from the one the record was made from."
        return "Your copy of the article cannot be read."
    name, folder = brief.source.file, folder_of(brief)
    where = f"into {folder}" if folder else "beside the record"
    return f"Put {name} {where} and open the brief again to read the sentence itself."


def folder_of(brief: Brief) -> str:
    """The folder of the source record as a person here would type it; "" where that is long."""
    record = brief.paths.get("source")
    if record is None:
        return ""
    folder = os.path.abspath(record.parent)  # noqa: PTH100 - without its links resolved
    for root, sign in ((_current(), "."), (os.path.expanduser("~"), "~")):  # noqa: PTH111 - no raise
        inside = root.rstrip(os.sep) + os.sep
        if root and f"{folder}{os.sep}".startswith(inside):
            rest = folder[len(inside) :]
            shown = rest if rest and sign == "." else os.path.join(sign, rest)  # noqa: PTH118
            folder = "this folder" if (rest, sign) == ("", ".") else shown
            break
    folder = folder if folder == "this folder" else on_one_line(os.path.join(folder, ""))  # noqa: PTH118
    return folder if width(folder) <= _LONGEST_FOLDER else ""


def _current() -> str:
    try:
        return os.getcwd()  # noqa: PTH109 - no raise but this
    except OSError:
        return ""


@lru_cache(maxsize=4)
def _citations(brief: Brief) -> dict[str, dict[int, Statement]]:
    """What cites each anchor itself, points and others, by its number in the brief."""
    found: dict[str, dict[int, Statement]] = {}
    for number, statement in enumerate(by_id(brief).values()):
        at = getattr(statement.part, "at", ())
        if response := getattr(statement.part, "response", None):
            at = response.at
        for anchor in () if isinstance(at, str) else dict.fromkeys(at):
            found.setdefault(anchor, {})[number] = statement
    return found


def statements_on(brief: Brief, at: str) -> list[Statement]:
    """The statements that cite a sentence, or its whole paragraph, in the order of the brief."""
    return _citing(brief, (at, at.partition(".")[0]))


def statements_in(brief: Brief, paragraph: Paragraph) -> list[Statement]:
    """The statements that cite a paragraph, or a sentence of it, in the order of the brief."""
    names = [at for at in _citations(brief) if at.partition(".")[0] == paragraph.at]
    return _citing(brief, names)


def _citing(brief: Brief, anchors: Iterable[str]) -> list[Statement]:
    found: dict[int, Statement] = {}
    for at in anchors:
        found |= _citations(brief).get(at, {})
    return [found[number] for number in sorted(found)]


def resting_on(brief: Brief, at: str) -> list[str]:
    """The ids of the statements that cite a sentence, or its whole paragraph."""
    return [statement.id for statement in statements_on(brief, at)]


def coverage(brief: Brief, card: Card) -> str:
    """What no point accounts for in a sentence, in words; "" where nothing is left out."""
    if any(isinstance(s.part, Point) for s in statements_on(brief, card.at)):
        return f"skipped in part: {card.skip}" if card.skip else ""
    if card.skip:
        return f"skipped: {card.skip}"
    return "no point covers it" if statements_on(brief, card.at) else "not covered"


@lru_cache(maxsize=4)
def _changed(brief: Brief) -> dict[int, Paragraph]:
    paragraphs = brief.source.paragraphs if brief.source else ()
    return {p.at.paragraph: p for p in paragraphs if p.changed}


def suspect(brief: Brief, point: Point) -> str:
    """That paragraphs a point cites changed, and nobody has compared them since; "" else."""
    found = {}
    for anchor in point.at:
        paragraph = _changed(brief).get(anchor.paragraph)
        if paragraph and is_suspect(point, paragraph):
            found[paragraph.at] = f"{paragraph.at} changed on {paragraph.changed}"
    return f"{', '.join(found.values())}: compare this point again" if found else ""


def changed(paragraph: Paragraph) -> str:
    """That a paragraph changed, for the points on it to be compared again; "" else."""
    if paragraph.changed is None:
        return ""
    return f"{paragraph.at} changed on {paragraph.changed}: compare its points again"


def once(brief: Brief, page: Page) -> Page:
    """The page with what changed said in full once, and after that in two words."""
    if not _changed(brief):
        return page
    told: set[str] = set()
    return page._replace(
        items=tuple(
            item._replace(text=tuple(_shortly(block, told) for block in item.blocks))
            for item in page.items
        )
    )


def _shortly(block: Block, told: set[str]) -> Block:
    changes, again, _ = block.text.partition(": compare ")
    paragraphs = [change.partition(" changed on ")[0] for change in changes.split(", ")]
    if block.style != "warning" or not again:
        return block
    if told.issuperset(paragraphs):
        return block._replace(text=f"{', '.join(paragraphs)} changed")
    told.update(paragraphs)
    return block
