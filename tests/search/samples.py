"""Statements about made-up actors to be searched, one of each kind that search treats apart."""

from __future__ import annotations

from functools import cache

from briefing.model.anchors import Anchor
from briefing.model.entries import Competitor, Response, Risk
from briefing.model.outlook import BottomLine, Judgment, Tension, Watch
from briefing.model.points import Point
from briefing.model.source import Card, Paragraph
from briefing.model.statements import Statement
from briefing.search import Index, Results


def point(name: str, text: str, at: str = "P1.1", *more: str) -> Statement:
    """A point; its section follows from the letter of its id."""
    sections = {"R": "regions", "M": "motives", "C": "competitors", "K": "risks", "T": "timeline"}
    part = Point(id=name, text=text, at=(Anchor(at),))
    return Statement(sections[name[0]], name, text, more, "", part)  # type: ignore[arg-type]


def northwind() -> list[Statement]:
    """A small brief, in reading order."""
    bottom_line = BottomLine(text="Northwind builds, and chips decide.", rests_on=("M1", "K1"))
    rival = Competitor(
        id="southgate", title="Southgate", summary="Supplies the mill.", roles=("rival",)
    )
    delay = Risk(
        id="RK1",
        title="Delays",
        summary="The mill opens late.",
        likelihood="likely",
        impact="high",
        confidence="low",
        cause="Permits are slow.",
        response=Response(text="None stated.", at=(Anchor("P9.2"),)),
        rests_on=("K1",),
    )
    judgment = Judgment(
        id="J1",
        title="A mill by 2031",
        text="Northwind opens one.",
        likelihood="likely",
        confidence="low",
        because="The chip supply holds, and Southgate's terms are known.",
        rests_on=("M1",),
    )
    tension = Tension(
        id="X1", kind="scope", title="One valley", text="Two are named.", between=("R1", "R2")
    )
    watch = Watch(id="W1", signal="Land is bought", moves={"J1": "up"})
    paragraph = Paragraph(
        at=Anchor("P6"),
        fingerprint="0" * 16,
        digest="Tells of rivals.",
        sentences=(Card(at=Anchor("P6.3")),),
    )
    return [
        Statement("overview", "bottom_line", bottom_line.text, (), "", bottom_line),
        Statement("regions", "regions.so_what", "The valley matters.", (), "", "The valley matters."),
        point("R1", "Northwind is advertising jobs in Arland and Übersee.", "P2.1"),
        point("R2", "Arland's government advertised power-hungry sites at $1,500 each.", "P2.2"),
        point("R3", "\u65e5\u672c\u306e\u30c7\u30fc\u30bf\u30bb\u30f3\u30bf\u30fc grows outside the U.S.", "P2.3"),
        point("M1", "Infrastructure in the valley cuts costs.", "P3.1", "Facilities take 18-24 months."),
        point("M2", "The expansion addresses a bottleneck in chip supply.", "P8.1"),
        point("M3", "Supply of wood is large; one chip is made of sand.", "P8.2"),
        Statement("competitors", "southgate", "Southgate: Supplies the mill.", (), "southgate", rival),
        point("C4", "Southgate hides its infra<U+200B>stru<U+00AD>cture plans.", "P6.3"),
        point("C5", "Westmark follows Southgate.", "P6"),
        point("K1", "Customers may leave.", "P7.2"),
        Statement("risks", "RK1", "Delays: The mill opens late.", ("Permits are slow.",), "RK1", delay),
        Statement("outlook", "J1", f"{judgment.title}: {judgment.text}", (judgment.because or "",), "", judgment),
        Statement("outlook", "X1", f"{tension.title}: {tension.text}", (), "", tension),
        Statement("outlook", "W1", watch.signal, (), "", watch),
        Statement("source", "P6", "Tells of rivals.", (), "", paragraph),
    ]  # fmt: skip


@cache
def index() -> Index:
    """The index of that brief."""
    return Index.of(northwind())


def found(query: str) -> list[str]:
    """The ids of what a query finds in that brief, in the order of the hits."""
    return ids(index().search(query))


def ids(results: Results) -> list[str]:
    """The ids of the hits, in order."""
    return [hit.statement.id for hit in results.hits]


def marked(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """The marked pieces of a text."""
    return [text[start:end] for start, end in spans]
