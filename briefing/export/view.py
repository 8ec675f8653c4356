"""What the chapters of a plain-text brief are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from briefing.export.layout import Passage
from briefing.model.points import Point
from briefing.model.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName


class View(NamedTuple):
    """A brief at one of two depths.

    `elsewhere` holds, by entry, the ids of the points about it that stand under another heading.
    """

    brief: Brief
    full: bool
    elsewhere: dict[str, tuple[str, ...]]


def view(brief: Brief, *, full: bool) -> View:
    """The brief, with what its full depth needs to know looked up once."""
    return View(brief, full, _elsewhere(brief) if full else {})


def _elsewhere(brief: Brief) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for statement in statements(brief):
        if isinstance(statement.part, Point):
            for entry in statement.part.about:
                if entry != statement.entry:
                    found.setdefault(entry, {})[statement.id] = None
    return {entry: tuple(ids) for entry, ids in found.items()}


def labelled(label: str, text: str, indent: int) -> Passage:
    """A line that opens with what it is: `Note: ...`."""
    return Passage(f"{label}: {text}", indent=indent, hang=2)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def margin(parts: Iterable[_Named]) -> int:
    """How far the text of statements is set in that open with their ids in brackets."""
    return max((len(f"[{part.id}] ") for part in parts), default=0)


def led(name: str, text: str, room: int) -> Passage:
    """A statement that opens with its id in brackets, its text set in by `room`."""
    return Passage(text, f"[{name}]".ljust(room))


def bracketed(*parts: str) -> str:
    """An id with its anchors, as it closes a statement: `[C04 P6.3]`."""
    return f"[{' '.join(parts)}]"


def listed(ids: Iterable[str]) -> str:
    """Ids as references: `[R01, T05]`."""
    return f"[{', '.join(ids)}]"


def headlines(brief: Brief, section: SectionName) -> Iterator[Passage]:
    """What is wrong in the file of a section, one line each: file, line, column, message."""
    for problem in brief.problems_in(section):
        yield Passage(problem.headline(), "- ")
