"""Finding briefs: one, or all of a library."""

from __future__ import annotations

import os
import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefing.loading.reading import reason
from briefing.problems import BriefingError
from briefing.text import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Of = TypeVar("Of")
HEADER = "brief.yaml"
_NAMED = 8  # briefs of a library that a message names


def find(path: Path | None) -> Path:
    """The folder of one brief. Raises BriefingError where there is none, or several.

    A path is a brief, a file in one, or a library that holds exactly one. Without a path it is
    ./content where that holds a brief, else the brief that comes with the program.
    """
    path = _meant(path)
    if _is_file_of_brief(path):
        return path.parent
    found = folders(path)
    if len(found) == 1:
        return found[0]
    shown = on_one_line(str(path))
    if found:
        names = ", ".join(on_one_line(key_in(path, folder)) for folder in found[:_NAMED])
        rest = f" and {len(found) - _NAMED:,} more" if len(found) > _NAMED else ""
        raise BriefingError(f"{shown} holds several briefs, name one: {names}{rest}")
    if refused := _refused(path):
        raise BriefingError(f"cannot open {shown}: {reason(refused)}")
    if not os.path.lexists(path):
        raise BriefingError(f"there is no {shown}")
    raise BriefingError(f"there is no brief in {shown}: a brief is a folder with a {HEADER}")


def library_at(path: Path | None) -> Path | None:
    """The folder that a path means where it holds several briefs; None for one brief, or none."""
    path = _meant(path)
    several = list(islice(look(os.fspath(path)), 2))
    return path if len(several) > 1 else None


def folders(path: Path) -> list[Path]:
    """The folders of the briefs in a library, by name; of a brief, its own folder.

    They are looked for in all folders below, but not in a brief, nor behind a name that begins
    with a dot. A link is followed where it leads out of the library, there once, and none behind it.
    """
    return [Path(folder) for folder, _ in look(os.fspath(path))]


def look(library: str) -> Iterator[tuple[str, list[os.DirEntry[str]]]]:
    """The path of each folder that `folders` finds, and what lies in it."""
    waiting = [(library, False)]
    roots = [os.path.realpath(library)]
    while waiting:
        folder, behind_link = waiting.pop()
        try:
            with os.scandir(folder) as found:
                entries = [entry for entry in found if not entry.name.startswith(".")]
        except (OSError, ValueError):  # it may still be looked through by name
            if os.path.lexists(os.path.join(folder, HEADER)):  # noqa: PTH118 - ten thousand times
                yield folder, []
            continue
        if any(entry.name == HEADER for entry in entries):
            yield folder, entries
        else:
            inside = (
                (entry.path, behind_link or entry.is_symlink())
                for entry in entries
                if _leads_on(entry, roots, behind_link=behind_link)
            )
            waiting += sorted(inside, reverse=True)


def _leads_on(entry: os.DirEntry[str], roots: list[str], *, behind_link: bool) -> bool:
    """Whether a folder is to be looked into; `roots` are the real paths that are."""
    try:
        if not entry.is_dir():
            return False
    except OSError:
        return False
    if not entry.is_symlink():
        return True
    if behind_link:  # /proc, for one, leads everywhere
        return False
    real = os.path.realpath(entry.path)
    if any(_is_within(real, root) or _is_within(root, real) for root in roots):
        return False
    roots.append(real)
    return True


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def key_in(library: Path, folder: Path) -> str:
    """What a brief of a library is known by: the path of its folder from there, with "/"."""
    return as_text(os.path.relpath(folder, library).replace(os.sep, "/"))


def folder_of(library: Path, key: str) -> Path:
    """The folder of the brief that is known by a key."""
    return library / os.fsdecode(re.sub(rb"\\x([0-9a-f]{2})", _byte, key.encode()))


def _byte(match: re.Match[bytes]) -> bytes:
    return bytes.fromhex(match[1].decode())


def of_library(library: Path, pairs: Iterable[tuple[str, Of]]) -> frozenset[tuple[str, Of]]:
    """Of what is remembered by the real paths of briefs, that of a library's, by their keys."""
    root = f"{as_text(os.path.realpath(library)).rstrip('/')}/"
    return frozenset(
        (brief.removeprefix(root), what) for brief, what in pairs if brief.startswith(root)
    )


def as_text(path: str) -> str:
    """A path as text that any file and program takes, whatever bytes its names are made of."""
    return os.fsencode(path).decode(errors="backslashreplace")


def _meant(path: Path | None) -> Path:
    content = Path("content")
    return path or (content if any(look(os.fspath(content))) else _shipped())


def _is_file_of_brief(path: Path) -> bool:
    return os.path.isfile(path) and os.path.lexists(path.parent / HEADER)  # noqa: PTH113 - no raise


def _refused(path: Path) -> PermissionError | None:
    """What forbids looking into a folder, or at the file that would make it a brief."""
    try:
        os.scandir(path).close()
        (path / HEADER).lstat()
    except PermissionError as error:
        return error
    except (OSError, ValueError):
        pass
    return None


def _shipped() -> Path:
    package = Path(__file__).parents[1]
    packed = package / "_content"
    return packed if packed.is_dir() else package.parent / "content"
