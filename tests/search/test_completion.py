"""What may come next in a query."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.search import completions
from briefing.search.plain import folded
from briefing.search.query import parse
from tests.search.test_fields import ids, index


def test_fields_are_completed_from_their_first_letter() -> None:
    assert [c.text for c in completions("chip st")] == ["stance:"]
    assert completions("chip st")[0].start == 5
    assert [c.text for c in completions("-i")] == ["impact:", "is:"]
    assert completions("-i")[0].start == 1
    assert [c.text for c in completions("chip stanc")] == ["stance:"]
    for before in ("", "chip ", "chip", "11:", '"st', "x:y", "st ance: "):
        assert completions(before) == []


def test_values_are_completed() -> None:
    assert [c.text for c in completions("stance:re")] == ["reported"]
    assert [c.text for c in completions("-in:r")] == ["regions", "risks"]
    assert [c.text for c in completions("impact:>=")] == ["low", "moderate", "high"]
    assert [c.text for c in completions('likelihood:>="very l')] == ['"very likely"']
    assert completions('a likelihood:"very l')[0].start == 13
    assert completions("about:") == []
    known = completions("about:", index().values)
    assert known
    for completion in known:
        assert ids(f"about:{completion.text}")
    assert {c.text for c in completions("about:", index().values)} >= {
        c.text for c in completions("about:b", index().values)
    }


PIECES = st.sampled_from(["-", "in:", "st", "about", ":", '"', ">=", " ", "a", "\u00e9"])


@given(st.text() | st.lists(PIECES).map("".join))
def test_a_completion_stands_for_the_end_of_what_was_typed(before: str) -> None:
    for completion in completions(before, index().values):
        opening = before[completion.start :].strip('"').casefold()
        assert folded(completion.text).startswith(folded(opening))
        assert not parse(before[: completion.start] + completion.text).messages
