"""What an audit found is kept, and tells whether it was of the files as they are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.library import catalogue, key_of, memory, open_brief, said_by, update
from tests.briefs import ARTICLE, write_brief
from tests.commands import run as briefing

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.state import Audit


def check(folder: Path, *options: str) -> Audit | None:
    """What is kept of a brief after it was checked."""
    briefing("check", folder, *options)
    return memory().audits().get(key_of(open_brief(folder)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_brief(tmp_path / "library" / "mill", article=ARTICLE)


def said(folder: Path) -> str:
    """The digest of the files of a brief in the list of its library."""
    update(folder.parent)
    (row,) = catalogue(folder.parent) or ()
    return row.said


def test_the_audit_of_files_is_known_from_that_of_others(folder: Path) -> None:
    memory().set("theme", "light")
    kept = check(folder)
    assert kept is not None
    assert kept.said == said(folder) == said_by(open_brief(folder)) != ""
    assert kept.errors > 0
    for name in ("risks.yaml", "record.source", "article.txt"):
        path = folder / name
        path.write_text(path.read_text() + "\n")
        assert kept.said != said(folder) == said_by(open_brief(folder))
        kept = check(folder)
        assert kept is not None
        assert kept.said == said(folder)


def test_who_never_reads_gets_no_file_for_it(folder: Path, home: Path) -> None:
    assert check(folder) is None
    assert not (home / "state").exists()


def test_what_is_for_programs_or_of_another_article_is_not_kept(folder: Path) -> None:
    memory().set("theme", "light")
    assert check(folder, "-f", "json") is None
    assert check(folder, "-f", "github") is None
    assert check(folder, "--source", str(folder / "article.txt")) is None
