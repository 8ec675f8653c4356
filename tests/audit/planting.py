"""Planting one fault in a copy of the sample, and the lines on which it has to be reported."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import NamedTuple

SAMPLE = Path(__file__).parent / "sample"
WHOLE = "*"


class Fault(NamedTuple):
    """One change to the sample.

    `where` is the id of a statement or entry, the anchor of a card or paragraph, or a file and a
    word in it ("outlook bottom_line"); the change begins below it. `old` becomes `new`; `WHOLE` is
    all of a statement. It is reported at the first changed line, or at `at`, and also at `also`,
    which cannot be helped: an id or an anchor and a field ("P5.3 figures").
    """

    kind: str
    where: str
    old: str
    new: str
    at: str = ""
    also: tuple[str, ...] = ()
    needs_article: bool = False

    def __str__(self) -> str:
        return f"{self.kind}: {self.where}: {self.old[:30]!r} -> {self.new[:30]!r}"


class Line(NamedTuple):
    """A line of a file, counted from 1."""

    file: str
    number: int


def copy(folder: Path, *, article: bool) -> Path:
    """A copy of the sample in `folder`, with the article beside its record or without."""
    left_out = ignore_patterns() if article else ignore_patterns("article.txt")
    return copytree(SAMPLE, folder / "sample", ignore=left_out)


def plant(sample: Path, fault: Fault) -> set[Line]:
    """Plant a fault in a copy of the sample: the lines on which it has to be reported."""
    path, start = _find(sample, fault.where)
    before = path.read_text("utf-8")
    if fault.old == WHOLE:
        begin, end = _block(before, start)
    else:
        begin = before.index(fault.old, start)
        end = begin + len(fault.old)
    after = before[:begin] + fault.new + before[end:]
    assert after != before
    path.write_text(after, "utf-8")
    spots = [_line(sample, spot) for spot in (fault.at, *fault.also) if spot]
    if not fault.at:
        spots.append(Line(path.name, 1 + after.count("\n", 0, _differ(before, after))))
    return set(spots)


def _differ(one: str, other: str) -> int:
    """The first character in which two texts differ."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _files(sample: Path) -> list[Path]:
    return [*sorted((sample / "brief").iterdir()), sample / "record.yaml"]


def _named(sample: Path, name: str) -> Path | None:
    """The file of that name, without its ending, in the sample or its brief."""
    files = (*sample.glob("*.*"), *_files(sample))
    return next((path for path in files if path.stem == name), None)


def _find(sample: Path, where: str) -> tuple[Path, int]:
    """The file of an id, an anchor, or a word of a named file, and where in it that stands."""
    name, _, word = where.partition(" ")
    if named := _named(sample, name):
        return named, named.read_text("utf-8").index(word)
    field = "at" if re.match(r"P\d", name) else "id"
    files = _files(sample)[-1:] if field == "at" else _files(sample)[:-1]
    for path in files:
        if found := re.search(
            rf"^ *- {field}: {re.escape(name)}\n", path.read_text("utf-8"), re.MULTILINE
        ):
            return path, found.start()
    msg = f"the sample has no {where}"
    raise AssertionError(msg)


def _block(text: str, start: int) -> tuple[int, int]:
    """A statement with its fields: down to the next line that is indented no deeper."""
    indent = len(text[start:]) - len(text[start:].lstrip(" "))
    end = re.compile(rf"^ {{0,{indent}}}\S", re.MULTILINE).search(text, text.index("\n", start))
    # a comment or an empty line before what follows stays with what follows
    return start, end.start() if end else len(text)


def _line(sample: Path, spot: str) -> Line:
    """The line of an id or anchor, or that of a field of it: "T7 when"."""
    name, _, field = spot.partition(" ")
    named = _named(sample, name)
    path, start = _find(sample, spot if named else name)
    text = path.read_text("utf-8")
    if field and not named:
        begin, end = _block(text, start)
        found = re.compile(rf"^ *(- )?{re.escape(field)}:", re.MULTILINE).search(text, begin, end)
        assert found, f"{name} has no {field}"
        start = found.start()
    return Line(path.name, 1 + text.count("\n", 0, start))
