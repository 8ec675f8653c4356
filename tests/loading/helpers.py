"""Loading made briefs, and reading what is wrong in them in a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.loading import load
from briefing.loading.events import parse
from briefing.loading.file import File
from briefing.loading.kinds import KINDS
from briefing.loading.walk import struct_reader
from tests.briefs import write_brief

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.problems import Problem

HEADER = "format: 1\ntitle: A\nsubject: B\n"


def loaded(folder: Path, **files: str | bytes | None) -> Brief:
    """The small complete brief with some of its files replaced."""
    return load(write_brief(folder / "mill", **files))


def problems_of(text: str, section: SectionName = "overview") -> list[Problem]:
    """What is wrong in the text of one file, before references are checked."""
    file = File(section, "x")
    file.text = text
    parse(file)
    if file.root is not None:
        struct_reader(KINDS[section])(file.root, file)
    return list(file.problems())


def places(problems: Iterable[Problem]) -> list[tuple[str, int, int, str]]:
    """Where the problems are, with the first words of what they say."""
    return [
        (p.mark.file.rpartition("/")[2], p.mark.line, p.mark.column, p.message) for p in problems
    ]
