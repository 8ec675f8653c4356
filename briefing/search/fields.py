"""The fields that a query can ask for: declared once, for reading, completion, help and docs."""

from __future__ import annotations

from typing import NamedTuple, get_args

from briefing.model.entries import Role
from briefing.model.points import Stance
from briefing.model.scales import IMPACTS, LIKELIHOODS, SCALES, Confidence
from briefing.model.sections import SECTION_NAMES

Bounds = tuple[int, int]


class Field(NamedTuple):
    """A field of the query language.

    `values` are all it can have; none, where they are those of the briefs. `bounds` are there
    where values can be compared by them (`>=`, `<=`). `single` says that a statement has one value
    at most, so that asking for two means either.
    """

    name: str
    means: str
    values: tuple[str, ...] = ()
    bounds: dict[str, Bounds] | None = None
    single: bool = True


def _ranks(words: tuple[str, ...]) -> dict[str, Bounds]:
    return {word: (rank, rank) for rank, word in enumerate(words)}


def _percents() -> dict[str, Bounds]:
    """What a word of likelihood can mean, on whichever scale it stands, in percent."""
    terms = [term for scale in SCALES.values() for term in scale]
    bounds = {
        word: (
            min(term.low for term in terms if term.word == word),
            max(term.high for term in terms if term.word == word),
        )
        for word in LIKELIHOODS
    }
    return dict(sorted(bounds.items(), key=lambda item: item[1]))


_LIKELIHOOD = _percents()
_CONFIDENCES: tuple[str, ...] = get_args(Confidence)

FIELDS = (
    Field("section", "where it stands (in: is short for it)", SECTION_NAMES),
    Field("stance", "how the source says it", get_args(Stance)),
    Field("likelihood", "of a judgment or risk", tuple(_LIKELIHOOD), _LIKELIHOOD),
    Field("impact", "of a risk", IMPACTS, _ranks(IMPACTS)),
    Field("confidence", "of a judgment or risk", _CONFIDENCES, _ranks(_CONFIDENCES)),
    Field("role", "what the actor it is about is to the subject", get_args(Role), single=False),
    Field("about", "an entry: an actor, a region, a motive, a risk", single=False),
    Field("place", "a region, by its code or name", single=False),
    Field("brief", "a brief, by its folder, title or subject"),
    Field("when", "an event at that time: 2027, 2027-10, 2027-q3, 2027..2028, 2027.."),
    Field("is", "what you left there", ("marked", "unread"), single=False),
)
NAMED = {field.name: field for field in FIELDS} | {"in": FIELDS[0]}
