"""docs/search.md holds: each query finds what it says, and the fields are those there are."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from briefing.library import open_brief
from briefing.search import FIELDS, Index

PAGE = Path(__file__).parents[2] / "docs" / "search.md"
TEXT = PAGE.read_text("utf-8")
QUERY = re.compile(r"^\| `(?P<query>[^`]+)` \| (?P<matches>\d+) \|", re.MULTILINE)
BLOCK = re.compile(r"(?<=<!-- fields -->\n).*?(?=<!-- end -->)", re.DOTALL)


@cache
def index() -> Index:
    return Index.of_brief(open_brief(None))


def fields() -> str:
    """The table of the fields: `python -m tests.docs.test_search` renews it."""
    rows = ["| field | what it asks for | values |", "| --- | --- | --- |"]
    for field in FIELDS:
        shown = ", ".join(f"`{value}`" for value in field.values)
        order = "; in this order" if field.bounds else ""
        rows.append(f"| `{field.name}:` | {field.means} | {shown}{order} |")
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize(("query", "matches"), QUERY.findall(TEXT))
def test_a_query_finds_what_the_table_says(query: str, matches: str) -> None:
    results = index().search(query)
    assert results.total == int(matches)
    assert results.messages == ()


def test_the_table_of_fields_is_theirs() -> None:
    assert BLOCK.findall(TEXT) == [fields()], "python -m tests.docs.test_search renews the table"


if __name__ == "__main__":
    PAGE.write_text(BLOCK.sub(lambda _: fields(), TEXT), "utf-8")
