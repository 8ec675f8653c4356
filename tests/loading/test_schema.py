"""The schema for editors accepts whatever the loader accepts.

Only in this direction: what a schema cannot say (days of the calendar, ids that exist, keys that
stand twice) it lets pass. That it refuses the common mistakes is tried one by one below.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefing.loading.kinds import KINDS
from briefing.loading.schema import schema
from briefing.model.sections import SECTION_NAMES
from briefing.problems import Severity
from tests import briefs
from tests.examples import FEWER
from tests.loading.documents import TEXTS, Typed, as_editors_read, documents, text_of
from tests.loading.helpers import problems_of

if TYPE_CHECKING:
    from briefing.model.sections import SectionName

JUDGES = {section: Draft202012Validator(schema(section)) for section in SECTION_NAMES}
WHOLE = Draft202012Validator(schema())
SECTIONS = st.sampled_from(SECTION_NAMES)


def accepted_by_loader(text: str, section: SectionName) -> bool:
    return not any(p.severity is Severity.ERROR for p in problems_of(text, section))


@pytest.mark.parametrize("section", [None, *SECTION_NAMES])
def test_it_is_a_schema(section: SectionName | None) -> None:
    made = schema(section)
    Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", briefs.FILES)
def test_it_accepts_the_small_brief(name: str) -> None:
    section: Any = {"brief": "overview", "record": "source"}.get(name, name)
    read = as_editors_read(briefs.FILES[name])
    JUDGES[section].validate(read)
    WHOLE.validate(read)


@FEWER
@given(SECTIONS.flatmap(lambda s: st.tuples(st.just(s), documents(KINDS[s]))))
def test_both_accept_documents_made_from_the_types(made: tuple[SectionName, Any]) -> None:
    section, document = made
    text = text_of(document)
    assert [p.report() for p in problems_of(text, section) if p.severity is Severity.ERROR] == []
    JUDGES[section].validate(as_editors_read(text))


def nodes(value: Any) -> list[tuple[Any, Any]]:
    """Every container with each of its keys."""
    pairs = list(value.items()) if isinstance(value, dict) else []
    pairs = list(enumerate(value)) if type(value) is list else pairs
    return [found for key, child in pairs for found in [(value, key), *nodes(child)]]


ANYTHING = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=3,
)


@FEWER
@given(SECTIONS.flatmap(lambda s: st.tuples(st.just(s), documents(KINDS[s]))), st.data())
def test_the_schema_accepts_what_the_loader_accepts(
    made: tuple[SectionName, Any], data: st.DataObject
) -> None:
    section, document = made
    for _ in range(data.draw(st.integers(1, 2))):
        places = nodes(document)
        if not places:
            break
        container, key = data.draw(st.sampled_from(places))
        change = data.draw(st.sampled_from(["replace", "remove", "add", "requote", "wrap"]))
        if change == "remove":
            del container[key]
        elif change == "add" and isinstance(container, dict):
            container[data.draw(st.text(max_size=3))] = data.draw(TEXTS)
        elif change == "requote" and isinstance(container[key], Typed) and container[key].plain:
            container[key] = Typed(container[key].text, plain=False)
        elif change == "wrap":
            container[key] = [container[key]]
        else:
            container[key] = data.draw(ANYTHING)
    text = text_of(document)
    if accepted_by_loader(text, section):
        read = as_editors_read(text)
        assert not [error.message for error in JUDGES[section].iter_errors(read)]


MISTAKES: dict[str, tuple[SectionName, str]] = {
    "unknown key": ("overview", "{format: 1, title: a, subject: b, titlex: c}"),
    "missing key": ("overview", "{format: 1, title: a}"),
    "another format": ("overview", "{format: 2, title: a, subject: b}"),
    "list for text": ("overview", "{format: 1, title: [a], subject: b}"),
    "empty text": ("overview", "{format: 1, title: , subject: b}"),
    "misspelt word": ("timeline", "points: {id: T1, text: a, at: P1, label: a, status: pasd}"),
    "no id": ("timeline", "points: {id: t1, text: a, at: P1, label: a, status: past}"),
    "no anchor": ("timeline", "points: {id: T1, text: a, at: p1, label: a, status: past}"),
    "no anchors": ("timeline", "points: {id: T1, text: a, at: [], label: a, status: past}"),
    "no date": (
        "timeline",
        "points: {id: T1, text: a, at: P1, label: a, status: past, when: soon}",
    ),
    "three months": (
        "timeline",
        "points: {id: T1, text: a, at: P1, label: a, status: past, months: [1, 2, 3]}",
    ),
    "too many months": (
        "timeline",
        "points: {id: T1, text: a, at: P1, label: a, status: past, months: 1201}",
    ),
    "no direction": ("outlook", "watch: {id: W1, signal: a, moves: {J1: left}}"),
    "no forecast": ("outlook", "watch: {id: W1, signal: a, moves: {j1: up}}"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_both_refuse_the_common_mistakes(mistake: str) -> None:
    section, text = MISTAKES[mistake]
    assert not accepted_by_loader(text, section)
    assert not JUDGES[section].is_valid(as_editors_read(text))
    if mistake != "unknown key":
        assert not WHOLE.is_valid(as_editors_read(text))


def test_the_editor_of_these_tests_reads_yaml_as_editors_do() -> None:
    read = as_editors_read("[1, 0x1F, 0o17, 1.5, true, no, ~, '', 2026-02-30, '1', 010, .inf]")
    assert read == [1, 31, 15, 1.5, True, "no", None, "", "2026-02-30", "1", 10, math.inf]
