"""A small brief that uses every field of the format, and helpers to vary it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing.model.anchors import Anchor
from briefing.model.brief import Brief
from briefing.model.dates import Date
from briefing.model.entries import (
    Competitor,
    Competitors,
    Figures,
    Motive,
    Motives,
    Region,
    Regions,
    Response,
    Risk,
    Risks,
    Timeline,
)
from briefing.model.header import Assume, Header, Prepared
from briefing.model.outlook import (
    Alternative,
    Assumption,
    BottomLine,
    Change,
    Gap,
    Judgment,
    Outlook,
    Tension,
    Watch,
)
from briefing.model.points import Checked, Event, Figure, Point
from briefing.model.source import Card, Paragraph, SourceRecord
from briefing.model.timeline import spans

PUBLISHED = Date("2026-05")


def at(*anchors: str) -> tuple[Anchor, ...]:
    return tuple(Anchor(anchor) for anchor in anchors)


HEADER = Header(
    format=1,
    title="Ferry line to the Åland islands",
    subject="Nordlinjen",
    as_of=Date("2026-06-01"),
    source="../../seeds/ferry.yaml",
    scale="icd203",
    prepared=Prepared(by="A. Analyst", on=Date("2026-06-02"), tools="a spreadsheet"),
    assume=Assume(published=PUBLISHED),
)

REGIONS = Regions(
    so_what="The harbour decides the year, not the ships.",
    entries=(
        Region(
            id="aland",
            title="Åland",
            place="AX",
            summary="The islands offer a harbour and a tax exemption.",
            points=(
                Point(
                    id="R01",
                    text="Mariehamn\u2019s harbour can take two ferries at once.",
                    at=at("P2.1"),
                    about=("aland",),
                ),
                Point(
                    id="R02",
                    text="The harbour is to be dredged within a year.",
                    at=at("P2.2", "P4.1"),
                    stance="reported",
                    marker="reportedly",
                    note="Nobody is named as having said so.",
                ),
            ),
        ),
        Region(id="sweden", title="Sweden", place="SE", summary="Sweden supplies the crews."),
    ),
    points=(Point(id="R03", text="The Baltic freezes in hard winters.", at=at("P5")),),
)

MOTIVES = Motives(
    so_what="Money comes first.",
    entries=(
        Motive(
            id="cargo",
            title="Cargo",
            topic="demand",
            summary="Freight pays more than passengers.",
            points=(
                Point(
                    id="M01",
                    text="Freight brings two thirds of the revenue of Nordlinjen.",
                    at=at("P3.1"),
                    stance="inferred",
                    about=("aland",),
                ),
            ),
        ),
    ),
)

COMPETITORS = Competitors(
    so_what="Its supplier is its rival.",
    entries=(
        Competitor(
            id="sealink",
            title="Sealink",
            roles=("rival", "supplier"),
            summary="Sealink sails the same route and owns the terminal.",
            points=(
                Point(
                    id="C01",
                    text="Sealink owns the terminal in Mariehamn.",
                    at=at("P6.1"),
                    about=("aland", "RK1"),
                ),
            ),
        ),
    ),
)

RISKS = Risks(
    so_what="Both risks fall in the same winter.",
    entries=(
        Risk(
            id="RK1",
            title="Terminal closed to rivals",
            summary="Sealink may shut the terminal to others.",
            cause="one owner for the only terminal",
            event="the lease is not renewed",
            consequence="no berth for the new line",
            likelihood="unlikely",
            impact="high",
            confidence="low",
            bearer="Nordlinjen",
            response=Response(text="talks about a second quay", at=at("P6.2")),
            trigger="a notice to quit",
            rests_on=("C01", "J1"),
        ),
        Risk(
            id="RK2",
            title="Ice",
            summary="A hard winter stops the ferries.",
            likelihood="very likely",
            impact="low",
            confidence="moderate",
        ),
        Risk(
            id="RK3",
            title="Crew shortage",
            summary="Too few sailors to be had.",
            likelihood="likely",
            impact="high",
            confidence="low",
            response=Response(text="none stated"),
        ),
    ),
    points=(Point(id="K01", text="Fuel may cost more.", at=at("P7.1"), stance="forecast"),),
)

TIMELINE = Timeline(
    so_what="Nothing sails before the end of 2027.",
    points=(
        Event(
            id="T01",
            text="The first sailing is expected.",
            at=at("P4.2"),
            when=Date("[2027-10..2028-03]"),
            label="late 2027 or early 2028",
            status="estimated",
            stance="forecast",
            checked=Checked(by="B. Second", on=Date("2026-06-03")),
        ),
        Event(
            id="T02",
            text="The next 18 months will tell.",
            at=at("P8.1"),
            label="18 months from now",
            after="published",
            months=(18,),
            status="estimated",
            about=("sealink",),
        ),
        Event(
            id="T03",
            text="Dredging takes 6 to 9 months.",
            at=at("P4.3"),
            label="6 to 9 months from the permit",
            months=(6, 9),
            status="rule",
        ),
        Event(
            id="T04",
            text="The line was founded.",
            at=at("P1.2"),
            when=Date("1998"),
            label="1998",
            status="past",
        ),
        Event(
            id="T05",
            text="The ship is tested.",
            at=at("P8.2"),
            label="after the first sailing",
            after="T01",
            months=(1, 2),
            status="announced",
        ),
    ),
)

FIGURES = Figures(
    so_what="The price is known, the funding is not.",
    points=(
        Figure(
            id="F01",
            text="The two ships cost over 80 million euros.",
            at=at("P3.2"),
            value="80 million",
            qualifier="over",
            unit="euros",
            missing="the year of the prices",
        ),
        Figure(
            id="F02",
            text="Bookings have doubled.",
            at=at("P3.3"),
            value="doubled",
            same_as="R01",
        ),
    ),
)

OUTLOOK = Outlook(
    so_what="One source, and it quotes nobody.",
    bottom_line=BottomLine(
        text="The line is planned, not financed. Nothing sails before late 2027.",
        rests_on=("T01", "F01"),
    ),
    judgments=(
        Judgment(
            id="J1",
            title="The line will open",
            text="A ferry of Nordlinjen carries passengers to Mariehamn by the end of 2028.",
            likelihood="likely",
            confidence="low",
            because="Ships are ordered; the berth is not secured.",
            rests_on=("T01", "C01"),
            would_change=Change(up="a signed lease", down="a cancelled order"),
            resolves_by=Date("2028-12-31"),
        ),
        Judgment(
            id="J2",
            title="Sealink stays the larger",
            text="Sealink carries more passengers than Nordlinjen in every year to 2030.",
            likelihood="almost certain",
            confidence="moderate",
        ),
    ),
    assumptions=(
        Assumption(
            id="A1", text="The text is from May 2026.", if_wrong="Every computed date moves."
        ),
        Assumption(id="A2", text="Prices are in euros."),
    ),
    alternatives=(Alternative(id="H1", text="The order is a bargaining chip."),),
    tensions=(
        Tension(
            id="X01",
            kind="arithmetic",
            title="Dredging ends after the first sailing",
            text="Nine months from a permit not yet asked for ends in 2028.",
            at=at("P4.2", "P4.3"),
            between=("T01", "T03"),
        ),
        Tension(id="X02", kind="undated", title="The text has no date", text="Not one day."),
    ),
    gaps=(Gap(id="G1", text="Who pays?"),),
    watch=(
        Watch(id="W1", signal="A lease is signed", moves={"J1": "up", "RK1": "down"}),
        Watch(id="W2", signal="A new harbour master"),
    ),
)

RECORD = SourceRecord(
    format=1,
    title="New ferries for the north",
    publisher="The Baltic Post",
    author="B. Writer",
    published=Date("2026-05-20"),
    kind="analysis",
    descriptor="One article; nobody is quoted.",
    file="ferry.txt",
    sha256="0123456789abcdef" * 4,
    words=640,
    paragraphs=(
        Paragraph(
            at=Anchor("P1"),
            fingerprint="0123456789abcdef",
            digest="A new ferry line is planned.",
            sentences=(
                Card(at=Anchor("P1.1"), figures=("two",), names=("Åland",), markers=("planned",)),
            ),
        ),
        Paragraph(at=Anchor("P2"), fingerprint="fedcba9876543210"),
    ),
)


def ferry(**changes: Any) -> Brief:
    """The brief about the ferries, with other fields where `changes` names them."""
    fields: dict[str, Any] = {
        "folder": Path("ferries"),
        "slug": "ferries",
        "header": HEADER,
        "regions": REGIONS,
        "motives": MOTIVES,
        "competitors": COMPETITORS,
        "risks": RISKS,
        "timeline": TIMELINE,
        "figures": FIGURES,
        "outlook": OUTLOOK,
        "source": RECORD,
        "spans": spans(TIMELINE.points, PUBLISHED),
    }
    return Brief(**(fields | changes))
