"""What may come next in a query: the fields, and the values of a field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.search.fields import FIELDS, NAMED
from briefing.search.plain import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_LAST = re.compile(
    r'(?:^|\s)-?(?P<field>[A-Za-z]*)(?:(?P<sign>:>=|:<=|:|>=|<=)(?P<value>"[^"]*|[^\s"]*))?$'
)
_MOST = 50


class Completion(NamedTuple):
    """What the text from `start` to the cursor can be made, and what that means."""

    start: int
    text: str
    means: str = ""


def completions(
    before: str, values: Callable[[str, str], Iterable[str]] | None = None
) -> list[Completion]:
    """How the text before the cursor can go on, from the start of its last word.

    `values` gives the values of a field that open so, where the briefs know which there are, such
    as `Index.values`. Nothing for what is not on the way to be a field; a list of at most 50.
    """
    last = _LAST.search(before)
    if last is None or not last["field"]:
        return []
    name = last["field"].casefold()
    if last["sign"] is None:
        return [
            Completion(last.start("field"), f"{field.name}:", field.means)
            for field in FIELDS
            if field.name.startswith(name)
        ]
    if name not in NAMED:
        return []
    field, opening = NAMED[name], folded(last["value"])
    known = field.values or (values(field.name, opening) if values else ())
    found = [value for value in known if value.startswith(opening)][:_MOST]
    return [Completion(last.start("value"), _quoted(value)) for value in found]


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
