from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from briefing.loading import load
from briefing.model.dates import Certainty
from briefing.model.sections import SECTION_NAMES
from briefing.problems import Severity
from tests.briefs import ARTICLE, write_brief
from tests.loading.helpers import HEADER, loaded, places

if TYPE_CHECKING:
    from pathlib import Path


def test_a_whole_brief_loads_without_a_problem(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "mill", article=ARTICLE))
    assert brief.problems == ()
    assert brief.broken == frozenset()
    assert brief.folder == tmp_path / "mill"
    assert brief.slug == "mill"
    assert brief.header.title == "Northwind plans a mill in Arland"
    assert [entry.id for entry in brief.regions.entries] == ["arland"]
    assert brief.regions.entries[0].points[0].about == ("northwind",)
    assert brief.motives.entries[0].topic == "supply"
    assert brief.competitors.entries[0].roles == ("precedent",)
    assert brief.risks.entries[0].likelihood == "likely"
    assert brief.timeline.points[1].months == (12, 18)
    assert brief.figures.points[0].value == "$20 million"
    assert brief.outlook.watch[0].moves == {"J1": "up", "RK1": "down"}
    assert brief.source is not None
    assert brief.source.paragraphs[1].sentences[0].markers == ("may",)
    assert brief.article is not None
    assert len(brief.article) == 3
    assert brief.spans["T2"].certainty is Certainty.COMPUTED
    assert tuple(brief.files) == SECTION_NAMES


def test_only_the_header_is_required(tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text(HEADER)
    brief = load(tmp_path)
    assert brief.problems == ()
    assert set(brief.files) == {"overview"}
    assert brief.source is None


REGIONS = """\
so_what: One
entries:
  - id: arland
    titlex: Arland
    place: Arland
    points:
      - {id: R1, text: A mill is planned., at: P1.1, stance: statd}
points: []
"""
RISKS = """\
entries:
  - id: RK1
    title: Late
    summary: Late.
    likelihood: likelyy
    impact: huge
    confidence: [low]
    rests_on: [R1, R99]
"""
TIMELINE = """\
points:
  - id: T1
    text: Work begins.
    at: P3
    label: soon
    status: estimated
    when: 2031-13
    months: one
    text: Twice.
"""


def test_ten_mistakes_in_three_files_are_ten_problems_at_their_places(tmp_path: Path) -> None:
    brief = loaded(
        tmp_path, regions=REGIONS, risks=RISKS, timeline=TIMELINE, outlook=None, figures=None
    )
    assert places(brief.problems) == [
        ("regions.yaml", 3, 5, "the key 'summary' is missing"),
        ("regions.yaml", 3, 5, "the key 'title' is missing"),
        ("regions.yaml", 4, 5, "unknown key 'titlex'"),
        (
            "regions.yaml",
            7,
            62,
            "expected stated, reported, attributed, inferred, forecast or opinion, found 'statd'",
        ),
        ("risks.yaml", 5, 17, "expected a likelihood such as likely, found 'likelyy'"),
        ("risks.yaml", 6, 13, "expected low, moderate or high, found 'huge'"),
        ("risks.yaml", 7, 17, "expected text, found a list"),
        (
            "timeline.yaml",
            7,
            11,
            "there is no month 13; quarters are 33 to 36, halves 40 and 41, found '2031-13'",
        ),
        ("timeline.yaml", 8, 13, "expected a whole number, found 'one'"),
        ("timeline.yaml", 9, 5, "the key 'text' stands here twice: first in line 3"),
    ]
    assert brief.broken == {"regions", "risks", "timeline"}
    hints = {p.field: p.hint for p in brief.problems}
    assert hints["entries.arland.titlex"] == "did you mean 'title'?"
    assert hints["entries.arland.points.R1.stance"] == "did you mean 'stated'?"
    assert hints["entries.RK1.likelihood"] == "did you mean 'likely'?"
    assert hints["entries.RK1.impact"] == "known here: low, moderate, high"


def test_a_problem_shows_its_line_with_a_caret(tmp_path: Path) -> None:
    brief = loaded(tmp_path, regions=REGIONS, risks=None, outlook=None, timeline=None, figures=None)
    report = next(p for p in brief.problems if p.field.endswith("stance")).report()
    assert report.splitlines()[1:] == [
        "  7 |       - {id: R1, text: A mill is planned., at: P1.1, stance: statd}",
        "    |                                                              ^",
        "  hint: did you mean 'stated'?",
    ]


def test_a_broken_section_is_empty_and_the_others_load(tmp_path: Path) -> None:
    brief = loaded(tmp_path, timeline="points: [", competitors="entries: {id: 1}")
    assert brief.broken == {"timeline", "competitors"}
    assert brief.timeline.points == ()
    assert brief.competitors.entries == ()
    assert len(brief.outlook.judgments) == 2
    # T1, T2, southgate and northwind are in the files that could not be read
    assert {p.mark.file.rpartition("/")[2] for p in brief.problems} == {
        "timeline.yaml",
        "competitors.yaml",
    }
    assert brief.problems_in("timeline")
    assert not brief.problems_in("regions")


@pytest.mark.parametrize("header", [None, "title: [", "format: 1\ntitle: A\n"])
def test_without_a_header_the_folder_gives_the_title(tmp_path: Path, header: str | None) -> None:
    brief = loaded(tmp_path, brief=header)
    assert brief.header.title == "mill"
    assert "overview" in brief.broken
    assert brief.regions.entries
    assert {p.mark.file for p in brief.problems} == {brief.files["overview"]}


def test_a_file_that_belongs_to_no_section_is_a_problem(tmp_path: Path) -> None:
    folder = write_brief(tmp_path / "mill")
    (folder / "risk.yaml").write_text("")
    (folder / "regions.yml").write_text("")
    (folder / "zzz.yaml").write_text("")
    (folder / ".hidden.yaml").write_text("")
    (folder / "notes.txt").write_text("")
    (folder / "a\x1b\nb.yaml").write_text("")
    problems = load(folder).problems
    assert [(p.mark.file.rpartition("/")[2], p.hint.partition(":")[0]) for p in problems] == [
        ("a␛␊b.yaml", "did you mean 'brief.yaml'?"),
        ("regions.yml", "did you mean 'regions.yaml'?"),
        ("risk.yaml", "did you mean 'risks.yaml'?"),
        ("zzz.yaml", "known here"),
    ]


def test_a_record_may_lie_in_the_folder(tmp_path: Path) -> None:
    header = HEADER + "source: ./record.yaml\n"
    folder = write_brief(tmp_path / "mill", brief=header, timeline=None, outlook=None, risks=None)
    (folder / "record.source").rename(folder / "record.yaml")
    (folder / "figures.yaml").unlink()
    brief = load(folder)
    assert brief.problems == ()
    assert brief.source is not None


def test_names_are_shown_as_the_user_would_type_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_brief(tmp_path / "mill", regions="")
    assert str(load(folder).problems[0].mark) == f"{folder}/regions.yaml:1:1"
    monkeypatch.chdir(tmp_path)
    assert str(load(folder).problems[0].mark) == "mill/regions.yaml:1:1"
    assert str(load(folder.relative_to(tmp_path)).problems[0].mark) == "mill/regions.yaml:1:1"
    monkeypatch.chdir(folder)
    brief = load(folder.relative_to(folder))
    assert str(brief.problems[0].mark) == "regions.yaml:1:1"
    assert brief.slug == "mill"


def test_a_folder_whose_name_holds_controls_is_shown_safely(tmp_path: Path) -> None:
    folder = write_brief(tmp_path / "a\x1b]2;x\x07b", regions="")
    brief = load(folder)
    assert brief.slug == "a␛]2;x␇b"
    assert brief.problems[0].mark.file.endswith("a␛]2;x␇b/regions.yaml")


def test_a_working_folder_that_is_gone_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_brief(tmp_path / "mill", regions="")
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert load(folder).problems[0].mark.file == f"{folder}/regions.yaml"
    assert load(gone.relative_to(gone)).broken == {"overview"}


def test_what_is_no_file_is_a_problem(tmp_path: Path) -> None:
    folder = write_brief(
        tmp_path / "mill", **dict.fromkeys(["regions", "motives", "risks", "outlook"])
    )
    (folder / "regions.yaml").mkdir()
    (folder / "motives.yaml").symlink_to("motives.yaml")
    (folder / "risks.yaml").symlink_to("nowhere.yaml")
    os.mkfifo(folder / "outlook.yaml")
    (folder / "figures.yaml").unlink()
    (folder / "figures.yaml").symlink_to("/dev/zero")
    brief = load(folder)
    assert places(brief.problems) == [
        ("figures.yaml", 1, 1, "cannot read the file: it is no regular file"),
        ("motives.yaml", 1, 1, "cannot read the file: its links lead in a circle"),
        ("outlook.yaml", 1, 1, "cannot read the file: it is no regular file"),
        ("regions.yaml", 1, 1, "cannot read the file: it is a folder"),
        ("risks.yaml", 1, 1, "cannot read the file: there is no such file"),
    ]
    assert brief.broken == {"figures", "motives", "outlook", "regions", "risks"}


def test_a_header_that_is_a_folder_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").mkdir()
    brief = load(tmp_path)
    assert places(brief.problems) == [
        ("brief.yaml", 1, 1, "cannot read the file: it is a folder"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_problem(tmp_path: Path) -> None:
    folder = write_brief(tmp_path / "mill")
    (folder / "regions.yaml").chmod(0)
    problems = load(folder).problems
    assert places(problems) == [
        ("regions.yaml", 1, 1, "cannot read the file: no permission to read it")
    ]


def test_a_folder_that_is_none_is_a_problem(tmp_path: Path) -> None:
    nowhere = load(tmp_path / "nowhere")
    assert [p.message for p in nowhere.problems] == [
        "cannot read the folder: there is no such file"
    ]
    (tmp_path / "loop").symlink_to("loop")
    assert "circle" in load(tmp_path / "loop").problems[0].message


def test_warnings_do_not_break_a_section(tmp_path: Path) -> None:
    brief = loaded(tmp_path, motives='so_what: "x\\ay"\n')
    assert [p.severity for p in brief.problems] == [Severity.WARNING]
    assert brief.broken == frozenset()
    assert brief.motives.so_what == "x␇y"


def test_a_file_with_very_many_mistakes_lists_a_hundred(tmp_path: Path) -> None:
    text = "".join(f"key{n}: 1\n" for n in range(5000))
    problems = loaded(tmp_path, figures=text, risks=None, outlook=None).problems
    assert len(problems) == 101
    assert problems[-1].message == "4,900 more errors in this file are not listed"


def test_errors_are_listed_rather_than_the_warnings_before_them(tmp_path: Path) -> None:
    odd = "".join(f'  - {{id: F{n}, text: "a\\eb", at: P1, value: x}}\n' for n in range(1, 151))
    problems = loaded(tmp_path, figures=f"points:\n{odd}  - {{id: R1}}\n").problems
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    assert "the id 'R1' is taken: " in " ".join(problem.message for problem in errors)
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    assert len(warnings) == 101 - len(errors)
    assert warnings[-1].more == 150 + len(errors) - 100


def test_loading_needs_neither_the_screen_nor_the_engine() -> None:
    import subprocess

    code = (
        "import sys, briefing.library as l; l.open_brief(None)\n"
        "print(sorted({'textual', 'rich', 'tantivy', 'click', 'difflib'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
