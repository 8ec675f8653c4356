"""What ids name: each only once, each reference to something that is there."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.loading.cycles import cycles
from briefing.loading.hints import Guess, one_of
from briefing.loading.places import places
from briefing.model.scales import SCALE_TITLES, SCALES
from briefing.model.sections import ENTRY_SECTIONS
from briefing.text import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from briefing.loading.file import File, Reference
    from briefing.model.header import Header
    from briefing.model.outlook import Outlook
    from briefing.model.points import Event
    from briefing.model.sections import SectionName

# The letters of an id: for a point those of its section, for all else those of its kind.
LETTERS = {
    "regions": "R",
    "motives": "M",
    "competitors": "C",
    "risks": "K",
    "timeline": "T",
    "figures": "F",
    "Risk": "RK",
    "Judgment": "J",
    "Assumption": "A",
    "Alternative": "H",
    "Tension": "X",
    "Gap": "G",
    "Watch": "W",
}
_POINTS = ("R", "M", "C", "K", "T", "F")
_HOME: dict[str, SectionName] = {
    "R": "regions",
    "M": "motives",
    "C": "competitors",
    "K": "risks",
    "RK": "risks",
    "T": "timeline",
    "F": "figures",
}
_ALLOWED = {
    "point": ("a point", _POINTS),
    "start": ("an event", ("T",)),
    "support": ("a point, an assumption or a judgment", (*_POINTS, "A", "J")),
    "forecast": ("a judgment or a risk", ("J", "RK")),
}
_NAMED = {"Region", "Motive", "Competitor"}
_ENTRIES = {*_NAMED, "Risk"}
_LONG_WAY = 12  # ids of a circle that a message names
_STATEMENT = re.compile(r"([A-Z]{1,2})([0-9]{1,4})", re.ASCII)


class References:
    """The ids of a brief, and the check of what refers to them."""

    def __init__(self, files: Iterable[File], header: Header | None) -> None:
        self.files = {file.section: file for file in files}
        self.header = header
        self.ids: dict[str, tuple[File, Reference]] = {}
        self.entries: set[str] = set()
        self.last: dict[str, int] = {}

    def check(self) -> None:
        """Report every id that is taken or misnamed and every reference that names nothing."""
        for file in self.files.values():
            for identity in file.ids:
                self._register(file, identity)
        # kept in `self` they would hold it, and all files with it, until garbage is looked for
        checks: dict[str, Callable[[File, Reference], None]] = {
            "entry": self._entry,
            "likelihood": self._likelihood,
            "start": self._start,
        }
        for file in self.files.values():
            for reference in file.references:
                if reference.kind != "anchor":
                    checks.get(reference.kind, self._statement)(file, reference)

    def _is_broken(self, section: SectionName) -> bool:
        return section in self.files and self.files[section].is_broken

    def _register(self, file: File, identity: Reference) -> None:
        if not identity.text:
            return
        if identity.text in self.ids:
            taken = self.ids[identity.text]
            place = taken[0].mark(taken[1].node)
            file.error(
                identity.node,
                f"the id {quoted(identity.text)} is taken: {place}",
                "ids are unique in the whole brief and never used again",
            )
            return
        self.ids[identity.text] = file, identity
        if identity.kind in _ENTRIES:
            self.entries.add(identity.text)
        if identity.kind in _NAMED:
            return
        expected = LETTERS.get(identity.kind) or LETTERS[file.section]
        letters, number = split(identity.text)
        if letters != expected:
            file.error(
                identity.node, f"expected an id such as {expected}1, found {quoted(identity.text)}"
            )
        self.last[letters] = max(number, self.last.get(letters, 0))

    def _entry(self, file: File, reference: Reference) -> None:
        if reference.text in self.entries or any(map(self._is_broken, ENTRY_SECTIONS)):
            return
        file.error(
            reference.node,
            f"no entry has the id {quoted(reference.text)}",
            Guess(reference.text, self._names),
        )

    @cached_property
    def _names(self) -> list[str]:
        return sorted(self.entries)

    def _start(self, file: File, reference: Reference) -> None:
        if reference.text != "published":
            self._statement(file, reference)
        elif self.header and not self.header.assume:
            file.error(
                reference.node,
                "the brief assumes no day of publication",
                'add `assume: {published: "2026-05"}` to brief.yaml',
            )

    def _statement(self, file: File, reference: Reference) -> None:
        what, allowed = _ALLOWED[reference.kind]
        letters, _ = split(reference.text)
        if letters not in allowed:
            starts = one_of(allowed)
            message = f"expected the id of {what}, found {quoted(reference.text)}"
            file.error(reference.node, message, f"its id begins with {starts}")
        elif reference.text not in self.ids and not self._is_broken(home := _home(letters)):
            last = self.last.get(letters)
            hint = f"the last one in {home}.yaml is {letters}{last}" if last else ""
            hint = self._moved(reference.text) or hint
            file.error(reference.node, f"nothing has the id {quoted(reference.text)}", hint)

    def _moved(self, text: str) -> str:
        letters, number = split(text)
        if letters not in _POINTS or number not in self._numbered:
            return ""
        return f"is it {self._numbered[number]} now? A point has the letter of its file"

    @cached_property
    def _numbered(self) -> dict[int, str]:
        """The points by their numbers; none unless each stands once, as in a brief begun from an article."""
        points = [id_ for id_ in self.ids if split(id_)[0] in _POINTS]
        found = {split(id_)[1]: id_ for id_ in points}
        return found if len(found) == len(points) else {}

    def _likelihood(self, file: File, reference: Reference) -> None:
        if self.header is None:
            return
        terms = [term.word for term in SCALES[self.header.scale]]
        if reference.text not in terms:
            file.error(
                reference.node,
                f"{quoted(reference.text)} is no term of the scale of this brief,"
                f" {SCALE_TITLES[self.header.scale]}",
                f"its terms: {', '.join(terms)}",
            )


def check_order(timeline: File, events: Iterable[Event]) -> None:
    """Report events that follow from themselves."""
    after = {event.id: [event.after] for event in events if event.after}
    _report_cycles(timeline, after, "after", "follows from itself")


def check_reasons(outlook_file: File, outlook: Outlook) -> None:
    """Report judgments that rest on themselves."""
    rests_on = {judgment.id: judgment.rests_on for judgment in outlook.judgments}
    _report_cycles(outlook_file, rests_on, "rests_on", "rests on itself")


def _report_cycles(file: File, graph: Mapping[str, Sequence[str]], field: str, wrong: str) -> None:
    found = list(cycles(graph))
    walk = places(file.root, file.section) if found else ()
    nodes = {place.owner: place.node for place in walk if place.field == field}
    for cycle in found:
        way = " -> ".join([*_shown(cycle), cycle[0]])
        if node := nodes.get(cycle[0]):
            file.error(node, f"{cycle[0]} {wrong}: {way}")


def _shown(cycle: list[str]) -> list[str]:
    """The ids of a way, without those in the middle of a long one."""
    if len(cycle) <= _LONG_WAY:
        return cycle
    return [*cycle[: _LONG_WAY - 2], f"({len(cycle) - _LONG_WAY + 1:,} more)", cycle[-1]]


def _home(letters: str) -> SectionName:
    return _HOME.get(letters, "outlook")


def split(text: str) -> tuple[str, int]:
    """The letters and the number of a statement's id; ("", 0) where it is none."""
    match = _STATEMENT.fullmatch(text)
    return (match[1], int(match[2])) if match else ("", 0)
