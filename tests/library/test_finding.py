from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path

import pytest

from briefing.library import (
    find,
    folder_of,
    folders,
    index_of,
    key_in,
    key_of,
    library_at,
    local_day,
    memory,
    open_brief,
    schema_of,
)
from briefing.problems import BriefingError
from tests.briefs import write_brief


def test_a_brief_is_found_by_its_folder_or_a_file_in_it(tmp_path: Path) -> None:
    folder = write_brief(tmp_path / "mill")
    assert find(folder) == folder
    assert find(folder / "brief.yaml") == folder
    assert find(folder / "risks.yaml") == folder
    assert open_brief(folder).slug == "mill"


def test_a_library_with_one_brief_is_that_brief(tmp_path: Path) -> None:
    folder = write_brief(tmp_path / "mill")
    (tmp_path / "empty").mkdir()
    write_brief(tmp_path / ".hidden")
    (tmp_path / "notes.txt").write_text("")
    assert find(tmp_path) == folder
    assert folders(tmp_path) == [folder]


def test_of_several_briefs_one_must_be_named(tmp_path: Path) -> None:
    write_brief(tmp_path / "b")
    write_brief(tmp_path / "a\x1b")
    with pytest.raises(BriefingError, match=r"holds several briefs, name one: a␛, b$"):
        find(tmp_path)


def test_of_very_many_briefs_a_few_are_named(tmp_path: Path) -> None:
    for number in range(12):
        write_brief(tmp_path / "deep" / f"{number:02}")
    with pytest.raises(BriefingError, match=r"name one: deep/00, .*, deep/07 and 4 more$"):
        find(tmp_path)


def test_a_library_is_looked_through_to_its_ground(tmp_path: Path) -> None:
    library = tmp_path / "library"
    names = ("2031/mill", "2031/port/east", "2031/port/west", "a")
    for name in names:
        write_brief(library / name)
    write_brief(library / "a" / "inside a brief")
    write_brief(library / ".hidden" / "b")
    assert folders(library) == [library / name for name in names]
    assert [key_in(library, folder) for folder in folders(library)] == list(names)
    assert library_at(library) == library
    assert library_at(library / "2031" / "port") == library / "2031" / "port"


def test_one_brief_or_none_is_no_library(tmp_path: Path) -> None:
    folder = write_brief(tmp_path / "deep" / "mill")
    for path in (tmp_path, folder, folder / "brief.yaml", tmp_path / "nothing", None):
        assert library_at(path) is None
    assert find(tmp_path) == folder
    assert key_in(folder, folder) == "."
    assert folder_of(folder, ".") == folder


def test_content_may_be_a_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_brief(tmp_path / "content" / "b")
    write_brief(tmp_path / "content" / "a")
    assert library_at(None) == Path("content")


def test_a_link_is_followed_once_and_only_out_of_the_library(tmp_path: Path) -> None:
    library, outside = tmp_path / "library", tmp_path / "outside"
    write_brief(library / "mill")
    write_brief(outside / "port")
    write_brief(tmp_path / "elsewhere" / "tram")
    (outside / "back").symlink_to(library)
    (outside / "on").symlink_to(tmp_path / "elsewhere")
    (library / "link").symlink_to(outside)
    (library / "same").symlink_to(outside)
    (library / "twice").symlink_to(library / "mill")
    (library / "up").symlink_to(tmp_path)
    (library / "nowhere").symlink_to(tmp_path / "nowhere")
    (library / "loop").symlink_to(library / "loop")
    assert folders(library) == [library / "link" / "port", library / "mill"]


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="names have to be Unicode there")
def test_a_key_leads_back_to_its_folder_whatever_its_bytes(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9") / "b"
    write_brief(folder)
    assert key_in(tmp_path, folder) == "caf\\xe9/b"
    assert folder_of(tmp_path, "caf\\xe9/b") == folder


def test_where_there_is_no_brief_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match=r"^there is no .*/x␛$"):
        find(tmp_path / "x\x1b")
    with pytest.raises(BriefingError, match=r"a brief is a folder with a brief\.yaml$"):
        find(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(BriefingError, match="there is no brief in"):
        find(tmp_path / "file")
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(BriefingError, match="there is no brief in"):
        find(tmp_path / "loop")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("mode", [0, 0o400])
def test_a_folder_that_may_not_be_read_is_told_as_such(tmp_path: Path, mode: int) -> None:
    write_brief(tmp_path / "mill")
    tmp_path.chmod(mode)
    try:
        with pytest.raises(BriefingError, match=r"no permission to read it$"):
            find(tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_what_the_system_forbids_is_not_said_to_be_absent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "scandir", forbidden)
    with pytest.raises(BriefingError, match=r"^cannot open .*: no permission to read it$"):
        find(tmp_path)


def test_a_name_of_several_lines_is_told_in_one(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match=r"^there is no .*/x␊y␉z$"):
        find(tmp_path / "x\ny\tz")
    write_brief(tmp_path / "a\nb")
    write_brief(tmp_path / "c")
    with pytest.raises(BriefingError, match=r"name one: a␊b, c$"):
        find(tmp_path)


def test_without_a_path_it_is_content_or_the_shipped_brief(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shipped = find(None)
    assert shipped.is_absolute()
    assert (shipped / "brief.yaml").is_file()
    (tmp_path / "content").mkdir()
    assert find(None) == shipped
    write_brief(tmp_path / "content" / "mill")
    assert find(None) == Path("content/mill")


def test_the_packed_brief_goes_before_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefing.library import finding

    package = tmp_path / "briefing"
    folder = write_brief(package / "_content" / "mill")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(finding, "__file__", str(package / "library" / "finding.py"))
    assert find(None) == folder


def test_a_brief_can_be_searched(tmp_path: Path) -> None:
    results = index_of(open_brief(write_brief(tmp_path / "mill"))).search("permit")
    assert {hit.statement.id for hit in results.hits} >= {"W1"}


def test_the_schema_is_at_hand() -> None:
    assert schema_of("risks")["title"] == "risks of a brief"
    assert len(schema_of()["anyOf"]) == 9


def test_who_has_no_home_reads_without_a_memory_that_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nowhere(_: str) -> Path:
        raise RuntimeError

    monkeypatch.setattr("platformdirs.user_state_path", nowhere)
    found = memory()
    assert found.trouble == "Nothing of this session is kept: there is no home folder."
    found.set("theme", "light")
    assert found.get("theme") == "light"


def test_the_memory_lies_in_the_state_folder_of_the_user(home: Path) -> None:
    memory().set("theme", "light")
    assert [path.name for path in (home / "state" / "briefing").glob("*.db")] == ["state.db"]
    assert memory().get("theme") == "light"


def test_a_brief_is_remembered_by_its_folder_whatever_leads_there(tmp_path: Path) -> None:
    folder = write_brief(tmp_path / "brief")
    (tmp_path / "link").symlink_to(folder)
    keys = {key_of(open_brief(path)) for path in (folder, tmp_path / "link", folder / "brief.yaml")}
    assert keys == {str(folder.resolve())}


@pytest.mark.skipif(sys.platform == "win32", reason="no other time zone there")
def test_the_day_is_that_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    days = []
    for zone in ("BEHIND+12", "AHEAD-14"):  # 26 hours apart: never the same day
        with monkeypatch.context() as patch:
            patch.setenv("TZ", zone)
            time.tzset()
            days.append(local_day())
    time.tzset()
    assert days[0] < days[1]
