from __future__ import annotations

import resource
import shutil
from typing import TYPE_CHECKING

import pytest

from briefing.library import Idle, Progress, Sound, Told, catalogue, index_folder, update
from tests.library.librarian import Librarian
from tests.library.shelf import discard, found, settle, write_library, write_small

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library")


def titles(librarian: Librarian) -> dict[str, str]:
    return {key: row.title.removeprefix("About ") for key, row in librarian.rows.items()}


def test_the_first_time_all_is_told_as_it_is_read(library: Path) -> None:
    with Librarian(library) as librarian:
        librarian.until_idle()
        assert titles(librarian) == {"alder": "alder", "birch": "birch", "cedar": "cedar"}
        assert isinstance(librarian.events[0], Progress)
        assert found(library, "here") == {"alder", "birch", "cedar"}


def test_what_is_known_is_sound_and_not_told_again(library: Path) -> None:
    update(library)
    settle(library)
    with Librarian(library, catalogue(library) or ()) as librarian:
        librarian.until_idle()
        assert [type(event) for event in librarian.events] == [Sound, Idle]


def test_a_list_that_was_written_just_now_is_told_whole(library: Path) -> None:
    write_small(library / "gone", "gone")
    update(library)
    before = catalogue(library) or ()
    shutil.rmtree(library / "gone")
    update(library)  # between the first look of a reader and that of its librarian
    with Librarian(library, before) as librarian:
        librarian.until_idle()
        assert titles(librarian) == {"alder": "alder", "birch": "birch", "cedar": "cedar"}


def test_what_happens_to_files_is_followed(library: Path) -> None:
    with Librarian(library) as librarian:
        librarian.until_idle()
        write_small(library / "birch", "maple")
        librarian.until_idle()
        assert titles(librarian) == {"alder": "alder", "birch": "maple", "cedar": "cedar"}
        assert found(library, "maple") == {"birch"}
        write_small(library / "new" / "elm", "elm")
        librarian.until_idle()
        assert titles(librarian)["new/elm"] == "elm"
        assert found(library, "elm") == {"new/elm"}
        shutil.rmtree(library / "alder")
        librarian.until_idle()
        assert set(titles(librarian)) == {"birch", "cedar", "new/elm"}
        assert found(library, "alder") == set()
        (library / "cedar" / "brief.yaml").write_text("title: [\n")
        librarian.until_idle()
        assert librarian.rows["cedar"].problem.startswith("brief.yaml:2:1: ")
        write_small(library / "cedar", "cedar")
        librarian.until_idle()
        assert librarian.rows["cedar"].problem == ""
        assert found(library, "here") == {"birch", "cedar", "new/elm"}


def test_it_ends_when_its_input_does(library: Path) -> None:
    with Librarian(library) as librarian:
        librarian.until_idle()
        assert librarian.end() == 0


def test_what_another_process_writes_is_told(library: Path) -> None:
    with Librarian(library) as one, Librarian(library) as other:
        one.until_idle()
        other.until_idle()
        assert one.rows == other.rows
        write_small(library / "birch", "maple")
        for librarian in (one, other):
            librarian.until(lambda event: isinstance(event, Sound))
            assert titles(librarian)["birch"] == "maple"
        assert found(library, "maple") == {"birch"}


def test_an_index_that_is_deleted_meanwhile_is_made_again(library: Path) -> None:
    with Librarian(library) as librarian:
        librarian.until_idle()
        discard(index_folder(library))
        librarian.until_idle()
        assert len(librarian.rows) == 3
        assert found(library, "here") == {"alder", "birch", "cedar"}


def test_a_library_that_goes_away_and_comes_back_is_followed(library: Path) -> None:
    with Librarian(library) as librarian:
        librarian.until_idle()
        library.rename(library.with_name("away"))
        told = librarian.until(lambda event: hasattr(event, "said"))
        assert "there is no" in getattr(told, "said", "")
        assert len(librarian.rows) == 3


AT_ONCE = "from briefing.library import following\nfollowing._AGAIN = 0.1"
NO_ROOM = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (2000, 8000))"
ROOM = (8000, 8000)


def test_the_same_trouble_is_told_again_once_it_was_over(library: Path) -> None:
    with Librarian(library, before=AT_ONCE) as librarian:
        librarian.until_idle()
        for _ in range(2):
            library.rename(library.with_name("away"))
            librarian.until(lambda event: isinstance(event, Told))
            library.with_name("away").rename(library)
            librarian.until_idle()
        assert len(librarian.rows) == 3


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="gives another process room")
def test_where_the_disk_is_nearly_full_it_goes_on_once_there_is_room(library: Path) -> None:
    with Librarian(library, before=f"{NO_ROOM}\n{AT_ONCE}") as librarian:
        told = librarian.until(lambda event: isinstance(event, Told))
        assert isinstance(told, Told)
        assert told.said == (
            "The library is not followed for now: the index cannot be written: a file would be "
            f"larger than `ulimit -f` allows (in {index_folder(library).parent})."
        )
        resource.prlimit(librarian.process.pid, resource.RLIMIT_FSIZE, ROOM)
        librarian.until_idle()
        assert found(library, "here") == {"alder", "birch", "cedar"}


def test_a_library_that_shrinks_to_a_brief_stays_one(library: Path) -> None:
    shutil.rmtree(library / "alder")
    shutil.rmtree(library / "birch")
    with Librarian(library) as librarian:
        librarian.until_idle()
        assert titles(librarian) == {"cedar": "cedar"}
        shutil.rmtree(library / "cedar")
        librarian.until_idle()
        assert titles(librarian) == {}
