"""`python -m benchmarks [ROW]...`: measure all rows and write results.md, or only look at some.

With `--large` there is a library of 100,000 as well, which takes 4 GB and an hour.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.details import sections
from benchmarks.report import line, page
from benchmarks.rows import ROWS

SIZES = (1_000, 10_000)


def main() -> None:
    """Measure, print each result as it comes, and keep them when all rows were measured."""
    names = [row.name for row in ROWS]
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"one of: {', '.join(names)}")
    parser.add_argument("--large", action="store_true", help="measure 100,000 briefs, too")
    parser.add_argument("--details", action="store_true", help="only what is no promise")
    asked = parser.parse_args()
    wanted = asked.rows or ([] if asked.details else names)
    if unknown := set(wanted) - set(names):
        parser.error(f"no such row: {', '.join(sorted(unknown))}")
    results = []
    for row in ROWS:
        if row.name in wanted:
            measured = row.measure()
            results.append((row, measured))
            print(line(row, measured), flush=True)
    if len(results) == len(ROWS) or asked.details:
        details = []
        for section in sections((*SIZES, 100_000) if asked.large else SIZES):
            print(f"\n{section}", flush=True)
            details.append(section)
        if results:
            text = page(results, details)
            Path(__file__).with_name("results.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
