"""Whatever a brief says of whatever an article says, the audit answers with a report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from briefing.audit.auditing import audit
from briefing.audit.ledger import ledger
from briefing.audit.output import as_github, as_json, as_text, ledger_as_text
from briefing.audit.record import record_of, refreshed
from briefing.model.anchors import Anchor
from briefing.model.article import paragraphs
from briefing.model.dates import Date
from briefing.model.points import Checked, Qualifier, Stance
from briefing.model.timeline import spans
from briefing.text import safe
from tests.export.samples import ferry

if TYPE_CHECKING:
    from briefing.model.brief import Brief

PIECES = """Northwind plans over $2.9 billion 18-24 months reportedly will likely may be the Ministry of
Trade said late 2027 or early 2028 H100 Fortune 500 AI U.S. isn't they It 12% two 1,5 million euros
unclear according to sources high confidence very likely 0001 9999 May 2026 next year ( ) - $ . ?"""
WORDS = [*PIECES.split(), "\u201c", "\u2019", "\u2013", "\u20ac", "\n"]
TEXTS = (
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=16).map(" ".join) | st.text(min_size=1)
).map(lambda text: safe(text.encode("utf-8", "replace").decode()))
ANCHORS = st.builds(
    lambda p, s: Anchor(f"P{p}.{s}" if s else f"P{p}"), st.integers(1, 9), st.integers(0, 4)
)
DATES = st.sampled_from(
    ["2027", "[2027-10..2028-03]", "../2028", "2027/..", "0001-01", "9999-12-31", "2031-05-04"]
).map(Date)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "text": TEXTS,
    "summary": TEXTS,
    "title": TEXTS,
    "marker": st.none() | TEXTS,
    "label": TEXTS,
    "value": TEXTS,
    "unit": st.none() | TEXTS,
    "because": st.none() | TEXTS,
    "cause": st.none() | TEXTS,
    "trigger": st.none() | TEXTS,
    "at": st.lists(ANCHORS, min_size=1, max_size=3).map(tuple),
    "stance": st.sampled_from(get_args(Stance)),
    "qualifier": st.none() | st.sampled_from(get_args(Qualifier)),
    "when": st.none() | DATES,
    "resolves_by": st.none() | DATES,
    "months": st.sampled_from([(), (0,), (18,), (24, 18), (1200, 1200)]),
    "after": st.sampled_from([None, "published", "T01", "T02"]),
    "same_as": st.sampled_from([None, "R01", "T01"]),
    "rests_on": st.lists(st.sampled_from(["R01", "T01", "J1", "J2", "A1", "Z9"])).map(tuple),
    "likelihood": st.sampled_from(["likely", "very likely", "remote chance"]),
    "confidence": st.sampled_from(["low", "moderate", "high"]),
    "checked": st.sampled_from([None, Checked(by="A", on=Date("2030"))]),
}


def spoilt(draw: st.DrawFn, part: Any) -> Any:
    """A struct with some of its fields, or of those below it, replaced."""
    new = {}
    for name in part.__struct_fields__:
        value = getattr(part, name)
        if isinstance(value, tuple) and value and hasattr(value[0], "__struct_fields__"):
            new[name] = tuple(spoilt(draw, each) for each in value)
        elif name in FIELDS and draw(st.integers(0, 3)) == 0:
            new[name] = draw(FIELDS[name])
    return structs.replace(part, **new)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    base = ferry()
    names = ("regions", "motives", "competitors", "risks", "timeline", "figures", "outlook")
    parts = {name: spoilt(draw, getattr(base, name)) for name in names}
    published = base.header.assume.published if base.header.assume else None
    return structs.replace(base, **parts, spans=spans(parts["timeline"].points, published))


@settings(max_examples=40, deadline=None)
@given(briefs(), st.lists(TEXTS, min_size=1, max_size=9), st.booleans())
def test_a_report_always_comes(brief: Brief, lines: list[str], near: bool) -> None:  # noqa: FBT001
    text = "\n\n".join(["Northwind plans a mill.", *lines])
    record = record_of(text.encode(), text, "mill.txt")
    if near:
        record = refreshed(record, record_of(b"", "One.\n\nTwo.", "mill.txt"), date(2031, 5, 4))
    article = paragraphs(text) if near else None
    report = audit(brief, record, article)
    lines_ = list(ledger(brief, record, article))
    assert report.covered <= report.sentences
    assert report.kept <= report.figures
    for shown in (
        as_text("a", report),
        as_github("a", report),
        as_json([("a", report, lines_)]),
        ledger_as_text(lines_),
    ):
        assert "\x1b" not in shown


@settings(max_examples=20, deadline=None)
@given(briefs())
def test_without_a_record_too(brief: Brief) -> None:
    alone = structs.replace(brief, source=None)
    report = audit(alone)
    assert (report.sentences, report.sources) == (0, 0)
    assert any("there is no source record" in text for text in report.left)
    assert report.summary().startswith("not held to a source")
