"""Why a statement holds, and what falls if it does not: reasoning only, the page is `reasons`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.entries import Entry, Risk
from briefing.model.outlook import Assumption, BottomLine, Judgment, Tension
from briefing.model.points import Point
from briefing.model.statements import by_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from briefing.model.brief import Brief
    from briefing.model.statements import Statement

# How weak a ground each stance is, from the firmest on: the audit, too, trusts what the source
# passes on less than what it works out.
_DISTANCE = {
    "stated": 0,
    "inferred": 1,
    "forecast": 1,
    "attributed": 2,
    "reported": 2,
    "opinion": 3,
}
_UNFOUNDED = 4


class Branch(NamedTuple):
    """A statement that something rests on, so many steps below it, counted from 0.

    `again` says that it stood before, with what it rests on itself.
    """

    statement: Statement
    depth: int
    again: bool


class Fall(NamedTuple):
    """A statement that something else would take along.

    `through` names those of its supports that would fall or be weakened; of its `supports` so
    many are `left`.
    """

    statement: Statement
    through: tuple[str, ...]
    supports: int
    left: int


def is_reasoned(part: object) -> bool:
    """Whether a part of a brief rests on others and falls with them: a judgment, a risk."""
    return isinstance(part, Judgment | Risk | BottomLine)


def can_fall(part: object) -> bool:
    """Whether others may rest on a part of a brief."""
    return isinstance(part, Point | Assumption | Judgment)


def name_of(statement: Statement) -> str:
    """What people call a statement: its id in words."""
    return statement.id.replace("_", " ")


def called(statement: Statement) -> str:
    """A statement in a heading: an entry by its title, where its id is not for people."""
    part = statement.part
    if isinstance(part, Entry) and not isinstance(part, Risk):
        return part.title
    return name_of(statement).rpartition(".")[2]


def title_of(statement: Statement) -> str:
    """A statement in a list of what rests on what: its title where it has one, else its text."""
    title: str = getattr(statement.part, "title", "")
    return title or statement.text


def supports(brief: Brief, name: str) -> list[Statement]:
    """The statements that one rests on, each once; those that are not there are left out."""
    known = by_id(brief)
    part = known[name].part if name in known else None
    ids = part.between if isinstance(part, Tension) else getattr(part, "rests_on", ())
    return [known[each] for each in dict.fromkeys(ids) if each in known]


def tree(brief: Brief, name: str) -> list[Branch]:
    """All that a statement rests on, each below what it bears, judgments with their own grounds."""
    found: list[Branch] = []
    seen = {name}
    waiting = [(ground, 0) for ground in reversed(supports(brief, name))]
    while waiting:
        statement, depth = waiting.pop()
        found.append(Branch(statement, depth, statement.id in seen))
        if statement.id not in seen:
            seen.add(statement.id)
            below = supports(brief, statement.id)
            waiting += ((ground, depth + 1) for ground in reversed(below))
    return found


def weakness(brief: Brief, statement: Statement) -> tuple[int, str]:
    """How weak a link is, from 0 for what the source states, and the reason in words."""
    part = statement.part
    if isinstance(part, Point):
        marker = f": {part.marker}" if part.marker else ""
        return _DISTANCE[part.stance], f"{part.stance}{marker}"
    if not supports(brief, statement.id):
        return _UNFOUNDED, "unfounded: it rests on nothing"
    return -1, ""  # as strong as what it rests on, which has its own place in the tree


def weakest(brief: Brief, name: str) -> list[tuple[Statement, str]]:
    """The weakest links that a statement hangs on, with the reason; several where equally weak.

    Looked for in all that it rests on but our assumptions (see `assumed`): none where the source
    states all of it. The statement itself where it rests on nothing.
    """
    below = [branch.statement for branch in tree(brief, name)] or [by_id(brief)[name]]
    found = {s.id: s for s in below if not isinstance(s.part, Assumption)}.values()
    if not found:
        return []
    rated = [(*weakness(brief, statement), statement) for statement in found]
    most = max(rank for rank, _, _ in rated)
    if most < 0:
        return [(by_id(brief)[name], "unfounded: it rests on itself")]
    return [(statement, reason) for rank, reason, statement in rated if rank == most > 0]


def assumed(brief: Brief, name: str) -> list[Statement]:
    """The assumptions of ours that a statement rests on, at once or by way of a judgment."""
    below = (branch.statement for branch in tree(brief, name))
    return list({s.id: s for s in below if isinstance(s.part, Assumption)}.values())


def bearing(brief: Brief, name: str) -> list[Statement]:
    """The judgments, risks and the bottom line that rest on a statement, without going further."""
    return [by_id(brief)[each] for each in _reasoned(brief)[1].get(name, ())]


def falls(brief: Brief, names: Collection[str]) -> list[Fall]:
    """Whatever rests on one of `names`, at once or through a judgment, in the order of the brief.

    What has nothing left, or nothing but what would fall with it, is left with no support.
    """
    grounds, bears = _reasoned(brief)
    shaken = _spread(names, bears)
    held = shaken.difference(names)
    firm = [name for name in held if not shaken.issuperset(grounds[name])]
    standing = _spread(firm, bears, stop=names)
    return [
        Fall(
            by_id(brief)[name],
            tuple(ground for ground in below if ground in shaken),
            len(below),
            sum(ground not in shaken or ground in standing for ground in below),
        )
        for name, below in grounds.items()
        if name in held
    ]


def _spread(
    start: Iterable[str], bears: Mapping[str, Sequence[str]], stop: Collection[str] = ()
) -> set[str]:
    """The statements to start with, and all that rests on them, by any way but through `stop`."""
    found = set(start)
    waiting = list(found)
    while waiting:
        for name in bears.get(waiting.pop(), ()):
            if name not in found and name not in stop:
                found.add(name)
                waiting.append(name)
    return found


@lru_cache(maxsize=4)
def _reasoned(brief: Brief) -> tuple[dict[str, tuple[str, ...]], dict[str, list[str]]]:
    """What each statement rests on, in the order of the brief, and what each one bears."""
    grounds = {
        s.id: tuple(ground.id for ground in supports(brief, s.id))
        for s in by_id(brief).values()
        if is_reasoned(s.part)
    }
    bears: dict[str, list[str]] = {}
    for name, below in grounds.items():
        for ground in below:
            bears.setdefault(ground, []).append(name)
    return grounds, bears
