from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from briefing.library import Idle, Progress, Sound, catalogue, index_folder, update
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


def test_a_library_that_shrinks_to_a_brief_stays_one(library: Path) -> None:
    shutil.rmtree(library / "alder")
    shutil.rmtree(library / "birch")
    with Librarian(library) as librarian:
        librarian.until_idle()
        assert titles(librarian) == {"cedar": "cedar"}
        shutil.rmtree(library / "cedar")
        librarian.until_idle()
        assert titles(librarian) == {}
