from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import fingerprint, paragraphs

HERE = Path(__file__).parents[2]
ARTICLE = HERE.parent / "shared" / "seeds" / "000_b781413e11b707f6.txt"
RECORD = HERE / "seeds" / "anthropic-asia-pacific.yaml"

LINES = st.text(alphabet="ab .?”\n\r\u00a0\ud800-", max_size=200)
FERRY = (
    "The ferry to the island ran twice a day until the harbour silted up, and nobody on the council"
    " thought of dredging it before the tourists had gone elsewhere. It has not run since."
)
MARKET = (
    "On the mainland the market moved to the railway station, where rents were lower and the fish"
    " came in by night train; the old hall is a museum of knots now."
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_line_is_a_paragraph_and_blank_ones_are_none(end: str) -> None:
    text = end.join([f"  {FERRY} ", MARKET, "", " \t", "A heading", ""])
    assert paragraphs(text) == (FERRY, MARKET, "A heading")


@pytest.mark.parametrize("width", [60, 72, 100, 120])
def test_wrapped_lines_are_one_paragraph(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(text, width) for text in (FERRY, MARKET))
    assert paragraphs(wrapped) == (FERRY, MARKET)


@pytest.mark.parametrize(
    "lines",
    [
        ["Roses need little water", "and much light", "all summer"],  # narrower than anybody wraps
        [FERRY, MARKET],  # wider
        ["A first line that is long enough to have been wrapped somewhere", "Short", "Shorter one"],
        # filled to the brim, each line a sentence of its own
        [
            "The harbour of the town was built by the Romans.",
            "Later-generations-let-it-fall apart.",
        ],
        ["“The harbour of the town was built in the year one.”", "Forty-five-years-later it fell."],
    ],
)
def test_lines_that_nobody_wrapped_stay_paragraphs(lines: list[str]) -> None:
    assert paragraphs("\n".join(lines)) == tuple(lines)


@pytest.mark.parametrize("text", ["", "\n\n", " \r\n\t\r"])
def test_no_text_has_no_paragraphs(text: str) -> None:
    assert paragraphs(text) == ()


@given(LINES, LINES)
def test_text_put_behind_leaves_the_paragraphs_before_it(text: str, more: str) -> None:
    before = paragraphs(text)
    assert paragraphs(f"{text}\n\n{more}")[: len(before)] == before


@given(st.one_of(st.text(), LINES))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    found = paragraphs(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(paragraph and paragraph == paragraph.strip() for paragraph in found)
    assert paragraphs("\n\n".join(found)) == found


def test_a_fingerprint_is_the_beginning_of_the_sha256() -> None:
    assert fingerprint("abc") == "ba7816bf8f01cfea"  # the test vector of FIPS 180
    assert fingerprint("Zürich") != fingerprint("Zurich")


@given(st.text(alphabet=st.characters()))
def test_every_text_has_a_fingerprint(text: str) -> None:
    assert re.fullmatch("[0-9a-f]{16}", fingerprint(text))
    assert re.fullmatch("[0-9a-f]{16}", fingerprint(f"{text}\ud800"))


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is its publisher's")
def test_the_article_has_the_fingerprints_of_the_shipped_record() -> None:
    recorded = re.findall(r'fingerprint: "?(\w+)', RECORD.read_text(encoding="utf-8"))
    found = paragraphs(ARTICLE.read_text(encoding="utf-8"))
    assert [fingerprint(paragraph) for paragraph in found] == recorded
