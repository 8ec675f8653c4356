"""Any bytes in any file that the program reads."""

from __future__ import annotations

import tempfile
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests import briefs
from tests.fuzz import limits
from tests.fuzz.campaign import Effort, Figures, chance
from tests.fuzz.limits import MEMORY, ROOT, SECONDS
from tests.fuzz.mutations import LIMIT, MARKS, ODD, spoilt
from tests.fuzz.worker import endure

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "random bytes and spoilt files, opened and walked: pages, exports, index, audit"
LONG = Effort(seconds=600)
SHORT = Effort(most=25)
_AUDITED = 200_000  # bytes of a brief; a megabyte takes a few seconds, beside the reader
_SHOWN = f"none over {SECONDS:g} s a step or {MEMORY >> 10} MB above the base a file"


def run(seed: int, effort: Effort) -> Figures:
    """Try in a process beside this one; see `campaign`."""
    started = time.monotonic()
    tried = endure("loader", seed, effort, inputs)
    return Figures(tried, "inputs", time.monotonic() - started, (_SHOWN,))


@cache
def whole() -> tuple[dict[str, bytes], ...]:
    """Briefs that are right, by the names of their files."""
    shipped, seed = (
        ROOT / "content/anthropic-asia-pacific",
        ROOT / "seeds/anthropic-asia-pacific.yaml",
    )
    found = [{name: text.encode() for name, text in briefs.FILES.items()}]
    found[0]["article"] = briefs.ARTICLE.encode()
    for folder, record in (
        (shipped, seed),
        (briefs.TRAM, briefs.TRAM.parents[1] / "seeds/harbour-tram.yaml"),
    ):
        files = {path.stem: path.read_bytes() for path in sorted(folder.glob("*.yaml"))}
        files["brief"] = files["brief"].replace(
            f"../../seeds/{record.name}".encode(), b"record.source"
        )
        copy = record.with_suffix(".txt")
        article = {"article": copy.read_bytes()} if copy.is_file() and folder == briefs.TRAM else {}
        found.append({**files, "record": record.read_bytes(), **article})
    return tuple(found)


def inputs(seed: int, number: int) -> dict[str, bytes]:
    """The files of a try, by the names that `write_brief` gives them."""
    dice = chance(seed, number)
    files = dict(dice.choice(whole()))
    for name in dice.sample(sorted(files), dice.choice([1, 1, 1, 2, 4])):
        other = dice.choice(list(files.values()))
        kind = dice.randrange(10)
        if kind == 0:
            files[name] = dice.randbytes(dice.choice([0, 1, 9, 300, 5000]))
        elif kind == 1:
            files[name] = b"".join(
                dice.choices(
                    [*MARKS, *ODD, b"id: R1", b"title: ", b"points:\n"], k=dice.randint(1, 60)
                )
            )[: LIMIT + 2]
        else:
            files[name] = spoilt(files[name], dice, other)
    return files


def prepared() -> Callable[[int, int], int]:
    """What makes one try and says how many bytes it had; by now all is loaded that ever is."""
    from briefing.library import open_brief
    from briefing.model.changes import told
    from tests.fuzz.walk import audited, walk

    def attempt(seed: int, number: int) -> int:
        with tempfile.TemporaryDirectory() as name:
            files = inputs(seed, number)
            folder = written(Path(name), files)
            limits.forget()
            brief = walk(folder, chance(seed, -number), before)
            size = sum(map(len, files.values()))
            if size < _AUDITED:
                audited(brief)
            return size

    with tempfile.TemporaryDirectory() as name:
        folder = written(Path(name), whole()[0])
        before = told(open_brief(folder))
        audited(walk(folder, chance(0, 0), before))
    return attempt


def written(folder: Path, files: dict[str, bytes]) -> Path:
    """A brief of these files and no others."""
    return briefs.write_brief(folder / "mill", **{**dict.fromkeys(briefs.FILES), **files})
