"""A brief, loaded: its sections, where each value stands in its files, and what is wrong there."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from briefing.model.dates import Span
from briefing.model.entries import Competitors, Figures, Motives, Regions, Risks, Timeline
from briefing.model.header import Header
from briefing.model.outlook import Outlook
from briefing.model.sections import SectionName
from briefing.model.source import SourceRecord
from briefing.problems import Mark, Problem

# A value's place in its brief: the id of the statement or entry around it, else its section,
# and the path of its field from there, such as ("J3", "would_change.up").
Position = tuple[str, str]


class Brief(Struct, frozen=True, kw_only=True, eq=False):
    """The summary of one source. A section whose file is missing or broken is empty.

    `folder` is where it was read from and `slug` that folder's name. `files` names the file of
    each section as messages show it, `paths` as the system knows it. `positions` says where each
    value stands (see `where`). `problems` are all of them, in order; `broken` says which
    sections could not be read. `article` is the reader's own copy of the source, one string a
    paragraph, present only where its fingerprint matches the record's. `spans` holds the bounds
    of every event that has any, given or computed, by id.
    """

    folder: Path
    slug: str
    header: Header
    regions: Regions = Regions()
    motives: Motives = Motives()
    competitors: Competitors = Competitors()
    risks: Risks = Risks()
    timeline: Timeline = Timeline()
    figures: Figures = Figures()
    outlook: Outlook = Outlook()
    source: SourceRecord | None = None
    article: tuple[str, ...] | None = None
    spans: dict[str, Span] = {}
    files: dict[SectionName, str] = {}
    paths: dict[SectionName, Path] = {}
    positions: Mapping[Position, Mark] = {}
    problems: tuple[Problem, ...] = ()
    broken: frozenset[SectionName] = frozenset()

    def problems_in(self, section: SectionName) -> tuple[Problem, ...]:
        """What is wrong in that section's file."""
        name = self.files.get(section)
        return tuple(problem for problem in self.problems if problem.mark.file == name)

    def where(self, name: str, path: str = "") -> Mark | None:
        """Where a statement stands, by its id, or the field of it at `path`; None if nowhere.

        A field that is not there gives the place of its statement.
        """
        section, _, part = name.partition(".")
        if name == "bottom_line":
            section, part = "outlook", name
        for position in ((name, path), (name, ""), (section, part)):
            if mark := self.positions.get(position):
                return mark
        return None

    def path_of(self, mark: Mark) -> Path | None:
        """The file of a mark, for an editor: the name in a mark is made for people."""
        for section, name in self.files.items():
            if name == mark.file:
                return self.paths.get(section)
        return None
