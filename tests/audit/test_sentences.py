from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.audit.sentences import sentences
from briefing.model.article import paragraphs

ARTICLE = Path(__file__).parents[3] / "shared" / "seeds" / "000_b781413e11b707f6.txt"

# Paragraphs with a bar where one sentence ends and the next begins.
TITLES = "Dr. Weiss runs the office in St. Gallen. | Mr. J. K. Olsen of Hull Corp. agrees. | So does Ms. Ito."
PLACES = "Yards are in the U.S. | The U.S. Navy owns two. | The U.K. government owns none."
SHORT = "Some, e.g. Bern, paid. | Others, i.e. Basel, did not. | Smith et al. disagree. | Steel, wire, etc. went up."
TIMES = "Trains leave at 9 a.m. and 5 p.m. daily. | The last leaves at 11 p.m. | Nobody rides it."
FIGURES = "Speed rose 3.5 per cent vs. 2.1 before. | It costs approx. SEK 40 million. | Track No. 5 is shut."
DATES = "They met on Mon. Sept. 4. | She came in Jan. 2019. | 2026 was a record year."
MONEY = "The yard got $2.5m. | A seat is Fr. 20.50, says Fr. Keller. | CHF 1'250 is too much."
QUOTED = "“We are late,” said Al. | “But we are not lost.” | He left. | “Who would pay?” he asked. | “Nobody.”"
LONG_QUOTE = '"We are late. | We are not lost," he said. | "The line will open." | Then he left.'
SINGLE = "'It floats,' he said. | 'It does?' she asked. | The boys' raft sank."
UNCLOSED = "“We are late. | We know that. | We are sorry."
BRACKETS = "The cost (see p. 12) doubled. | (A report is due.) | It is late. | [The paper was revised.] | Its title is short."
NOTES = "Most agree. [1] | Others do not. [2]"
BRANDS = "Yahoo! said it would. | iRail sells the tickets. | Node.js drew the charts at www.example.org today."
LETTERS = "So did Plan B. | It worked. | E. coli grew. | He chose vitamin C."
DOTS = "He wondered ... and waited. | And then... | Nothing happened. | It was late… but it came. | The crowd sang… | Rain fell."
MARKS = "Who signed?! | No one did. | The first paid; the second did not: it was poor."
WORDS = "She would not tell me. | Critics said no. | Prices fell in may. | Roads are not art. | No. 5 won."
LISTED = "1. The cells divide. | They grow."
SPACES = "The U.S.\u00a0Navy signed.\u00a0 | One yard\u2009. left \u2028the U.S\u00a0. of A."
PROSE = [
    value for name, value in list(globals().items()) if name.isupper() and isinstance(value, str)
]

HOSTILE = st.text(alphabet=" .!?…\"'“”\u2018\u2019()[]«»„\u00a0\u2028\x85\n\r\ud800é日AIbx15-,•$")


def split(paragraph: str) -> list[str]:
    return [paragraph[start:end] for start, end in sentences(paragraph)]


@pytest.mark.parametrize("marked", PROSE)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    expected = marked.split(" | ")
    assert split(" ".join(expected)) == [sentence.strip() for sentence in expected]


@pytest.mark.parametrize("heading", ["Results at a glance", "Three facts matter:", "2026", "("])
def test_a_line_without_a_stop_is_one_sentence(heading: str) -> None:
    assert split(heading) == [heading]


@pytest.mark.parametrize("blank", ["", "   ", "\n\u00a0\t"])
def test_white_space_has_no_sentences(blank: str) -> None:
    assert sentences(blank) == []


@given(st.one_of(st.text(), HOSTILE, st.sampled_from(PROSE), HOSTILE.map("U.S{}".format)))
def test_any_text_is_covered_once_and_in_order(text: str) -> None:
    reached = 0
    for start, end in sentences(text):
        assert reached <= start < end
        assert not text[reached:start].strip()
        assert text[start:end] == text[start:end].strip()
        reached = end
    assert not text[reached:].strip()


@given(HOSTILE, st.sampled_from(PROSE))
def test_a_paragraph_is_split_the_same_whatever_was_split_before(other: str, marked: str) -> None:
    alone = sentences(marked)
    sentences(other)
    assert sentences(marked) == alone


@given(HOSTILE, st.integers(0, 5))
def test_space_around_a_paragraph_moves_its_sentences_and_no_more(text: str, by: int) -> None:
    moved = [(start + by, end + by) for start, end in sentences(text.strip())]
    assert sentences(" " * by + text.strip() + " ") == moved


def test_the_library_is_loaded_by_the_first_paragraph_and_not_before() -> None:
    code = "import sys, briefing.audit.sentences; sys.exit('sentencex' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is its publisher's")
def test_the_article_behind_the_shipped_brief() -> None:
    found = [len(sentences(text)) for text in paragraphs(ARTICLE.read_text(encoding="utf-8"))]
    assert found == [3, 2, 2, 4, 3, 3, 3, 3, 2, 3, 3, 3, 4]
