"""What statements rest on in the end: the points below them, by way of judgments too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.points import Point
from briefing.model.statements import by_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.model.brief import Brief
    from briefing.model.statements import Statement

Below = dict[str, dict[str, Point]]  # the points below a statement, by its id and by theirs


def points_below(brief: Brief) -> Below:
    """The points below each statement that rests on others; what rests on each other shares them."""
    known = by_id(brief)
    grounds = {name: getattr(s.part, "rests_on", ()) for name, s in known.items()}
    graph = {name: ids for name, ids in grounds.items() if ids}
    below: Below = {}
    for circle in circles(graph):
        named = (each for name in circle for each in graph[name])
        below |= dict.fromkeys(circle, united(known, below, named))
    return below


def united(known: Mapping[str, Statement], below: Below, ids: Iterable[str]) -> dict[str, Point]:
    """The points among the statements of these ids, and those below them, in this order."""
    found: dict[str, Point] = {}
    for name in ids:
        part = known[name].part if name in known else None
        found |= {name: part} if isinstance(part, Point) else below.get(name, {})
    return found


def circles(graph: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """The nodes that lead to each other, together, behind those that they lead to.

    A node that does not lead back to itself is alone. Gabow, "Path-based depth-first search for
    strong and biconnected components", Information Processing Letters 74:3, 2000; without
    recursion, for a file may hold a very long chain.
    """
    number: dict[str, int] = {}
    done: set[str] = set()
    reached: list[str] = []  # what is in no circle yet
    first: list[str] = []  # of them those that may be the first of theirs
    for start in graph:
        way: list[tuple[str, Iterator[str]]] = []
        ahead = None if start in number else start
        while ahead or way:
            if ahead:
                number[ahead] = len(number)
                reached.append(ahead)
                first.append(ahead)
                way.append((ahead, iter(graph[ahead])))
            node, edges = way[-1]
            ahead = None
            for each in edges:
                if each in graph and each not in number:
                    ahead = each
                    break
                while each in number and each not in done and number[first[-1]] > number[each]:
                    first.pop()
            if ahead is None:
                way.pop()
                if first[-1] == node:
                    first.pop()
                    circle = [reached.pop()]
                    while circle[-1] != node:
                        circle.append(reached.pop())
                    done.update(circle)
                    yield circle[::-1]
