"""`briefing search` over a brief and over a library, as programs and people call it."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from click.shell_completion import ShellComplete

from briefing.cli import cli
from briefing.library import memory
from briefing.state import Mark, Seen
from tests.briefs import RISKS, TRAM, write_brief
from tests.commands import run

if TYPE_CHECKING:
    from pathlib import Path


def search(*arguments: str | Path) -> tuple[int, list[str], str]:
    """The exit code, the lines of the result, and what was said."""
    done = run("search", *arguments)
    return done.code, done.out.splitlines(), done.err


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    shutil.copytree(TRAM, folder / "content" / "rail" / "tram")
    shutil.copytree(TRAM.parents[1] / "seeds", folder / "content" / "seeds")
    write_brief(folder / "content" / "mill")
    return folder / "content"


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    return write_brief(tmp_path / "mill")


def test_a_hit_in_a_library_begins_with_its_brief(library: Path) -> None:
    code, lines, said = search("Northwind", "OR", "tram", "--in", library)
    assert (code, said) == (0, "")
    hits = [line.split("\t") for line in lines]
    assert {len(hit) for hit in hits} == {4}
    assert {hit[0] for hit in hits} == {"mill", "rail/tram"}
    assert ["mill", "timeline", "T2", "The mill opens."] in [
        line.split("\t") for line in search("opens", "brief:mill", "--in", library)[1]
    ]


def test_all_are_counted_and_as_many_written_as_asked_for(library: Path) -> None:
    code, lines, _ = search("-zebra", "--in", library, "--limit", "3")
    assert (code, len(lines)) == (0, 3)
    code, (number,), _ = search("-zebra", "--in", library, "--limit", "3", "--count")
    assert code == 0
    assert int(number) > 100
    assert search("zebra", "--in", library, "--count") == (1, ["0"], "No match for 'zebra'.\n")


def test_hits_as_json_name_their_brief(library: Path) -> None:
    _, lines, _ = search("Northwind", "--in", library, "--json")
    assert {json.loads(line)["brief"] for line in lines} == {"mill"}


def test_a_change_on_the_disk_is_found_at_once(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_brief(tmp_path / name)
    assert search("zebra", "--in", tmp_path)[0] == 1
    (tmp_path / "two" / "motives.yaml").write_text("so_what: A zebra.\n")
    assert search("zebra", "--in", tmp_path)[1] == ["two\tmotives\tmotives.so_what\tA zebra."]
    shutil.rmtree(tmp_path / "two")
    write_brief(tmp_path / "three")
    assert search("zebra", "--in", tmp_path)[0] == 1


def test_what_could_not_be_read_in_a_library_is_told(tmp_path: Path) -> None:
    write_brief(tmp_path / "good")
    write_brief(tmp_path / "broken", risks=RISKS.replace("likelihood:", "likelyhood:"))
    code, _, said = search("mill", "--in", tmp_path)
    assert code == 0
    assert said.startswith("1 brief has errors")


def test_a_word_to_leave_out_is_no_option(mill: Path) -> None:
    everything = search("mill", "--in", mill)[1]
    without = search("mill", "-huawei", "-in:risks", "-northwind", "--in", mill)[1]
    assert set(without) < set(everything)
    assert not [line for line in without if "Northwind" in line]
    assert search("-h")[1][0].startswith("Usage: ")


def test_what_was_not_understood_is_told_beside_the_hits(mill: Path) -> None:
    code, lines, said = search("mill", "OR", "stnce:reported", "--in", mill)
    assert code == 0
    assert lines
    assert "did you mean 'stance:'?" in said
    code, lines, said = search("mill", "in:rsks", "--in", mill)
    assert (code, lines) == (1, [])
    assert said.splitlines()[0] == "section: has no 'rsks'; did you mean 'risks'?"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("st", {"stance:"}),
        ("stance:re", {"stance:reported"}),
        ("impact:>=", {"impact:>=low", "impact:>=moderate", "impact:>=high"}),
        ("zz", set()),
    ],
)
def test_fields_are_completed_in_the_shell(typed: str, offered: set[str]) -> None:
    complete = ShellComplete(cli, {}, "briefing", "_BRIEFING_COMPLETE")
    found = complete.get_completions(["search", "mill"], typed)
    assert {item.value for item in found if not item.value.startswith("--")} == offered


def test_what_was_left_in_the_reader_is_asked_for_too(library: Path, mill: Path) -> None:
    for folder in (library / "mill", mill):
        remembered, key = memory(), os.path.realpath(folder)
        remembered.mark(key, Mark("T2", "", "The mill opens.", "2031-05-04"))
        remembered.keep_seen(key, {"timeline": Seen("", "2031-05-04", read=True)})
        remembered.close()
    assert search("is:marked", "--in", library)[1] == ["mill\ttimeline\tT2\tThe mill opens."]
    assert search("is:marked", "--in", mill)[1] == ["timeline\tT2\tThe mill opens."]
    unread = {line.split("\t")[0] for line in search("is:unread", "--in", mill)[1]}
    assert "risks" in unread
    assert "timeline" not in unread
