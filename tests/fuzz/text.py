"""Hostile texts in real terminals: what the terminal is sent is judged byte by byte."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fuzz.campaign import Effort, Figures, broken, chance
from tests.hostile import sessions
from tests.hostile.briefs import write_hostile
from tests.hostile.payloads import generated
from tests.wire import foreign

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "hostile texts of every kind in ECMA-48 and Unicode, read with every key in a real terminal, and by the commands"
LONG = Effort(seconds=300)
SHORT = Effort(most=1)
_PAYLOADS = 80  # of a brief
_EACH = 16  # in each of its texts


def run(seed: int, effort: Effort) -> Figures:
    """Try; see `campaign`."""
    started, tried, sent = time.monotonic(), 0, 0
    before = dict(os.environ)
    for number in effort.numbers():
        payloads = [*generated(chance(seed, number).getrandbits(32), _PAYLOADS)]
        with tempfile.TemporaryDirectory() as home:
            os.environ.update({f"XDG_{name}_HOME": home for name in ("CONFIG", "STATE", "CACHE")})
            try:
                raw = _WAYS[number % len(_WAYS)](Path(home), payloads)
                found = foreign(raw, *sessions.SIZE)
            except AssertionError as error:
                raw, found = b"", [str(error)]
            finally:
                os.environ.clear()
                os.environ.update(before)
        if found:
            inputs = {"payloads": ascii(payloads).encode(), "sent": raw}
            raise broken("text", seed, number, "\n".join(found[:5]), inputs)
        tried, sent = tried + 1, sent + len(raw)
    seconds = time.monotonic() - started
    note = f"{tried * _PAYLOADS:,} payloads, {sent:,} bytes judged"
    return Figures(tried, "sessions", seconds, (note,))


def _commands(home: Path, payloads: list[str]) -> bytes:
    one = write_hostile(home / "one", payloads, _EACH)
    other = write_hostile(home / "other", payloads[::-1], _EACH)
    lines = [
        *(["export", *options, str(one)] for options in ((), ("--full",), ("--full", "--ascii"))),
        *(["export", "-f", kind, str(one)] for kind in ("json", "ndjson")),
        *(["check", "-f", kind, str(one)] for kind in ("text", "json", "github")),
        *(["diff", str(one), str(other), *options] for options in ((), ("--json",))),
        ["search", "--in", str(one), "--", *(text.replace("\0", "") for text in payloads)],
    ]
    raw, ended = sessions.commands(lines, home)
    assert len(ended) == len(lines), ended
    assert b"Traceback" not in raw
    return raw.replace(b"\t", b" ")  # fields of hits are apart by tabs


def _reading(home: Path, payloads: list[str]) -> bytes:
    folder = write_hostile(home / "brief", payloads, _EACH)
    return sessions.read(folder, payloads, home) + sessions.again(folder, home)


def _library(home: Path, payloads: list[str]) -> bytes:
    for name in ("one", "other", "third"):
        write_hostile(home / "library" / name, payloads, _EACH)
    return sessions.browse(home / "library", payloads, home)


_WAYS: tuple[Callable[[Path, list[str]], bytes], ...] = (_commands, _reading, _library)
