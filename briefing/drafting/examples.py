"""Fields as a curator types them, each with what it means, made from the types of the model."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from msgspec import Struct

from briefing.loading.references import LETTERS
from briefing.loading.walk import required_of
from briefing.model.anchors import Anchor
from briefing.model.dates import Date
from briefing.model.drafts import DRAFT
from briefing.model.fields import ENTRY_ID, STATEMENT_ID
from briefing.model.points import Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.sections import SectionName

_COLUMN = 26  # where the meanings begin
_VALUES = {Anchor: "P1.1", Date: '"{today}"'}
_LIKELY = "likely"  # a term of every scale
_FEW = 6  # more choices than this are no help in a comment


class Examples:
    """The fields of one section. Ids of points count on from `number`; needed days are `today`."""

    def __init__(self, section: SectionName, number: int, today: str) -> None:
        self.section, self.number, self.today = section, number, today

    def item(self, kind: type[Struct], *, short: bool = False) -> Iterator[str]:
        """One item of a list; a short one has only the fields it needs."""
        lead = "- "
        for line in self.fields(kind, short=short):
            yield lead + line
            lead = "  "

    def fields(self, kind: type[Struct], *, short: bool = False) -> Iterator[str]:
        """A line for each field. What may be left out stands there without a value."""
        needed = required_of(kind)
        hints = get_type_hints(kind, include_extras=True)
        for name in sorted(hints, key="points".__eq__):  # they come last, being long
            hint = hints[name]
            if short and name not in needed:
                continue
            core, meaning = _core(hint), _meaning(hint)
            inner = get_args(core)[0] if get_origin(core) is tuple else core
            if isinstance(inner, type) and issubclass(inner, Struct):
                yield f"{name}:".ljust(_COLUMN) + f"# {meaning}"
                lines = self.fields(inner) if inner is core else self.item(inner, short=True)
                yield from (f"  {line}" for line in lines)
            else:
                value = self._value(kind, hint) if name in needed else ""
                yield f"{name}: {value}".ljust(_COLUMN) + f"# {_choices(core)}{meaning}"

    def _value(self, kind: type[Struct], hint: Any) -> str:
        """A value that the loader takes for a field that is needed."""
        core = _core(hint)
        if get_origin(core) is tuple:
            core = _core(get_args(core)[0])
        if get_origin(core) is Literal:
            return str(get_args(core)[0])
        if core in _VALUES:
            return _VALUES[core].format(today=self.today)
        rules = _rules(hint)
        if rules.get("pattern") == STATEMENT_ID:
            return self._id(kind)
        if rules.get("pattern") == ENTRY_ID:
            return f"new-{kind.__name__.lower()}"
        return _LIKELY if rules.get("ref") == "likelihood" else DRAFT

    def _id(self, kind: type[Struct]) -> str:
        if not issubclass(kind, Point):
            return f"{LETTERS[kind.__name__]}1"
        self.number += 1
        return f"{LETTERS[self.section]}{self.number - 1}"


def _core(hint: Any) -> Any:
    """A type without what is said of it, and without None."""
    if get_origin(hint) is Annotated:
        return _core(get_args(hint)[0])
    if get_origin(hint) in {Union, UnionType}:
        return _core(next(part for part in get_args(hint) if part is not NoneType))
    return hint


def _rules(hint: Any) -> dict[str, Any]:
    if get_origin(hint) is not Annotated:
        return {}
    inner, *metas = get_args(hint)
    rules = _rules(inner)
    for meta in metas:
        rules |= meta.extra or {}
    return rules


def _meaning(hint: Any) -> str:
    return next(str(meta.description) for meta in get_args(hint)[1:] if meta.description)


def _choices(core: Any) -> str:
    """The words to choose from, where they are few."""
    if get_origin(core) is tuple:
        core = _core(get_args(core)[0])
    words = get_args(core) if get_origin(core) is Literal else ()
    return f"{', '.join(map(str, words))}: " if 1 < len(words) <= _FEW else ""
