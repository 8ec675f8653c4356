"""What the checks have in hand: the statements of a brief, and all that is known of its source."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from briefing.audit import figures as reading
from briefing.audit.amounts import alike, figures
from briefing.audit.grounds import points_below
from briefing.audit.markers import Marker, markers
from briefing.audit.names import Known, Name, names
from briefing.audit.words import ordinary
from briefing.model.drafts import is_draft
from briefing.model.points import Event, Figure, Point
from briefing.model.statements import by_id, points
from briefing.problems import MOST, Mark, Problem, Severity
from briefing.text import on_one_line, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.audit.figures import Quantity
    from briefing.audit.grounds import Below
    from briefing.model.anchors import Anchor
    from briefing.model.brief import Brief, Spot
    from briefing.model.source import Card, Paragraph, SourceRecord


UNLISTED = Problem(Mark(""), "")  # stands for every problem that is counted and not listed


def shown(value: object) -> str:
    """A value of the brief or of its source in quotes, for messages."""
    return quoted(str(value), 80)


# Where a problem stands: the id of a statement, its field, and a character of that field's text.
Where = tuple[str, str] | tuple[str, str, int]


class Sentence(NamedTuple):
    """One sentence of the source, as its card tells it; `text` where the article is at hand."""

    card: Card
    quantities: tuple[Quantity, ...]
    markers: tuple[Marker, ...]
    text: str | None

    @property
    def at(self) -> Anchor:
        """Its anchor."""
        return self.card.at


class Evidence:
    """A brief beside the record of its source, and beside the article where there is one.

    `article` is the article by paragraphs, as many as the record has, or None.
    """

    def __init__(
        self, brief: Brief, record: SourceRecord | None, article: Sequence[str] | None
    ) -> None:
        self.brief = brief
        self.record = record
        self.article = article
        said = list(points(brief))
        self.points = [point for point in said if not _is_draft(point)]
        self.drafts = [point for point in said if _is_draft(point)]  # only check_drafts sees them
        self.misplaced: set[str] = set()  # ids of points that another paragraph matches better
        self._known: dict[str, Known] = {}
        self._named: dict[str, Sequence[Name]] = {}
        self.accused: set[str] = set()  # ids of statements in which an error was found
        self._files: dict[str, str] = {}  # where the problems of a statement stand
        self._listed: Counter[tuple[str, Severity]] = Counter()
        self.unlisted: Counter[tuple[str, Severity]] = Counter()  # by file, beyond the limit

    @cached_property
    def sentences(self) -> dict[str, Sentence]:
        """Every sentence of the source by its anchor."""
        return {s.at: s for paragraph in self.paragraphs for s in self._read(paragraph)}

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs of the record, none where there is no record."""
        return self.record.paragraphs if self.record else ()

    def _read(self, paragraph: Paragraph) -> Iterable[Sentence]:
        texts = self._split(paragraph)
        for number, card in enumerate(paragraph.sentences):
            told = tuple(found.quantity for text in card.figures for found in figures(text))
            hedges = tuple(marker for text in card.markers for marker in markers(text))
            yield Sentence(card, told, hedges, texts[number] if texts else None)

    def _split(self, paragraph: Paragraph) -> list[str]:
        """The sentences of a paragraph, none where there is no text or it is split otherwise."""
        number = paragraph.at.paragraph
        if not self.article or number > len(self.article):
            return []
        from briefing.audit.sentences import sentences  # noqa: PLC0415 - few have the article

        text = self.article[number - 1]
        found = [text[start:end] for start, end in sentences(text)]
        return found if len(found) == len(paragraph.sentences) else []

    @cached_property
    def _by_paragraph(self) -> dict[int, list[Sentence]]:
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences.values():
            found.setdefault(sentence.at.paragraph, []).append(sentence)
        return found

    def cited(self, at: Iterable[Anchor]) -> list[Sentence]:
        """The sentences that anchors name; an anchor to a paragraph names all of its sentences."""
        found: dict[str, Sentence] = {}
        for anchor in at:
            if anchor.sentence is None:
                found |= {s.at: s for s in self._by_paragraph.get(anchor.paragraph, ())}
            elif sentence := self.sentences.get(anchor):
                found[anchor] = sentence
        return list(found.values())

    def known(self, sentence: Sentence) -> Known:
        """The names of a sentence."""
        found = self._known.get(sentence.at)
        if found is None:
            found = self._known[sentence.at] = Known(sentence.card.names)
        return found

    def with_figure(self, said: Quantity) -> list[Sentence]:
        """The sentences that have a figure, in the order of the source."""
        found = self._by_figure.get(reading.key(said), [])
        return [s for s in found if any(alike(given, said) for given in s.quantities)]

    @cached_property
    def _by_figure(self) -> dict[object, list[Sentence]]:
        found: dict[object, list[Sentence]] = {}
        for sentence in self.sentences.values():
            for key in {reading.key(quantity) for quantity in sentence.quantities}:
                found.setdefault(key, []).append(sentence)
        return found

    def in_paragraph(self, sentence: Sentence) -> Sequence[Sentence]:
        """The sentences of the paragraph that a sentence stands in."""
        return self._by_paragraph.get(sentence.at.paragraph, ())

    @cached_property
    def citing(self) -> dict[str, list[Point]]:
        """The points that rest on each sentence, by its anchor."""
        found: dict[str, list[Point]] = {at: [] for at in self.sentences}
        for point in self.points:
            for sentence in self.cited(point.at):
                found[sentence.at].append(point)
        return found

    @cached_property
    def below(self) -> Below:
        """The points below each statement that rests on others."""
        return points_below(self.brief)

    @cached_property
    def awaited(self) -> frozenset[str]:
        """The anchors of the sentences on which a point is still to be written."""
        return frozenset(s.at for point in self.drafts for s in self.cited(point.at))

    @cached_property
    def names(self) -> Known:
        """The names of the source."""
        return Known({name for s in self.sentences.values() for name in s.card.names})

    @cached_property
    def subject(self) -> Known:
        """The names of whom the brief is about, who may be called by them anywhere."""
        return Known([self.brief.header.subject])

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """Words that brief, record or article write in lower case, so that they name nobody."""
        digests = (paragraph.digest or "" for paragraph in self.paragraphs)
        said = (part for s in by_id(self.brief).values() for part in (s.text, *s.more))
        return ordinary([*digests, *said, *(self.article or ())])

    def named(self, text: str) -> Sequence[Name]:
        """The names in a statement of the brief, read once."""
        found = self._named.get(text)
        if found is None:
            ids = by_id(self.brief)
            found = tuple(name for name in names(text, self.ordinary) if name.text not in ids)
            self._named[text] = found
        return found

    def problem(
        self,
        where: Where,
        message: str,
        hint: str = "",
        *,
        code: str,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """A problem in a statement; one that is an error accuses it.

        Of a file that has very many it is UNLISTED, and counted.
        """
        if severity is Severity.ERROR:
            self.accused.add(where[0])
        counted = self._files.get(where[0], ""), severity
        if self._listed[counted] == MOST:
            self.unlisted[counted] += 1
            return UNLISTED
        message, hint = shortened(on_one_line(message)), shortened(on_one_line(hint))
        spot = self.brief.spot(*where) or self._instead(where[0])
        file = self._files[where[0]] = spot.mark.file if spot else self.brief.slug
        self._listed[file, severity] += 1
        if spot is None:
            return Problem(Mark(file), message, hint, code=code, severity=severity)
        return Problem(
            spot.mark, message, hint, spot.field, spot.excerpt, severity, spot.caret, code
        )

    def _instead(self, name: str) -> Spot | None:
        """Where a problem stands that has no place of its own, as of a sentence without a card."""
        in_source = name in self.sentences or name in {p.at for p in self.paragraphs}
        return self.brief.spot(*(("source", "paragraphs") if in_source else ("overview", "title")))


def _is_draft(point: Point) -> bool:
    return any(is_draft(text) for _, text in told(point))


def told(point: Point) -> list[tuple[str, str]]:
    """The fields of a point that speak of figures and times, with their texts."""
    found = [("text", point.text)]
    if isinstance(point, Event):
        found.append(("label", point.label))
    if isinstance(point, Figure):
        found.append(("value", amount(point)))
    return found


def amount(figure: Figure) -> str:
    """A figure's value with its unit, as the text would say it: "18-24 months"."""
    return f"{figure.value} {figure.unit}" if figure.unit else figure.value
