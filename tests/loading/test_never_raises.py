"""No file ends in a traceback, whatever stands in it."""

from __future__ import annotations

import tempfile
import unicodedata
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.loading import load, parser
from briefing.loading.kinds import FILES, KINDS
from briefing.loading.parser import PureParser
from briefing.model.sections import SECTION_NAMES
from briefing.model.statements import statements
from tests import briefs
from tests.briefs import write_brief
from tests.examples import FEWER
from tests.loading.documents import TEXTS, documents, text_of
from tests.loading.helpers import problems_of

SECTIONS = st.sampled_from(SECTION_NAMES)
NAMES = st.sampled_from(
    sorted({field for kind in KINDS.values() for field in kind.__struct_fields__})
)
NODES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=20,
)
PIECES = [
    *[
        "a:",
        "- ",
        ": ",
        "? ",
        "# ",
        "| ",
        ">\n",
        "\n",
        "\n  ",
        "    ",
        "\t",
        "[",
        "]",
        "{",
        "}",
        ",",
    ],
    *["'", '"', "&x ", "*x ", "!t ", "!!str ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "\\", "@"],
    *["\ufeff", "é", "\x85", "\u2028", "\x00", "\x1b", "=======\n", "<<<<<<< x\n", "`", "~", "1"],
    *["id: ", "points:\n", "R1", "title: ", "null", "\\ud83d", "\\x"],
]
SNIPPETS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def check(folder: Path) -> None:
    """Load what is there, and look at all that the loader gives."""
    brief = load(folder)
    for problem in brief.problems:
        report = problem.report()
        assert problem.mark.line >= 1
        assert problem.mark.column >= 1
        for character in report:
            assert character == "\n" or unicodedata.category(character) not in {"Cc", "Cs", "Zl"}
    assert all(mark.line >= 1 for mark in brief.positions.values())
    assert all(statement.id for statement in statements(brief))
    assert brief.broken <= set(SECTION_NAMES)


def check_with(**files: bytes | str) -> None:
    with tempfile.TemporaryDirectory() as name:
        check(write_brief(Path(name) / "mill", **files))


@given(st.sampled_from(sorted(briefs.FILES)), st.binary(max_size=200))
def test_any_bytes(name: str, content: bytes) -> None:
    check_with(**{name: content})


@given(st.sampled_from(sorted(briefs.FILES)), SNIPPETS)
def test_any_pieces_of_yaml(name: str, content: str) -> None:
    check_with(**{name: content.encode()})


@given(SECTIONS, SNIPPETS)
@settings(max_examples=300)
def test_any_pieces_of_yaml_with_either_parser(section: Any, content: str) -> None:
    kept = parser.FASTEST
    try:
        for kind in (kept, PureParser):
            parser.FASTEST = kind
            for problem in problems_of(content, section):
                assert "\n" not in problem.message
    finally:
        parser.FASTEST = kept


@FEWER
@given(st.sampled_from(sorted(briefs.FILES)), NODES)
def test_any_tree(name: str, content: Any) -> None:
    check_with(**{name: text_of(content)})


@FEWER
@given(st.data())
def test_any_documents_of_the_right_types(data: st.DataObject) -> None:
    """With ids, anchors and references that fit only by chance."""
    files = {
        name.removesuffix(".yaml"): text_of(data.draw(documents(KINDS[section])))
        for name, section in data.draw(st.sets(st.sampled_from(sorted(FILES.items())), max_size=3))
    }
    check_with(**files)


@given(st.sampled_from(sorted(briefs.FILES)), st.data())
def test_a_file_that_was_cut_short_or_spoilt(name: str, data: st.DataObject) -> None:
    content = briefs.FILES[name].encode()
    at = data.draw(st.integers(0, len(content)))
    more = data.draw(st.binary(max_size=3))
    rest = data.draw(st.sampled_from([b"", content[at:], content[at + 1 :]]))
    check_with(**{name: content[:at] + more + rest})
