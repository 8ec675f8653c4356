"""What is said of each mistake in YAML, whichever parser finds it."""

from __future__ import annotations

import pytest
from yaml.error import Mark, MarkedYAMLError

from briefing.loading import parser
from briefing.loading.parser import PureParser
from briefing.loading.syntax import explain
from tests.loading.helpers import problems_of

MISTAKES = {
    "title: Q3: results": (1, 10, "': ' stands twice in this line", 'title: "Q3: results"'),
    '- text: He said: "go"': (1, 16, "': ' stands twice in this line", "text: 'He said: \"go\"'"),
    "title: a\n  subject: b": (2, 10, "this key is indented deeper", "same column"),
    "k" * 1100 + ": v": (1, 1101, "a key of more than 1,024 characters", "quote lost"),
    "title: " + "x" * 90 + ": y": (
        1,
        98,
        "': ' stands twice in this line",
        "put the text in quotes",
    ),
    "a:\n  b: 1\n c: 2": (3, 2, "this line is indented differently", "here column 1"),
    "e:\n  - id: x\n   title: y": (3, 4, "expected a list item here", "align the keys"),
    "a:\n  - b\n  c: d": (3, 3, "expected a list item here", "begin each item with '- '"),
    "a:\n  c: d\n  - b": (3, 3, "a list item stands among keys", "under a key"),
    "a:\n\tb: 1": (2, 1, "a tab indents this line", "spaces"),
    "a: 1\n\tb: 2": (2, 1, "a tab indents this line", "spaces"),
    "a:\n  - b: c\n\t d: e": (3, 1, "a tab indents this line", "spaces"),
    "text: @foo": (1, 7, "a text cannot begin with @", "quotes"),
    "text: %foo": (1, 7, "a text cannot begin with %", "quotes"),
    "text: `foo`": (1, 7, "a text cannot begin with `", "quotes"),
    "a: 5\n% b": (2, 1, "a line cannot begin with %", "quotes"),
    "%YAML 2.0\n---\na: 5": (1, 1, "a line cannot begin with %", "delete it"),
    "%YAML 1.1\n%YAML 1.1\n---\na: 5": (2, 1, "a line cannot begin with %", "delete it"),
    "text: *bold* x": (1, 7, "a text cannot begin with *", "quotes"),
    "text: & more": (1, 7, "a text cannot begin with &", "quotes"),
    "text: !x!y z": (1, 7, "a text cannot begin with !", "quotes"),
    "text: !<x": (1, 7, "a text cannot begin with !", "quotes"),
    "text: > 5 percent": (1, 7, "after | or > the text begins in the next line", "quote"),
    "text: |foo": (1, 7, "after | or > the text begins in the next line", "quote"),
    "<<<<<<< HEAD\ntitle: a\n=======\ntitle: b": (1, 1, "an unfinished merge", "one of the two"),
    "a: |\n  x\n>>>>>>> theirs\nb: c: d": (3, 1, "an unfinished merge", "delete the lines"),
    'a: "foo\nb: c': (1, 4, "the quote that opens here is never closed", "close it"),
    "a: 'it\nb: c": (1, 4, "the quote that opens here is never closed", "apostrophe"),
    'a: "foo" bar': (1, 10, "text after a closing quote", "all of the text"),
    "a: 'it's'": (1, 8, "text after a closing quote", "apostrophe"),
    "a: [x] y": (1, 8, "text after a closing ]", "bracket"),
    "a: {x} is": (1, 8, "text after a closing }", "bracket"),
    "a: [1, 2\nb: 3": (1, 4, "the [ that opens here is not closed", "close it"),
    "a: {b: 1": (1, 4, "the { that opens here is not closed", "close it"),
    "a: [x [y]]": (1, 7, "expected a comma or the end of the [ here", "quotes"),
    "- {id: R1,\n   text: See: this}": (2, 13, "a colon stands in a text without quotes", "quotes"),
    "- {id: R1, text: See: this}": (1, 21, "a colon stands in a text without quotes", "quotes"),
    "a: {b: 1 c: 2}": (1, 11, "a colon stands in a text without quotes", "comma"),
    "a: [1,2,,3]": (1, 9, "expected a value here, found ,", "comma"),
    "a: ]": (1, 4, "expected a value here, found ]", "bracket"),
    "a: [": (2, 1, "the file ends inside a [ or {", "cut short"),
    "a: 1\ntitlex\nb: 2": (2, 1, "expected a key and ': ' here", "key: value"),
    "a: 1\nti": (2, 1, "expected a key and ': ' here", "cut short"),
    'a: "\\d"': (1, 5, "\\d in double quotes stands for no character", "backslash"),
    'a: "x\\xZZ"': (1, 6, "\\x in double quotes stands for no character", "character itself"),
    'a: "\\ud83d"': (1, 5, "\\ud83d in double quotes stands for no character", "itself"),
    "a: - b": (1, 4, "a list cannot begin in this line", "next line"),
    "a: 1\n---\nb: 2": (2, 1, "a second document starts here", "one document"),
    "{a: 1}\nb: 2": (2, 1, "text after the end of the document", "indentation"),
    ": v": (1, 1, "no key stands before this colon", "quotes"),
    "a: ! x": (1, 4, "tags such as '!' are not allowed", "to begin a text with !"),
    "? [a]\n: b": (1, 3, "a key must be text", "quote a key"),
    "? a: b\n: c": (1, 3, "a key must be text", "quote a key"),
}


@pytest.fixture(params=["libyaml", "pure Python"])
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.setattr(parser, "FASTEST", PureParser)
    else:
        assert parser.FASTEST is not PureParser


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_explained_where_it_stands(text: str) -> None:
    line, column, message, hint = MISTAKES[text]
    first = problems_of(text + "\n")[0]
    assert first.message.startswith(message)
    assert hint in first.hint
    assert (first.mark.line, first.mark.column) == (line, column)


def test_what_no_rule_knows_is_passed_on() -> None:
    place = Mark("", 0, 0, 3, None, 0)
    refused = explain(MarkedYAMLError(problem="found something new", problem_mark=place), "a: b")
    assert (refused.message, refused.line, refused.column) == ("found something new", 0, 3)


def test_the_pure_parser_refuses_what_it_alone_cannot_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parser, "FASTEST", PureParser)
    (problem,) = problems_of('a: "\\U00110000"\n')
    assert problem.severity == "error"
    (problem,) = problems_of("a:\tb\n")
    assert problem.message == "a tab stands here"


def test_a_comma_within_braces_that_ends_a_text_is_explained() -> None:
    problems = problems_of("points: [{id: R1, text: One, then two., at: P1}]\n", "regions")
    assert [(p.message, p.mark.column) for p in problems] == [("unknown key 'then two.'", 30)]
    assert "put a text with commas in quotes" in problems[0].hint
