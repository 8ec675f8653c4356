"""What a YAML parser complains about, in words for people and with what to do.

The words of both parsers of PyYAML are understood. A complaint that no rule knows is passed on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from yaml.error import MarkedYAMLError

from briefing.loading.reading import NEWLINE, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?= |$)", re.MULTILINE)
_KEY = re.compile(r"\s*(?:- +)*[\w-]*")
_ESCAPE = re.compile(r"\\(?:[ux][0-9A-Fa-f]{0,4}|U[0-9A-Fa-f]{0,8}|.|$)")
_QUOTE_IT = "put the text in quotes"


def explain(error: Exception, text: str) -> RefusedError:
    """What is wrong, what to do, and where."""
    if conflict := _CONFLICT.search(text):
        before = NEWLINE.split(text[: conflict.start()])
        message = "an unfinished merge"
        return RefusedError(
            message,
            "keep one of the two versions and delete the lines of <, = and > signs",
            len(before) - 1,
        )
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return RefusedError(str(error))
    complaint = _complaint(error, NEWLINE.split(text))
    for pattern, rule in _RULES:
        if re.search(pattern, complaint.words):
            return rule(complaint)
    return complaint.at_place(str(error.problem))


class _Complaint(NamedTuple):
    """What the parser said and saw: the place, the text before and after it, and what was open."""

    words: str
    line: int
    column: int
    before: str
    after: str
    opened: tuple[int, int, str] | None  # line, column, its text from there
    is_last: bool  # whether nothing but blank lines follows what was open

    def at_place(self, message: str, hint: str = "") -> RefusedError:
        return RefusedError(message, hint, self.line, self.column)

    def where_opened(self, message: str, hint: str = "") -> RefusedError:
        line, column = self.opened[:2] if self.opened else (self.line, self.column)
        return RefusedError(message, hint, line, column)


def _complaint(error: MarkedYAMLError, lines: list[str]) -> _Complaint:
    place: Any = error.problem_mark
    line = lines[place.line] if place.line < len(lines) else ""
    opened, is_last = None, False
    if (mark := error.context_mark) and mark.line < len(lines):
        opened = mark.line, mark.column, lines[mark.line][mark.column :]
        is_last = not any(rest.strip() for rest in lines[mark.line + 1 :])
    return _Complaint(
        f"{error.context or ''}: {error.problem or ''}",
        place.line,
        place.column,
        line[: place.column],
        line[place.column :],
        opened,
        is_last,
    )


def _directive(complaint: _Complaint) -> RefusedError:
    hint = f"delete it, or {_QUOTE_IT}"
    return RefusedError("a line cannot begin with %", hint, complaint.line)


def _tab_or_sign(complaint: _Complaint) -> RefusedError:
    if "\t" in (complaint.before + complaint.after[:1]).strip(" ")[:1]:
        return complaint.at_place("a tab indents this line", "indent with spaces")
    if complaint.after.startswith("\t"):
        return complaint.at_place("a tab stands here", "use a space")
    return complaint.at_place(f"a text cannot begin with {complaint.after[:1]}", _QUOTE_IT)


def _second_colon(complaint: _Complaint) -> RefusedError:
    line = complaint.before + complaint.after
    match = re.match(r"\s*(?:- +)*([^\s:#]+): +(.*\S)", line)
    if match is None or match.end(1) >= complaint.column:
        if complaint.column > _LONGEST_KEY:
            return complaint.at_place("a key of more than 1,024 characters", "was a quote lost?")
        return complaint.at_place(
            "this key is indented deeper than the line above allows",
            "keys of one mapping begin in the same column; quote a text that goes on with a colon",
        )
    key, value = match.groups()
    quote = "'" if '"' in value else '"'
    example = f"{key}: {quote}{value}{quote}"
    hint = f"{_QUOTE_IT}: {example}" if len(example) <= _LONGEST_EXAMPLE else _QUOTE_IT
    return complaint.at_place("': ' stands twice in this line", hint)


def _list_in_line(complaint: _Complaint) -> RefusedError:
    hint = "begin it on the next line; quote a text that begins with a dash"
    return complaint.at_place("a list cannot begin in this line", hint)


def _no_colon(complaint: _Complaint) -> RefusedError:
    hint = "write `key: value`; indent the line if it goes on from the one above"
    if complaint.is_last:
        hint = "was the file cut short?"
    return complaint.where_opened("expected a key and ': ' here", hint)


def _open_quote(complaint: _Complaint) -> RefusedError:
    hint = "close it; within '...' an apostrophe is written twice"
    return complaint.where_opened("the quote that opens here is never closed", hint)


def _open_bracket(complaint: _Complaint) -> RefusedError:
    opened = complaint.opened
    sign = opened[2][:1] if opened else "["
    is_here = opened and opened[0] == complaint.line
    if complaint.after.startswith(":") and (is_here or not _KEY.fullmatch(complaint.before)):
        hint = f"{_QUOTE_IT}; or is a comma missing?"
        return complaint.at_place("a colon stands in a text without quotes", hint)
    if is_here and complaint.after.strip():
        hint = f"{_QUOTE_IT} where it holds ': ', a comma or a bracket"
        return complaint.at_place(f"expected a comma or the end of the {sign} here", hint)
    hint = f"close it; {_QUOTE_IT} where it begins with a bracket"
    return complaint.where_opened(f"the {sign} that opens here is not closed", hint)


def _no_key(complaint: _Complaint) -> RefusedError:
    last = complaint.before.rstrip()[-1:]
    if last and last in "\"'":
        hint = "put all of the text in quotes; within '...' an apostrophe is written twice"
        return complaint.at_place("text after a closing quote", hint)
    if last and last in "]}":
        hint = "quote a text that begins with a bracket"
        return complaint.at_place(f"text after a closing {last}", hint)
    if complaint.after.startswith(":"):
        return complaint.at_place("no key stands before this colon", _QUOTE_IT)
    if complaint.after.startswith("- "):
        hint = "put the list under a key, and indent it"
        return complaint.at_place("a list item stands among keys", hint)
    column = complaint.opened[1] + 1 if complaint.opened else 1
    hint = f"keys of one mapping begin in the same column, here column {column}"
    return complaint.at_place("this line is indented differently from the keys above it", hint)


def _no_item(complaint: _Complaint) -> RefusedError:
    hint = "begin each item with '- '; align the keys of an item below its first key"
    return complaint.at_place("expected a list item here", hint)


def _no_value(complaint: _Complaint) -> RefusedError:
    if not complaint.after.strip():
        return complaint.at_place("the file ends inside a [ or {", "was the file cut short?")
    message = f"expected a value here, found {complaint.after[0]}"
    return complaint.at_place(message, "quote a text that begins with a comma or a bracket")


def _escape(complaint: _Complaint) -> RefusedError:
    line = complaint.before + complaint.after
    # libyaml points behind the backslash, the other parser there or at the opening quote
    column = line.rfind("\\", 0, complaint.column + 1)
    match = _ESCAPE.search(line, max(column, 0))
    message = f"{match[0] if match else 'an escape'} in double quotes stands for no character"
    hint = "write \\\\ for a backslash, or the character itself"
    at = match.start() if match else complaint.column
    return RefusedError(message, hint, complaint.line, at)


def _first_sign(complaint: _Complaint) -> RefusedError:
    sign = complaint.opened[2][:1] if complaint.opened else "this sign"
    return complaint.where_opened(f"a text cannot begin with {sign}", _QUOTE_IT)


def _block_text(complaint: _Complaint) -> RefusedError:
    hint = "begin it there, or quote a text that begins with this sign"
    return complaint.where_opened("after | or > the text begins in the next line", hint)


def _after_end(complaint: _Complaint) -> RefusedError:
    return complaint.at_place("text after the end of the document", "is its indentation right?")


_LONGEST_KEY = 1024
_LONGEST_EXAMPLE = 100
_RULES: tuple[tuple[str, Callable[[_Complaint], RefusedError]], ...] = (
    ("cannot start any token|tab character", _tab_or_sign),
    ("mapping values are not allowed", _second_colon),
    ("sequence entries are not allowed", _list_in_line),
    ("could not find expected ':'", _no_colon),
    ("quoted scalar: found unexpected", _open_quote),
    ("quoted scalar: ", _escape),
    ("flow .*expected ',' or", _open_bracket),
    ("block mapping: ", _no_key),
    ("block collection: ", _no_item),
    ("node content", _no_value),
    ("directive|incompatible YAML", _directive),
    ("an alias|an anchor|a tag|tag handle", _first_sign),
    ("block scalar", _block_text),
    ("<document start>", _after_end),
)
