"""The librarian as a process beside the reader: it keeps the index and follows the files."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

import msgspec

from briefing.library import known
from briefing.library.events import DONE, LENT, Idle, Told
from briefing.library.indexing import Librarian
from briefing.library.sheltering import discard
from briefing.problems import BriefingError
from briefing.text import escaped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.library.events import Event

_PAUSE = 0.5  # seconds between two looks, at the least
_SHARE = 25  # of the time, one in so many goes into looking
_AGAIN = 30.0  # seconds until it is tried again what could not be done
_LAST = 5.0  # seconds for putting things in order after the reader
_WAIT = 0.1  # seconds until another process is asked again whether it is done


def run(library: Path, *, anew: bool = False, within: Path | None = None) -> NoReturn:
    """Follow a library until standard input is closed: events as lines of JSON on standard output.

    `anew` tells the whole list, whatever the reader may know; `within` is where the index lies, if
    not in the cache. The first line of the input may say how the terminal of the reader was before;
    the last byte, that it is so again: `DONE`, or `LENT` for a while. Where it says neither, the
    reader has died with the terminal, which is given back from here. Where it is not `DONE`,
    `within` goes; a reader that lives keeps it, as another librarian may be at work there already.
    """
    known.elsewhere = within
    end = threading.Thread(target=_end_with_input, args=(within,), daemon=True)
    end.start()
    with suppress(AttributeError):  # the input ends as well where a terminal goes: that is heard
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    with suppress(AttributeError, OSError):
        os.nice(5)  # the reader goes first
    encode, out = msgspec.json.Encoder().encode, sys.stdout.buffer
    trouble = ""

    def tell(event: Event) -> None:
        nonlocal trouble
        if isinstance(event, Idle):  # it went well again: what comes back is to be told again
            trouble = ""
        try:
            out.write(escaped(encode(event).decode()).encode() + b"\n")
            out.flush()
        except OSError:  # nobody listens any more
            end.join(_LAST)
            os._exit(0)

    while True:
        error = follow(library, tell, anew=anew)
        anew = False
        if str(error) != trouble:
            trouble = str(error)
            tell(Told(f"The library is not followed for now: {trouble}."))
        time.sleep(_AGAIN)


def _end_with_input(within: Path | None) -> None:
    heard = b""
    with suppress(OSError, ValueError):
        while data := os.read(sys.stdin.fileno(), 4096):
            heard += data
    with suppress(Exception):
        from briefing import crash  # noqa: PLC0415 - only at the end

        if b"\n" in heard and not heard.endswith((DONE, LENT)):
            crash.give_back(msgspec.json.decode(heard.partition(b"\n")[0]))
    if within and not heard.endswith(DONE):
        discard(within)
    os._exit(0)


def follow(library: Path, told: Callable[[Event], None], *, anew: bool = False) -> BriefingError:
    """Keep the index of a library, tell what is in it, and follow what changes.

    Ends with what makes that impossible for now.
    """
    try:
        librarian = Librarian(library, told, anew=anew)
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
