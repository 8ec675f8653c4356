"""Finding briefs and opening them."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.loading import load
from briefing.loading.reading import reason
from briefing.loading.record import check_text, is_plain, read_record, read_text
from briefing.model.article import paragraphs
from briefing.model.statements import statements
from briefing.problems import BriefingError
from briefing.text import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.audit.ledger import Line
    from briefing.audit.report import Report
    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.model.source import SourceRecord
    from briefing.search import Index
    from briefing.state import Memory

_HEADER = "brief.yaml"


def find(path: Path | None) -> Path:
    """The folder of one brief. Raises BriefingError where there is none, or several.

    A path is a brief, a file in one, or a library that holds exactly one. Without a path it is
    ./content where that holds a brief, else the brief that comes with the program.
    """
    if path is None:
        content = Path("content")
        path = content if folders(content) else _shipped()
    elif os.path.isfile(path) and os.path.lexists(path.parent / _HEADER):  # noqa: PTH113 - no raise
        return path.parent
    found = folders(path)
    if len(found) == 1:
        return found[0]
    shown = on_one_line(str(path))
    if found:
        names = ", ".join(on_one_line(folder.name) for folder in found)
        raise BriefingError(f"{shown} holds several briefs, name one: {names}")
    if refused := _refused(path):
        raise BriefingError(f"cannot open {shown}: {reason(refused)}")
    if not os.path.lexists(path):
        raise BriefingError(f"there is no {shown}")
    raise BriefingError(f"there is no brief in {shown}: a brief is a folder with a {_HEADER}")


def folders(path: Path) -> list[Path]:
    """The folders of the briefs in a library, by name; of a brief, its own folder."""
    if os.path.lexists(path / _HEADER):
        return [path]
    try:
        children = sorted(child for child in path.iterdir() if not child.name.startswith("."))
    except OSError:
        return []
    return [child for child in children if os.path.lexists(child / _HEADER)]


def _refused(path: Path) -> PermissionError | None:
    """What forbids looking into a folder, or at the file that would make it a brief."""
    try:
        os.scandir(path).close()
        (path / _HEADER).lstat()
    except PermissionError as error:
        return error
    except (OSError, ValueError):
        pass
    return None


def open_brief(path: Path | None) -> Brief:
    """The brief at a path (see `find`), with its problems."""
    return load(find(path))


def again(brief: Brief) -> Brief:
    """The brief in the same folder as its files are now, whatever is wrong there."""
    return load(brief.folder)


# Of each file of a brief its path, the time it was written, its size and its number on the disk.
Stamp = tuple[tuple[str, int, int, int], ...]


def stamp(brief: Brief) -> Stamp:
    """What tells the files of a brief as they are now from what they were before.

    They are the YAML files of its folder, its source record, and the copy of the source beside
    that; one that cannot be looked at is not among them.
    """
    paths: list[str] = []
    with suppress(OSError), os.scandir(brief.folder) as entries:
        found = (entry for entry in entries if entry.name.endswith((".yaml", ".yml")))
        paths = sorted(entry.path for entry in found if not entry.name.startswith("."))
    record = brief.paths.get("source")
    if record is None and brief.header.source:
        record = brief.folder / brief.header.source
    if record:
        paths.append(str(record))
        if brief.source and is_plain(brief.source.file):
            paths.append(str(record.with_name(brief.source.file)))
    return tuple(_stamps(paths))


def _stamps(paths: Iterable[str]) -> Iterator[tuple[str, int, int, int]]:
    for path in paths:
        with suppress(OSError, ValueError):
            found = os.stat(path)  # noqa: PTH116 - twice a second, and half as dear
            yield path, found.st_mtime_ns, found.st_size, found.st_ino


def briefs(path: Path | None) -> Iterator[Brief]:
    """The brief at a path, or every brief of the library that it is. Raises as `find` does."""
    several = folders(path) if path else []
    for folder in several if len(several) > 1 else [find(path)]:
        yield load(folder)


def index_of(brief: Brief) -> Index:
    """The search index over all statements of a brief, built in memory."""
    from briefing.search import Index  # noqa: PLC0415 - the engine loads when it is first needed

    return Index.of(statements(brief))


def memory(*, kept: bool = True) -> Memory:
    """What is remembered of readings: a file in the user's state folder, not opened yet.

    One that is not to be kept touches no file and forgets at the end; so does that of a user
    without a home.
    """
    from briefing.state import Memory  # noqa: PLC0415 - only where somebody reads

    if not kept:
        return Memory.open(None)
    from platformdirs import user_state_path  # noqa: PLC0415 - the same

    try:
        folder = user_state_path("briefing")
    except RuntimeError:
        return Memory.open(None, "Nothing of this session is kept: there is no home folder.")
    return Memory.open(folder / "state.db")


def key_of(brief: Brief) -> str:
    """What a brief is remembered by: the path of its folder, without links."""
    return os.fsencode(os.path.realpath(brief.folder)).decode(errors="backslashreplace")


class Against(NamedTuple):
    """What a brief is audited against: the record of its source and, at hand, its text."""

    record: SourceRecord | None
    article: tuple[str, ...] | None


def sourced(brief: Brief, source: Path | None = None) -> Against:
    """What a brief is audited against: the article in the file `source`, where one is named.

    Else the copy beside the record, where there is one, even if it differs from what the record
    was made from: then its changed paragraphs are marked. Raises BriefingError where `source`
    cannot be read.
    """
    has_cards = brief.source and all(p.sentences for p in brief.source.paragraphs)
    if source is None and ((brief.article and has_cards) or brief.source is None):
        return Against(brief.source, brief.article)
    if source:
        return _read_beside(brief, source)
    copy = copy_of(brief)
    try:
        return _read_beside(brief, copy) if copy else Against(brief.source, None)
    except BriefingError:  # that it cannot be read is among the problems of the brief
        return Against(brief.source, None)


def _read_beside(brief: Brief, source: Path) -> Against:
    from briefing.audit.record import record_of, refreshed  # noqa: PLC0415 - few have the text

    data, text = read_text(source)
    record, article = record_of(data, text, source.name), paragraphs(text)
    if brief.source is None:
        return Against(record, article)
    now, before = ([p.fingerprint for p in made.paragraphs] for made in (record, brief.source))
    if not set(now) & set(before):
        msg = (
            f"{on_one_line(str(source))} is not the article of this brief: no paragraph is the same"
        )
        raise BriefingError(msg)
    if now == before and all(paragraph.sentences for paragraph in brief.source.paragraphs):
        return Against(brief.source, article)
    return Against(refreshed(record, brief.source, date.max), article)


def copy_of(brief: Brief) -> Path | None:
    """The reader's copy of the source beside the record, whether it is the same or not."""
    record = brief.paths.get("source")
    if record is None or brief.source is None or not is_plain(brief.source.file):
        return None
    path = record.with_name(brief.source.file)
    return path if os.path.isfile(path) else None  # noqa: PTH113 - no raise


def audit_of(brief: Brief, against: Against | None = None) -> Report:
    """The report on a brief: its problems, and where it departs from its source."""
    from briefing.audit.auditing import audit  # noqa: PLC0415 - not at launch

    return audit(brief, *(against or sourced(brief)))


def ledger_of(brief: Brief, against: Against) -> Iterator[Line]:
    """Each figure and marker of the source, and where it went."""
    from briefing.audit.ledger import ledger  # noqa: PLC0415

    return ledger(brief, *against)


class Made(NamedTuple):
    """A source record, the text and the path of its file, and a line on what is in it."""

    path: Path
    text: str
    told: str
    record: SourceRecord


def record_text(
    article: Path, output: Path | None = None, *, today: date | None = None, force: bool = False
) -> Made:
    """The record of an article, to be written to `output` or beside the article.

    What a curator wrote in the record that is there is kept. Raises BriefingError where the
    article or that record cannot be read, where the record is too large, and, without `force`,
    where the record that is there is of another article.
    """
    from briefing.audit import record as making  # noqa: PLC0415 - few commands make one

    data, text = read_text(article)
    output = output or article.with_name(f"{article.stem}.yaml")
    if os.path.realpath(output) == os.path.realpath(article):
        raise BriefingError(f"the record would replace the article {on_one_line(str(article))}")
    made, head = making.record_of(data, text, on_one_line(article.name)), making.HEAD
    lost = ""
    if os.path.lexists(output):
        old, typed_before = read_record(output)
        head = making.head_of(typed_before)
        if not (force or making.shares(made, old)):
            shown = on_one_line(str(output))
            msg = f"{shown} is the record of another article; --force replaces it"
            raise BriefingError(msg)
        made = making.refreshed(made, old, today or local_day())
        lost = making.lost(made, old)
    typed = making.typed(made, head)
    check_text(typed, output)
    return Made(output, typed, making.summary(made) + lost + making.warned(text), made)


def local_day() -> date:
    """The day where the user is, which need not be that of UTC."""
    return datetime.now(UTC).astimezone().date()


def schema_of(section: SectionName | None = None) -> dict[str, Any]:
    """The JSON Schema of the file of a section; without one, of every file of a brief."""
    from briefing.loading.schema import schema  # noqa: PLC0415 - only one command needs it

    return schema(section)


def _shipped() -> Path:
    package = Path(__file__).parent
    packed = package / "_content"
    return packed if packed.is_dir() else package.parent / "content"
