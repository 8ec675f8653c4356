from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.audit.markers import Marker, covered, keeps, markers, must_survive, stances
from briefing.audit.markers.hedges import Kind

# a sentence, and its markers with their kinds
TABLE = """
The mine has reportedly been sold. | reportedly: hearsay
The mine was allegedly sold. | allegedly: hearsay
An alleged theft. | alleged: hearsay
It is said to be ready. | is said to: hearsay
The ship, said to be ready, left. | said to be: hearsay
The dam is understood to leak. | is understood to: hearsay
They are believed to own it. | are believed to: hearsay
He was thought to be ill. | was thought to: hearsay
It is rumoured to leave. | is rumoured to: hearsay
Rumors of a sale spread. | Rumors: hearsay
Media reports speak of a sale. | Media reports: hearsay
Sources said it was sold. | Sources said: hearsay
Two people familiar with the sale left. | people familiar with: hearsay
It fell, according to reports. | according to reports: hearsay
It fell, according to two people with knowledge of it. | according to two people with knowledge: hearsay
It fell, according to media reports, by half. | according to media reports: hearsay
It fell, according to the OECD. | according to the OECD: attribution
It fell, according to Statistics Norway, by half. | according to Statistics Norway: attribution
It fell according to plan. |
It fell, according to a study by Anna Weiss. | according to a study: attribution
Weiss said it fell. | Weiss said: attribution
Anna Weiss says it fell. | Anna Weiss says: attribution
It fell, the ministry said. | ministry said: attribution
It fell, said Dr. Anna Weiss. | said Dr. Anna Weiss: attribution
It fell, he said. | he said: attribution
\u201cIt fell,\u201d she told reporters. | she told: attribution
Industry observers note that it fell. | Industry observers note: attribution
Several senior officials said it fell. | senior officials said: attribution
Analysts at J.P. Morgan expect a fall. | Analysts at J.P. Morgan expect: attribution
Researchers at the University of Oslo argue otherwise. | Researchers at the University of Oslo argue: attribution
Critics have long warned of it. |
Critics have also warned of it. | Critics have also warned: attribution
The company expects a fall. | company expects: attribution
Toyota estimates the cost at a billion. | Toyota estimates: attribution
The statement said so. | statement said: attribution
Peter van der Berg of ING, estimated it. | Peter van der Berg of ING, estimated: attribution
The Fund (IMF) warned of it. | warned: attribution
He added that it fell. | He added: attribution
The company added 500 jobs. |
Company estimates put it at three. |
An estimated 300 people left. |
The minister confirmed that it fell. | minister confirmed: attribution
That said, it fell. |
He was told to leave. |
What they say matters. | they say: attribution
To say so is easy. |
It may rain. | may: possibility
It may be late. | may be: possibility
It might be late. | might be: possibility
It could sink. | could: possibility
It can potentially sink. | can potentially: possibility
It could possibly sink. | could possibly: possibility
Perhaps it sank. | Perhaps: possibility
It can sink. | can: possibility
He opened a can of tuna. |
The trash can was full. |
On 5 May it sank. |
It sank in May. |
May it sink! |
The might of the army grew. |
Its military might, once great, faded. |
It is likely late. | likely: likelihood
It is unlikely. | unlikely: likelihood
It will likely sink. | will likely: likelihood
It will probably sink. | will probably: likelihood
It will most likely sink. | will most likely: likelihood
It likely will sink. | likely will: likelihood
It is expected to sink. | is expected to: likelihood
It will almost certainly sink. | will almost certainly: likelihood
It was worse than expected. |
It is bound to sink. | is bound to: likelihood
Ships typically sink. | typically: frequency
They usually, but not often, sink. | usually: frequency; often: frequency
They tend to sink. | tend to: frequency
They rarely sink. | rarely: frequency
It is largely wood. | largely: extent
It is in part wood, partly steel. | in part: extent; partly: extent
It will sink. | will: forecast
It won't sink. | won't: forecast
It won\u2019t sink. | won\u2019t: forecast
It would sink; they wouldn't. | would: forecast; wouldn't: forecast
They'll sink. | They'll: forecast
It is set to open. | is set to: forecast
It is to open in June. | is to: forecast
The aim is to open in June. |
He is to blame. |
She is going to Oslo. |
She is going to leave. | is going to: forecast
The train is due to leave. | is due to: forecast
The delay is due to rain. |
The political will was there. |
He read her will. |
They lack the will to leave. |
It was a test of will. |
Will Smith left. |
The next months will reveal it. | will reveal: forecast
It would suggest a fall. | would suggest: forecast
The data suggest a fall. | suggest: inference
This signals a fall. | signals: inference
It is a signal that it fell. | signal: inference
Traffic signals failed. |
The radio signal was weak. |
The find reveals a fall. | reveals: inference
It is a bet on rain. | bet: inference
It seems late and appears to leak. | seems: inference; appears to: inference
Apparently it sank. | Apparently: inference
The timing is no coincidence. | no coincidence: inference
The timing isn't coincidental. | isn't coincidental: inference
The timing isn\u2019t a coincidence. | isn\u2019t a coincidence: inference
Hitachi announced plans to leave. | announced plans: announcement
Hitachi announced a sale. | announced: announcement
Hitachi pledged a sale. | pledged: announcement
Hitachi plans to leave. | plans to: announcement
Hitachi plans a sale. | plans a: announcement
They reached the promised land. |
It is unclear who won. | unclear: unknown
The price is not known. | not known: unknown
It remains to be seen. | remains to be seen: unknown
The price has yet to be set. | has yet to: unknown
Nobody knows why. | Nobody knows: unknown
It sank. |
"""

# A marker of a source, a statement about it, and whether that keeps it.
KEPT = """
reportedly | Its reported search goes on. | yes
reportedly | It is said to have searched. | yes
reportedly | According to reports it searches. | yes
reportedly | It searches. | no
is rumoured to | It allegedly searches. | yes
sources said | Reportedly it searches. | yes
will likely | It will probably sink. | yes
will likely | It is expected to sink. | yes
will likely | It is likely to sink. | yes
will likely | It will sink. | no
will likely | It sinks. | no
likely | It is probable. | yes
likely | It is unlikely. | no
unlikely | It is likely. | no
almost certainly | It is likely. | no
typically | It usually sinks. | yes
typically | It often sinks. | yes
typically | It sinks. | no
can potentially | It can potentially sink. | yes
can potentially | It could sink. | yes
can potentially | It can sink. | no
can potentially | It sank in May. | no
can | It may sink. | yes
can | It is able to sink. | yes
can | It sinks. | no
may be | It might be late. | yes
may be | It is possibly late. | yes
may be | It is late. | no
may | It came in May. | no
largely | It is mostly wood. | yes
largely | It is wood. | no
partly | It is in part wood. | yes
announced plans | Its planned sale failed. | yes
announced plans | It announces a sale. | yes
announced plans | Its announcement came late. | yes
announced plans | It sells. | no
plans to | It intends to leave. | yes
plans to | It leaves. | no
unclear | The price is not known. | yes
unclear | The price is uncertain. | yes
unclear | The price is low. | no
will | It would sink. | yes
will | It is to sink. | yes
will | They are going to sink. | yes
will | It won't sink. | yes
will | They need more. | yes
will | It sinks. | no
will | He read the will. | no
would | It will sink. | yes
will reveal | The year will show it. | yes
will reveal | The year shows it. | no
suggest | It hints at a fall. | yes
suggest | The data show a fall. | yes
suggest | It fell. | no
reveals | It signals a fall. | yes
Industry observers note | Observers see a fall. | yes
Industry observers note | Experts say it fell. | yes
Industry observers note | It fell. | no
Weiss said | Weiss sees a fall. | yes
sometimes | It often sinks. | yes
rarely | It is rare. | yes
sort of | It is sort of late. | yes
sort of | It is late. | no
hearsay | It is reportedly late. | yes
hearsay | It is late. | no
"""

# Sentences, and between brackets what their first marker covers.
CLAUSES = """
[Hitachi has reportedly looked at sites for months], while Siemens owns two.
[Hitachi reportedly left]; Siemens stayed.
[Hitachi reportedly left], but Siemens stayed.
Siemens stayed[, but Hitachi reportedly left].
[Hitachi reportedly left] and Siemens is staying.
[Hitachi reportedly left], and the French firm may follow.
[Hitachi reportedly sold ships, trains and planes].
[Hitachi and Siemens are reportedly talking].
[With sales reportedly doubling], the sums may work.
[With sales reportedly doubling] and Siemens losing ground, the sums may work.
[Hitachi reportedly sold ships, trains, and planes that will not fly].
Siemens has ordered two ships[ and is reportedly in talks over a third].
The ship[, which reportedly cost a billion], sank.
[Siemens won, while Hitachi lost, sources said].
[The firm reportedly builds not only ships but trains].
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "listed"), rows(TABLE))
def test_markers_of_a_sentence(sentence: str, listed: str) -> None:
    expected = [tuple(item.strip().rsplit(": ", 1)) for item in listed.split(";") if item.strip()]
    assert [(marker.text, marker.kind) for marker in markers(sentence)] == expected


@pytest.mark.parametrize("sentence", [row[0] for row in rows(TABLE)])
def test_the_text_of_a_marker_is_the_same_marker(sentence: str) -> None:
    for marker in markers(sentence):
        assert [(m.text, m.kind) for m in markers(marker.text)] == [(marker.text, marker.kind)]


@pytest.mark.parametrize(("marker", "statement", "kept"), rows(KEPT))
def test_a_paraphrase_keeps_a_marker(marker: str, statement: str, kept: str) -> None:
    assert keeps(statement, _marker(marker)) == (kept == "yes")


def _marker(text: str) -> Marker:
    """The marker that a text is, or one that nobody has heard of."""
    return next(iter(markers(text)), Marker(0, len(text), text, "unknown"))


@pytest.mark.parametrize(
    ("marker", "fitting"),
    [
        ("reportedly", "reported"),
        ("Weiss said", "attributed reported"),
        ("will", "forecast"),
        ("will likely", "forecast"),
        ("will reveal", "forecast"),
        ("likely", "forecast inferred"),
        ("may be", "forecast inferred"),
        ("can potentially", "forecast inferred"),
        ("can", "forecast inferred opinion stated"),
        ("suggests", "inferred"),
        ("bet", "inferred"),
        ("isn't coincidental", "inferred"),
        ("reveals", "inferred stated"),
        ("typically", "attributed forecast inferred opinion reported stated"),
        ("announced plans", "attributed forecast inferred opinion reported stated"),
    ],
)
def test_stances_that_fit_a_marker(marker: str, fitting: str) -> None:
    [found] = markers(marker)
    assert sorted(stances(found)) == fitting.split()


def test_every_kind_has_stances_and_has_to_survive() -> None:
    for kind in get_args(Kind):
        marker = Marker(0, 4, "sort", kind)
        assert stances(marker)
        assert must_survive(marker)


def test_a_marker_of_nobodys_making_fits_by_its_kind() -> None:
    assert stances(Marker(0, 4, "sort", "hearsay")) == {"reported"}


@pytest.mark.parametrize(
    ("marker", "survives"), [("can", False), ("can potentially", True), ("will", True)]
)
def test_a_plain_can_may_go(marker: str, survives: bool) -> None:  # noqa: FBT001
    [found] = markers(marker)
    assert must_survive(found) == survives


@pytest.mark.parametrize("marked", CLAUSES.strip().splitlines())
def test_the_clause_a_marker_covers(marked: str) -> None:
    sentence = marked.replace("[", "").replace("]", "")
    heard = [marker for marker in markers(sentence) if marker.kind == "hearsay"]
    start, end = covered(sentence, heard[0])
    assert f"{sentence[:start]}[{sentence[start:end]}]{sentence[end:]}" == marked.replace(
        "].", ".]"
    )


PIECES = """will likely may be can potentially said Weiss analysts at the according to reports people , . ; -
is said to and while which With reportedly May Will might n't isn't coincidental signals that due J. Dr."""
WORDS = st.sampled_from([*PIECES.split(), "\u201c", "\u2019", "\u00a0", "\n", ""])
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join))


@given(TEXTS)
@example("said")
@example("according to")
@example("\u0130 said")
def test_any_text_has_markers_in_order_that_stand_in_it(text: str) -> None:
    end = 0
    for marker in markers(text):
        assert end <= marker.start < marker.end <= len(text)
        assert text[marker.start : marker.end] == marker.text
        assert stances(marker)
        first, last = covered(text, marker)
        assert 0 <= first <= marker.start < marker.end <= last <= len(text)
        end = marker.end


@given(TEXTS, TEXTS)
def test_any_text_can_be_asked_what_it_keeps(statement: str, marker: str) -> None:
    assert keeps(statement, _marker(marker)) in {True, False}


@given(TEXTS)
def test_a_sentence_keeps_its_own_markers(text: str) -> None:
    assert all(keeps(text, marker) for marker in markers(text) if marker.text.isascii())
