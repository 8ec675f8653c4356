"""The index behind the search window: built once, wherever it is asked for first."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from briefing.tui.finder import Finder, offered

if TYPE_CHECKING:
    import pytest

    from briefing.model.brief import Brief


def test_the_index_is_built_when_it_is_needed_and_only_once(small: Brief) -> None:
    finder = Finder(small)
    index = finder.index()
    assert index is finder.index()
    assert [hit.statement.id for hit in index.search("permit filed").hits] == ["W1"]


def test_asked_from_several_threads_at_once_it_is_still_one(
    small: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = []
    start = threading.Barrier(5)

    def build(brief: Brief) -> object:
        built.append(brief)
        return object()

    monkeypatch.setattr("briefing.library.index_of", build)
    finder = Finder(small)
    found = []

    def ask() -> None:
        start.wait()
        found.append(finder.index())

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    start.wait()
    finder.build_in_background()
    for thread in threads:
        thread.join()
    assert len(built) == 1
    assert len(set(map(id, found))) == 1


def test_building_in_the_background_holds_nothing_up(
    small: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    index = object()

    def build(_brief: Brief) -> object:
        go.wait(10)
        return index

    monkeypatch.setattr("briefing.library.index_of", build)
    finder = Finder(small)
    before = set(threading.enumerate())
    finder.build_in_background()  # comes back while the index waits
    (thread,) = set(threading.enumerate()) - before
    assert thread.daemon  # so that it never keeps the program open
    go.set()
    assert finder.index() is index
    thread.join()


def test_a_field_and_its_values_are_offered_once_one_has_begun() -> None:
    def values(_field: str, opening: str) -> list[str]:
        return [value for value in ("new zealand", "northwind") if value.startswith(opening)]

    offers = {
        "": ("", ""),
        "s": ("", ""),
        "st": ("stance:", "ance:"),
        "chip st": ("chip stance:", "ance:"),
        "stance:rep": ("stance:reported", "orted"),
        "likelihood:very-unl": ('likelihood:"very unlikely"', "ikely"),
        "about:new": ('about:"new zealand"', " zealand"),
        'about:"new z': ('about:"new zealand"', "ealand"),
        "about:no": ("about:northwind", "rthwind"),
        "about:northwind": ("", ""),
        "zebra:x": ("", ""),
    }
    assert {query: offered(query, values) for query in offers} == offers
