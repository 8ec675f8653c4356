"""Writing a new brief: all of it or nothing, and over nothing that is there."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.drafting.files import SCHEMAS, files_of
from briefing.export.writing import reason, write
from briefing.library import local_day, record_text, schema_of
from briefing.loading import load
from briefing.loading.kinds import FILES
from briefing.problems import BriefingError, Severity
from briefing.text import on_one_line

if TYPE_CHECKING:
    from datetime import date

    from briefing.library import Made

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,63}", re.ASCII)
_INSIDE = "source.yaml"  # the record, where there is no folder for records


class Draft(NamedTuple):
    """A brief that was written: its folder, what was written, and a line on its source."""

    folder: Path
    files: tuple[Path, ...]
    told: str


def new_brief(
    slug: str,
    article: Path | None = None,
    home: Path | None = None,
    *,
    today: date | None = None,
) -> Draft:
    """Write the folder of a new brief into `home`, and the record of its article.

    `home` is ./content where it is not named and there is one, else the working folder. The
    record goes to a folder seeds/ beside `home`, else into the brief. Raises BriefingError where
    the name is none, where something stands there already, and where the article cannot be read
    or the files not be written; then nothing of it is left.
    """
    if not _SLUG.fullmatch(slug):
        raise BriefingError(_no_name(slug))
    home = home or _home()
    folder = home / slug
    if not os.path.isdir(home):  # noqa: PTH112 - no raise
        raise BriefingError(f"there is no folder {on_one_line(str(home))}: make it first")
    _refuse(folder)
    day = (today or local_day()).isoformat()
    made = None
    source = ""
    if article:
        seeds = home.parent / "seeds"
        inside = not seeds.is_dir()
        path = folder / _INSIDE if inside else seeds / f"{slug}.yaml"
        _refuse(path)
        made = record_text(article, path)
        source = _INSIDE if inside else Path(os.path.relpath(path, folder)).as_posix()
    texts = files_of(source, made.record if made else None, day)
    _write(folder, texts, made)
    files = (*(folder / name for name in (*texts, SCHEMAS)), *((made.path,) if made else ()))
    return Draft(folder, files, made.told if made else "")


def _home() -> Path:
    content = Path("content")
    is_library = content.is_dir() and not os.path.lexists(content / "brief.yaml")
    return content if is_library else Path()


def _no_name(slug: str) -> str:
    said = f"'{on_one_line(slug)}' is no name for a brief: small letters, digits and hyphens"
    meant = re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")[:64]
    return f"{said}, such as {meant or 'harbour-tram'}"


def _refuse(path: Path) -> None:
    if os.path.lexists(path):
        msg = f"{on_one_line(str(path))} exists already and is not touched: choose another name"
        raise BriefingError(msg)


def _write(folder: Path, texts: dict[str, str], made: Made | None) -> None:
    """Write everything beside, then give it its name."""
    beside = folder.with_name(f".briefing-{os.urandom(8).hex()}.tmp")
    outside = made is not None and made.path.parent != folder
    written = False
    try:
        (beside / SCHEMAS).mkdir(parents=True)
        for name, text in texts.items():
            (beside / name).write_text(text, encoding="utf-8")
        for section in FILES.values():
            schema = json.dumps(schema_of(section), separators=(",", ":"), ensure_ascii=False)
            (beside / SCHEMAS / f"{section}.json").write_text(schema + "\n", encoding="utf-8")
        if made and not outside:
            (beside / made.path.name).write_text(made.text, encoding="utf-8")
        if made and outside:
            write(made.path, made.text)
            written = True
        wrong = [p for p in load(beside).problems if p.severity is Severity.ERROR]
        if wrong:
            msg = (
                f"the brief would not load: {wrong[0].message} (split a long article into several)"
            )
            raise BriefingError(msg)
        beside.rename(folder)
        written = False
    except OSError as error:
        msg = f"cannot write {on_one_line(str(folder))}: {reason(error)}"
        raise BriefingError(msg) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        if made and written:
            made.path.unlink(missing_ok=True)
