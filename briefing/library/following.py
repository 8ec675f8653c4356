"""The librarian as a process beside the reader: it keeps the index and follows the files."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

import msgspec

from briefing.library.events import Idle, Told
from briefing.library.indexing import Librarian
from briefing.problems import BriefingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.library.events import Event

_PAUSE = 0.5  # seconds between two looks, at the least
_SHARE = 25  # of the time, one in so many goes into looking
_AGAIN = 30.0  # seconds until it is tried again what could not be done
_WAIT = 0.1  # seconds until another process is asked again whether it is done


def run(library: Path) -> NoReturn:
    """Follow a library until standard input is closed: events as lines of JSON on standard output."""
    threading.Thread(target=_end_with_input, daemon=True).start()
    with suppress(AttributeError, OSError):
        os.nice(5)  # the reader goes first
    encode, out = msgspec.json.Encoder().encode, sys.stdout.buffer

    def tell(event: Event) -> None:
        try:
            out.write(encode(event) + b"\n")
            out.flush()
        except OSError:  # nobody listens any more
            os._exit(0)

    trouble = ""
    while True:
        error = follow(library, tell)
        if str(error) != trouble:
            trouble = str(error)
            tell(Told(f"The library is not followed for now: {trouble}."))
        time.sleep(_AGAIN)


def _end_with_input() -> None:
    with suppress(OSError, ValueError):
        while os.read(sys.stdin.fileno(), 4096):
            pass
    os._exit(0)


def follow(library: Path, told: Callable[[Event], None]) -> BriefingError:
    """Keep the index of a library, tell what is in it, and follow what changes.

    Ends with what makes that impossible for now.
    """
    try:
        librarian = Librarian(library, told)
        while not _in_turn(librarian, first=True):
            time.sleep(_WAIT)
        told(Idle())
        while True:
            started = time.thread_time()
            librarian.read_along()
            behind = librarian.is_behind(librarian.changes())
            cost = time.thread_time() - started
            if behind and _in_turn(librarian):
                told(Idle())
            time.sleep(max(_PAUSE, cost * (_SHARE - 1)))
    except BriefingError as error:
        return error


def _in_turn(librarian: Librarian, *, first: bool = False) -> bool:
    """Do what is to be done, unless another process does: then whatever that has written is told."""
    with librarian.locked() as ours:
        if not ours:
            librarian.read_along()
        elif first:
            librarian.begin()
        if ours:
            librarian.catch_up()
            gc.collect()  # a command does without, but this one lasts
    return ours
