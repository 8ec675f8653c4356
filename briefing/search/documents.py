"""What the index holds of each statement: its words, its tags, and the numbers that sort it."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefing.model.entries import Competitor, Entry, Region, Risk
from briefing.model.fields import fields_among
from briefing.model.outlook import Judgment
from briefing.model.points import Event
from briefing.model.scales import IMPACTS, SCALES, with_range
from briefing.model.sections import SECTION_NAMES
from briefing.model.statements import statements
from briefing.model.wording import hedged
from briefing.search.packing import pack
from briefing.search.plain import folded, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import tantivy

    from briefing.model.brief import Brief
    from briefing.model.dates import Date, Span
    from briefing.model.statements import Part, Statement

_CITING = ("at", "rests_on", "between", "about", "same_as", "after", "moves")
_NUMERIC = ("section", "order", "recency", "rank", "first", "last")
_LISTED = (Event, Risk)
_WORDS = ("stance", "likelihood", "impact", "confidence")
_NUMBERS = {name: number for number, name in enumerate(SECTION_NAMES)}

# Days stand for themselves, as ordinals; an open end lies beyond all of them.
FIRST_DAY, LAST_DAY = 0, 1 << 22
_MOST = (1 << 16) - 1  # of anything that a number counts beside others
# Newer statements weigh more by so little that it only tells between equals: from one day to the
# next a score changes in the last digit of its 32 bits, in a hundred years by half a percent.
_A_DAY, _OLDEST, _NEWEST = 1.7e-7, 726_468, 762_992  # 1990 to 2090


class Setting(NamedTuple):
    """What a statement's brief is: its key in the library, what it is known by, its dates."""

    key: str = ""
    title: str = ""
    subject: str = ""
    day: int = 0
    scale: str = "icd203"
    spans: Mapping[str, Span] = {}

    @classmethod
    def of(cls, brief: Brief, key: str = "") -> Setting:
        """The setting of the statements of a brief."""
        header = brief.header
        day = _last_day(header.as_of)
        return cls(key, header.title, header.subject, day, header.scale, brief.spans)


class Prepared(msgspec.Struct, array_like=True, gc=False):
    """A statement as the index takes it: the fields of the schema. None: the field is left out."""

    tags: list[str]
    title: str = ""
    text: str = ""
    more: list[str] = []
    section: int | None = None
    order: int | None = None
    recency: float | None = None
    rank: int | None = None
    first: int | None = None
    last: int | None = None
    data: bytes = b""


_ENCODER = msgspec.msgpack.Encoder()


def prepare(brief: Brief, key: str) -> bytes:
    """The statements of a brief, known by its key, as `Writer.replace` takes them.

    Plain work without the engine: for a process beside the one that writes.
    """
    setting = Setting.of(brief, key)
    found = tuple(statements(brief))
    made = list(documents(found, setting))
    for document, statement in zip(made, found, strict=True):
        document.data = pack(statement, key, setting.title, _told(statement.part, setting))
    return _ENCODER.encode(made)


def _told(part: Part, setting: Setting) -> str:
    """A likelihood with the range of its scale; when an event is, computed dates too."""
    if isinstance(part, Risk | Judgment):
        return with_range(setting.scale, part.likelihood)
    span = setting.spans.get(part.id) if isinstance(part, Event) else None
    return hedged(span) if span else ""


def documents(found: Sequence[Statement], setting: Setting) -> Iterator[Prepared]:
    """Each statement as the index takes it, without its data; their order is that of reading.

    In a library the first one, nearly always the bottom line, is found by the title of its brief.
    """
    entries = {s.id: tuple(_of_entry(s.part)) for s in found if isinstance(s.part, Entry)}
    around = tuple(_of_brief(setting))
    newest = (LAST_DAY - setting.day) << 40 | (zlib.crc32(setting.key.encode()) >> 8) << 16
    recency = (min(max(setting.day, _OLDEST), _NEWEST) - _OLDEST) * _A_DAY
    for number, statement in enumerate(found):
        part = statement.part
        concerned = {statement.entry, *getattr(part, "about", ())}
        tags = {tag for entry in concerned for tag in entries.get(entry, ())}
        tags.update(around, _own(statement))
        order = newest | min(number, _MOST)
        made = Prepared(
            tags=sorted(tags),
            title=plain_text(_title(part) or (setting.title if setting.key and not number else "")),
            text=plain_text(statement.text),
            more=[plain_text(text) for text in statement.more],
            section=_NUMBERS[statement.section],
            order=order,
            recency=recency,
        )
        if isinstance(part, Risk):
            made.rank = _weight(part, setting.scale) << 54 | order >> 9
        elif isinstance(part, Event):
            _date(made, order, setting.spans.get(part.id))
        yield made


def document(made: Prepared) -> tantivy.Document:
    """A statement as the engine takes it."""
    from tantivy import Document  # noqa: PLC0415 - loaded with the first search

    numbers = {name: value for name in _NUMERIC if (value := getattr(made, name)) is not None}
    return Document(
        tags=made.tags,
        title=made.title,
        text=made.text,
        text_forms=made.text,
        more=made.more,
        more_forms=made.more,
        data=made.data,
        **numbers,
    )


def _title(part: Part) -> str:
    return "" if isinstance(part, str) else getattr(part, "title", "")


def _weight(risk: Risk, scale: str) -> int:
    """Low for a heavy risk: by impact, then by the middle of what its likelihood stands for."""
    middle = next((t.low + t.high for t in SCALES[scale] if t.word == risk.likelihood), 0) // 2
    return (len(IMPACTS) - IMPACTS.index(risk.impact)) << 7 | (100 - middle)


def _date(made: Prepared, order: int, span: Span | None) -> None:
    """The bounds of an event, and its place among others: by its start, undated ones last."""
    start = LAST_DAY
    if span:
        made.first = span.earliest.toordinal() if span.earliest else FIRST_DAY
        made.last = span.latest.toordinal() if span.latest else LAST_DAY
        start = made.first or made.last
    made.rank = start << 40 | order & (1 << 40) - 1


def _last_day(date: Date | None) -> int:
    day = date and (date.span.latest or date.span.earliest)
    return day.toordinal() if day else FIRST_DAY


def _own(statement: Statement) -> Iterator[str]:
    part = statement.part
    yield f"id:{statement.id.casefold()}"
    yield f"section:{statement.section}"
    if isinstance(part, _LISTED):
        yield f"kind:{type(part).__name__.casefold()}"
    yield from (f"cites:{name}" for name in _cited(part))
    for field in fields_among(part, _WORDS):
        yield f"{field}:{getattr(part, field)}"


def _of_entry(entry: Entry) -> Iterator[str]:
    """What is true of all that an entry is, holds, or is spoken of in."""
    names = {folded(entry.id), folded(entry.title)}
    yield from (f"about:{name}" for name in names)
    if isinstance(entry, Region):
        yield from (f"place:{name}" for name in {*names, folded(entry.place)})
    if isinstance(entry, Competitor):
        yield from (f"role:{role}" for role in entry.roles)


def _of_brief(setting: Setting) -> Iterator[str]:
    yield f"key:{setting.key}"
    names = (setting.key, setting.key.rpartition("/")[2], setting.title, setting.subject)
    yield from (f"brief:{name}" for name in {folded(name) for name in names} if name)


def _cited(part: Part) -> set[str]:
    """The ids and anchors that a part rests on; a sentence's anchor is its paragraph's too.

    The lower-case names of entries stay out: they are words of the language as well.
    """
    named = {name for name in _references(part) if not name.islower()}
    return {form.casefold() for name in named for form in (name, name.partition(".")[0])}


def _references(part: object) -> Iterator[str]:
    for field in fields_among(part, _CITING):
        value: str | Iterable[str] = getattr(part, field) or ()
        yield from (value,) if isinstance(value, str) else value
    if response := getattr(part, "response", None):
        yield from response.at
    yield from (card.at for card in getattr(part, "sentences", ()))
