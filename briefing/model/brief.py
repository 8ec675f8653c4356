"""A brief, loaded: its sections, where each value stands in its files, and what is wrong there."""

from collections.abc import Iterator, Mapping
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


class Spot(Struct, frozen=True):
    """A character of a value: where it stands, the path of the value in its file, and its line.

    `caret` says how many cells of that line, as `excerpt` shows it, stand before the character.
    """

    mark: Mark
    field: str = ""
    excerpt: str = ""
    caret: int | None = None


class Positions(Mapping[Position, Mark]):
    """Where the values of a brief stand. This one knows none: its brief was read from no file."""

    def spot(self, position: Position, offset: int) -> Spot | None:  # noqa: ARG002
        """The character at an offset of a value's text; None for a value that stands nowhere."""
        return None

    def rest(self) -> None:
        """Give back the memory of loading and of looking places up, until it is needed again."""

    def __getitem__(self, position: Position) -> Mark:
        raise KeyError(position)

    def __iter__(self) -> Iterator[Position]:
        return iter(())

    def __len__(self) -> int:
        return 0


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
    positions: Positions = Positions()
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
        spot = self.spot(name, path)
        return spot.mark if spot else None

    def spot(self, name: str, path: str = "", offset: int = 0) -> Spot | None:
        """The character at an offset of a statement's field; else see `where`."""
        section, _, part = name.partition(".")
        if name == "bottom_line":
            section, part = "outlook", f"{name}.{path}".rstrip(".")
        exact = ((name, path), (section, part)) if path else ((name, ""), (section, part))
        for position in exact:
            if position in self.positions:
                return self.positions.spot(position, offset)
        return self.positions.spot((name, ""), 0) or self.positions.spot((section, name), 0)

    def path_of(self, mark: Mark) -> Path | None:
        """The file of a mark, for an editor: the name in a mark is made for people."""
        for section, name in self.files.items():
            if name == mark.file:
                return self.paths.get(section)
        return None
