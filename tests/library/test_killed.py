"""What happens to an index whose writer is killed, whose bits flip, or that two write at once."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING

import pytest

from briefing.library import Sound, Told, catalogue, index_folder, update
from briefing.library.locking import locked
from tests.library.shelf import Heard, discard, found, updated, write_library, write_small
from tests.test_library_end_to_end import assert_end, children, watched

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.library import Event

WORDS = [f"word{number}" for number in range(24)]
SEED = 5
PATIENCE = 30.0  # seconds


def index(library: Path, *, stops: bool = False) -> subprocess.Popen[bytes]:
    """A process that indexes a library, at the head of a group of its own; commits all the time.

    `stops`: after the first commit it stands still.
    """
    often = "from briefing.library import indexing as i; i._FIRST, i._SLICE = 0.0, 0.02; "
    stop = "lambda e: isinstance(e, i.Sound) and os.kill(os.getpid(), signal.SIGSTOP)"
    told = f", told={stop}" if stops else ""
    run = f"{often}from pathlib import Path; i.update(Path({str(library)!r}){told})"
    return subprocess.Popen(
        [sys.executable, "-c", f"import os, signal; {run}"],
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )


def test_a_kill_at_any_moment_costs_no_more_than_work(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", WORDS)
    started = time.monotonic()
    assert index(library).wait() == 0
    lasts = time.monotonic() - started
    random = Random(SEED)
    for number in range(20):
        if number % 4 == 0:
            discard(index_folder(library))
        for word in random.sample(WORDS, 8):
            write_small(library / word, word, f"as_of: '20{number:02}'\n")
        process = index(library)
        with suppress(subprocess.TimeoutExpired):  # the moment is what is tried
            process.wait(random.uniform(0.0, lasts))
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        _, heard = updated(library)
        assert not [event for event in heard.events if getattr(event, "said", "")]
        assert found(library, "word7") == {"word7"}
        assert len(found(library, "here")) == len(WORDS)
        assert {row.key for row in catalogue(library) or ()} == set(WORDS)
        assert {row.key: row for row in catalogue(library) or ()} == heard.rows
        assert not list(index_folder(library).glob("*.tmp*"))


def test_what_was_left_half_written_goes_even_where_nothing_changed(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library")
    updated(library)
    for name in (".tmpa1B2", "catalogue.4711.tmp"):
        (index_folder(library) / name).write_bytes(b"half")
    assert updated(library)[0].read == 0
    assert not list(index_folder(library).glob("*.tmp*"))
    assert found(library, "alder") == {"alder"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc")
def test_who_is_killed_alone_leaves_no_process_behind(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", [f"word{number}" for number in range(300)])
    process = index(library, stops=True)
    assert os.WIFSTOPPED(os.waitpid(process.pid, os.WUNTRACED)[1])
    helpers = watched(children(process.pid))
    assert helpers
    process.kill()
    process.wait()
    assert_end(helpers)
    assert updated(library)[0].briefs == 300
    assert found(library, "word255") == {"word255"}


def test_two_at_once_wait_for_each_other(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", WORDS)
    for _ in range(2):
        processes = [index(library) for _ in range(3)]
        assert [process.wait(PATIENCE) for process in processes] == [0, 0, 0]
        assert len(found(library, "here")) == len(WORDS)
        assert len(catalogue(library) or ()) == len(WORDS)
        discard(index_folder(library))


def test_who_waits_says_so(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library")
    heard = Heard()

    def hear(event: Event) -> None:
        heard(event)
        holder.__exit__(None, None, None)

    holder = locked(index_folder(library))
    assert holder.__enter__()
    assert update(library, told=hear).read == 3
    assert heard.events[0] == Told(
        "Another process writes the index of this library: waiting for it."
    )
    assert sum(isinstance(event, Told) for event in heard.events) == 1


def damaged(path: Path, random: Random) -> None:
    """Flip one bit of a file."""
    data = bytearray(path.read_bytes())
    data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    path.write_bytes(data)


def test_one_flipped_bit_is_noticed_or_harmless(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library")
    update(library)
    write_small(library / "birch", "maple")  # a piece with something taken out of it
    update(library)
    folder, whole = index_folder(library), tmp_path / "whole"
    shutil.copytree(folder, whole)
    files = sorted(path.name for path in whole.iterdir() if path.stat().st_size)
    random = Random(SEED)
    said = 0
    for name in files * 4:
        discard(folder)
        shutil.copytree(whole, folder)
        damaged(folder / name, random)
        _, heard = updated(library)
        assert found(library, "here") == {"alder", "birch", "cedar"}, name
        assert found(library, "maple") == {"birch"}, name
        assert [row.title for row in catalogue(library) or ()] == [
            "About alder",
            "About maple",
            "About cedar",
        ]
        lines = [event.said for event in heard.events if isinstance(event, Sound) and event.said]
        assert len(lines) < 2
        said += len(lines)
        assert all(line.endswith(": it is built anew.") for line in lines)
    assert said > len(files)
