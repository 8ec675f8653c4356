"""Asking for fields: of one brief and of a library alike."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefing.model.scales import LIKELIHOODS, SCALES
from briefing.model.statements import statements
from briefing.search import FIELDS, Index, Kept
from briefing.search.fields import NAMED
from briefing.search.query import parse
from tests.search.shelves import tram

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model.points import Event
    from briefing.model.statements import Statement


@cache
def index() -> Index:
    return Index.of_brief(tram())


def ids(query: str, kept: Kept | None = None) -> set[str]:
    results = index().search(query, kept=kept or Kept())
    assert results.messages == ()
    return {hit.statement.id for hit in results.hits}


def those(holds: Callable[[Statement], bool]) -> set[str]:
    """The ids of the statements of which that holds."""
    found = {statement.id for statement in statements(tram()) if holds(statement)}
    assert found
    return found


def the(field: str) -> Callable[[Statement], str]:
    return lambda statement: getattr(statement.part, field, None) or ""


def concerned(statement: Statement) -> set[str]:
    return {statement.entry, *getattr(statement.part, "about", ())}


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("stance:reported", lambda s: the("stance")(s) == "reported"),
        ("stance:rep", lambda s: the("stance")(s) == "reported"),
        ("-stance:stated", lambda s: the("stance")(s) != "stated"),
        (
            "stance:inferred stance:opinion",
            lambda s: the("stance")(s) in {"inferred", "opinion"},
        ),
        ("impact:high", lambda s: the("impact")(s) == "high"),
        ("impact:>=moderate", lambda s: the("impact")(s) in {"moderate", "high"}),
        ("-impact:<=low -impact:>=high", lambda s: the("impact")(s) in {"", "moderate"}),
        ("confidence<=moderate", lambda s: the("confidence")(s) in {"low", "moderate"}),
        ("likelihood:likely", lambda s: the("likelihood")(s) == "likely"),
        (
            "stance:reported OR impact:high",
            lambda s: the("stance")(s) == "reported" or the("impact")(s) == "high",
        ),
        (
            "impact:high OR -in:source",
            lambda s: s.section != "source" or the("impact")(s) == "high",
        ),
    ],
)
def test_a_field_of_the_statement(query: str, holds: Callable[[Statement], bool]) -> None:
    assert ids(query) == those(holds)


def test_a_name_may_be_shortened_to_how_it_or_one_of_its_words_begins() -> None:
    whole = ids('about:"Port Evane"')
    assert whole == ids("about:port-e") == ids("about:evan") == ids("about:EVANE")
    assert ids("-about:evane") == those(lambda s: s.id not in whole)
    assert index().search(f"about:{'a' * 900}").messages


def test_an_entry_and_what_is_about_it() -> None:
    for entry in (*tram().competitors.entries, *tram().regions.entries, *tram().risks.entries):
        about = those(lambda s, name=entry.id: name in concerned(s))  # type: ignore[misc]
        assert ids(f"about:{entry.id}") == about
        assert ids(f'about:"{entry.title.upper()}"') >= about
    for competitor in tram().competitors.entries:
        for role in competitor.roles:
            assert ids(f"role:{role}") >= ids(f"about:{competitor.id}")
    for region in tram().regions.entries:
        assert ids(f'place:"{region.place}"') >= ids(f"about:{region.id}")


@pytest.mark.parametrize("event", tram().timeline.points, ids=lambda event: event.id)
def test_an_event_at_any_time_that_its_bounds_overlap(event: Event) -> None:
    span = tram().spans.get(event.id)
    if span is None:
        assert event.id not in ids("when:0001..9999")
        return
    for when in filter(None, (span.earliest, span.latest)):
        for query in (f"{when}", f"{when:%Y-%m}", f"{when:%Y}", f"{when}..", f"..{when}"):
            assert event.id in ids(f"when:{query}")
        assert event.id in ids(f"when:>={when}")
        assert event.id in ids(f"when:<={when}")
        assert event.id in ids(f"when:1800 when:{when}")  # either
        assert event.id not in ids(f"-when:{when}")
    assert (event.id in ids("when:..1800")) == (span.earliest is None)
    assert (event.id in ids("when:9000..")) == (span.latest is None)


def test_a_quarter_may_be_typed_as_people_write_it() -> None:
    for year in range(2025, 2035):
        for quarter in range(1, 5):
            first, last = 3 * quarter - 2, 3 * quarter
            months = ids(f"when:{year}-{first:02}..{year}-{last:02}")
            for typed in (f"{year}-Q{quarter}", f"{year}q{quarter}", f"{year}-{32 + quarter}"):
                assert ids(f"when:{typed}") == months
    assert ids("when:2020-Q1..2040-q4")


def test_only_events_have_a_time() -> None:
    assert ids("when:0001..9999") == those(lambda s: s.id in tram().spans)


def test_what_is_marked_and_what_is_not_read() -> None:
    kept = Kept(frozenset({("", "RK1"), ("other", "RK2")}), frozenset({("", "risks")}))
    assert ids("is:marked", kept) == {"RK1"}
    assert ids("is:unread", kept) == those(lambda s: s.section != "risks")
    assert ids("-is:unread", kept) == those(lambda s: s.section == "risks")
    assert ids("is:marked is:unread", kept) == set()
    assert ids("is:marked") == set()
    assert ids("is:unread") == those(bool)


def test_words_of_likelihood_compare_as_their_scale_orders_them() -> None:
    for terms in SCALES.values():
        words = [term.word for term in terms]
        for number, word in enumerate(words):
            quoted = word.replace(" ", "-")
            (at_least,) = parse(f"likelihood:>={quoted}").groups[0]
            (at_most,) = parse(f"likelihood:<={quoted}").groups[0]
            assert [w for w in words if w in at_least.what.values] == words[number:]  # type: ignore[union-attr]
            assert [w for w in words if w in at_most.what.values] == words[: number + 1]  # type: ignore[union-attr]


def test_words_of_one_scale_compare_with_those_of_the_other() -> None:
    (term,) = parse("likelihood:>=highly-likely").groups[0]
    assert set(term.what.values) == {"very likely", "highly likely", "almost certain"}  # type: ignore[union-attr]
    assert set(NAMED["likelihood"].values) == set(LIKELIHOODS)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("stnce:reported", "did you mean 'stance:'?"),
        ("foo:bar", "there are section, stance,"),
        ("stance:reproted", "stance: has no 'reproted'; did you mean 'reported'?"),
        ("in:x", "section: has no 'x'; it is one of overview, regions,"),
        ("-in:rsks", "did you mean 'risks'?"),
        ("impact:>=hihg", "did you mean 'high'?"),
        ("stance:>=stated", "stance: has no order"),
        ("about:tramlo", "about: has no 'tramlo'"),
        ("about:zzzz", "about: has no 'zzzz'."),
        ("when:2027-13", "there is no month 13"),
        ("when:2028..2027-99", "'2028..2027-99' is no time"),
        ("when:2028..2027", "it ends before it starts"),
        ("when:soon", "'soon' is no time"),
        ("likelihood:certainly", "did you mean 'almost certain'?"),
        ("section: mill", "section: is followed by one of overview, regions,"),
        ("about: mill", "about: is followed by a name or a word."),
        ("when:.. mill", "when: is followed by a time, such as 2027, 2027-10 or 2027..2028."),
    ],
)
def test_what_is_not_understood_is_told(query: str, message: str) -> None:
    (said,) = index().search(query).messages
    assert message in said


@pytest.mark.parametrize(
    "query",
    ["11:30", "http://x.y", "a: b", "stance:", "when:", "when:20", "when:2027-", "when:2027..20", "is:", "in:r"],
)  # fmt: skip
def test_ordinary_text_and_what_is_still_being_typed_is_not_remarked_on(query: str) -> None:
    assert index().search(query).messages == ()


def test_an_unknown_value_lets_nothing_pass_and_keeps_nothing_out() -> None:
    assert index().search("stance:nowhere").total == 0
    assert index().search("about:nowhere").total == 0
    assert index().search("-stance:nowhere").total == len(list(statements(tram())))
    assert index().search("-about:nowhere").total == len(list(statements(tram())))


def test_each_field_is_told() -> None:
    assert all(field.means and field.name.isalpha() for field in FIELDS)
