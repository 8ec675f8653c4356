"""The pages of the nine sections, of what opens from them, and of files that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.loading import load
from briefing.model.sections import ENTRY_SECTIONS, SECTIONS
from briefing.model.statements import statements
from briefing.tui.presentation.evidence import evidence
from briefing.tui.presentation.page import Block, Item, Page, label, muted
from briefing.tui.presentation.pages import holdings, warning
from briefing.tui.presentation.source import why_none
from tests.briefs import ARTICLE, BRIEF, FILES, OUTLOOK, RISKS, write_brief
from tests.tui.pages import all_pages, headings, item, page, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief
    from briefing.model.points import Point
    from briefing.model.sections import Section, SectionName

NAMES = [section.name for section in SECTIONS]


def alone(tmp_path: Path, **files: str) -> Brief:
    """A brief of its header, without a source record, and these files."""
    nothing: dict[str, str | None] = dict.fromkeys(FILES)
    header = FILES["brief"].replace("source: record.source\n", "")
    brief = load(write_brief(tmp_path / "alone", **{**nothing, "brief": header, **files}))
    assert brief.problems == ()
    return brief


def blocks(found: Item) -> list[str]:
    return [block.text for block in found.blocks]


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_is_headed_by_its_title(small: Brief, section: Section) -> None:
    assert page(small, section.name).heading == section.title.upper()


@pytest.mark.parametrize("section", [*ENTRY_SECTIONS, "timeline", "figures", "outlook"])
def test_so_what_stands_on_top_and_the_cursor_starts_below_it(
    small: Brief, section: SectionName
) -> None:
    found = page(small, section)
    top = found.items[0]
    assert top.key == f"{section}.so_what"
    assert top.blocks[0].text.startswith("So what: ")
    assert found.items[found.first].key != top.key


@pytest.mark.parametrize("plain", [True, False])
def test_no_point_is_worded_before_somebody_looks(
    small: Brief, monkeypatch: pytest.MonkeyPatch, *, plain: bool
) -> None:
    """A section may have thousands of them."""
    looked: list[str] = []

    def said_of(_brief: Brief, point: Point, *_more: str, indent: int) -> list[Block]:
        looked.append(point.id)
        return [Block("", indent=indent)]

    for module in ("items", "dated", "caption"):
        monkeypatch.setattr(f"briefing.tui.presentation.{module}.said_of", said_of)
    for section in ("regions", "motives", "competitors", "timeline", "figures"):
        found = page(small, section, plain=plain)
        behind = evidence(small, found.items[found.first].key)
        assert looked == []
        assert text_of(found) + text_of(behind)
        assert looked
        looked.clear()


def test_a_list_gives_each_entry_its_summary_and_leads_to_its_page(small: Brief) -> None:
    regions = page(small, "regions")
    arland = item(regions, "arland")
    assert blocks(arland) == ["Arland", "Northwind plans a mill there; no site is named."]
    assert arland.blocks[0].right == "Arland · 2 points"
    assert arland.opens == "arland"
    assert headings(regions) == ["ON NO ONE REGION"]
    assert blocks(item(regions, "R3")) == [
        "R3  Two firms look at the same valley.",
        "inferred · P1.1 P2.1",
    ]
    assert regions.detail == "1 region"


def test_what_kind_of_entry_it_is_stands_at_its_right(small: Brief) -> None:
    assert item(page(small, "motives"), "wood").blocks[0].right == "supply · 1 point"
    rivals = page(small, "competitors", plain=True)
    assert item(rivals, "southgate").blocks[0].right == "rival, supplier · 1 point"
    assert rivals.detail == "2 actors"


def test_a_motive_whose_topic_is_its_title_does_not_say_it_twice(shipped: Brief) -> None:
    for motive in shipped.motives.entries:
        right = item(page(shipped, "motives"), motive.id).blocks[0].right
        assert motive.title.casefold() not in right.casefold()


def test_an_entry_opens_with_its_summary_and_every_point_on_it(small: Brief) -> None:
    opened = page(small, "regions", "arland")
    assert opened.heading == "REGIONS · Arland"
    assert blocks(opened.items[0]) == ["Northwind plans a mill there; no site is named."]
    assert headings(opened) == ["THE SOURCE SAYS"]
    assert [i.key for i in opened.items if i.key] == ["R1", "R2"]
    northwind = page(small, "competitors", "northwind")
    assert headings(northwind) == ["REGIONS 1"]
    assert [i.key for i in northwind.items if i.key] == ["R1"]


def test_risks_stand_by_impact_then_likelihood_and_say_both(tmp_path: Path) -> None:
    more = RISKS.partition("points:")[0]
    for number, odds, impact in ((2, "very likely", "moderate"), (3, "very likely", "high")):
        entry = RISKS.partition("entries:\n")[2].partition("points:")[0]
        entry = entry.replace("RK1", f"RK{number}").replace(
            "likelihood: likely", f"likelihood: {odds}"
        )
        more += entry.replace("impact: high", f"impact: {impact}")
    brief = load(write_brief(tmp_path / "brief", risks=more, timeline=None, outlook=None))
    found = page(brief, "risks", plain=True)
    assert [i.key for i in found.items if i.key.startswith("RK")] == ["RK3", "RK1", "RK2"]
    assert [i.blocks[0].right for i in found.items if i.key.startswith("RK")] == [
        "Very likely (80-95%) · impact high",
        "Likely (55-80%) · impact high",
        "Very likely (80-95%) · impact moderate",
    ]
    assert found.detail == "3 risks · by impact, then likelihood"


def test_a_risk_tells_how_it_would_come_about_and_each_point_once(small: Brief) -> None:
    opened = page(small, "risks", "RK1")
    told = text_of(opened)
    for line in (
        "Our assessment: Likely (55-80%), impact high.",
        "Confidence: low.",
        "Cause        No site is named.",
        "Event        Work begins late.",
        "Consequence  Southgate opens first.",
        "Watch for    No permit within a year.",
        "Borne by     Northwind",
        "Response     none stated",
    ):
        assert line in told
    assert [i.key for i in opened.items if i.key] == ["RK1", "R2", "T2", "K1"]
    assert headings(opened) == ["RESTS ON", "SAID OF IT IN OTHER SECTIONS"]


def test_no_page_has_two_items_of_one_key(small: Brief, shipped: Brief, tram: Brief) -> None:
    for brief in (small, shipped, tram):
        for found in all_pages(brief):
            keys = [i.key for i in found.items if i.key]
            assert len(keys) == len(set(keys)), found.heading


def test_the_timeline_is_in_order_and_honest_about_what_is_undated(small: Brief) -> None:
    found = page(small, "timeline", plain=True)
    assert [i.key for i in found.items if i.key] == ["timeline.so_what", "T1", "T2", "T3"]
    assert headings(found) == ["UNDATED IN THE SOURCE"]
    assert found.detail == "3 events · 1 undated"
    opening = item(found, "T2")
    assert blocks(opening) == [
        "T2  12 to 18 months after it begins",
        "The mill opens.",
        "computed · 12 to 18 months after T1 · estimated · attributed: observers say · P3.1",
    ]
    assert opening.blocks[0].right == "2032-10 to 2033-09"
    assert item(found, "T3").blocks[0].right == ""


def test_a_rule_without_a_date_shows_how_long_it_takes(shipped: Brief) -> None:
    rules = [event for event in shipped.timeline.points if event.months and not event.after]
    assert rules
    for event in rules:
        low, high = event.months
        shown = item(page(shipped, "timeline", plain=True), event.id).blocks[0].right
        assert shown == f"{low} to {high} months"


def test_a_figure_keeps_its_qualifier_and_says_what_is_left_out(small: Brief) -> None:
    figure = item(page(small, "figures"), "F1")
    assert blocks(figure) == [
        "F1  over $20 million",
        "Southgate's mill would cost over $20 million.",
        "Left out: The year of the prices.",
        "stated · P2.2 · same as K1",
    ]
    assert figure.blocks[0].right == "US dollars"


def test_the_outlook_is_in_the_analysts_own_voice(small: Brief) -> None:
    found = page(small, "outlook")
    assert found.detail == "our own voice"
    assert headings(found) == [
        "KEY JUDGMENTS",
        "TENSIONS IN THE SOURCE",
        "OTHER EXPLANATIONS",
        "NOT KNOWN",
        "WATCH FOR",
        "ASSUMED",
    ]
    first = item(found, "J1")
    assert (first.blocks[0].right, first.opens) == ("Likely (55-80%) ─────━━── ●○○", "J1")
    assert item(found, "X1").blocks[0].right == "undated"
    assert item(found, "W1").blocks[0].right == "J1 up, RK1 down"
    assert "If wrong: All computed dates move." in text_of(found)


def test_a_judgment_opens_with_all_that_speaks_for_and_against_it(small: Brief) -> None:
    opened = page(small, "outlook", "J1")
    assert opened.heading == "OUTLOOK · J1 Northwind builds in Arland"
    told = text_of(opened)
    for line in (
        "Likely (55-80%)",
        "Northwind begins work on a mill in Arland by the end of 2032.",
        "Confidence: ●○○ low",
        "Because   One source, and no site.",
        "Up if     A permit.",
        "Down if   A mill elsewhere.",
        "Known by  2032-12-31",
    ):
        assert line in told
    # ICD 203: likelihood and confidence never in one sentence
    assert not [line for line in told.splitlines() if "%" in line and "onfidence" in line]


def test_the_source_shows_its_record_and_its_paragraphs(small: Brief) -> None:
    found = page(small, "source")
    assert found.detail == "3 paragraphs, as digests"
    assert [block.text for block in found.items[0].blocks] == [
        "Title    Northwind plans a mill",
        "By       The Valley Post",
        "Date     2031-05",
        "Kind     report",
        "Length   31 words",
        "Quality  One undated report, no named sources.",
    ]
    assert [i.opens for i in found.items[1:4]] == ["P1", "P2", "P3"]
    assert headings(found) == ["ABOUT THIS BRIEF"]
    assert "Assumed   that the source was published in 2031-05" in text_of(found)
    assert blocks(item(found, "P2")) == ["P2  A rival may follow."]


def test_what_the_source_does_not_say_of_itself_is_said_to_be_missing(shipped: Brief) -> None:
    assert shipped.source is not None
    assert shipped.source.title is None
    assert "Title    not in the text" in text_of(page(shipped, "source"))


def test_a_paragraph_opens_with_its_sentences_and_what_cites_it(small: Brief) -> None:
    opened = page(small, "source", "P2")
    assert opened.heading == "SOURCE · P2"
    assert opened.detail == "our digest"
    assert headings(opened) == ["SENTENCE BY SENTENCE", "CITED BY"]
    assert [i.key for i in opened.items if i.key] == [
        *("P2.1", "P2.2"),
        *("R3", "C1", "K1", "T3", "F1"),
    ]


def test_ones_own_copy_of_the_article_takes_the_place_of_the_digests(tmp_path: Path) -> None:
    brief = load(write_brief(tmp_path / "brief", article=ARTICLE))
    assert page(brief, "source").detail == "3 paragraphs, in full"
    assert "Northwind plans a mill in Arland. It names no site." in text_of(page(brief, "source"))
    assert page(brief, "source", "P1").detail == "your copy"


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("overview", "Nothing has been written yet."),
        *((name, "None stated in the source.") for name in NAMES[1:7]),
        ("outlook", "No outlook has been written."),
        ("source", "This brief has no source record."),
    ],
)
def test_an_empty_section_says_so_in_one_quiet_line(
    tmp_path: Path, section: SectionName, words: str
) -> None:
    found = page(alone(tmp_path), section)
    assert [(b.text, b.style) for i in found.items for b in i.blocks] == [(words, "muted")]
    assert found.first == -1


def test_the_overview_of_a_new_brief_says_where_its_points_wait(tmp_path: Path) -> None:
    motives = "points:\n" + "".join(
        f"  - {{id: M{number}, text: {text}, at: P1.1, stance: stated}}\n"
        for number, text in enumerate(("TODO", "TODO say why", "They want a mill."), 1)
    )
    risks = "points:\n  - {id: K1, text: TODO, at: P1.1, stance: stated}\n"
    found = page(alone(tmp_path, motives=motives, risks=risks), "overview")
    assert [block.text for one in found.items for block in one.blocks] == [
        "Nothing has been written yet.",
        "2 points to write in section 3, Motives.",
        "1 point to write in section 5, Risks.",
    ]
    assert found.first == -1


@pytest.mark.parametrize("section", ["regions", "motives", "competitors", "risks"])
def test_a_section_with_no_more_than_a_so_what_says_so_too(
    tmp_path: Path, section: SectionName
) -> None:
    found = page(alone(tmp_path, **{section: "so_what: There is nothing."}), section)
    assert text_of(found) == "So what: There is nothing.\nNone stated in the source."


def test_a_broken_file_is_told_in_its_section_and_the_others_read_on(tmp_path: Path) -> None:
    risks = RISKS.replace("likelihood: likely", "likelyhood: likely")
    brief = load(write_brief(tmp_path / "brief", risks=risks))
    found = page(brief, "risks")
    assert (found.heading, found.detail) == ("RISKS", "cannot be read")
    told = text_of(found)
    assert "risks.yaml:9:5: error: unknown key 'likelyhood'" in told
    assert "hint: did you mean 'likelihood'?" in told
    assert all(i.blocks[0].style == "warning" for i in found.items)
    assert holdings(brief)["risks"] == "!"  # nobody knows how many
    assert warning(brief) == "2 problems: sections marked with ! show them."
    whole = {s.id for s in statements(brief)}
    assert {"R1", "J1", "T1", "F1", "P1"} <= whole
    assert "No site is named." in text_of(page(brief, "regions", "arland"))


def test_a_warning_stands_above_the_content_it_is_about(tmp_path: Path) -> None:
    outlook = OUTLOOK.replace("A plan without a site.", "A plan \\e[2J.").replace(
        "text: A plan", 'text: "A plan'
    )
    outlook = outlook.replace("The rest is forecast.", 'The rest is forecast."')
    brief = load(write_brief(tmp_path / "brief", outlook=outlook))
    assert brief.broken == frozenset()
    found = page(brief, "outlook")
    assert found.items[0].blocks[0].style == "warning"
    assert "KEY JUDGMENTS" in headings(found)


def test_the_navigation_counts_what_each_section_holds(small: Brief) -> None:
    assert holdings(small) == {
        "regions": "1",
        "motives": "1",
        "competitors": "2",
        "risks": "1",
        "timeline": "3",
        "figures": "1",
        "outlook": "2",
        "source": "3",
    }
    assert warning(small) == ""


def test_the_first_item_is_the_first_that_leads_on() -> None:
    so_what = Item((Block("x"),), "risks.so_what")
    one = Item((Block("x"),), "RK1")
    assert Page("", "", ()).first == -1
    assert Page("", "", (label("a"), muted("b"))).first == -1
    assert Page("", "", (so_what,)).first == 0
    assert Page("", "", (so_what, label("a"), one)).first == 2


def test_the_overview_shows_what_is_wrong_with_what_it_sums_up(tmp_path: Path) -> None:
    outlook = OUTLOOK.replace("judgments:", "judgements:")
    brief = load(write_brief(tmp_path / "outlook", outlook=outlook))
    assert "unknown key 'judgements'" in text_of(page(brief))
    assert "TOP RISKS" in headings(page(brief))

    header = BRIEF.replace("subject:", "subjects:")
    brief = load(write_brief(tmp_path / "header", brief=header))
    assert "unknown key 'subjects'" in text_of(page(brief))
    assert "BOTTOM LINE" in headings(page(brief))


def test_a_file_of_no_section_is_shown_where_every_reader_passes(tmp_path: Path) -> None:
    folder = write_brief(tmp_path / "brief")
    (folder / "extra.yaml").write_text("a: b\n", encoding="utf-8")
    brief = load(folder)
    assert "extra.yaml" in text_of(page(brief))
    assert holdings(brief)["overview"] == "!"
    assert holdings(brief)["regions"] == "1"


def test_why_there_is_no_source_is_said_as_it_is(tmp_path: Path) -> None:
    broken = load(write_brief(tmp_path / "broken", record=FILES["record"].replace("sha256", "sha")))
    assert why_none(broken) == "The source record cannot be read."
    lost = load(write_brief(tmp_path / "lost", record=None))
    assert why_none(lost) == "The source record was not found."
    header = BRIEF.replace("source: record.source\n", "")
    none = load(write_brief(tmp_path / "none", brief=header, record=None))
    assert why_none(none) == "This brief has no source record."


def test_what_is_past_does_not_come_next(tmp_path: Path) -> None:
    timeline = FILES["timeline"].replace("status: estimated", "status: past")
    assert timeline != FILES["timeline"]
    before = load(write_brief(tmp_path / "before"))
    after = load(write_brief(tmp_path / "after", timeline=timeline))
    assert "WHAT COMES NEXT" in headings(page(before))
    assert "T2" not in [item.key for item in page(after).items]


def test_the_bottom_line_opens_on_what_it_rests_on(small: Brief) -> None:
    assert item(page(small), "bottom_line").opens == "bottom_line"
    opened = page(small, "overview", "bottom_line")
    assert "RESTS ON" in headings(opened)
    assert [i.key for i in opened.items if i.key] == ["bottom_line", "R1", "R2"]


def test_notes_and_doubles_can_be_read_at_any_width(small: Brief) -> None:
    assert "Our note: The headline speaks of one." in text_of(page(small, "regions", "arland"))
    assert "same as K1" in text_of(page(small, "figures"))


def test_no_range_is_claimed_where_the_scale_cannot_be_read(tmp_path: Path) -> None:
    header = BRIEF.replace("scale: icd203", "scale: phia").replace("subject:", "subjects:")
    brief = load(write_brief(tmp_path / "brief", brief=header))
    assert "Likely (range unknown)" in text_of(page(brief, "outlook", "J1"))
    assert "%" not in text_of(page(brief, "outlook"))
