"""Finding briefs and opening them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.loading import load
from briefing.loading.reading import reason
from briefing.model.statements import statements
from briefing.problems import BriefingError
from briefing.text import on_one_line

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.search import Index

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


def index_of(brief: Brief) -> Index:
    """The search index over all statements of a brief, built in memory."""
    from briefing.search import Index  # noqa: PLC0415 - the engine loads when it is first needed

    return Index.of(statements(brief))


def schema_of(section: SectionName | None = None) -> dict[str, Any]:
    """The JSON Schema of the file of a section; without one, of every file of a brief."""
    from briefing.loading.schema import schema  # noqa: PLC0415 - only one command needs it

    return schema(section)


def _shipped() -> Path:
    package = Path(__file__).parent
    packed = package / "_content"
    return packed if packed.is_dir() else package.parent / "content"
