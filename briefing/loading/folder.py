"""A folder of YAML files to a brief."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from briefing.loading.file import File
from briefing.loading.hints import Guess
from briefing.loading.kinds import FILES
from briefing.loading.names import shown
from briefing.loading.parts import read_file
from briefing.loading.places import Positions
from briefing.loading.reading import reason
from briefing.loading.record import (
    check_anchors,
    check_numbers,
    quote_none_but_records,
    read_article,
    record_path,
)
from briefing.loading.references import References, check_order, check_reasons
from briefing.model.brief import Brief
from briefing.model.header import Header
from briefing.model.timeline import spans
from briefing.problems import Mark, Problem, in_order
from briefing.text import on_one_line

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.dates import Span
    from briefing.model.entries import Timeline
    from briefing.model.sections import SectionName
    from briefing.model.source import SourceRecord

_SUFFIXES = (".yaml", ".yml")


def load(folder: Path) -> Brief:
    """The brief in a folder, with everything that is wrong in its files. Never raises."""
    return _Loading(folder).brief()


class _Loading:
    """The work on one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = shown(folder)
        self.prefix = "" if self.name == "." else f"{self.name}/"
        self.names: set[str] = set()
        self.files: dict[SectionName, File] = {}
        self.paths: dict[SectionName, Path] = {}
        self.parts: dict[SectionName, Any] = {}
        self.problems: list[Problem] = []
        self.article: tuple[str, ...] | None = None

    def brief(self) -> Brief:
        self.names = self._listed()
        self._read_sections()
        self._read_record()
        self._check_names()
        self._check()
        parts = {name: part for name, part in self.parts.items() if name != "overview"}
        slug = on_one_line(_name(self.folder))
        header = self.parts.get("overview") or Header(format=1, title=slug, subject=slug)
        files = list(self.files.values())
        self.problems += [problem for file in files for problem in file.problems()]
        return Brief(
            folder=self.folder,
            slug=slug,
            header=header,
            **parts,
            article=self.article,
            spans=_spans(header, self.parts.get("timeline")),
            files={file.section: file.name for file in files},
            paths=self.paths,
            positions=Positions(files),
            problems=in_order(self.problems),
            broken=frozenset(file.section for file in files if file.is_broken),
        )

    def _read_sections(self) -> None:
        for name, section in FILES.items():
            if name in self.names:
                self._read(section, self.folder / name, self.prefix + name)

    def _check_names(self) -> None:
        """Report YAML files that belong to no section, unless one is the source record."""
        header: Header | None = self.parts.get("overview")
        record = os.path.normpath(header.source) if header and header.source else ""
        for name in self.names - FILES.keys() - {record}:
            mark = Mark(self.prefix + on_one_line(name))
            hint = on_one_line(str(Guess(name, FILES)))
            self.problems.append(Problem(mark, "no section has a file of this name", hint))

    def _listed(self) -> set[str]:
        """The names of the YAML files; where brief.yaml is not among them, that is reported."""
        message = "there is no brief.yaml here"
        names: set[str] = set()
        try:
            names = {path.name for path in self.folder.iterdir() if path.suffix in _SUFFIXES}
        except OSError as error:
            message = f"cannot read the folder: {reason(error)}"
        if "brief.yaml" not in names:
            file = self.files["overview"] = File("overview", self.prefix + "brief.yaml")
            file.error_at(0, 0, message, "a brief is a folder with a brief.yaml")
            file.is_broken = True
        return {name for name in names if not name.startswith(".")}

    def _read(self, section: SectionName, path: Path, name: str) -> None:
        file = self.files[section] = File(section, name)
        self.paths[section] = path
        part = read_file(file, path)
        file.is_broken = file.has_errors
        if not file.is_broken:
            self.parts[section] = part

    def _read_record(self) -> None:
        header: Header | None = self.parts.get("overview")
        if header is None or header.source is None:
            return
        brief = self.files["overview"]
        path = record_path(self.folder, header.source, brief)
        if path is None:
            return
        self._read("source", path, shown(path))
        quote_none_but_records(self.files["source"])
        record: SourceRecord | None = self.parts.get("source")
        if record:
            file = self.files["source"]
            check_numbers(record, file)
            check_anchors(self.files.values(), record)
            if not file.has_errors:  # else its anchors may not name its paragraphs
                self.article = read_article(record, path, file)

    def _check(self) -> None:
        References(self.files.values(), self.parts.get("overview")).check()
        if "timeline" in self.parts:
            check_order(self.files["timeline"], self.parts["timeline"].points)
        if "outlook" in self.parts:
            check_reasons(self.files["outlook"], self.parts["outlook"])


def _name(folder: Path) -> str:
    if folder.name in {"", ".."}:
        with suppress(OSError):  # the working folder is gone, or links lead in a circle
            return folder.resolve().name
    return folder.name


def _spans(header: Header, timeline: Timeline | None) -> dict[str, Span]:
    published = header.assume.published if header.assume else None
    return spans(timeline.points, published) if timeline else {}
