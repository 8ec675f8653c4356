"""What a program starts and opens: every Python that is started meanwhile writes it down."""

from __future__ import annotations

import ast
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HEAR = """
import os, sys

def hear(event, arguments):
    if event in ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "webbrowser.open"):
        with open(os.environ["STARTED"], "a") as started:
            started.write(f"{(event, *arguments[:2])!r}\\n")

sys.addaudithook(hear)
"""


def environment(folder: Path) -> dict[str, str]:
    """The variables with which a Python writes down in a folder what it starts and opens."""
    (folder / "witness").mkdir()
    (folder / "witness" / "sitecustomize.py").write_text(_HEAR)
    paths = [str(folder / "witness"), os.environ.get("PYTHONPATH", "")]
    return {
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "STARTED": str(folder / "witness" / "started"),
    }


def started(folder: Path) -> list[tuple[str, ...]]:
    """What was written down there: the kind of each call, and its words."""
    calls = map(ast.literal_eval, (folder / "witness" / "started").read_text().splitlines())
    return [(event, *(words or [program])) for event, program, words in calls]
