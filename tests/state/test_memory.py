from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from briefing.state import Audit, Mark, Memory, Seen

if TYPE_CHECKING:
    from pathlib import Path

BRIEF = "/briefs/mill"
MARK = Mark("R1", "ask them", "Northwind plans a mill.", "2031-05-04")


def test_what_was_kept_is_there_the_next_time(tmp_path: Path) -> None:
    memory = Memory.open(tmp_path / "state.db")
    memory.keep_place(BRIEF, "risks RK1")
    memory.mark(BRIEF, MARK)
    memory.keep_seen(BRIEF, {"risks": Seen("told", "2031-05-04", read=True)})
    memory.set("theme", "light")
    memory.close()

    memory = Memory.open(tmp_path / "state.db")
    assert memory.place(BRIEF) == "risks RK1"
    assert memory.marks(BRIEF) == [MARK]
    assert memory.seen(BRIEF) == {"risks": Seen("told", "2031-05-04", read=True)}
    assert memory.read(BRIEF) == {"risks"}
    assert memory.get("theme") == "light"
    assert memory.trouble == ""


def test_briefs_are_kept_apart(tmp_path: Path) -> None:
    memory = Memory.open(tmp_path / "state.db")
    memory.keep_place(BRIEF, "risks")
    memory.mark(BRIEF, MARK)
    memory.keep_seen(BRIEF, {"risks": Seen("told", "", read=True)})
    assert memory.place("/briefs/dam") == ""
    assert memory.marks("/briefs/dam") == []
    assert memory.seen("/briefs/dam") == {}


def test_looking_makes_no_file(tmp_path: Path) -> None:
    memory = Memory.open(tmp_path / "state" / "state.db")
    assert memory.place(BRIEF) == memory.get("theme") == ""
    assert memory.marks(BRIEF) == []
    assert memory.read(BRIEF) == set()
    memory.close()
    assert list(tmp_path.iterdir()) == []


def test_its_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    Memory.open(tmp_path / "state" / "briefing" / "state.db").set("theme", "light")
    assert (tmp_path / "state" / "briefing").stat().st_mode & 0o077 == 0


def test_without_a_file_it_remembers_as_long_as_it_lives() -> None:
    memory = Memory.open(None)
    memory.mark(BRIEF, MARK)
    assert memory.marks(BRIEF) == [MARK]
    assert memory.trouble == ""
    assert Memory.open(None).marks(BRIEF) == []


def test_a_mark_changes_its_note_and_goes() -> None:
    memory = Memory.open(None)
    memory.mark(BRIEF, MARK)
    memory.mark(BRIEF, MARK._replace(note=""))
    assert memory.marks(BRIEF) == [MARK._replace(note="")]
    memory.unmark(BRIEF, "R1")
    assert memory.marks(BRIEF) == []


def test_two_readers_see_what_the_other_does(tmp_path: Path) -> None:
    one, two = Memory.open(tmp_path / "state.db"), Memory.open(tmp_path / "state.db")
    one.mark(BRIEF, MARK)
    two.mark(BRIEF, MARK._replace(statement="R2"))
    assert [mark.statement for mark in one.marks(BRIEF)] == ["R1", "R2"]
    two.unmark(BRIEF, "R1")
    assert [mark.statement for mark in one.marks(BRIEF)] == ["R2"]


TEXT = st.text(st.characters(codec="utf-8"), max_size=20)


@given(st.dictionaries(TEXT, st.tuples(TEXT, TEXT, st.booleans())), TEXT, TEXT)
def test_any_text_comes_back_as_it_was(
    seen: dict[str, tuple[str, str, bool]], brief: str, place: str
) -> None:
    memory = Memory.open(None)
    memory.keep_place(brief, place)
    memory.keep_seen(brief, {section: Seen(*each) for section, each in seen.items()})
    assert memory.place(brief) == place
    assert memory.seen(brief) == seen
    assert memory.read(brief) == {section for section, (_, _, read) in seen.items() if read}


def test_what_an_audit_found_is_kept_of_each_brief(tmp_path: Path) -> None:
    memory = Memory.open(tmp_path / "state.db")
    assert memory.audits() == {}
    memory.keep_audit(BRIEF, Audit("aa", 2, 1))
    memory.keep_audit("/briefs/dam", Audit("bb", 0, 0))
    memory.keep_audit(BRIEF, Audit("cc", 0, 3))
    memory.close()
    memory = Memory.open(tmp_path / "state.db")
    assert memory.audits() == {BRIEF: Audit("cc", 0, 3), "/briefs/dam": Audit("bb", 0, 0)}
