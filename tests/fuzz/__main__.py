"""`python -m tests.fuzz [CAMPAIGN]...`: try long and hard to break the program.

Runs whole, it writes its figures into docs/reliability.md; where less is asked for, it only looks.
"""

from __future__ import annotations

import argparse
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tests.fuzz.campaign import SEED, Effort
from tests.fuzz.report import line, refreshed

if TYPE_CHECKING:
    from tests.fuzz.campaign import Campaign, Figures

CAMPAIGNS = ("loader", "terminal", "arguments", "text", "kills", "shelves", "day")
PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"


def campaign(name: str) -> Campaign:
    """The campaign of a name."""
    return cast("Campaign", import_module(f"tests.fuzz.{name}"))


def main(arguments: list[str] | None = None) -> int:
    """Run the campaigns one after the other; 1 if any of them broke something."""
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
    less = asked.seconds or asked.count or asked.first
    status = 0
    for name in asked.campaigns or CAMPAIGNS:
        figures = _run(name, asked)
        if figures is None:
            status = 1
        elif not less:
            text = refreshed(PAGE.read_text(encoding="utf-8"), name, campaign(name).NAME, figures)
            PAGE.write_text(text, encoding="utf-8")
    return status


def _run(name: str, asked: argparse.Namespace) -> Figures | None:
    """The figures of a campaign, printed as one line; None, and why, where something broke."""
    effort = campaign(name).LONG
    if asked.count or asked.seconds:
        effort = Effort(asked.count or Effort().most, asked.seconds or Effort().seconds)
    effort = effort._replace(first=asked.first)
    started = time.monotonic()
    try:
        figures = campaign(name).run(asked.seed, effort)
    except AssertionError as error:
        print(f"{name}: BROKEN after {time.monotonic() - started:,.0f} s: {error}", flush=True)
        return None
    print(line(name, figures), flush=True)
    return figures


if __name__ == "__main__":
    sys.exit(main())
