"""`python -m tests.fuzz [CAMPAIGN]...`: try long and hard to break the program.

Runs whole, it writes its figures into docs/reliability.md; where less is asked for, it only looks.
"""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fuzz.campaign import SEED, Effort
from tests.fuzz.report import line, refreshed
from tests.fuzz.running import campaign, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.fuzz.campaign import Figures

# those that take longest begin first, so that none is left alone at the end
CAMPAIGNS = ("day", "terminal", "loader", "shelves", "arguments", "text", "kills")
PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"


def main(arguments: list[str] | None = None) -> int:
    """Run the campaigns, as many at once as there are processors; 1 if any broke something."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("campaigns", nargs="*", metavar="CAMPAIGN", help=", ".join(CAMPAIGNS))
    parser.add_argument("--seed", type=int, default=SEED, help=f"another throw than {SEED}")
    parser.add_argument("--seconds", type=float, help="of each campaign, at most")
    parser.add_argument("--count", type=int, help="tries of each campaign, at most")
    parser.add_argument("--first", type=int, default=0, help="the number of the first try")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.campaigns) - set(CAMPAIGNS):
        parser.error(f"no such campaign: {', '.join(sorted(unknown))}")
    print(f"seed {asked.seed}", flush=True)
    less = None
    if asked.seconds or asked.count or asked.first:
        less = Effort(asked.count or Effort().most, asked.seconds or Effort().seconds, asked.first)
    status = 0
    for name, told in _all(asked.campaigns or CAMPAIGNS, asked.seed, less):
        if isinstance(told, str):
            print(f"{name}: {told}", flush=True)
            status = 1
            continue
        print(line(name, told), flush=True)
        if not less:
            text = refreshed(PAGE.read_text(encoding="utf-8"), name, campaign(name).NAME, told)
            PAGE.write_text(text, encoding="utf-8")
    return status


def _all(
    names: Sequence[str], seed: int, effort: Effort | None
) -> Iterator[tuple[str, Figures | str]]:
    """What each campaign did, in the order in which they end; each has a process of its own.

    One alone has this one, where a debugger finds it.
    """
    if len(names) == 1:
        yield names[0], run(names[0], seed, effort)
        return
    context = get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), context, max_tasks_per_child=1) as pool:
        running = {pool.submit(run, name, seed, effort): name for name in names}
        for done in as_completed(running):
            yield running[done], done.result()


if __name__ == "__main__":
    sys.exit(main())
