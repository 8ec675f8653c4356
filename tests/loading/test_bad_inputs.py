"""The bad inputs that are known to break programs like this one, by their numbers.

Where a test's number is missing, the row is about a screen or an export.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import msgspec
import pytest

from briefing.loading import load
from briefing.problems import Severity
from briefing.text import safe, width
from tests.briefs import write_brief
from tests.loading.helpers import HEADER, loaded, places, problems_of

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief

SHOWN = {
    1: (r'"\e]52;c;Y3VybA==\e\\"', r"␛]52;c;Y3VybA==␛\ "[:-1]),
    2: (r'"\e]2;T\e\\"', "␛]2;T␛\\"),
    3: (r'"\e[2J\ec"', "␛[2J␛c"),
    4: (r'"\e[6n"', "␛[6n"),
    5: (r'"\e]8;;http://e\e\\x\e]8;;\e\\"', "␛]8;;http://e␛\\x␛]8;;␛\\"),
    6: (r'"\x9b31m"', "<U+009B>31m"),
    8: (r'"a\0b"', "a␀b"),
    9: (r'"a\rb\bc"', "a␍b␈c"),
    10: ('"a\u202eb"', "a<U+202E>b"),
    11: ('"a\u200bb\U000e0041c"', "a<U+200B>b<U+E0041>c"),
    12: ('"x' + "\u0301" * 30 + 'y"', "x\u0301\u0301\u0301\u0301y"),
}
LITERAL = {
    13: "'[/etc/passwd]'",
    14: "'[@click=app.quit]x[/]'",
    15: "'[x](vscode://x)'",
}
KEPT = {24: ("no", "NO"), 25: ("1:30", "0777", "1.10"), 27: ("9" * 1000,)}


def header(title: str) -> str:
    return f"format: 1\ntitle: {title}\nsubject: B\n"


def texts(value: object) -> list[str]:
    """Every text in a struct, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in texts(part)]
    if isinstance(value, tuple | list):
        return [text for part in value for text in texts(part)]
    if isinstance(value, msgspec.Struct):
        return [text for part in msgspec.structs.astuple(value) for text in texts(part)]
    return []


def assert_safe(brief: Brief) -> None:
    shown = [*texts(brief.header), *texts(brief.outlook), brief.slug, *brief.files.values()]
    shown += [part for p in brief.problems for part in (p.report(), p.field, p.mark.file)]
    shown += brief.article or ()
    for text in shown:
        for character in text:
            assert character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cs"}
            assert not "\u202a" <= character <= "\u202e"


@pytest.mark.parametrize("row", SHOWN)
def test_what_a_terminal_obeys_or_hides_is_shown(tmp_path: Path, row: int) -> None:
    typed, expected = SHOWN[row]
    brief = loaded(tmp_path, brief=header(typed), timeline=None, outlook=None, risks=None)
    assert brief.header.title == expected
    (problem,) = [p for p in brief.problems if p.field == "title"]
    assert problem.severity is Severity.WARNING
    assert (problem.mark.line, problem.mark.column) == (2, 8)
    assert_safe(brief)


@pytest.mark.parametrize("row", LITERAL)
def test_markup_stays_what_it_is(tmp_path: Path, row: int) -> None:
    brief = loaded(tmp_path, brief=header(LITERAL[row]), timeline=None, outlook=None, risks=None)
    assert brief.header.title == LITERAL[row].strip("'")
    assert not any(p.field == "title" for p in brief.problems)


@pytest.mark.parametrize(("row", "text"), [(row, text) for row in KEPT for text in KEPT[row]])
def test_scalars_keep_the_text_that_was_typed(tmp_path: Path, row: int, text: str) -> None:
    del row
    brief = loaded(tmp_path, brief=header(text), timeline=None, outlook=None, risks=None)
    assert brief.header.title == text


REFUSED: dict[str, tuple[str | bytes, int, int, str]] = {
    "7": (b"format: 1\ntitle: a\x1b[2Jb\n", 2, 9, "a control character (U+001B)"),
    "16": ("title: !!binary aGk=\n", 1, 8, "tags such as '!!binary' are not allowed"),
    "17": ("title: !!python/object:os.system x\n", 1, 8, "tags such as"),
    "18": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 1, 4, "anchors (&) are not allowed"),
    "19": ("a: &a {x: 1}\nb: {<<: [*a, *a]}\n", 1, 4, "anchors (&) are not allowed"),
    "19, no anchor": (HEADER + "<<: {a: 1}\n", 4, 1, "merge keys (<<) are not allowed"),
    "20": ("&a [*a]", 1, 1, "anchors (&) are not allowed"),
    "20, alias": ("a: *b\n", 1, 4, "aliases (*) are not allowed"),
    "21": ("a: " + "[" * 500 + "]" * 500, 1, 35, "nested deeper than 32 levels"),
    "22": ("[" * 50_000, 1, 33, "nested deeper than 32 levels"),
    "22, blocks": ("- " * 500, 1, 65, "nested deeper than 32 levels"),
    "23": (HEADER + "title: C\n", 4, 1, "the key 'title' stands here twice: first in line 2"),
    "24, a key": (HEADER + "NO: x\n", 4, 1, "unknown key 'NO'"),
    "26": (HEADER + "as_of: 2026-02-30\n", 4, 8, "there is no day 2026-02-30 in the calendar"),
    "27, a number": ("format: " + "9" * 5000, 1, 9, "expected 1, found '999"),
    "28": (HEADER + "1: a\ntrue: b\n", 4, 1, "unknown key '1'"),
    "29": ('title: "\\ud83d\\ude00"\n', 1, 9, "\\ud83d in double quotes stands for no character"),
    "30": (b"format: 1\ntitle: na\xefve\n", 2, 10, "byte EF is not UTF-8"),
    "31": ("title: a\n".encode("utf-16"), 1, 1, "the file is UTF-16"),
    "31, wider": ("title: a\n".encode("utf-32"), 1, 1, "the file is UTF-32"),
    "31, a mark inside": ("a: 1\n\ufeffb: 2\n", 2, 1, "a byte order mark (U+FEFF) inside the file"),
    "31, two marks": ("\ufeff\ufefftitle: a\n", 1, 1, "a byte order mark (U+FEFF) inside the file"),
    "32": ("a: " + "x" * 10_000_000, 1, 1, "the file is larger than 1 MiB"),
    "33": ("format: 1\ntitle: Q3: results\n", 2, 10, "': ' stands twice in this line"),
    "34, tab": ("prepared:\n\tby: A\n", 2, 1, "a tab indents this line"),
    "34, cut short": ("format: 1\ntit", 2, 1, "expected a key and ': ' here"),
    "34, cut in a quote": ('format: 1\ntitle: "A b', 2, 8, "the quote that opens here is never"),
    "34, merge": ("<<<<<<< HEAD\ntitle: a\n=======\n", 1, 1, "an unfinished merge"),
    "35, empty": ("", 1, 1, "the file is empty"),
    "35, comment": ("# nothing\n", 1, 1, "the file is empty"),
    "35, list": ("- a\n", 1, 1, "expected keys such as `format:`, found a list"),
    "35, scalar": ("just text\n", 1, 1, "expected keys such as `format:`, found 'just text'"),
}


@pytest.mark.parametrize("row", REFUSED)
def test_what_cannot_be_read_is_a_problem_at_its_place(tmp_path: Path, row: str) -> None:
    content, line, column, message = REFUSED[row]
    brief = loaded(tmp_path, brief=content)
    (first, *_) = (p for p in brief.problems if message in p.message)
    assert (first.mark.line, first.mark.column) == (line, column)
    assert first.severity is Severity.ERROR
    assert "overview" in brief.broken
    assert len(brief.regions.entries) == 1
    assert_safe(brief)


def test_row_23_names_both_lines() -> None:
    (problem,) = problems_of(HEADER + "# between\nsubject: C\n")
    assert problem.message == "the key 'subject' stands here twice: first in line 3"
    assert (problem.mark.line, problem.field) == (5, "subject")


def test_row_28_has_two_unknown_keys() -> None:
    assert places(problems_of(HEADER + "1: a\ntrue: b\n")) == [
        ("x", 4, 1, "unknown key '1'"),
        ("x", 5, 1, "unknown key 'true'"),
    ]


def test_row_31_one_mark_at_the_start_is_allowed(tmp_path: Path) -> None:
    brief = loaded(tmp_path, motives="\ufeffso_what: [x]\n")
    assert places(brief.problems) == [("motives.yaml", 1, 10, "expected text, found a list")]


def test_row_37_a_file_name_is_shown_safely(tmp_path: Path) -> None:
    folder = write_brief(tmp_path / "a\x1b]2;T\x07")
    (folder / "x\x1b[2J\u202e.yaml").write_text("")
    brief = load(folder)
    (problem,) = brief.problems
    assert problem.mark.file.endswith("a␛]2;T␇/x␛[2J<U+202E>.yaml")
    assert_safe(brief)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("a: [" + "x," * 300_000, id="long list"),
        pytest.param("{" + "a," * 300_000, id="long flow mapping"),
        pytest.param("".join(f"k{n}: [\n" for n in range(40)), id="open brackets"),
        pytest.param("".join(f"k{n}: 1\n" for n in range(60_000)), id="unknown keys"),
        pytest.param("a: 1\n" * 60_000, id="duplicate keys"),
        pytest.param("a: |\n" + " x\n" * 300_000, id="block text"),
        pytest.param("title: " + "\u200d" * 300_000, id="joiners"),
        pytest.param("title: " + "e\u0301" * 300_000, id="marks"),
        pytest.param("title: " + "中" * 300_000, id="wide"),
        pytest.param('title: "' + "\\e" * 400_000 + '"', id="escapes"),
        pytest.param("? " + "x" * 400_000 + "\n: {" + "a: b, " * 9_000 + "}", id="long key"),
        pytest.param("#" * 1_000_000, id="comment"),
        pytest.param("\n" * 1_000_000, id="blank lines"),
        pytest.param("- " * 400_000, id="dashes"),
        pytest.param("? " * 400_000, id="question marks"),
        pytest.param("'" * 999_999, id="quotes"),
        pytest.param(" " * 1_000_000 + "a: b: c", id="spaces"),
        pytest.param("!" * 1_000_000, id="tags"),
    ],
)
def test_no_file_takes_long_or_shows_much(tmp_path: Path, content: str) -> None:
    brief = loaded(tmp_path, brief=content, regions=content)
    for problem in brief.problems:
        assert len(problem.report()) < 2000
    assert len(brief.positions) < 200_000


def test_the_caret_stands_below_its_place_whatever_the_line_holds() -> None:
    line = '{a: "中文\u202eé\u0301", b: [}'
    (problem,) = problems_of(line)
    at = line.index("}")
    assert problem.mark.column == at + 1
    assert problem.caret == width(safe(line[:at]))
    assert problem.excerpt == safe(line)
