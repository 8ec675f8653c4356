"""What no promise is about and everybody asks: cost by size, by kind of query, and who else there is."""

from __future__ import annotations

import os
from statistics import median
from typing import TYPE_CHECKING

from benchmarks import beside
from benchmarks.archive import archive
from benchmarks.rivals import ripgrep
from benchmarks.searching import Times, fts5, kinds
from briefing.library import open_brief
from briefing.model.statements import statements
from tests.search.judged import measured

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MB = 1_000_000


def sections(sizes: Sequence[int]) -> Iterator[str]:
    """Markdown, a section at a time, as soon as it is measured."""
    yield _section("How cost grows", _growth(sizes))
    for count in sizes:
        yield _section(f"By kind of query, {count:,} briefs", _by_kind(count))
    yield _section("Ranking", _ranking())
    yield _section("Beside other programs", _beside())


def _section(title: str, lines: Iterator[str]) -> str:
    return "\n".join([f"## {title}", "", *lines])


def _table(*rows: Sequence[str]) -> Iterator[str]:
    heads, *rest = rows
    for row in (heads, ["---"] * len(heads), *rest):
        yield f"| {' | '.join(row)} |"


def _growth(sizes: Sequence[int]) -> Iterator[str]:
    heads = (
        "briefs",
        "statements",
        "files",
        "parser alone",
        "index",
        "memory",
        "unchanged",
        "one file",
        "index / files",
        "FTS5",
        "FTS5 / files",
        "ripgrep, a common word",
    )
    yield from _table(heads, *(_grown(count) for count in sizes))
    yield ""
    yield (
        "`parser alone` is PyYAML's C parser over all files and nothing else, in one process; `index` is"
        " `briefing index` from nothing, with the most memory that one of its processes held; `unchanged` the"
        " same again, and `one file` once one brief was edited. FTS5 is the time to fill its table, without"
        " reading the files."
    )


def _grown(count: int) -> list[str]:
    library = archive(count)
    parsed, built = library.parsed(), library.indexed()
    unchanged = median(library.index().seconds for _ in range(3))
    edited = median(_edited(count, turn) for turn in range(3))
    content, index = library.sizes()
    table, found = fts5(count), ripgrep(library.folder, "cloud")
    one = next(library.folder.glob("*/*"))
    return [
        f"{count:,}",
        f"{count * len(list(statements(open_brief(one)))):,}",
        f"{content / _MB:.0f} MB",
        f"{parsed.seconds:.1f} s",
        f"{built.seconds:.1f} s",
        f"{built.memory:.0f} MiB",
        f"{unchanged:.2f} s",
        f"{edited:.2f} s",
        f"{index / content:.2f}",
        f"{table.seconds:.1f} s",
        f"{table.size / content:.2f}",
        f"{found * 1000:.0f} ms" if found else "not installed",
    ]


def _edited(count: int, turn: int) -> float:
    """Seconds to bring the index up to date after one statement of one brief was edited.

    Each turn edits it otherwise: what says the same as before is not indexed again.
    """
    library = archive(count)
    file = sorted(library.folder.glob("*/*/risks.yaml"))[count // 2]
    before, times = file.read_text(encoding="utf-8"), file.stat()
    try:
        file.write_text(
            before.replace('so_what: "', f'so_what: "Edit {turn}: ', 1), encoding="utf-8"
        )
        return library.index().seconds
    finally:
        file.write_text(before, encoding="utf-8")
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def _by_kind(count: int) -> Iterator[str]:
    heads = ("kind", "p50", "p95", "p99", "FTS5 p50", "p95", "FTS5 / ours at p50")
    rows = []
    for kind in kinds(count):
        theirs = _shown(kind.fts5)[:2] if kind.fts5 else ["-", "-"]
        times = f"{kind.fts5.p50 / kind.ours.p50:.0f}x" if kind.fts5 else "-"
        rows.append([kind.name, *_shown(kind.ours), *theirs, times])
    yield from _table(heads, *rows)
    yield ""
    yield "Milliseconds in the engine for the best fifty, decoded and marked, with counts by section (FTS5 without)."


def _shown(times: Times) -> list[str]:
    return [f"{value:.1f}" if value < 100 else f"{value:.0f}" for value in times]


def _ranking() -> Iterator[str]:
    scores = measured()
    heads = ("queries", "success@1", "nDCG@10")
    yield from _table(
        heads, (f"{scores.queries}", f"{scores.success_at_1:.2f}", f"{scores.ndcg_at_10:.2f}")
    )
    yield ""
    yield "Judged by hand (tests/search/judged.py): how often the first hit is the best one, and how good the first ten are."


def _beside() -> Iterator[str]:
    seen, absent = beside.measure()
    unit = seen[0]
    rows = [
        [
            each.name,
            f"{each.launch:.0f} ms",
            f"{each.launch / unit.launch:.2f}x",
            f"{each.memory:.0f} MiB",
            f"{each.memory / unit.memory:.2f}x",
        ]
        for each in seen
    ]
    yield from _table(("program", "first words", "/ bare app", "peak memory", "/ bare app"), *rows)
    if absent:
        yield ""
        yield f"Not installed here: {', '.join(absent)}."
