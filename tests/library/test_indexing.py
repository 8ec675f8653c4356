from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from briefing import loading
from briefing.library import Progress, Sound, catalogue, index_folder, indexing, update, working
from briefing.library.indexing import Outcome
from briefing.problems import BriefingError
from briefing.search import Writer
from tests.briefs import ARTICLE, record_of, write_brief
from tests.library.shelf import Heard, discard, found, settle, updated, write_library, write_small

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library")


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the briefs that are read, as they are."""
    names: list[str] = []
    load = loading.load

    def noting(folder: Path) -> object:
        names.append(folder.name)
        return load(folder)

    monkeypatch.setattr(working, "load", noting)
    return names


def test_all_briefs_of_a_library_are_listed_and_found(library: Path) -> None:
    outcome, heard = updated(library)
    assert outcome == Outcome(briefs=3, read=3, gone=0, failing=0)
    assert {key: row.title for key, row in heard.rows.items()} == {
        "alder": "About alder",
        "birch": "About birch",
        "cedar": "About cedar",
    }
    assert found(library, "birch") == {"birch"}
    assert found(library, "here") == {"alder", "birch", "cedar"}
    rows = catalogue(library)
    assert rows is not None
    assert [row.key for row in rows] == ["alder", "birch", "cedar"]
    assert {row.key: row for row in rows} == heard.rows


def test_nothing_is_read_again_where_nothing_changed(library: Path, loaded: list[str]) -> None:
    updated(library)
    settle(library)
    loaded.clear()
    outcome, heard = updated(library)
    assert outcome == Outcome(briefs=3, read=0, gone=0, failing=0)
    assert loaded == []
    assert [type(event) for event in heard.events] == [Sound]


def test_only_what_changed_is_read_again(library: Path, loaded: list[str]) -> None:
    updated(library)
    loaded.clear()
    write_small(library / "birch", "linden")
    write_small(library / "deep" / "er", "maple")
    shutil.rmtree(library / "cedar")
    outcome, _ = updated(library)
    assert outcome == Outcome(briefs=3, read=2, gone=1, failing=0)
    assert loaded == ["birch", "er"]
    assert found(library, "birch") == set()
    assert found(library, "linden") == {"birch"}
    assert found(library, "maple") == {"deep/er"}
    assert found(library, "cedar") == set()
    assert found(library, "here") == {"alder", "birch", "deep/er"}


def test_a_touch_without_a_change_reads_nothing_again(library: Path, loaded: list[str]) -> None:
    updated(library)
    loaded.clear()
    os.utime(library / "birch" / "regions.yaml", (1, 1))
    assert updated(library)[0].read == 0
    settle(library)
    os.utime(library / "birch" / "regions.yaml", (2, 2))
    _, heard = updated(library)
    assert loaded == []
    assert [type(event) for event in heard.events] == [Sound, Progress, Progress, Sound]
    assert found(library, "birch") == {"birch"}
    assert updated(library)[0].read == 0


def test_a_change_that_hides_from_the_stamps_takes_a_rebuild(library: Path) -> None:
    updated(library)
    path = library / "birch" / "regions.yaml"
    stamp = path.stat()
    with path.open("r+") as file:
        text = file.read().replace("birch", "maple")
        file.seek(0)
        file.write(text)
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    updated(library)
    assert found(library, "maple") == set()
    updated(library, rebuild=True)
    assert found(library, "maple") == {"birch"}


def test_a_brief_that_does_not_load_is_listed_with_its_problem(library: Path) -> None:
    (library / "birch" / "brief.yaml").write_text("title: [\n")
    outcome, heard = updated(library)
    assert outcome.failing == 1
    assert heard.rows["birch"].title == "birch"
    assert heard.rows["birch"].problem.startswith("brief.yaml:2:1: ")
    assert found(library, "birch") == {"birch"}  # what reads of it is found


def test_a_brief_that_breaks_the_program_harms_no_other(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = loading.load

    def breaking(folder: Path) -> object:
        if folder.name == "birch":
            raise RecursionError("too deep\n")
        return load(folder)

    monkeypatch.setattr(working, "load", breaking)
    outcome, heard = updated(library)
    assert outcome.failing == 1
    assert heard.rows["birch"].problem == "this brief cannot be read (RecursionError: too deep␊)"
    assert found(library, "here") == {"alder", "cedar"}
    monkeypatch.undo()


def test_a_record_and_a_copy_elsewhere_belong_to_the_brief(tmp_path: Path) -> None:
    library, seeds = tmp_path / "library", tmp_path / "seeds"
    header = "format: 1\ntitle: T\nsubject: S\nsource: ../../seeds/mill.yaml\n"
    write_brief(library / "mill", brief=header, record=None)
    write_small(library / "alder", "alder")
    assert "there is no source record here" in updated(library)[1].rows["mill"].problem
    seeds.mkdir()
    (seeds / "mill.yaml").write_text(record_of(ARTICLE))
    assert updated(library)[1].rows["mill"].problem == ""
    (seeds / "article.txt").write_text("Another text.")
    assert "differs from the one" in updated(library)[1].rows["mill"].problem
    (seeds / "article.txt").unlink()
    assert updated(library)[1].rows["mill"].problem == ""
    assert updated(library)[0].read == 0


def test_many_briefs_are_read_by_several_processes(tmp_path: Path) -> None:
    library = write_library(tmp_path, [f"word{number}" for number in range(40)])
    outcome, heard = updated(library)
    assert outcome == Outcome(briefs=40, read=40, gone=0, failing=0)
    assert {row.title for row in heard.rows.values()} == {f"About word{n}" for n in range(40)}
    assert found(library, "word17") == {"word17"}


def test_a_process_that_dies_takes_one_brief_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = write_library(tmp_path, [f"word{number}" for number in range(40)])
    dying = "import os, sys; from briefing.library import working as w; read = w.reading; "
    dying += "w.reading = lambda task: os._exit(1) if task.key == 'word7' else read(task); w.main()"
    monkeypatch.setattr(working, "_START", f"import sys; sys.path.insert(0, sys.argv[1]); {dying}")
    outcome, heard = updated(library)
    assert outcome == Outcome(briefs=40, read=40, gone=0, failing=1)
    assert heard.rows["word7"].problem == "this brief cannot be read (the process ended over it)"
    assert found(library, "word27") == {"word27"}


def test_a_process_that_somebody_ends_takes_none_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = write_library(tmp_path / "library", [f"word{number}" for number in range(40)])
    flag = tmp_path / "ended"
    dying = "import os, sys; from briefing.library import working as w; read = w.reading; "
    dying += f"first = lambda: not os.path.exists({str(flag)!r}) and not os.mkdir({str(flag)!r}); "
    dying += "w.reading = lambda t: os._exit(1) if t.key == 'word7' and first() else read(t); "
    dying += "w.main()"
    monkeypatch.setattr(working, "_START", f"import sys; sys.path.insert(0, sys.argv[1]); {dying}")
    outcome, _ = updated(library)
    assert flag.exists()
    assert outcome == Outcome(briefs=40, read=40, gone=0, failing=0)
    assert found(library, "word7") == {"word7"}
    assert found(library, "word8") == {"word8"}


def test_where_processes_run_out_those_there_are_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def popen(*arguments: Any, **options: Any) -> subprocess.Popen[bytes]:
        if started:
            raise BlockingIOError
        started.append(start(*arguments, **options))
        return started[0]

    monkeypatch.setattr(working, "_cores", lambda: 2)
    monkeypatch.setattr("subprocess.Popen", popen)
    library = write_library(tmp_path, [f"word{number}" for number in range(40)])
    assert updated(library)[0].read == 40
    assert [process.poll() is None for process in started] == [False]


def test_a_library_that_is_gone_is_not_an_empty_one(library: Path) -> None:
    updated(library)
    library.rename(library.with_name("away"))
    with pytest.raises(BriefingError, match=r"^there is no .*library$"):
        update(library)
    library.with_name("away").rename(library)
    assert updated(library)[0].read == 0


def test_an_index_that_was_deleted_is_made_again(library: Path) -> None:
    updated(library)
    discard(index_folder(library))
    assert catalogue(library) is None
    assert updated(library)[0].read == 3
    assert found(library, "here") == {"alder", "birch", "cedar"}


def test_the_list_is_made_again_from_the_index(library: Path, loaded: list[str]) -> None:
    updated(library)
    loaded.clear()
    before = catalogue(library)
    path = index_folder(library) / "catalogue"
    for damage in (b"", b"x", path.read_bytes()[:-1]):
        path.write_bytes(damage)
        assert catalogue(library) is None
        _, heard = updated(library)
        assert catalogue(library) == before
        assert tuple(heard.rows.values()) == before
    path.unlink()
    updated(library)
    assert catalogue(library) == before
    assert loaded == []


def test_a_list_of_an_earlier_state_is_put_right(library: Path, loaded: list[str]) -> None:
    updated(library)
    path = index_folder(library) / "catalogue"
    old = path.read_bytes()
    write_small(library / "birch", "maple")
    shutil.rmtree(library / "alder")
    updated(library)
    path.write_bytes(old)  # killed between the two
    loaded.clear()
    heard = Heard(catalogue(library) or ())
    update(library, told=heard)
    assert {key: row.title for key, row in heard.rows.items()} == {
        "birch": "About maple",
        "cedar": "About cedar",
    }
    assert loaded == []


def test_work_is_committed_in_slices(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "_FIRST", 0.0)
    monkeypatch.setattr(indexing, "_SLICE", 0.0)
    monkeypatch.setattr(indexing, "_PART", 10**9)  # however long beginning takes
    _, heard = updated(library)
    assert sum(isinstance(event, Sound) for event in heard.events) == 4
    assert found(library, "here") == {"alder", "birch", "cedar"}


def test_what_is_kept_of_a_brief_in_another_form_is_read_again(library: Path) -> None:
    updated(library)
    with Writer(index_folder(library)) as writer:
        writer.restate("birch", b"of another version")
        writer.commit()
    outcome, heard = updated(library)
    assert outcome.read == 3
    assert any(getattr(event, "said", "").endswith("built anew.") for event in heard.events)
    assert found(library, "here") == {"alder", "birch", "cedar"}


def test_a_folder_in_the_way_of_an_index_is_told(library: Path) -> None:
    (index_folder(library) / "library").mkdir(parents=True)
    with pytest.raises(BriefingError, match=r"^the index cannot be written: it is a folder \(in "):
        update(library)


def test_an_index_that_cannot_be_kept_is_told(library: Path, home: Path) -> None:
    (home / "cache").write_text("in the way")
    with pytest.raises(
        BriefingError, match=r"^no index can be kept in .*: there is no such folder"
    ):
        update(library)
    assert catalogue(library) is None


def test_who_has_no_home_has_no_index(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(_: str) -> Path:
        raise RuntimeError

    monkeypatch.setattr("platformdirs.user_cache_path", nowhere)
    with pytest.raises(BriefingError, match=r"^there is no home folder to keep an index in$"):
        update(library)
    assert catalogue(library) is None
