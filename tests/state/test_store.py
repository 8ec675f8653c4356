"""What may happen to the file: damage, other programs, a disk that takes nothing, a kill."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from briefing.state import Audit, Mark, Memory, store
from briefing.state.tables import VERSION
from tests.state.other import BRIEF, PATIENCE

ROOT = Path(__file__).parents[2]
CONNECT = sqlite3.connect
MARK = Mark("R1", "", "Northwind plans a mill.", "2031-05-04")
as_user = pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a memory that holds a mark."""
    file = tmp_path / "state.db"
    memory = Memory.open(file)
    memory.mark(BRIEF, MARK)
    memory.close()
    return file


def other(file: Path, name: str, most: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.state.other", str(file), name, str(most)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def lines(process: subprocess.Popen[str], number: int) -> list[str]:
    assert process.stdout
    return [process.stdout.readline().strip() for _ in range(number)]


def kill(process: subprocess.Popen[str]) -> list[str]:
    """Kill it; what it had said by then and nobody read."""
    process.kill()
    return process.communicate()[0].splitlines()


def test_a_kill_at_any_moment_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    file = tmp_path / "state.db"
    kept: set[str] = set()
    for name in "abcdefgh":
        process = other(file, name)
        said = [*lines(process, 1 + 7 * ord(name) % 40), *kill(process)]
        kept |= {f"{name}{number}" for number in said}
        memory = Memory.open(file)
        there = {mark.statement for mark in memory.marks(BRIEF)}
        assert kept <= there
        # of the change it was killed in, all or nothing is there
        assert len({told for told, _, _ in memory.seen(BRIEF).values()}) == 1
        assert memory.trouble == ""
        memory.close()
        kept = there


def test_readers_that_write_at_once_lose_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_PATIENCE", PATIENCE)
    file = tmp_path / "state.db"
    processes = {name: other(file, name) for name in "abc"}
    memory = Memory.open(file)
    kept = set()
    for number in range(50):
        memory.mark(BRIEF, MARK._replace(statement=f"z{number}"))
        kept.add(f"z{number}")
        for name, process in processes.items():
            kept |= {f"{name}{said}" for said in lines(process, 1)}
    for process in processes.values():
        kill(process)
    assert memory.trouble == ""
    assert kept <= {mark.statement for mark in memory.marks(BRIEF)}


def test_another_program_that_keeps_the_file_to_itself_holds_nobody_up(file: Path) -> None:
    greedy = sqlite3.connect(file, isolation_level=None)
    greedy.execute("BEGIN IMMEDIATE")
    memory = Memory.open(file)
    memory.mark(BRIEF, MARK._replace(statement="R2"))
    assert memory.trouble == "Nothing of this session is kept: another program holds its file."
    assert [mark.statement for mark in memory.marks(BRIEF)] == ["R1", "R2"]
    greedy.close()


def test_a_full_disk_is_said_and_read_on(file: Path) -> None:
    process = other(file, "a", most=200_000)
    said = process.communicate()[0].splitlines()
    assert said[-2] in {
        "Nothing of this session is kept: the disk is full.",
        "Nothing of this session is kept: the disk does not take it.",
    }
    assert said[-1] == "False"  # R1 is still there beside its own, in memory
    memory = Memory.open(file)
    kept = {mark.statement for mark in memory.marks(BRIEF)}
    assert {"R1", *(f"a{number}" for number in said[:-2])} <= kept
    assert memory.trouble == ""


@pytest.mark.parametrize("damage", [b"no database at all", b"\0" * 5000])
def test_a_damaged_file_is_put_aside_and_a_new_one_begun(file: Path, damage: bytes) -> None:
    file.write_bytes(damage)
    for number in (1, 2):
        memory = Memory.open(file)
        assert memory.marks(BRIEF) == []
        aside = file.with_name(f"state.damaged-{number}.db")
        assert memory.trouble == f"What was kept of your reading was damaged: see {aside.name}."
        assert aside.read_bytes() == damage
        memory.mark(BRIEF, MARK)
        memory.close()
        memory = Memory.open(file)
        assert memory.marks(BRIEF) == [MARK]
        assert memory.trouble == ""
        memory.close()
        file.write_bytes(damage)


def test_damage_inside_is_found_when_it_is_read(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    file.write_bytes(data)
    memory = Memory.open(file)
    memory.mark(BRIEF, MARK)
    assert "damaged" in memory.trouble
    assert memory.marks(BRIEF) == [MARK]


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    (tmp_path / "state.db").touch()
    memory = Memory.open(tmp_path / "state.db")
    assert memory.place(BRIEF) == ""
    memory.keep_place(BRIEF, "risks")
    memory.close()
    assert Memory.open(tmp_path / "state.db").place(BRIEF) == "risks"
    assert memory.trouble == ""


def test_a_file_of_a_later_version_is_left_alone(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = file.read_bytes()
    memory = Memory.open(file)
    assert memory.marks(BRIEF) == []
    assert memory.trouble == (
        "Nothing of this session is kept: its file is from a later version of this program."
    )
    memory.mark(BRIEF, MARK)
    assert memory.marks(BRIEF) == [MARK]
    assert file.read_bytes() == before


def test_what_was_opened_in_vain_is_closed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[sqlite3.Connection] = []

    def connect(*arguments: Any, **named: Any) -> sqlite3.Connection:
        opened.append(CONNECT(*arguments, **named))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", connect)
    with contextlib.closing(CONNECT(file)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    memory = Memory.open(file)
    assert memory.marks(BRIEF) == []
    memory.close()
    assert len(opened) > 2
    for connection in opened:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")


def test_a_file_with_other_tables_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "state.db"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE marks (own TEXT)")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.close()
    memory = Memory.open(file)
    memory.mark(BRIEF, MARK)
    assert memory.marks(BRIEF) == [MARK]
    assert memory.trouble.endswith("is not one of this program.")


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    memory = Memory.open(tmp_path / "state" / "briefing" / "state.db")
    memory.mark(BRIEF, MARK)
    assert memory.marks(BRIEF) == [MARK]
    assert memory.trouble == "Nothing of this session is kept: its folder cannot be made."


def test_a_folder_in_place_of_the_file_is_said(tmp_path: Path) -> None:
    memory = Memory.open(tmp_path)
    assert memory.marks(BRIEF) == []
    assert memory.trouble == "Nothing of this session is kept: its file cannot be opened."


@as_user
@pytest.mark.parametrize("mode", [0o500, 0o700])
def test_a_file_that_cannot_be_written_is_read(file: Path, mode: int) -> None:
    file.chmod(0o400)
    file.parent.chmod(mode)
    memory = Memory.open(file)
    assert memory.marks(BRIEF) == [MARK]
    memory.mark(BRIEF, MARK._replace(statement="R2"))
    assert [mark.statement for mark in memory.marks(BRIEF)] == ["R1", "R2"]
    assert memory.trouble.startswith("Nothing of this session is kept: its file ")
    memory.close()
    file.parent.chmod(0o700)
    assert [mark.statement for mark in Memory.open(file).marks(BRIEF)] == ["R1"]


@as_user
def test_a_file_that_cannot_be_read_is_said(file: Path) -> None:
    file.chmod(0)
    memory = Memory.open(file)
    assert memory.marks(BRIEF) == []
    assert memory.trouble == "Nothing of this session is kept: its file cannot be opened."


@pytest.mark.parametrize("start", [0, 4096], ids=["all of it", "inside"])
def test_a_damaged_file_that_cannot_be_renamed_is_left_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch, start: int
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    data = file.read_bytes()
    file.write_bytes(data[:start] + b"\xff" * (len(data) - start))
    monkeypatch.setattr(Path, "rename", refuse)
    memory = Memory.open(file)
    memory.mark(BRIEF, MARK)
    assert memory.marks(BRIEF) == [MARK]
    assert memory.trouble == "Nothing of this session is kept: its file is damaged."


def test_a_damaged_file_that_another_reader_has_replaced_stays(file: Path) -> None:
    memory = Memory.open(file)
    assert memory.marks(BRIEF) == [MARK]
    file.rename(file.with_name("old.db"))
    Memory.open(file).mark(BRIEF, MARK._replace(statement="R2"))
    error = sqlite3.DatabaseError()
    error.sqlite_errorcode = 11
    memory._store._recover(file, error)
    assert [mark.statement for mark in memory.marks(BRIEF)] == ["R2"]
    assert memory.trouble == ""
    assert len(list(file.parent.glob("*damaged*"))) == 0


FIRST_VERSION = """
CREATE TABLE places (brief TEXT PRIMARY KEY, place TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sections (brief TEXT, section TEXT, told TEXT NOT NULL, since TEXT NOT NULL,
    read INTEGER NOT NULL, PRIMARY KEY (brief, section)) WITHOUT ROWID;
CREATE TABLE marks (brief TEXT, statement TEXT, note TEXT NOT NULL, text TEXT NOT NULL,
    since TEXT NOT NULL, PRIMARY KEY (brief, statement)) WITHOUT ROWID;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO places VALUES ('/briefs/mill', 'risks');
PRAGMA user_version = 1;
"""


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A file as the first version made it."""
    file = tmp_path / "first.db"
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.executescript(FIRST_VERSION)
    return file


def test_a_file_of_the_first_version_is_brought_up(first: Path) -> None:
    for memory in (Memory.open(first), Memory.open(first)):
        assert memory.place(BRIEF) == "risks"
        assert memory.trouble == ""
    memory.keep_audit(BRIEF, Audit("aa", 1, 2))
    assert Memory.open(first).audits() == {BRIEF: Audit("aa", 1, 2)}


def test_one_of_the_first_version_that_cannot_be_written_is_read(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(file: Any, **_: Any) -> sqlite3.Connection:
        memory = str(file).startswith(":memory:")
        name = file if memory or "immutable" in str(file) else f"file:{file}?mode=ro"
        return CONNECT(name, uri=not memory, isolation_level=None)

    monkeypatch.setattr(sqlite3, "connect", read_only)
    memory = Memory.open(first)
    assert memory.place(BRIEF) == "risks"
    assert memory.trouble == "Nothing of this session is kept: its file is read-only."
    memory.keep_audit(BRIEF, Audit("aa", 1, 2))
    assert memory.audits() == {BRIEF: Audit("aa", 1, 2)}
    assert memory.place(BRIEF) == "risks"


def test_values_of_other_kinds_are_read_as_far_as_they_go(file: Path) -> None:
    memory = Memory.open(file)
    memory.keep_audit(BRIEF, Audit("digest", 1, 2))
    memory.keep_place(BRIEF, "risks")
    memory.close()
    with contextlib.closing(CONNECT(file)) as connection, connection:
        connection.execute("UPDATE marks SET note = x'e4ff', text = x'41', since = 2031.5")
        connection.execute("UPDATE places SET place = x'00ff'")
        connection.execute("UPDATE audits SET errors = 'many', warnings = x'ff'")
        connection.execute("INSERT INTO sections VALUES (?, 'risks', x'ff', 5, 'yes')", (BRIEF,))
        connection.execute("INSERT INTO settings VALUES ('theme', x'6461726b')")
    memory = Memory.open(file)
    assert memory.marks(BRIEF) == [Mark("R1", "\ufffd\ufffd", "A", "2031.5")]
    assert memory.place(BRIEF) == "\0\ufffd"
    assert memory.audits() == {BRIEF: Audit("digest", 0, 0)}
    assert memory.seen(BRIEF)["risks"].told == "\ufffd"
    assert memory.get("theme") == "dark"
    assert memory.trouble == ""
    memory.close()
