"""Cycles in a graph of ids, without recursion: a file may hold a very long chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def cycles(graph: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Each way that leads back to its start, once."""
    done: set[str] = set()
    for start in graph:
        way: list[str] = []
        steps: dict[str, int] = {}
        edges = [iter([start])]
        while edges:
            node = next(edges[-1], None)
            if node is None:
                edges.pop()
                if way:
                    last = way.pop()
                    del steps[last]
                    done.add(last)
            elif node in steps:
                yield way[steps[node] :]
            elif node in graph and node not in done:
                steps[node] = len(way)
                way.append(node)
                edges.append(iter(graph[node]))
