"""What a search gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.search.highlights import marks

if TYPE_CHECKING:
    from briefing.model.sections import SectionName
    from briefing.model.statements import Statement
    from briefing.search.highlights import Spans
    from briefing.search.query import Query


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A text of `Statement.more` that holds words of the query, and where they stand in it."""

    text: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found: `spans` are the marks in `statement.text`.

    `excerpt` is there where words of the query stand only in `statement.more`. Neither has marks
    where the statement was found by its id, an anchor or its section. `brief` is the key of its
    brief in a library and `brief_title` the title of that brief; `told` is what only the brief
    can say of it: of a judgment or risk its likelihood with the range, of an event when it is,
    "" where that is not known. Of one brief all three are empty.
    """

    statement: Statement
    score: float
    spans: Spans
    excerpt: Excerpt | None = None
    brief: str = ""
    brief_title: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """The hits of a query, best first, and how many there are in each section that has any.

    `counts`, in the order of the sections, and `total` count every match, `hits` may be fewer.
    """

    query: str
    hits: tuple[Hit, ...]
    counts: dict[SectionName, int]
    asked: Query = field(repr=False)

    @property
    def total(self) -> int:
        """How many statements match."""
        return sum(self.counts.values())

    @property
    def messages(self) -> tuple[str, ...]:
        """What of the query was not understood, a sentence each."""
        return self.asked.messages

    @property
    def mistyped(self) -> tuple[str, ...]:
        """The words that occur nowhere and were taken for others spelled nearly so."""
        return tuple(clause.forms[0] for clause in self.asked.wanted if clause.slips)

    def marks(self, text: str) -> Spans:
        """Where the words that were looked for, as they were read, stand in any text."""
        return marks(self.asked.wanted, text)


def hit(  # noqa: PLR0913, PLR0917 - the fields of a hit
    asked: Query,
    statement: Statement,
    score: float,
    brief: str = "",
    title: str = "",
    told: str = "",
) -> Hit:
    """The statement with its marks, the key and title of its brief, and what that says of it."""
    spans = marks(asked.wanted, statement.text)
    return Hit(statement, score, spans, _excerpt(asked, statement), brief, title, told)


def _excerpt(asked: Query, statement: Statement) -> Excerpt | None:
    """The first text beyond the statement's own that holds what its own does not."""
    if not statement.more:
        return None
    elsewhere = [clause for clause in asked.wanted if not marks((clause,), statement.text)]
    excerpts = ((text, marks(elsewhere, text)) for text in statement.more)
    return next((Excerpt(text, spans) for text, spans in excerpts if spans), None)
