"""`python -m benchmarks [ROW]...`: measure all rows and write results.md, or only look at some."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.report import line, page
from benchmarks.rows import ROWS


def main() -> None:
    """Measure, print each result as it comes, and keep them when all rows were measured."""
    names = [row.name for row in ROWS]
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"one of: {', '.join(names)}")
    wanted = parser.parse_args().rows or names
    if unknown := set(wanted) - set(names):
        parser.error(f"no such row: {', '.join(sorted(unknown))}")
    results = []
    for row in ROWS:
        if row.name in wanted:
            measured = row.measure()
            results.append((row, measured))
            print(line(row, measured), flush=True)
    if len(results) == len(ROWS):
        Path(__file__).with_name("results.md").write_text(page(results), encoding="utf-8")


if __name__ == "__main__":
    main()
