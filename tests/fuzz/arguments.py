"""Random arguments to every command: most of them in one process, some as programs of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING

from tests.briefs import ARTICLE, write_brief
from tests.fuzz.campaign import Effort, Figures, chance
from tests.fuzz.fence import fence
from tests.fuzz.limits import ROOT, timed
from tests.fuzz.worker import endure

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

NAME = "random arguments to every command: a line that says what to do, never a traceback"
LONG = Effort(most=20_000)
SHORT = Effort(most=60)
_AS_PROGRAM = 40  # of so many tries one is a program of its own

_COMMANDS = (
    "read",
    "export",
    "search",
    "index",
    "diff",
    "check",
    "new",
    "source",
    "schema",
    "keys",
)
_OPTIONS = (
    *(
        "--ascii",
        "--no-state",
        "--no-early-frame",
        "--full",
        "--force",
        "--json",
        "--count",
        "--ledger",
    ),
    *(
        "--rebuild",
        "-h",
        "--help",
        "--version",
        "--",
        "-",
        "-x",
        "--nothing",
        "--format=",
        "-fjson",
    ),
)
_VALUED = {
    "-f": ("text", "json", "ndjson", "github", "x"),
    "-s": ("risks", "overview", "R"),
    "-o": ("out.txt", "mill/brief.yaml", "nowhere/out", "library", "."),
    "--width": ("72", "20", "0", "-1", "1e3", "9" * 5000, "x"),
    "--in": ("library", "mill", "nowhere"),
    "--limit": ("1", "0", "-5", "9" * 30, "x"),
    "--source": ("article.txt", "mill", "nowhere"),
    "--article": ("article.txt", "mill", "nowhere"),
}
_WORDS = (
    *("mill", "library", "library/port", "article.txt", "mill/risks.yaml", "broken", "nowhere", ""),
    *(".", "..", "./mill/", "mill/../library", "risks", "slug", "R1", "~", "a/b", "read", "chekc"),
    *("-chip", '"', "a OR", "when:2027..", "likelihood:>=likely", "in:risks", "(" * 50, "P1.1"),
    *(
        "\udcff",
        "\udce4\udcba",
        "\x1b]2;x\x07",
        "\u202e",
        "\u4eba",
        "\n",
        "a\tb",
        "x" * 5000,
        "x/" * 3000,
    ),
    *(
        "\U000e0041",
        "e" + "\u0301" * 99,
        "%s%n",
        "$(id)",
        "`id`",
        "\\",
        "con",
        "../../x",
        "\r",
        " ",
    ),
)


def run(seed: int, effort: Effort) -> Figures:
    """Try in a process beside this one; see `campaign`."""
    started = time.monotonic()
    tried = endure("arguments", seed, effort, inputs)
    notes = (f"{tried // _AS_PROGRAM:,} of them as programs",)
    return Figures(tried, "command lines", time.monotonic() - started, notes)


def inputs(seed: int, number: int) -> dict[str, bytes]:
    """The arguments of a try, as JSON."""
    return {"arguments.json": json.dumps(arguments(seed, number)).encode()}


def arguments(seed: int, number: int) -> list[str]:
    """The arguments of one try."""
    dice = chance(seed, number)
    typed = [dice.choice(_COMMANDS)] if dice.random() < 0.9 else []
    for _ in range(dice.choice([0, 1, 1, 2, 2, 3, 5, 9])):
        typed += _some(dice)
    return typed


def _some(dice: Random) -> list[str]:
    kind = dice.random()
    if kind < 0.2:
        return [dice.choice(_OPTIONS)]
    if kind < 0.4:
        option = dice.choice(list(_VALUED))
        return [option, dice.choice(_VALUED[option] if dice.random() < 0.8 else _WORDS)]
    if kind < 0.95:
        return [dice.choice(_WORDS)]
    return [os.fsdecode(dice.randbytes(dice.randint(1, 30)).replace(b"\0", b"0"))]


def prepared() -> Callable[[int, int], int]:
    """What makes one try, in a folder of its own in which everything that is written stays."""
    home = tempfile.mkdtemp()
    os.environ |= {"HOME": home, "TMPDIR": home, "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    os.environ |= {
        f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("CONFIG", "DATA", "STATE", "CACHE")
    }
    tempfile.tempdir = None
    fence(home)

    def attempt(seed: int, number: int) -> int:
        typed = arguments(seed, number)
        with tempfile.TemporaryDirectory(dir=home) as name, chdir(name):
            _furnish(Path(name))
            made = _as_program(home, typed) if number % _AS_PROGRAM == 0 else _called(typed)
            _assert_told(typed, *made)
        return 0

    attempt(0, 1)
    return attempt


def _furnish(folder: Path) -> None:
    for name in ("mill", "library/port", "library/tram"):
        write_brief(folder / name)
    write_brief(folder / "broken", risks="entries: [")
    (folder / "article.txt").write_text(ARTICLE)


def _called(typed: list[str]) -> tuple[int, str, str]:
    from click.testing import CliRunner

    from briefing.cli import cli

    with timed(10):
        result = CliRunner().invoke(cli, typed, prog_name="briefing", catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def _as_program(home: str, typed: list[str]) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.fence", home, *typed],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def _assert_told(typed: list[str], code: int, out: str, err: str) -> None:
    assert code in {0, 1, 2}, (code, err)
    assert "Traceback" not in out + err, err
    assert err.replace("\n", "").isprintable() or not set(err) & {
        *map(chr, range(9)),
        "\x1b",
        "\x9b",
    }
    assert code != 2 or err.strip(), typed
    assert "\x1b" not in out
