"""A record as a file: whatever is in it, it loads as the same record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.audit.record import HEAD, WIDTH, head_of, summary, typed
from briefing.loading.record import read_record
from briefing.model.anchors import Anchor
from briefing.model.dates import Date
from briefing.model.source import Card, Paragraph, SourceRecord
from briefing.text import safe

if TYPE_CHECKING:
    import pytest

TEXTS = (
    st.text(max_size=60)
    .map(lambda text: safe(text.encode("utf-8", "replace").decode()).strip())
    .filter(bool)
    .filter(lambda text: text == safe(text))
)
TRICKY = st.sampled_from(
    [
        "null",
        "~",
        "yes",
        "2.9",
        "18-24 months",
        "a: b",
        "- x",
        "#1",
        "x #1",
        "'",
        '"',
        "[a]",
        "{}",
        "*x",
        "&x",
        "!x",
        "|",
        ">",
        "%",
        "@x",
        "`x`",
        "a,b",
        "a, b",
        "é",
        "日本",
        "U.S.",
        "C:\\x",
    ]
)
WORDS = st.one_of(TEXTS, TRICKY)
LONG = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
LISTS = st.lists(WORDS, max_size=12).map(tuple)


@st.composite
def records(draw: st.DrawFn) -> SourceRecord:
    found = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        cards = tuple(
            Card(
                at=Anchor(f"P{number}.{place}"),
                figures=draw(LISTS),
                names=draw(LISTS),
                markers=draw(LISTS),
                reported=draw(st.none() | LISTS),
                skip=draw(st.none() | LONG),
            )
            for place in range(1, draw(st.integers(0, 3)) + 1)
        )
        paragraph = Paragraph(
            at=Anchor(f"P{number}"),
            fingerprint="0123456789abcdef",
            changed=draw(st.sampled_from([None, Date("2031-02-03")])),
            was=draw(st.sampled_from([None, Anchor("P7")])),
            digest=draw(st.none() | LONG),
            sentences=cards,
        )
        found.append(paragraph)
    return SourceRecord(
        format=1,
        title=draw(st.none() | WORDS),
        author=draw(st.none() | WORDS),
        published=draw(st.sampled_from([None, Date("2031-05")])),
        kind=draw(st.sampled_from([None, "report"])),
        descriptor=draw(st.none() | LONG),
        file="article.txt",
        sha256="a" * 64,
        words=draw(st.integers(1, 10**6)),
        paragraphs=tuple(found),
    )


@settings(max_examples=50)
@given(records())
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, record: SourceRecord
) -> None:
    path = tmp_path_factory.mktemp("record") / "record.yaml"
    path.write_text(typed(record), encoding="utf-8")
    assert read_record(path)[0] == record
    assert head_of(typed(record, "# Mine.\n# Two lines.\n")) == "# Mine.\n# Two lines.\n"
    assert head_of(typed(record)) == HEAD


def test_it_is_made_to_be_read() -> None:
    record = SourceRecord(
        format=1,
        file="mill.txt",
        sha256="b" * 64,
        words=40,
        paragraphs=(
            Paragraph(
                at=Anchor("P1"),
                fingerprint="0123456789abcdef",
                digest="Tells of the mill that is planned, of its price, and of who is against it "
                "in the valley, as far as anybody knows.",
                sentences=(
                    Card(
                        at=Anchor("P1.1"),
                        figures=("over $20 million", "billions"),
                        names=tuple(f"Valley Number {number}" for number in range(9)),
                        markers=("reportedly",),
                        skip="It repeats the headline.",
                    ),
                ),
            ),
            Paragraph(at=Anchor("P2"), fingerprint="0123456789abcdef"),
        ),
    )
    text = typed(record)
    lines = text.splitlines()
    assert all(len(line) <= WIDTH for line in lines)
    assert "        figures: [over $20 million, billions]" in lines
    assert "        markers: [reportedly]" in lines
    assert "        skip: It repeats the headline." in lines
    assert "    digest: >-" in lines
    assert lines[-1] == "    digest:"
    assert summary(record) == "2 paragraphs, 1 sentence, 2 figures"
