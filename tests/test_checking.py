"""`briefing check` and `briefing source`: what goes in, what comes out."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.commands import run as briefing

SAMPLE = Path(__file__).parent / "audit" / "sample"
FIGURE = ("figures.yaml", "over 2.1 billion kronor", "over 2.3 billion kronor")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample: its brief, its record, and its article beside."""
    return shutil.copytree(SAMPLE, tmp_path / "sample")


def spoil(sample: Path, name: str, old: str, new: str) -> int:
    """Change the first place of a text in a file of the brief; its line."""
    file = sample / "brief" / name
    text = file.read_text("utf-8")
    before, found, after = text.partition(old)
    assert found
    file.write_text(before + new + after, "utf-8")
    return before.count("\n") + 1


# -- check


def test_a_clean_brief_is_told_what_was_checked_and_what_was_not(sample: Path) -> None:
    done = briefing("check", sample / "brief")
    assert (done.code, done.err) == (0, "0 problems\n")
    assert "every sentence" not in done.out
    assert re.search(
        r"^checked +what is still to be written, figures and qualifiers", done.out, re.MULTILINE
    )
    assert "whether a point says the opposite" in done.out
    assert re.search(r"^second reader +\d+ of \d+ points", done.out, re.MULTILINE)
    (sample / "article.txt").unlink()
    alone = briefing("check", sample / "brief")
    assert (alone.code, alone.err) == (0, "0 problems\n")
    assert "words of the article: needs the article" in " ".join(alone.out.split())


def test_a_figure_that_departs_stands_with_its_line_and_what_the_source_has(sample: Path) -> None:
    line = spoil(sample, *FIGURE)
    done = briefing("check", "sample/brief", cwd=sample.parent)
    assert done.code == 1
    headline = next(text for text in done.out.splitlines() if text.endswith("[figure]"))
    assert headline.startswith(f"sample/brief/figures.yaml:{line}:")
    assert "error: the source does not have" in headline
    assert "SEK 2.3 billion" in headline
    assert re.search(r"^  hint: it has .*SEK 2\.1 billion", done.out, re.MULTILINE)


def test_a_name_that_departs_is_told_with_those_that_the_source_has(sample: Path) -> None:
    line = spoil(sample, "competitors.yaml", "Only Norrgas has bid", "Only Westgas has bid")
    done = briefing("check", "sample/brief", cwd=sample.parent)
    assert f"competitors.yaml:{line}:20: error: the source does not name 'Westgas'" in done.out
    assert re.search(r"^  hint: P\d+\.\d+ names .*Norrgas", done.out, re.MULTILINE)


def test_json_says_the_same(sample: Path) -> None:
    line = spoil(sample, *FIGURE)
    done = briefing("check", sample / "brief", "-f", "json", "--ledger")
    assert done.code == 1
    document = json.loads(done.out)
    assert document["format"] == 1
    (report,) = document["briefs"]
    assert report["brief"] == "brief"
    assert report["covered"] == report["sentences"] > 40
    first = report["problems"][0]
    assert (first["line"], first["code"], first["severity"]) == (line, "figure", "error")
    assert {row["kind"] for row in report["ledger"]} == {"figure", "marker"}
    rows = {row["text"]: row for row in report["ledger"]}
    assert rows["over SEK 2.1 billion"].keys() == {
        *("at", "kind", "text", "points", "skip", "required")
    }


def test_github_gets_a_command_a_line(sample: Path) -> None:
    line = spoil(sample, *FIGURE)
    done = briefing("check", "sample/brief", "--format", "github", cwd=sample.parent)
    lines = done.out.splitlines()
    start = f"::error file=sample/brief/figures.yaml,line={line},col="
    assert lines[0].startswith(start)
    assert "title=figure::the source does not have" in lines[0]
    assert all(text.startswith("::") for text in lines)
    assert lines[-1].startswith("::notice title=briefing check::brief: ")


def test_what_a_workflow_command_would_act_on_is_escaped(tmp_path: Path) -> None:
    folder = tmp_path / "a,b:c"
    shutil.copytree(SAMPLE / "brief", folder)
    (folder / "so 100%.yaml").write_text("x: 1\n")
    done = briefing("check", folder, "-f", "github")
    named = next(text for text in done.out.splitlines() if "no section has" in text)
    assert "a%2Cb%3Ac/so 100%25.yaml" in named


def test_the_ledger_says_where_each_figure_went(sample: Path) -> None:
    done = briefing("check", sample / "brief", "--ledger")
    rows = [text for text in done.out.splitlines() if re.match(r"P\d+\.\d+ ", text)]
    assert any(re.search(r"figure +.*SEK 2\.1 billion +.*F\d", row) for row in rows)
    assert not [row for row in rows if "NOWHERE" in row]


def test_the_article_can_lie_elsewhere(sample: Path, tmp_path: Path) -> None:
    article = tmp_path / "elsewhere.txt"
    (sample / "article.txt").rename(article)
    done = briefing("check", sample / "brief", "--source", article)
    assert done.code == 0
    assert "words of the article" in " ".join(done.out.split())
    assert "needs the article" not in " ".join(done.out.split())


def test_an_article_that_changed_makes_its_points_suspect(sample: Path) -> None:
    article = sample / "article.txt"
    first, *rest = article.read_text("utf-8").splitlines(keepends=True)
    article.write_text(first.replace(".", ", it is said.", 1) + "".join(rest), "utf-8")
    done = briefing("check", sample / "brief")
    assert done.code == 1
    changed = [text for text in done.out.splitlines() if text.endswith("[changed]")]
    assert changed
    assert all(
        "P1 of the article is not the text this was written from" in text for text in changed
    )


@pytest.mark.parametrize("data", [b"Z\xfcrich.", b"", b"\xff\xfeZ\x00"])
def test_a_copy_that_cannot_be_read_is_a_warning(sample: Path, data: bytes) -> None:
    (sample / "article.txt").write_bytes(data)
    done = briefing("check", sample / "brief")
    assert (done.code, done.err) == (0, "1 problem\n")
    assert "words of the article: needs the article" in " ".join(done.out.split())


def test_a_brief_without_a_record_is_held_to_the_article(sample: Path) -> None:
    header = sample / "brief" / "brief.yaml"
    lines = header.read_text("utf-8").splitlines(keepends=True)
    header.write_text("".join(line for line in lines if not line.startswith("source:")), "utf-8")
    alone = briefing("check", sample / "brief")
    assert (alone.code, alone.err) == (0, "0 problems\n")
    assert "there is no source record" in alone.out
    spoil(sample, *FIGURE)
    held = briefing("check", sample / "brief", "--source", sample / "article.txt")
    assert "[figure]" in held.out


def test_a_library_is_checked_brief_by_brief(sample: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        shutil.copytree(sample, tmp_path / "library" / name)
        (tmp_path / "library" / name / "brief").rename(tmp_path / "library" / f"brief-{name}")
    done = briefing("check", tmp_path / "library")
    assert re.findall(r"^audit of +(brief-\w+):", done.out, re.MULTILINE) == [
        "brief-one",
        "brief-two",
    ]


@pytest.mark.parametrize("name", ["nosuch.txt", ".", "", "/", "latin.txt", "\x1b[31mx.txt", "loop"])
def test_an_article_that_cannot_be_read_is_told_in_a_line(sample: Path, name: str) -> None:
    (sample / "latin.txt").write_bytes("Zürich.".encode("latin-1"))
    (sample / "\x1b[31mx.txt").write_text("\n")
    (sample / "loop").symlink_to("loop")
    for command in (["check", "brief", "--source"], ["source"]):
        done = briefing(*command, name, cwd=sample)
        assert done.code == 2, done.out
        assert done.err
        assert done.out == ""


def test_an_article_that_lost_its_end_is_told_at_what_cited_it(sample: Path) -> None:
    article = sample / "article.txt"
    lines = article.read_text("utf-8").splitlines(keepends=True)
    article.write_text("".join(lines[:-1]), "utf-8")
    for done in (
        briefing("check", sample / "brief"),
        briefing("check", sample / "brief", "--source", article),
    ):
        assert done.code == 1
        assert f"the article at hand has no P{len(lines)} any more [changed]" in done.out


def test_another_article_is_recognised(sample: Path) -> None:
    other = sample / "other.txt"
    other.write_text("Northwind pays over $2.9 billion.\n")
    done = briefing("check", sample / "brief", "--source", other)
    assert (done.code, done.out) == (2, "")
    assert "is not the article of this brief: no paragraph is the same" in done.err


def test_cards_that_were_taken_out_are_missed(sample: Path) -> None:
    record = sample / "record.yaml"
    text = record.read_text("utf-8")
    start = text.index("    sentences:\n      - at: P2.1")
    end = text.index("  - at: P3\n")
    record.write_text(text[:start] + text[end:], "utf-8")
    assert briefing("check", sample / "brief").code == 0  # the article says what they would
    (sample / "article.txt").unlink()
    done = briefing("check", sample / "brief")
    assert done.code == 1
    assert "P2 has no cards" in done.out


def test_paragraphs_that_are_numbered_wrongly_are_no_traceback(sample: Path) -> None:
    record = sample / "record.yaml"
    record.write_text(record.read_text("utf-8").replace("- at: P5\n", "- at: P25\n"), "utf-8")
    assert briefing("check", sample / "brief").code == 1
    assert briefing("check", sample / "brief", "--source", sample / "article.txt").code == 1


def test_what_a_file_says_starts_no_line_of_its_own(sample: Path) -> None:
    """A line that begins with two colons is a command to a workflow."""
    spoil(
        sample,
        "figures.yaml",
        "stance: forecast",
        'marker: "x\\n::stop-commands::t"\n    stance: forecast',
    )
    record = sample / "record.yaml"
    text = record.read_text("utf-8")
    record.write_text(
        text.replace("        skip: ", '        skip: "a\\n::add-mask::b" # '), "utf-8"
    )
    for form in ("text", "github"):
        for more in ([], ["--ledger"]):
            done = briefing("check", sample / "brief", "-f", form, *more)
            odd = [line for line in done.out.splitlines() if line.startswith(("::stop", "::add"))]
            assert odd == []


def test_the_ledger_is_no_workflow_command(sample: Path) -> None:
    done = briefing("check", sample / "brief", "-f", "github", "--ledger")
    assert done.code == 2
    assert "--ledger is a table" in done.err


def test_two_briefs_have_not_one_article(sample: Path) -> None:
    shutil.copytree(sample / "brief", sample / "second")
    for paths in ([sample / "brief", sample / "second"], [sample]):
        done = briefing("check", *paths, "--source", sample / "article.txt")
        assert done.code == 2
        assert "one brief" in done.err


# -- source


def test_a_record_is_made_beside_its_article(tmp_path: Path) -> None:
    article = tmp_path / "mill.txt"
    article.write_text("Northwind pays over $2.9 billion.\nIt may not suffice.\n", "utf-8")
    done = briefing("source", "mill.txt", cwd=tmp_path)
    assert (done.code, done.out) == (0, "")
    assert done.err == "Wrote mill.yaml: 2 paragraphs, 2 sentences, 1 figure\n"
    text = (tmp_path / "mill.yaml").read_text("utf-8")
    assert "    digest:\n" in text
    assert "figures: [over $2.9 billion]" in text
    assert "suffice" not in text


@pytest.mark.parametrize(
    "text",
    ["Das Werk kostet mehr als geplant, und niemand weiß, warum.\n" * 9, "工場は来年開く。\n"],
)
def test_an_article_in_another_language_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "werk.txt").write_text(text, "utf-8")
    for words in (["source", "werk.txt"], ["new", "werk", "--article", "werk.txt"]):
        done = briefing(*words, cwd=tmp_path)
        assert (done.code, "it does not read like English" in done.err) == (0, True)


def test_a_record_made_again_keeps_what_was_written(sample: Path) -> None:
    record = sample / "record.yaml"
    before = record.read_text("utf-8")
    done = briefing("source", sample / "article.txt", "-o", record)
    assert done.code == 0
    assert record.read_text("utf-8") == before
    article = sample / "article.txt"
    article.write_text(article.read_text("utf-8") + "\nOne more thing happened.\n", "utf-8")
    assert briefing("source", article, "-o", record).code == 0
    assert record.read_text("utf-8").count("digest: ") == before.count("digest: ")
    assert briefing("check", sample / "brief").out.count("[coverage]") == 1


@pytest.mark.parametrize("text", ["format: 2\n", "so_what: x\n", "{", ""])
def test_what_is_no_record_is_not_written_over(sample: Path, text: str) -> None:
    other = sample / "other.yaml"
    other.write_text(text)
    done = briefing("source", sample / "article.txt", "-o", other)
    assert done.code == 2
    assert "is no source record, and nothing was written" in done.err
    assert other.read_text() == text


def test_the_record_of_another_article_is_kept(sample: Path) -> None:
    other = sample / "other.txt"
    other.write_text("Northwind pays over $2.9 billion.\n")
    record = sample / "record.yaml"
    before = record.read_bytes()
    done = briefing("source", other, "-o", record)
    assert (done.code, record.read_bytes()) == (2, before)
    assert "is the record of another article; --force replaces it" in done.err
    forced = briefing("source", other, "-o", record, "--force")
    assert forced.code == 0
    assert "digests dropped: P" in forced.err


def test_an_article_too_long_for_a_record_is_told(tmp_path: Path) -> None:
    article = tmp_path / "long.txt"
    article.write_text("\n".join(f"Northwind paid ${n} to Arland {n}." for n in range(6000)))
    done = briefing("source", article)
    assert done.code == 2
    assert "too large" in done.err
    assert not (tmp_path / "long.yaml").exists()


def test_an_article_is_not_written_over(sample: Path) -> None:
    article = sample / "article.yaml"
    (sample / "article.txt").rename(article)
    before = article.read_bytes()
    done = briefing("source", article)
    assert (done.code, article.read_bytes()) == (2, before)
    assert "would replace the article" in done.err


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n\n")
    done = briefing("source", tmp_path / "empty.txt")
    assert done.code == 2
    assert "there is no text in" in done.err
    assert not (tmp_path / "empty.yaml").exists()


def test_a_marker_that_only_the_article_shows_is_a_warning_and_without_it_an_error(
    sample: Path,
) -> None:
    line = spoil(sample, "figures.yaml", "12,400 trucks a month use the crossing now.\n", "X\n") + 3
    spoil(sample, "figures.yaml", "According to Eurostat, X", "Now 12,400 trucks move a month.")
    figures = sample / "brief" / "figures.yaml"
    lines = figures.read_text("utf-8").splitlines(keepends=True)
    assert lines[line - 1] == "    marker: according to Eurostat\n"
    lines[line - 1] = "    marker: now moves\n"
    figures.write_text("".join(lines), "utf-8")
    done = briefing("check", sample / "brief")
    assert f"figures.yaml:{line}:13: warning: the record has no marker 'now moves'" in done.out
    (sample / "article.txt").unlink()
    alone = briefing("check", sample / "brief")
    assert f"figures.yaml:{line}:13: error: the record has no marker 'now moves'" in alone.out


# -- new


def test_a_new_brief_is_told_on_stdout_and_what_to_do_on_stderr(sample: Path) -> None:
    (sample / "content").mkdir()
    done = briefing("new", "ferry", "--article", "article.txt", cwd=sample)
    assert done.code == 0
    paths = done.out.splitlines()
    assert "content/ferry/brief.yaml" in paths
    assert paths[-1] == "content/ferry/source.yaml"
    assert all((sample / path).exists() for path in paths)
    assert done.err.splitlines() == [
        "The source: 12 paragraphs, 48 sentences, 46 figures.",
        "To read the article in the reader, keep your copy of it in content/ferry.",
        "Write over each TODO, then:  briefing check content/ferry",
        "Read it while you write:     briefing content/ferry",
    ]
    checked = briefing("check", "content/ferry", cwd=sample)
    assert (checked.code, checked.err) == (1, "50 problems\n")
    assert (
        len(
            re.findall(
                r"^content/ferry/\S+:\d+:\d+: error: .*\[draft\]$", checked.out, re.MULTILINE
            )
        )
        == 50
    )
    exported = briefing("export", "content/ferry", "--full", cwd=sample)
    assert exported.code == 0
    assert "[M48 P12.3]" in exported.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("My Ferry",), "'My Ferry' is no name for a brief: .* such as my-ferry"),
        (("brief",), "brief exists already and is not touched: choose another name"),
        (("a", "--article", "nosuch.txt"), "there is no such file"),
        (("a", "--article", "record.yaml", "--in", "nosuch"), "there is no folder nosuch"),
    ],
)
def test_what_cannot_be_started_is_told_and_leaves_nothing(
    sample: Path, words: tuple[str, ...], told: str
) -> None:
    before = sorted(sample.rglob("*"))
    done = briefing("new", *words, cwd=sample)
    assert (done.code, done.out) == (2, "")
    assert re.search(told, done.err)
    assert sorted(sample.rglob("*")) == before
