"""What statements rest on in the end, also where they rest on each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from briefing.audit.grounds import circles, points_below
from briefing.loading import load
from tests.briefs import write_brief

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

NAMES = [f"J{number}" for number in range(8)]
graphs = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=4))
LONG = 3_000  # far beyond what Python recurses into


def reached(graph: Mapping[str, Sequence[str]], start: str) -> list[str]:
    """The nodes that one leads to, itself too, each as soon as it is met."""
    found: dict[str, None] = {}
    waiting = [start]
    while waiting:
        node = waiting.pop()
        if node in graph and node not in found:
            found[node] = None
            waiting += reversed(graph[node])
    return list(found)


@given(graphs)
def test_nodes_that_lead_to_each_other_come_together_behind_those_they_lead_to(
    graph: dict[str, list[str]],
) -> None:
    known: set[str] = set()
    for circle in circles(graph):
        for node in circle:
            ahead = set(reached(graph, node))
            assert ahead >= set(circle)
            assert ahead - set(circle) <= known
        known.update(circle)
    assert sorted(known) == sorted(graph)


def judgments(grounds: Mapping[str, Sequence[str]]) -> str:
    lines = (
        f"  - {{id: {name}, title: It goes on, text: It goes on., likelihood: likely,"
        f" confidence: low, rests_on: [{', '.join(ids)}]}}\n"
        for name, ids in grounds.items()
    )
    return "judgments:\n" + "".join(lines)


def test_points_come_in_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    outlook = judgments({"J1": ["R3", "J2", "R1"], "J2": ["J3", "M1"], "J3": ["R1"]})
    below = points_below(load(write_brief(tmp_path / "mill", outlook=outlook)))
    assert list(below["J1"]) == ["R3", "R1", "M1"]


def test_a_long_circle_rests_on_what_its_last_one_rests_on(tmp_path: Path) -> None:
    chain = {f"J{n}": [f"J{n + 1}"] for n in range(1, LONG)}
    outlook = judgments({**chain, f"J{LONG}": ["J1", "R1"]})
    below = points_below(load(write_brief(tmp_path / "mill", outlook=outlook)))
    assert {tuple(below[f"J{n}"]) for n in range(1, LONG + 1)} == {("R1",)}
