"""What a query means, told a second time in the plainest way, and held against the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from briefing.search import Index
from tests.search.samples import point

if TYPE_CHECKING:
    from briefing.model.statements import Statement

WORDS = ["mill", "wood", "coal", "millstone", "port"]
CHARACTERS = "\u65e5\u672c\u30c7\u30fc\u30bf\ud55c"

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
terms = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(["mil*", "p*", "in:risks", "in:m"]),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=2).map('"{0[0]} {0[1]}"'.format),
)
signed = st.tuples(st.sampled_from(["", "-"]), terms).map("".join)
alternatives = st.lists(signed, min_size=1, max_size=3)


def holds(term: str, statement: Statement) -> bool:
    """Whether a statement is one that a term asks for."""
    bare = term.removeprefix("-")
    if bare != term:
        return not holds(bare, statement)
    if bare.startswith("in:"):
        return statement.section.startswith(bare.removeprefix("in:"))
    words = statement.text.split()
    if bare.endswith("*"):
        return any(word.startswith(bare[:-1]) for word in words)
    phrase = bare.strip('"')
    return f" {phrase} " in f" {statement.text} "


@given(
    st.lists(st.tuples(st.sampled_from("RMCK"), texts), min_size=1, max_size=8),
    st.lists(alternatives, min_size=1, max_size=3),
)
def test_a_query_finds_just_what_it_means(
    found: list[tuple[str, str]], groups: list[list[str]]
) -> None:
    statements = [point(f"{letter}{n}", text) for n, (letter, text) in enumerate(found)]
    results = Index.of(statements).search(" ".join(" OR ".join(group) for group in groups) + " ")
    alone = [group[0] for group in groups if len(group) == 1]
    sections = [term for term in alone if term.startswith("in:")]  # twice the same field is either
    groups = [group for group in groups if group[0] not in sections or len(group) > 1]
    groups += [sections] if sections else []
    expected = {s.id for s in statements if all(any(holds(t, s) for t in g) for g in groups)}
    if not results.mistyped:
        assert {hit.statement.id for hit in results.hits} == expected
    assert results.total == len(results.hits)


@given(st.text(CHARACTERS, min_size=2, max_size=12), st.data())
def test_writing_without_spaces_is_found_by_any_run_of_two_characters(
    text: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(text) - 2))
    index = Index.of([point("R1", f"A {text}."), point("R2", "Another.")])
    (hit,) = index.search(text[at : at + 2]).hits
    assert hit.statement.id == "R1"
    assert hit.spans
    assert index.search(f"{text} ").total == 1
