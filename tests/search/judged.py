"""Queries and the statements that whoever asks them wants, judged before anything was searched.

The grades are 3 for the answer, 2 for what belongs to it, 1 for what is good to know. Statements
that are not named are of no use to who asked. `measured` says how well the index serves them.
"""

from __future__ import annotations

import math
from functools import cache
from statistics import mean
from typing import NamedTuple

from briefing.library import open_brief
from briefing.search import Index
from tests.briefs import TRAM

SHIPPED: dict[str, str] = {
    # a name: the entry first, then what is said of it
    "google": "google:3 C03:3 J4:2 C07:2 C01:2 C11:2 X10:2 T01:1 RK6:1",
    "nvidia": "nvidia:3 F14:3 M11:2 chips:2 W6:2 X08:1",
    "openai": "openai:3 T02:2 F11:2 C05:2 C01:2 C11:2",
    "microsoft": "microsoft:3 F08:3 C05:3 T03:3 X06:1",
    "amazon": "amazon:3 J4:3 C07:2 X10:2 T01:1",
    "japan": "japan:3 R16:2 R17:2 R15:2 R19:2 M03:2 M04:2 F09:2 F08:1 T03:1",
    "australia": "australia:3 R09:2 R10:2 R11:2 R12:2 R13:2 R14:2 R01:1 R02:1",
    "asia-pacific": "asia-pacific:3 R03:3 R07:3 M10:1 C01:1",
    # a question in a few words
    "chip supply": "M10:3 K07:3 chips:1 RK3:1 M12:1",
    "chip bottleneck": "M10:3 X08:3",
    "tax incentives": "R13:3 R14:2 australia:2 RK5:2 P4:1",
    "data residency": "R17:3 M04:3 customers:2 T01:1",
    "latency": "M03:3 customers:2 X12:2",
    "when do the sites open": "X03:2",
    "late 2027": "T06:3 F12:3 X02:2 bottom_line:2 X08:1 A1:1",
    "18-24 months": "T05:3 F10:3 A3:2 J3:2 RK2:1 X02:1 timeline.so_what:1 J4:1",
    "building a data center": "F10:3 T05:2 K02:2 R02:1 M02:1",
    "funding": "F01:3 W4:3 F09:2 RK1:1 X05:1",
    "capital spending": "K02:3 ownership:1 RK1:1",
    "revenue growth": "M08:3 F05:1 demand:1",
    "API growth": "P10:3 demand:2 F05:3",
    "enterprise customers": "M16:3 P5:2 RK6:1",
    "independence from cloud providers": "M07:3 T07:2 X10:1",
    "cloud partners": "T07:3 M22:3 P11:2 P3:1 RK2:1 C07:2",
    "suppliers compete": "RK4:3 X10:2",
    "GPU waits": "nvidia:3 F14:3 P8:2 X08:1",
    "hydrogen": "",
    "training": "X12:3 K08:3",
    "renewable energy": "R10:3 australia:3",
    "hiring": "H3:3 R04:2 M01:2 X01:3 M20:2 J1:1",
    "job listings": "R02:3 X01:2 T04:3 W3:2 R01:2 A2:2",
    "compliance": "R06:3 X13:2",
    "source named": "X06:3",
    "leased": "H1:3 J1:1 X01:1 J2:1 W2:2",
    # what is still being typed, and slips
    "infrastr": "R09:2 M05:2 M14:2 K01:2 F03:2 C03:2 R08:1 M17:1 M24:1 M16:2 R05:1 R06:1",
    "deprec": "R14:3",
    "micros": "microsoft:3 F08:2 C05:2 T03:2 X06:1",
    "nvidai": "nvidia:3 F14:2 M11:2 W6:2",
    "austrlia": "australia:3 R10:2 R13:2 R11:2 R09:2 R14:2 R12:2",
    # ids, phrases, fields
    "F14": "F14:3 X08:2",
    "J1": "J1:3",
    "RK3": "RK3:3",
    '"data centers of its own"': "K04:3",
    '"billion-dollar"': "F04:3 X05:2",
    "chip in:risks": "RK3:3 K07:3",
    "likelihood:likely in:risks": "RK2:3 RK6:3",
    "stance:reported": "T02:3 F05:3 F11:3",
    "japan in:figures": "F08:3 F09:3",
    "when:2027 sites": "T06:3",
    "is:unread google cloud": "google:3 C03:3 C07:2 J4:2",
}
TRAMS: dict[str, str] = {
    "ostrand": "ostrand:3 R12:3 R13:3 R14:3 R15:3 R61:2 F13:2 regions.so_what:1",
    "steel": "brennholt:3 C22:3 RK3:3 J3:2 X4:1",
    "ferries": "quayline:3 C62:3 X2:2 P7:2 sundmark:2",
    "sundmark": "sundmark:3 C26:3 X2:3",
    "grant": "RK2:3 T21:3 P6:2 J2:3 H2:2 bottom_line:1",
    "price of the tram": "F4:3",
    "412 million": "F4:3 J3:3 G2:2",
    "how many passengers": "F6:3 P2:2",
    "bus lane": "J4:3 F41:3 P11:3 M66:2 F40:3",
    "opening date": "RK1:3 J1:3 X1:3",
    "homes": "homes:3 F9:3 RK4:2 X3:2 G3:2 motives.so_what:2 K65:2 F37:2 T38:2 W3:2",
    "port evane": "port-evane:3 F55:3 F56:3 C31:3 C33:3 C64:3 T32:3",
    "diesel": "air:3 F11:3 T49:3",
    "survey": "T17:3 W1:3 C33:2 R34:3 J2:1",
    "election": "W4:3 K45:3 RK5:2 T44:3 P12:2",
    "quaylin": "quayline:3 C25:2 C27:2 T53:2 C62:2 C26:2",
    "when:2032..2033 opens": "T19:3",
    "testing ends": "T50:3 RK1:3",
}


class Scores(NamedTuple):
    """Of all queries: how often no other is better than the first hit, and the mean nDCG of the first ten."""

    queries: int
    success_at_1: float
    ndcg_at_10: float


@cache
def indexes() -> tuple[tuple[Index, dict[str, str]], ...]:
    """Each index and what is asked of it."""
    return tuple(
        (Index.of_brief(open_brief(path)), asked)
        for path, asked in ((None, SHIPPED), (TRAM, TRAMS))
    )


def grades(judged: str) -> dict[str, int]:
    """The grade of each statement that is wanted, by its id."""
    pairs = (pair.rpartition(":") for pair in judged.split())
    return {name: int(grade) for name, _, grade in pairs}


def found(index: Index, query: str) -> list[str]:
    """The ids of the first ten hits."""
    return [hit.statement.id for hit in index.search(query, 10).hits]


def success(ids: list[str], wanted: dict[str, int]) -> float:
    """Whether nothing is better than the first; where none is wanted, whether there is none."""
    best = max(wanted.values(), default=0)
    return float(wanted.get(ids[0], -1) == best if ids else not best)


def ndcg(ids: list[str], wanted: dict[str, int]) -> float:
    """The gain of hits, discounted by their rank, over that of the best order.

    Gain 2^grade - 1, discount log2(rank + 1): Burges et al., "Learning to Rank using Gradient
    Descent", 2005, after Järvelin and Kekäläinen 2002.
    """
    best = _gain(sorted(wanted.values(), reverse=True)[:10])
    return _gain([wanted.get(name, 0) for name in ids]) / best if best else float(not ids)


def _gain(ranked: list[int]) -> float:
    return sum(((1 << grade) - 1) / math.log2(rank + 2) for rank, grade in enumerate(ranked))


def measured() -> Scores:
    """How well the index serves all queries."""
    each = [
        (found(index, query), grades(judged))
        for index, asked in indexes()
        for query, judged in asked.items()
    ]
    return Scores(
        len(each),
        mean(success(ids, wanted) for ids, wanted in each),
        mean(ndcg(ids, wanted) for ids, wanted in each),
    )
