"""A new brief: what is written, that it loads, and that only what is to be written is missing."""

from __future__ import annotations

import errno
import json
import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from briefing.drafting import new_brief
from briefing.drafting.files import files_of
from briefing.library import audit_of, open_brief, record_text
from briefing.loading.kinds import FILES
from briefing.loading.record import safe_lines
from briefing.model.drafts import DRAFT
from briefing.model.statements import points
from briefing.problems import BriefingError
from tests.audit.test_record import TEXTS
from tests.briefs import ARTICLE
from tests.examples import FEWER
from tests.loading.documents import as_editors_read

if TYPE_CHECKING:
    from briefing.model.brief import Brief

TODAY = date(2031, 5, 4)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_text(ARTICLE)
    return path


def library(folder: Path) -> Path:
    (folder / "content").mkdir()
    (folder / "seeds").mkdir()
    return folder / "content"


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def is_to_be_written(brief: Brief) -> None:
    """It loads without a word, and the audit asks for what is to be written and nothing else."""
    assert [problem.report() for problem in brief.problems] == []
    report = audit_of(brief)
    assert {problem.code for problem in report.problems} == {"draft"}
    assert (report.covered, report.kept) == (0, 0)
    assert len(report.problems) == report.sentences + 2  # title and subject


def test_a_brief_without_an_article_asks_for_its_title_and_subject(tmp_path: Path) -> None:
    made = new_brief("mill", home=tmp_path, today=TODAY)
    assert made.files == tuple(tmp_path / "mill" / name for name in (*FILES, ".schema"))
    brief = open_brief(made.folder)
    is_to_be_written(brief)
    assert brief.source is None
    assert [str(p.mark).rpartition("/")[2] for p in audit_of(brief).problems] == [
        "brief.yaml:4:8",
        "brief.yaml:5:10",
    ]


def test_each_sentence_has_a_point_with_its_marker_below_what_it_must_keep(
    tmp_path: Path, article: Path
) -> None:
    made = new_brief("mill", article, library(tmp_path))
    brief = open_brief(made.folder)
    is_to_be_written(brief)
    assert made.told == "3 paragraphs, 5 sentences, 2 figures"
    found = {point.id: point for point in points(brief)}
    assert list(found) == ["M1", "M2", "M3", "M4", "M5"]
    assert [p.at for p in found.values()] == [
        (a,) for a in ["P1.1", "P1.2", "P2.1", "P2.2", "P3.1"]
    ]
    assert {point.text for point in found.values()} == {DRAFT}
    assert (found["M3"].stance, found["M3"].marker) == ("forecast", "may")
    text = (made.folder / "motives.yaml").read_text()
    assert "  # P2.2 keep over $20 million, would\n  - id: M4\n" in text
    assert "  # P1.2\n  - id: M2\n" in text


def test_what_is_to_be_written_tells_what_to_keep(tmp_path: Path, article: Path) -> None:
    brief = open_brief(new_brief("mill", article, library(tmp_path)).folder)
    told = {problem.message: problem.hint for problem in audit_of(brief).problems}
    assert told["the text (P2.2) is still to be written"] == "keep over $20 million, would"


def test_a_point_that_is_written_is_held_to_its_sentence(tmp_path: Path, article: Path) -> None:
    folder = new_brief("mill", article, library(tmp_path)).folder
    motives = folder / "motives.yaml"
    said = "Its mill would cost over $30 million."
    text = motives.read_text().replace(f"M4\n    text: {DRAFT}", f"M4\n    text: {said}")
    motives.write_text(text)
    problems = audit_of(open_brief(folder)).problems
    assert {p.code for p in problems} == {"draft", "figure", "wording"}
    assert sum(p.code == "draft" for p in problems) == 6


WRITTEN = {
    "P1.1": "In Arland a mill is planned by Northwind.",
    "P1.2": "No site has a name yet.",
    "P2.1": "Southgate may be next with a mill.",
    "P2.2": "Southgate's mill would cost over $20 million.",
    "P3.1": "Observers say that 12 to 18 months of work could do.",
}


def test_points_alone_make_a_brief_that_passes(tmp_path: Path, article: Path) -> None:
    folder = new_brief("mill", article, library(tmp_path)).folder
    motives = folder / "motives.yaml"
    text = motives.read_text()
    for at, said in WRITTEN.items():
        text = text.replace(f"text: {DRAFT}\n    at: {at}\n", f"text: {said}\n    at: {at}\n")
    motives.write_text(text.replace("at: P2.2", "at: [P2.1, P2.2]"))
    header = folder / "brief.yaml"
    header.write_text(header.read_text().replace(DRAFT, "Northwind", 1).replace(DRAFT, "Northwind"))
    report = audit_of(open_brief(folder))
    assert [problem.report() for problem in report.problems] == []
    assert (report.covered, report.kept) == (5, 2)


def test_where_the_record_goes(tmp_path: Path, article: Path) -> None:
    home = library(tmp_path)
    assert new_brief("a", article, home).files[-1] == tmp_path / "seeds" / "a.yaml"
    assert "source: ../../seeds/a.yaml " in (home / "a" / "brief.yaml").read_text()
    (tmp_path / "seeds" / "a.yaml").unlink()
    (tmp_path / "seeds").rmdir()
    assert new_brief("b", article, home).files[-1] == home / "b" / "source.yaml"
    is_to_be_written(open_brief(home / "b"))


def test_a_brief_goes_to_content_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert new_brief("mill").folder == Path("mill")
    library(tmp_path)
    assert new_brief("mill").folder == Path("content/mill")
    Path("content/brief.yaml").touch()  # which makes content/ itself a brief
    assert new_brief("mine").folder == Path("mine")


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_as_its_schema_says(tmp_path: Path, article: Path, name: str) -> None:
    folder = new_brief("mill", article, library(tmp_path)).folder
    text = (folder / name).read_text()
    line, comment, *_ = text.splitlines()
    schema = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", line)
    assert schema
    assert re.fullmatch(r"# [A-Z].+\.", comment)
    judge = Draft202012Validator(json.loads((folder / schema[1]).read_text()))
    judge.validate(as_editors_read(text))


def test_what_stands_there_as_a_comment_loads_when_it_is_none(
    tmp_path: Path, article: Path
) -> None:
    folder = new_brief("mill", article, library(tmp_path), today=TODAY).folder
    for name in FILES:
        path = folder / name
        begun, gap, waiting = path.read_text().partition("\n# One point for each")
        lines = begun.splitlines()[2:]
        bare = [re.sub("^# ", "", line) for line in lines]
        if waiting:  # a second list of points in this file
            bare = bare[: bare.index(next(line for line in bare if line.startswith("points:")))]
        path.write_text("\n".join(bare) + gap + waiting.replace("# point to", "# p"))
    brief = open_brief(folder)
    assert [problem.report() for problem in brief.problems] == []
    assert brief.risks.entries[0].points
    assert brief.outlook.judgments
    assert brief.header.prepared
    assert {problem.code for problem in audit_of(brief).problems} >= {"draft", "risk", "support"}


def test_no_field_of_the_format_is_left_out() -> None:
    texts = files_of("", None, "2031-05-04")
    for word in ("as_of", "assume", "same_as", "checked", "missing", "would_change", "moves"):
        assert any(f"{word}:" in text for text in texts.values())


@FEWER
@given(TEXTS)
def test_any_article_gives_a_brief_that_loads(text: str) -> None:
    with TemporaryDirectory() as place:
        home = library(Path(place))
        article = Path(place) / "an article.txt"
        article.write_text(text, encoding="utf-8", newline="")
        if safe_lines(text).strip():
            is_to_be_written(open_brief(new_brief("mill", article, home).folder))
        else:
            with pytest.raises(BriefingError, match=r"there is no text"):
                new_brief("mill", article, home)
            assert set(everything(home.parent)) == {article.name}


def test_no_sentence_of_the_article_is_in_any_file(tmp_path: Path, article: Path) -> None:
    new_brief("mill", article, library(tmp_path))
    article.unlink()
    written = b"\n".join(everything(tmp_path).values()).decode()
    words = re.findall(r"\w+", written)
    runs = {tuple(words[n : n + 4]) for n in range(len(words))}
    said = re.findall(r"\w+", ARTICLE)
    assert not [run for n in range(len(said) - 3) if (run := tuple(said[n : n + 4])) in runs]


# -- what cannot be done


@pytest.mark.parametrize("slug", ["", "My Mill", "mill/a", "..", "-x", "míll", "a" * 65, "\x1b[2J"])
def test_a_name_that_is_none_is_told_what_one_is(tmp_path: Path, slug: str) -> None:
    with pytest.raises(BriefingError, match=r"small letters, digits and hyphens, such as [a-z0-9]"):
        new_brief(slug, home=tmp_path)
    assert everything(tmp_path) == {}


def test_nothing_that_exists_is_touched(tmp_path: Path, article: Path) -> None:
    home = library(tmp_path)
    new_brief("mill", article, home)
    before = everything(tmp_path)
    with pytest.raises(BriefingError, match=r"content/mill exists already and is not touched"):
        new_brief("mill", article, home)
    (home / "file").touch()
    (home / "link").symlink_to("nowhere")
    for name in ("file", "link"):
        with pytest.raises(BriefingError, match=r"exists already"):
            new_brief(name, article, home)
    (home / "mill").rename(home / "other")
    with pytest.raises(BriefingError, match=r"seeds/mill\.yaml exists already"):
        new_brief("mill", article, home)
    assert set(everything(tmp_path).values()) == {*before.values(), b""}
    assert not (home / "mill").exists()


def test_nothing_is_left_of_what_could_not_be_written(
    tmp_path: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = library(tmp_path)
    before = everything(tmp_path)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "")

    for step in ("rename", "mkdir", "write_text"):
        with monkeypatch.context() as broken:
            broken.setattr(Path, step, full)
            with pytest.raises(BriefingError, match=r"cannot write .*mill: the disk is full"):
                new_brief("mill", article, home)
        assert everything(tmp_path) == before
        assert list(home.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match=r"there is no folder .*brifs: make it first"):
        new_brief("mill", home=tmp_path / "brifs")


def test_an_article_too_long_for_one_brief_is_refused(tmp_path: Path) -> None:
    article = tmp_path / "long.txt"
    article.write_text("Yes.\n" * 4999 + "Yes. No.\n")
    library(tmp_path)
    with pytest.raises(BriefingError, match=r"would not load: .+ \(split a long article|too large"):
        new_brief("long", article, tmp_path / "content")
    assert everything(tmp_path / "content") == {}
    assert everything(tmp_path / "seeds") == {}


def test_the_record_is_that_of_the_command(tmp_path: Path, article: Path) -> None:
    made = new_brief("mill", article, library(tmp_path))
    assert made.files[-1].read_text() == record_text(article, tmp_path / "other.yaml").text
