"""JSON: what docs/json.md promises, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given

from briefing import __version__
from briefing.audit.auditing import audit
from briefing.audit.ledger import ledger
from briefing.audit.output import as_json as reports_as_json
from briefing.export import as_json, as_ndjson, hits_as_json
from briefing.export.differences import differences, differences_as_json
from briefing.model.brief import Brief
from briefing.model.entries import Risks
from briefing.model.header import Header
from briefing.model.sections import SECTION_NAMES, SectionName
from briefing.model.statements import Statement, points, statements
from briefing.problems import Mark, Problem, Severity, number_of, unlisted
from tests.export.made import briefs
from tests.export.samples import RISKS, ferry

DOC = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
PROBLEM = Problem(Mark("ferries/risks.yaml", 3, 5), "no such key", "delete it", "RK1.odds", "odds:")


def loaded(brief: Brief, *sections: SectionName) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(as_json(brief, sections=sections))
    return document


class Found:
    """A hit, as far as JSON knows hits."""

    def __init__(self, statement: Statement, brief: str = "") -> None:
        self.statement = statement
        self.brief = brief


def objects() -> dict[str, list[dict[str, Any]]]:
    """Every object of the sample, under the heading that describes it."""
    doc = loaded(ferry(problems=(PROBLEM,)))
    at = doc["sections"]
    outlook, overview, record = at["outlook"], at["overview"], at["source"]["record"]
    gathered = [at[name] for name in ("regions", "motives", "competitors", "risks")]
    entries = [entry for section in gathered for entry in section["entries"]]
    rated = [*overview["judgments"], *at["risks"]["entries"]]
    hits = hits_as_json(map(Found, statements(ferry()))).splitlines()
    audited = [("ferry", audit(ferry()), list(ledger(ferry())))]
    report = json.loads(reports_as_json(audited))["briefs"][0]
    compared = json.loads(differences_as_json(differences(ferry(), ferry(risks=Risks()))))
    return {
        "document": [doc],
        "header": [doc["header"]],
        "prepared": [doc["header"]["prepared"]],
        "assume": [doc["header"]["assume"]],
        "scale": [doc["scale"]],
        "term": doc["scale"]["terms"],
        "sections.overview": [overview],
        "sections.regions, sections.motives, sections.competitors, sections.risks": gathered,
        "sections.timeline, sections.figures": [at["timeline"], at["figures"]],
        "sections.outlook": [outlook],
        "sections.source": [at["source"]],
        "bottom line": [overview["bottom_line"]],
        "judgment": overview["judgments"],
        "range": [part["likelihood_range"] for part in rated],
        "change": [part["would_change"] for part in overview["judgments"] if part["would_change"]],
        "region": at["regions"]["entries"],
        "motive": at["motives"]["entries"],
        "competitor": at["competitors"]["entries"],
        "risk": at["risks"]["entries"],
        "response": [part["response"] for part in at["risks"]["entries"] if part["response"]],
        "point": [point for part in (*gathered, *entries) for point in part["points"]],
        "checked": [p["checked"] for p in at["timeline"]["points"] if p["checked"]],
        "event": at["timeline"]["points"],
        "span": [event["span"] for event in at["timeline"]["points"] if event["span"]],
        "figure": at["figures"]["points"],
        "assumption": outlook["assumptions"],
        "alternative, gap": outlook["alternatives"] + outlook["gaps"],
        "tension": outlook["tensions"],
        "watch": outlook["watch"],
        "record": [record],
        "paragraph": record["paragraphs"],
        "card": [card for part in record["paragraphs"] for card in part["sentences"]],
        "problem": doc["problems"],
        "statement": [json.loads(line) for line in as_ndjson(ferry())],
        "hit": [json.loads(hit) for hit in hits],
        "report": [report],
        "line": report["ledger"],
        "comparison": [compared],
        "version": [compared["old"], compared["new"]],
        "difference": compared["changes"],
        "wording": [wording for change in compared["changes"] for wording in change["fields"]],
    }


def described() -> dict[str, set[str]]:
    """The keys that the tables of docs/json.md name, by heading."""
    chapters = re.split(r"^## (.+)$", DOC, flags=re.MULTILINE)[1:]
    tables = zip(chapters[::2], chapters[1::2], strict=True)
    cells = {name: re.findall(r"^\| (`.+?`) \|", text, re.MULTILINE) for name, text in tables}
    return {name: set(re.findall(r"`(\w+)`", " ".join(found))) for name, found in cells.items()}


def test_the_reference_describes_every_kind_of_object() -> None:
    assert list(described()) == list(objects())


@pytest.mark.parametrize("kind", list(objects()))
def test_every_object_has_the_keys_that_the_reference_names(kind: str) -> None:
    assert objects()[kind]
    for found in objects()[kind]:
        assert set(found) == described()[kind]


def test_nothing_of_the_brief_is_left_out() -> None:
    text = as_json(ferry())
    for statement in statements(ferry()):
        for words in (statement.text.partition(": ")[2] or statement.text, *statement.more):
            assert json.dumps(words, ensure_ascii=False) in text or not words, statement.id
    for point in points(ferry()):
        assert f'"id": "{point.id}"' in text


def test_the_form_is_stable() -> None:
    text = as_json(ferry())
    assert text == as_json(ferry())
    assert text.startswith(f'{{\n  "format": 1,\n  "briefing": "{__version__}",\n')
    assert text.endswith("\n}\n")
    assert "Åland" in text


def test_sections_hold_only_those_asked_for_in_their_order() -> None:
    assert tuple(loaded(ferry())["sections"]) == SECTION_NAMES
    chosen = loaded(ferry(), "figures", "regions")
    assert list(chosen["sections"]) == ["regions", "figures"]
    assert chosen["header"] == loaded(ferry())["header"]


def test_ranges_stand_beside_their_words() -> None:
    (first, second) = loaded(ferry())["sections"]["overview"]["judgments"]
    assert (first["likelihood"], first["likelihood_range"]) == ("likely", {"low": 55, "high": 80})
    assert second["likelihood_range"] == {"low": 95, "high": 99}


def test_a_word_foreign_to_the_scale_has_no_range() -> None:
    odd = msgspec.structs.replace(RISKS.entries[0], likelihood="remote chance")
    risks = msgspec.structs.replace(RISKS, entries=(odd,))
    (risk,) = loaded(ferry(risks=risks))["sections"]["risks"]["entries"]
    assert risk["likelihood_range"] is None


def test_spans_say_how_they_are_known() -> None:
    found = {e["id"]: e["span"] for e in loaded(ferry())["sections"]["timeline"]["points"]}
    assert found["T01"] == {
        "earliest": "2027-10-01",
        "latest": "2028-03-31",
        "certainty": "one of",
    }
    assert found["T02"]["certainty"] == "assumed"
    assert found["T03"] is None


def test_an_open_end_is_null() -> None:
    span = ferry().spans["T04"]._replace(latest=None)
    event = loaded(ferry(spans={"T04": span}))["sections"]["timeline"]["points"][3]
    assert event["span"] == {"earliest": "1998-01-01", "latest": None, "certainty": "exact"}


def test_what_could_not_be_read_is_said_to_be_broken() -> None:
    broken = frozenset({"overview", "risks", "outlook"})
    doc = loaded(ferry(broken=broken, problems=(PROBLEM,)))
    assert (doc["header"], doc["scale"]) == (None, None)
    assert {name for name, section in doc["sections"].items() if section["broken"]} == broken
    assert doc["sections"]["overview"]["judgments"][0]["likelihood_range"] is None
    assert doc["problems"] == [
        {
            "severity": "error",
            "file": "ferries/risks.yaml",
            "line": 3,
            "column": 5,
            "field": "RK1.odds",
            "message": "no such key",
            "hint": "delete it",
            "excerpt": "odds:",
            "unlisted": 0,
        }
    ]


def test_how_many_problems_are_not_listed_is_a_number() -> None:
    told = next(unlisted(Mark("ferries/risks.yaml"), {Severity.ERROR: 4900}))
    problems = loaded(ferry(problems=(PROBLEM, told)))["problems"]
    assert [problem["unlisted"] for problem in problems] == [0, 4900]
    assert sum(problem["unlisted"] or 1 for problem in problems) == number_of((PROBLEM, told))


def test_a_brief_of_nothing_has_the_same_sections() -> None:
    header = Header(format=1, title="Empty", subject="Nobody")
    doc = loaded(Brief(folder=Path("empty"), slug="empty", header=header))
    assert tuple(doc["sections"]) == SECTION_NAMES
    assert doc["sections"]["source"] == {"title": "Source", "broken": False, "record": None}
    assert doc["sections"]["regions"]["entries"] == []


def test_neither_the_article_nor_the_folder_comes_out() -> None:
    brief = ferry(article=("A sentence of the publisher.",), folder=Path("/somewhere/ferries"))
    assert as_json(brief) == as_json(ferry())


@given(briefs())
def test_any_text_survives(brief: Brief) -> None:
    doc = loaded(brief)
    assert doc["header"]["title"] == brief.header.title
    assert doc["sections"]["outlook"]["gaps"][0]["text"] == brief.outlook.gaps[0].text


def test_hits_are_a_line_each() -> None:
    found = [s for s in statements(ferry()) if s.id in {"R02", "J1", "bottom_line"}]
    first, second, third = hits_as_json(map(Found, found)).splitlines()
    assert json.loads(first)["section"] == "overview"
    assert json.loads(second)["more"] == ["reportedly", "Nobody is named as having said so."]
    assert json.loads(third)["entry"] is None
    assert json.loads(first)["brief"] is None
    assert json.loads(hits_as_json([Found(found[0], "a/b")]))["brief"] == "a/b"
    assert hits_as_json([]) == ""
