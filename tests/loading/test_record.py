from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.loading import load
from briefing.problems import Severity
from tests import briefs
from tests.briefs import ARTICLE, write_brief
from tests.loading.helpers import HEADER, loaded, places
from tests.loading.test_references import changed

if TYPE_CHECKING:
    from pathlib import Path

ALONE = dict.fromkeys(
    ["regions", "motives", "competitors", "risks", "timeline", "figures", "outlook"]
)


@pytest.mark.parametrize(
    "path", ["/etc/hosts", "~/x.yaml", "C:\\x.yaml", "\\\\host\\x", "/dev/zero"]
)
def test_an_absolute_path_is_refused(tmp_path: Path, path: str) -> None:
    brief = loaded(tmp_path, **{**ALONE, "brief": HEADER + f"source: '{path}'\n"})
    (problem,) = brief.problems
    assert problem.message == "expected a path relative to brief.yaml"
    assert (problem.mark.line, problem.mark.column, problem.field) == (4, 9, "source")
    assert brief.source is None
    assert brief.broken == frozenset()


def test_a_record_that_is_not_there_is_a_problem_where_it_is_named(tmp_path: Path) -> None:
    brief = loaded(tmp_path, record=None)
    (problem,) = brief.problems
    assert problem.message == "there is no source record here"
    assert problem.mark.file == brief.files["overview"]
    assert problem.field == "source"


def test_a_record_may_lie_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    header = HEADER + "source: ../../seeds/mill.yaml\n"
    folder = write_brief(tmp_path / "content" / "mill", **{**ALONE, "brief": header})
    (tmp_path / "seeds").mkdir()
    (folder / "record.source").rename(tmp_path / "seeds" / "mill.yaml")
    monkeypatch.chdir(tmp_path)
    brief = load(folder)
    assert brief.problems == ()
    assert brief.files["source"] == "seeds/mill.yaml"


@pytest.mark.parametrize("kind", ["a folder", "no regular file"])
def test_a_record_that_is_no_file_is_a_problem(tmp_path: Path, kind: str) -> None:
    folder = write_brief(tmp_path / "mill", record=None)
    if kind == "a folder":
        (folder / "record.source").mkdir()
    else:
        (folder / "record.source").symlink_to("/dev/zero")
    brief = load(folder)
    assert places(brief.problems) == [
        ("record.source", 1, 1, f"cannot read the file: it is {kind}")
    ]
    assert brief.broken == {"source"}


NUMBERS = [
    ("at: P2\n", "at: P3\n", 13, "expected P2 here, found P3"),
    ("at: P2\n", "at: P2.1\n", 13, "expected P2 here, found P2.1"),
    ("at: P1.2}", "at: P1.3}", 15, "expected P1.2 here, found P1.3"),
    ("at: P3.1,", "at: P2.1,", 15, "expected P3.1 here, found P2.1"),
]


@pytest.mark.parametrize(
    "content",
    [
        b"alice:secret:x:0\nbob: [secret\n",
        b"secret\xff\0",
        b"- secret\n",
        b"a: secret\n",
        b"apiVersion: v1\nkind: Config\npreferences: secret\n",
        b'format: secret\n"format": secret\n',
    ],
)
def test_no_line_of_a_file_that_is_no_record_is_quoted(tmp_path: Path, content: bytes) -> None:
    folder = write_brief(tmp_path / "mill")
    (tmp_path / "elsewhere").write_bytes(content)
    header = folder / "brief.yaml"
    header.write_text(header.read_text().replace("record.source", "../elsewhere"))
    problems = load(folder).problems
    assert not [problem for problem in problems if "secret" in problem.report()]
    (problem,) = [problem for problem in problems if problem.mark.file.endswith("elsewhere")]
    assert problem.message == "this is no source record"


@pytest.mark.parametrize(("old", "new", "column", "message"), NUMBERS)
def test_paragraphs_and_cards_run_in_order(
    tmp_path: Path, old: str, new: str, column: int, message: str
) -> None:
    del column
    brief = loaded(tmp_path, **{**ALONE, **changed("record", old, new)})
    first = brief.problems[0]
    assert first.message == message
    assert first.field.endswith(".at")
    assert brief.source is not None


def test_bare_items_and_empty_lists_of_a_record_are_read(tmp_path: Path) -> None:
    record = (
        f"format: 1\nfile: a.txt\nsha256: {'0' * 64}\nwords: 3\n"
        f"paragraphs: {{at: P1, fingerprint: {'0' * 16}, sentences: }}\n"
    )
    brief = loaded(tmp_path, **{**ALONE, "record": record})
    assert brief.problems == ()
    assert brief.source is not None
    assert len(brief.source.paragraphs) == 1
    brief = loaded(tmp_path, **{**ALONE, "record": record.replace("P1", "P2")})
    assert [p.message for p in brief.problems] == ["expected P1 here, found P2"]
    brief = loaded(
        tmp_path,
        **changed("regions", "at: P1.2", "at: P4"),
        record="""\
format: 1
file: a.txt
sha256: %s
words: 1
paragraphs: []
"""
        % ("0" * 64),
    )
    assert {p.hint for p in brief.problems if "P4" in p.message} == {""}


def test_the_article_is_read_where_it_is_the_same(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "mill", article=ARTICLE))
    assert brief.article == tuple(line for line in ARTICLE.split("\n") if line)


def test_another_article_is_not_shown(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "mill", article=ARTICLE + "More."))
    assert brief.article is None
    (problem,) = brief.problems
    assert problem.severity is Severity.WARNING
    assert problem.message.startswith("your copy of the source differs")
    assert problem.field == "file"


def test_an_article_is_made_safe(tmp_path: Path) -> None:
    article = "One \x1b[2J one.\r\n\r\n  Two\u202e.  \nThree\x0b.\n"
    folder = write_brief(tmp_path / "mill", article=article, record=briefs.record_of(article))
    brief = load(folder)
    assert brief.problems == ()
    assert brief.article == ("One ␛[2J one.", "Two<U+202E>.", "Three␋.")


def test_an_article_with_other_paragraphs_than_its_record_is_a_problem(tmp_path: Path) -> None:
    article = "One.\n\nTwo.\n\nThree.\n"
    record = (
        briefs.record_of(article)
        .replace("  - at: P3", "  - {at: P3, fingerprint: 0123456789abcdef}\n  - at: P4")
        .replace("at: P3.1", "at: P4.1")
    )
    brief = load(write_brief(tmp_path / "mill", article=article, record=record, **ALONE))
    (problem,) = brief.problems
    assert problem.message == "the source has 3 paragraphs, this record 4"
    assert brief.article is None


@pytest.mark.parametrize("name", ["../article.txt", "/etc/hosts", "a\\b", "c:x", "..", "."])
def test_the_name_of_an_article_is_plain(tmp_path: Path, name: str) -> None:
    files = changed("record", "file: article.txt", f"file: '{name}'")
    brief = loaded(tmp_path, **{**ALONE, **files})
    assert [p.message for p in brief.problems] == ["expected a plain file name, beside this record"]


def test_an_article_that_cannot_be_read_is_a_warning(tmp_path: Path) -> None:
    folder = write_brief(tmp_path / "mill")
    (folder / "article.txt").symlink_to("/dev/zero")
    (problem,) = load(folder).problems
    assert problem.severity is Severity.WARNING
    assert problem.message == "your copy of the source: cannot read the file: it is no regular file"
    (folder / "article.txt").unlink()
    (folder / "article.txt").write_bytes(b"x" * 1_100_000)
    (problem,) = load(folder).problems
    assert problem.message == "your copy of the source: the file is larger than 1 MiB"
