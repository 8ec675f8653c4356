"""What a plain-text brief says, and in which order."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
import pytest

from briefing.export import plain
from briefing.model.brief import Brief
from briefing.model.entries import Figures, Regions, Risks, Timeline
from briefing.model.header import Header
from briefing.model.outlook import Outlook
from briefing.model.sections import SECTION_NAMES
from briefing.model.statements import points, statements
from briefing.problems import Mark, Problem
from tests.export.samples import FIGURES, HEADER, OUTLOOK, RECORD, REGIONS, RISKS, TIMELINE, ferry

if TYPE_CHECKING:
    from briefing.model.sections import SectionName

HEADINGS = [
    "BOTTOM LINE",
    "KEY JUDGMENTS",
    "REGIONS",
    "MOTIVES",
    "COMPETITORS",
    "RISKS",
    "TIMELINE",
    "FIGURES",
    "WEAK POINTS OF THE SOURCE",
    "OTHER EXPLANATIONS",
    "NOT KNOWN",
    "WATCH FOR",
    "SCALE AND METHOD",
]
IN_FULL = [*HEADINGS[:-1], "ASSUMPTIONS", "SOURCE", HEADINGS[-1]]
BY_SECTION = {
    "overview": HEADINGS[:2],
    **{name: [name.upper()] for name in SECTION_NAMES[1:7]},
    "outlook": [*HEADINGS[8:12], "ASSUMPTIONS"],
    "source": ["SOURCE"],
}
EMPTY = Brief(
    folder=ferry().folder, slug="empty", header=Header(format=1, title="Empty", subject="Nobody")
)
PROBLEM = Problem(Mark("ferries/risks.yaml", 3, 5), "expected a list, found a number")
IN_OUTLOOK = Problem(Mark("ferries/outlook.yaml", 1, 1), "the file is empty")


def headings(text: str) -> list[str]:
    return [line for line, below in pairwise(text.split("\n")) if re.fullmatch("-+", below)]


def flat(text: str) -> str:
    """The text without its line breaks and indents: what it says, wherever it is wrapped."""
    return " ".join(text.split())


def test_the_order_of_the_chapters() -> None:
    assert headings(plain(ferry())) == HEADINGS
    assert headings(plain(ferry(), full=True)) == IN_FULL


def test_the_same_brief_makes_the_same_text() -> None:
    assert plain(ferry(), full=True) == plain(ferry(), full=True)


def test_likelihood_and_confidence_never_share_a_sentence() -> None:
    for full in (False, True):
        for sentence in re.split(r"[.?!](?:\s|$)", flat(plain(ferry(), full=full))):
            said = sentence.lower()
            assert not ("confidence: " in said and re.search(r"\(\d+-\d+%\)", said)), sentence


def test_a_judgment_opens_with_its_likelihood_and_range() -> None:
    text = flat(plain(ferry()))
    assert "J1 Likely (55-80%): A ferry of Nordlinjen carries" in text
    assert "by the end of 2028. Confidence: low. Ships are ordered" in text


def test_risks_stand_by_impact_then_likelihood() -> None:
    found = re.findall(r"^\[(RK\d)\]", plain(ferry()), re.MULTILINE)
    assert found == ["RK3", "RK1", "RK2"]
    assert "Likelihood: Likely (55-80%). Impact: high." in plain(ferry())


def test_a_likelihood_foreign_to_the_scale_stands_last_and_without_a_range() -> None:
    odd = msgspec.structs.replace(RISKS.entries[2], likelihood="remote chance")
    text = plain(ferry(risks=Risks(entries=(odd, RISKS.entries[0]))))
    assert re.findall(r"^\[(RK\d)\]", text, re.MULTILINE) == ["RK1", "RK3"]
    assert "Likelihood: Remote chance. Impact: high." in text


def test_the_hurried_reader_gets_no_points() -> None:
    text = flat(plain(ferry()))
    assert not [point.id for point in points(ferry()) if point.text in text or point.id in text]


def test_the_full_text_holds_every_statement_and_all_its_words() -> None:
    text = flat(plain(ferry(), full=True))
    for statement in statements(ferry()):
        for words in (statement.text.partition(": ")[2] or statement.text, *statement.more):
            assert words in text, statement.id


def test_every_point_carries_its_id_and_anchors_and_stands_once() -> None:
    text = flat(plain(ferry(), full=True))
    for point in points(ferry()):
        assert text.count(point.text) == 1
        assert text.count(f"[{' '.join((point.id, *point.at))}]") == 1


@pytest.mark.parametrize("name", ["regions", "motives", "competitors", "risks"])
def test_a_point_taken_out_leaves_no_line(name: SectionName) -> None:
    section = getattr(ferry(), name)
    point = next(point for entry in section.entries for point in (*entry.points, *section.points))
    entries = tuple(
        msgspec.structs.replace(e, points=tuple(p for p in e.points if p != point))
        for e in section.entries
    )
    others = tuple(p for p in section.points if p != point)
    without = msgspec.structs.replace(section, entries=entries, points=others)
    text = plain(ferry(**{name: without}), full=True)
    assert point.text not in flat(text)
    assert f"[{point.id} " not in text


def test_a_point_about_an_entry_elsewhere_is_a_reference_there() -> None:
    text = plain(ferry(), full=True)
    aland = text[text.index("[aland]") : text.index("[sweden]")]
    assert "See also: [M01, C01]" in aland
    risk = text[text.index("[RK1] Terminal") : text.index("[RK2]")]
    assert "See also: [C01]" in risk


def test_the_two_voices_are_told_apart() -> None:
    text = flat(plain(ferry(), full=True))
    assert "[R02 P2.2 P4.1] Note: Nobody is named" in text
    assert 'within a year. (reported: "reportedly") [R02' in text
    assert "So what: Money comes first." in text
    assert "Points, and the summaries of regions" in text


def test_events_say_how_their_dates_are_known() -> None:
    text = flat(plain(ferry(), full=True))
    assert "late 2027 or early 2028 (one date of 2027-10 to 2028-03)" in text
    assert "(computed from the assumed publication of 2026-05: 2027-11)" in text
    assert "(1 to 2 months after [T01]; computed: 2027-11 to 2028-05)" in text


def test_events_stand_in_order_of_time_and_undated_ones_last() -> None:
    found = re.findall(r"\[(T\d\d) P", plain(ferry(), full=True))
    assert found == ["T04", "T01", "T02", "T05", "T03"]


def test_figures_keep_their_qualifier_unit_and_gap() -> None:
    text = flat(plain(ferry(), full=True))
    assert "Amount: over 80 million euros. Not given: the year of the prices" in text
    assert "Amount: doubled. Same as: [R01]" in text


def test_signs_say_what_they_move() -> None:
    assert "A lease is signed -> J1 up, RK1 down\n" in plain(ferry())


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("name", SECTION_NAMES)
def test_sections_choose_chapters(name: SectionName, full: bool) -> None:  # noqa: FBT001
    text = plain(ferry(), sections=(name,), full=full)
    found = headings(text)
    assert [h for h in found if h != "SCALE AND METHOD"] == BY_SECTION[name]
    assert ("SCALE AND METHOD" in found) is (name in {"overview", "risks", "outlook"})
    assert text.startswith("Ferry line to the Åland islands\n===")
    assert ("The Baltic Post" in text) is (name in {"overview", "source"})


def test_chosen_sections_stand_in_the_order_of_the_brief() -> None:
    found = headings(plain(ferry(), sections=("figures", "regions")))
    assert found == ["REGIONS", "FIGURES"]


def test_where_a_section_has_no_so_what_its_points_speak_for_it() -> None:
    brief = ferry(
        regions=Regions(points=REGIONS.points),
        risks=Risks(points=RISKS.points),
        timeline=Timeline(points=TIMELINE.points),
        figures=Figures(points=FIGURES.points),
    )
    text = plain(brief)
    for name in ("R03", "K01", "T01", "F01"):
        assert f"[{name} P" in text


def test_empty_sections_say_so() -> None:
    text = plain(EMPTY, full=True)
    assert headings(text) == IN_FULL
    assert text.count("\nNone stated in the source.\n") == 5
    assert text.count("\nNone stated in this brief.\n") == 8
    assert text.count("No record of the source.\n") == 2


def test_a_broken_section_says_so_in_its_place_and_the_others_read_on() -> None:
    brief = ferry(
        risks=Risks(),
        broken=frozenset({"risks"}),
        problems=(PROBLEM,),
        files={"risks": "ferries/risks.yaml"},
    )
    text = plain(brief)
    assert headings(text) == HEADINGS
    assert (
        "RISKS\n-----\nThis section could not be read:\n"
        "- ferries/risks.yaml:3:5: error: expected a list, found a number\n\nTIMELINE\n"
    ) in text


def test_a_broken_outlook_is_reported_once() -> None:
    brief = ferry(
        outlook=Outlook(),
        broken=frozenset({"outlook"}),
        problems=(IN_OUTLOOK,),
        files={"outlook": "ferries/outlook.yaml"},
    )
    text = plain(brief)
    assert text.count("the file is empty") == 1
    assert text.count("This section could not be read: see BOTTOM LINE above.") == 5
    alone = plain(brief, sections=("outlook",))
    assert "WEAK POINTS OF THE SOURCE\n-------------------------\nThis section could" in alone
    assert "see WEAK POINTS OF THE SOURCE above" in alone


def test_a_broken_record_is_reported_in_the_block_and_in_its_chapter() -> None:
    problem = Problem(Mark("seeds/ferry.yaml", 1, 1), "no such key")
    brief = ferry(
        source=None,
        broken=frozenset({"source"}),
        problems=(problem,),
        files={"source": "seeds/ferry.yaml"},
    )
    told = "- seeds/ferry.yaml:1:1: error: no such key\n"
    assert f"Source:     The record of the source could not be read:\n{told}" in plain(brief)
    assert f"SOURCE\n------\nThis section could not be read:\n{told}" in plain(brief, full=True)


def test_without_a_header_no_range_is_claimed() -> None:
    brief = ferry(
        header=EMPTY.header,
        broken=frozenset({"overview"}),
        problems=(Problem(Mark("ferries/brief.yaml", 1, 1), "no title"),),
        files={"overview": "ferries/brief.yaml"},
    )
    text = plain(brief, full=True)
    assert "ferries/brief.yaml:1:1: error: no title" in text
    assert "J1 Likely (range unknown): A ferry" in text
    assert "%" not in text


def test_the_other_scale() -> None:
    header = msgspec.structs.replace(HEADER, scale="phia", assume=None)
    text = plain(ferry(header=header), full=True)
    assert "J1 Likely (55-75%):" in text
    assert "Likelihood: PHIA probability yardstick." in text
    assert "realistic possibility" in text
    assert "publication in" not in text


@pytest.mark.parametrize(
    ("unknown", "said"),
    [
        ((), "Analysis."),
        (("author",), "Analysis; no author."),
        (("title", "publisher", "author", "published"), "no title, publisher, author or date."),
    ],
)
def test_what_the_source_does_not_say_of_itself(unknown: tuple[str, ...], said: str) -> None:
    record = msgspec.structs.replace(RECORD, descriptor=None, **dict.fromkeys(unknown))
    assert said in flat(plain(ferry(source=record)))


def test_the_article_itself_never_comes_out() -> None:
    brief = ferry(article=("A sentence of the publisher.",))
    assert plain(brief, full=True) == plain(ferry(), full=True)


def test_a_part_without_its_optional_fields_says_nothing_of_them() -> None:
    text = plain(ferry(), full=True)
    ice = text[text.index("[RK2] Ice") : text.index("Dangers")]
    assert ice.split("\n")[1:4] == [
        "      Likelihood: Very likely (80-95%). Impact: low.",
        "      Confidence: moderate.",
        "      A hard winter stops the ferries.",
    ]
    bare = ferry(outlook=msgspec.structs.replace(OUTLOOK, bottom_line=None, so_what=None))
    assert "BOTTOM LINE\n-----------\nNone stated in this brief.\n" in plain(bare)
