"""What is remembered of the brief that is open: knows the memory, and no screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast, get_args

from briefing.library import key_of, local_day
from briefing.model.sections import SECTION_NAMES, SectionName
from briefing.model.statements import by_id
from briefing.tui.places import Place, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.audit.report import Report
    from briefing.model.brief import Brief
    from briefing.model.changes import Change, Fields
    from briefing.state import Mark, Memory, Seen

READ, CHANGED, MARKED = "✓", "*", "◆"
_FORM = 1  # of a baseline: counts up where the same brief would be told differently


class Start(NamedTuple):
    """Where a reading starts, or ended: the row on top holds for a pane of that size."""

    place: Place = Place()
    top: int = 0
    size: tuple[int, int] = (0, 0)


class Recall:
    """Where the reader was, what was read and marked, and what changed since.

    `changes` are there once `compare` was called, with the day of what each section is compared
    with in `since`. `broken` are the sections nobody can read. `marks` are by the ids of their statements, which may be gone.
    """

    def __init__(self, memory: Memory, brief: Brief) -> None:
        self._memory = memory
        self._key = key_of(brief)
        self.begun = False  # whether the news were told
        self._place = memory.place(self._key)
        self._trouble = ""  # what was told of it
        self._told: dict[SectionName, str] | None = None
        self.broken = _broken(brief)
        self._seen: dict[SectionName, Seen] = {}
        self._read = cast("set[SectionName]", memory.read(self._key))
        self._now: set[SectionName] = set()  # what was read since the last comparison
        self._unkept: set[SectionName] = set()
        self.marks = {mark.statement: mark for mark in memory.marks(self._key)}
        self.changes: list[Change] = []
        self.since: dict[SectionName, str] = {}

    # -- the place

    def resumed(self, brief: Brief) -> Start:
        """Where the reader was; what is no more falls back to its section."""
        try:
            section, opened, item, cited, view, *numbers = self._place.split("\t")
            top, width, height = map(int, numbers)
        except ValueError:
            return Start()
        if section not in SECTION_NAMES or view not in get_args(View):
            return Start()
        place = Place(section, opened, item, cited, cast("View", view))
        if not _is_there(brief, place):
            return Start(Place(section))
        return Start(place, top, (width, height))

    def keep(self, now: Start) -> None:
        """Remember where the reader is, and what was read since this was called before."""
        place, top, size = now
        parts = (place.section, place.opened, place.item, place.cited, place.view, top, *size)
        text = "\t".join(map(str, parts))
        if text != self._place:
            self._place = text
            self._memory.keep_place(self._key, text)
        if self._unkept:
            self._memory.keep_seen(self._key, {name: self._seen[name] for name in self._unkept})
            self._unkept.clear()

    # -- what was read

    def compare(self, brief: Brief) -> None:
        """Find what changed in the brief since its sections were read; call it for a new version.

        Sections that nobody was told of before are remembered as they are.
        """
        from briefing.model.changes import changes, told  # noqa: PLC0415 - not at launch

        ended = self._now if self._told is None else set()
        telling = told(brief)
        self._told = {name: _encoded(fields) for name, fields in telling.items()}
        self._now, self.broken = set(), _broken(brief)
        seen = self._memory.seen(self._key)
        seen.update({name: self._seen[name] for name in self._unkept})
        self._seen = {name: seen[name] for name in self._told if name in seen}
        known: dict[SectionName, dict[str, Fields]] = {}
        for name, each in self._seen.items():
            same = each.told == self._told[name]  # as nearly always: nothing to take apart
            if (fields := telling[name] if same else _decoded(each.told)) is not None:
                known[name] = fields
        self.changes = changes(known, telling)
        self.since = {name: self._seen[name].since for name in known}
        for name in self._told.keys() - known.keys():
            self._renew(name, read=name in self._read)
        for name in ended:
            self.end_seen(name)

    def ensure_compared(self, brief: Brief) -> None:
        """Compare, where that was not done yet."""
        if self._told is None:
            self.compare(brief)

    def end_seen(self, section: SectionName) -> bool:
        """The end of a section was in sight, so it is read. Whether that is news."""
        if section in self._now or section in self.broken:
            return False
        self._now.add(section)
        self._read.add(section)
        if self._told:
            self._renew(section, read=True)
        return True

    def toggle(self, brief: Brief, section: SectionName) -> bool:
        """Make a section read, or unread again. Whether it is read now."""
        self.ensure_compared(brief)
        if self.sign(section) != READ:
            self._now.discard(section)
            return self.end_seen(section)
        self._read.discard(section)
        if section in self._seen:
            self._seen[section] = self._seen[section]._replace(read=False)
            self._unkept.add(section)
        return False

    def sign(self, section: SectionName) -> str:
        """READ, or CHANGED for a section that changed since it was read, or ""."""
        if section not in self._now and any(each.section == section for each in self.changes):
            return CHANGED
        return READ if section in self._read else ""

    def signs(self) -> dict[SectionName, str]:
        """The sign of every section."""
        return {section: self.sign(section) for section in SECTION_NAMES}

    def _renew(self, section: SectionName, *, read: bool) -> None:
        """What the section tells now is what it will be compared with."""
        from briefing.state import Seen  # noqa: PLC0415 - not at launch

        told = self._told[section] if self._told else _encoded({})
        self._seen[section] = Seen(told, local_day().isoformat(), read)
        self._unkept.add(section)

    # -- marks

    def mark(self, mark: Mark) -> None:
        """Mark a statement, or change its note."""
        self.marks[mark.statement] = mark
        self._memory.mark(self._key, mark)

    def unmark(self, statement: str) -> None:
        """Take a mark away."""
        self.marks.pop(statement, None)
        self._memory.unmark(self._key, statement)

    def keep_audit(self, brief: Brief, report: Report) -> None:
        """Remember what an audit found, for the list of a library."""
        from briefing.library import keep_audit  # noqa: PLC0415 - not at launch

        keep_audit(self._memory, brief, report)

    def beside_ids(self) -> Mapping[str, str]:
        """What stands beside the ids of statements: that they are marked, that they changed."""
        signs = dict.fromkeys((change.id for change in self.changes), CHANGED)
        for name in self.marks:
            signs[name] = MARKED + signs.get(name, "")
        return signs

    def new_trouble(self) -> str:
        """A sentence on what keeps us from remembering, the first time it is asked for, or ""."""
        told, self._trouble = self._trouble, self._memory.trouble
        return self._trouble if self._trouble != told else ""


def _is_there(brief: Brief, place: Place) -> bool:
    """Whether a place can be shown: what is opened, and the source beside what is selected."""
    if place.view == "assumed":  # another day of publication is assumed until one quits
        return False
    if place.opened and place.opened not in by_id(brief):
        from briefing.tui.presentation.cited import sentence_at  # noqa: PLC0415 - rarely needed

        return sentence_at(brief, place.opened) is not None
    if place.cited:
        from briefing.tui.actions.grounds import citations  # noqa: PLC0415 - not at every launch

        return place in citations(brief, place)
    return True


def _broken(brief: Brief) -> set[SectionName]:
    if not brief.broken and (brief.source or not brief.header.source):
        return set()
    from briefing.model.changes import unreadable  # noqa: PLC0415 - rarely needed

    return unreadable(brief)


def _encoded(told: Mapping[str, Fields]) -> str:
    import msgspec  # noqa: PLC0415 - the model has loaded it

    return msgspec.json.encode([_FORM, told]).decode()


def _decoded(text: str) -> dict[str, Fields] | None:
    """A baseline; None where it is of another form, or none at all."""
    import msgspec  # noqa: PLC0415 - see `_encoded`

    try:
        form, told = msgspec.json.decode(text, type=tuple[int, dict[str, dict[str, str]]])
    except msgspec.DecodeError:
        return None
    return told if form == _FORM else None


def news(changes: Iterable[Change], since: Mapping[SectionName, str], key: str) -> str:
    """A sentence on how much changed, since when, and the key that shows it, or ""."""
    found = list(changes)
    if not found:
        return ""
    first = min(since[change.section] for change in found)
    number = f"{len(found)} change{'' if len(found) == 1 else 's'}"
    return f"{number} since {first}: {key} shows them, {CHANGED} marks them."
