from __future__ import annotations

import pytest

from briefing.loading.events import NODES, parse
from briefing.loading.file import File
from briefing.loading.kinds import KINDS
from briefing.loading.scalars import integer_reader
from briefing.loading.tree import Scalar
from briefing.loading.walk import required_of, struct_reader
from briefing.model.entries import Region
from briefing.model.header import Header
from briefing.model.outlook import Outlook
from briefing.model.points import Event
from tests.loading.helpers import HEADER, problems_of

EVENT = "points: {{id: T1, text: a, at: P1, label: a, status: past, {}}}\n"


def test_fields_without_a_default_are_required() -> None:
    assert required_of(Header) == {"format", "title", "subject"}
    assert required_of(Region) == {"id", "title", "summary", "place"}
    assert required_of(Event) == {"id", "text", "at", "label", "status"}
    assert required_of(Outlook) == frozenset()


@pytest.mark.parametrize(
    ("text", "message", "part"),
    [
        ("months: 1.5", "expected a whole number, found '1.5'", "1.5"),
        ("months: '12 '", "expected no white space around '12'", "'12 '"),
        ("months: 1234567890", "expected a whole number, found '1234567890'", "1234567890"),
        ("months: -1", "expected 0 or more, found -1", "-1"),
        ("months: [1, 1201]", "expected 1200 or less, found 1201", "1201"),
        ("months: [1, 2, 3]", "expected at most 2 values, found 3", "[1, 2"),
        ("months: [1, ]", "", ""),
        ("months: [1, ~]", "there is no text here", "~"),
        ("about: [[x]]", "expected text, found a list", "[x]"),
        ("about: {a: b}", "expected text, found keys and values", "{a: b}"),
        ("about: No One", "expected the id of an entry, found 'No One'", "No One"),
        ("note: ''", "there is no text here", "''"),
        ("note: '  '", "there is no text here", "'  '"),
        ("note: ", "", ""),
        ("note: null", "", ""),
        ("same_as: ~", "", ""),
        ("about: ", "", ""),
    ],
)
def test_values_are_judged_by_their_types(text: str, message: str, part: str) -> None:
    content = EVENT.format(text)
    problems = problems_of(content, "timeline")
    assert [p.message for p in problems] == ([message] if message else [])
    assert all(p.mark.column == content.index(part) + 1 for p in problems)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: a", "the key 'subject' is missing"),
        ("title: ", "'title' is empty"),
        ("title: null", "'title' is empty"),
        ("prepared: a", "expected keys such as `by:`, found 'a'"),
        ("prepared: [a]", "expected keys such as `by:`, found a list"),
        ("scale: icd", "expected icd203 or phia, found 'icd'"),
        ("as_of: '2027 '", "expected no white space around '2027'"),
    ],
)
def test_a_header_is_judged_by_its_types(text: str, message: str) -> None:
    key = text.partition(":")[0]
    kept = [line for line in HEADER.splitlines() if not line.startswith((key, "subject"))]
    problems = problems_of("\n".join([*kept, text]) + "\n")
    assert message in [p.message for p in problems]


def test_pairs_are_judged_one_by_one() -> None:
    problems = problems_of("watch: {id: W1, signal: a, moves: [J1]}", "outlook")
    assert [p.message for p in problems] == ["expected keys and values, found a list"]
    problems = problems_of(
        "watch: {id: W1, signal: a, moves: {j1: up, J2: , J3: sideways}}", "outlook"
    )
    assert [p.message for p in problems] == [
        "expected the id of a judgment or risk, found 'j1'",
        "there is no text here",
        "expected up or down, found 'sideways'",
    ]
    assert problems[2].field == "watch.moves.J3"


def test_a_number_may_have_no_bounds() -> None:
    file = File("overview", "x")
    assert integer_reader({})(Scalar("-999999999", 0, 0), file) == -999_999_999
    assert integer_reader({})(Scalar("7", 0, 0), file) == 7
    assert not file.findings


def test_texts_lose_the_white_space_at_their_ends() -> None:
    file = File("overview", "x")
    file.text = 'format: 1\ntitle: "  a  b\\n "\nsubject: |\n  c\n  d\n'
    parse(file)
    header = struct_reader(KINDS["overview"])(file.root, file)  # type: ignore[arg-type]
    assert isinstance(header, Header)
    assert header.title == "a  b"
    assert header.subject == "c\nd"
    assert not file.findings


def test_a_file_has_at_most_its_number_of_values() -> None:
    fits = "[" + "a," * (NODES - 3) + "]"
    assert problems_of(fits)[0].message.startswith("expected keys")
    (problem,) = problems_of("[" + "a," * (NODES - 1) + "]")
    assert problem.message == "more than 50,000 values in one file"
