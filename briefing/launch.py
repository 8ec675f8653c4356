"""Opening the reader: the same for `briefing`, which takes the short way here, and `briefing read`.

The command line costs a tenth of a launch and has nothing to say when there are no options.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from briefing import early
from briefing.problems import BriefingError
from briefing.streams import can_draw, can_encode, put, report, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from briefing.model.catalogue import Listing


_COLOURS = ("auto", "standard", "256", "truecolor", "windows")


def is_plain(arguments: list[str]) -> bool:
    """Whether the arguments can only mean a folder: none at all, or one path with a slash."""
    return not arguments or (
        len(arguments) == 1 and not arguments[0].startswith("-") and "/" in arguments[0]
    )


def launch(
    path: Path | None, *, ascii_only: bool = False, kept: bool = True, early_frame: bool = True
) -> int:
    """Open the reader on the brief at a path; returns the exit status once it is closed.

    Where there is no terminal to draw on, the plain brief is printed instead. `ascii_only` asks
    for ASCII marks and rules, which a text console always gets: its font has few others. `kept`
    says whether the reader remembers from one time to the next; `early_frame`, whether the next
    launch shows its first frame before it has loaded. Raises BriefingError where there is no brief.
    """
    try:
        return _launch(path, ascii_only=ascii_only, kept=kept, early_frame=early_frame)
    except (BriefingError, OSError, SystemExit, KeyboardInterrupt):
        early.leave()  # whoever is told why sees it
        raise
    except BaseException as error:  # noqa: BLE001 - an error of ours, or a panic of a library's
        from briefing import crash  # noqa: PLC0415 - hardly ever

        return crash.tell(error)


def _launch(path: Path | None, *, ascii_only: bool, kept: bool, early_frame: bool) -> int:
    from briefing.library import find, library_at, memory, open_brief  # noqa: PLC0415 - `--help` needs no brief

    library = library_at(path)
    if library:
        return _launch_library(library, ascii_only=ascii_only, kept=kept, early_frame=early_frame)
    folder = find(path)
    drawn_ascii = ascii_only or os.environ.get("TERM") == "linux"
    if can_draw(ascii_only=drawn_ascii):
        _prepare_textual()
        # before the brief: what is saved while this loads would be missed after it
        from briefing.tui.app import read  # noqa: PLC0415 - only where there is a screen

        gc.freeze()  # so that only what loading the brief leaves is looked through
        brief = open_brief(folder)
        brief.positions.rest()
        gc.collect()
        memory_of_it = memory(kept=kept)
        early.heed()
        return read(brief, memory_of_it, path, ascii_only=drawn_ascii, early_frame=early_frame)
    from briefing.export import plain  # noqa: PLC0415 - only where there is none

    brief = open_brief(folder)
    text = plain(brief)
    put(plain(brief, ascii=True) if ascii_only or not can_encode(text) else text)
    report(brief.problems)
    return 0


def _launch_library(library: Path, *, ascii_only: bool, kept: bool, early_frame: bool) -> int:
    """Open the list of a library; without a terminal print it: key, as-of and title, in lines."""
    from briefing.library import memory  # noqa: PLC0415 - as above

    drawn_ascii = ascii_only or os.environ.get("TERM") == "linux"
    if can_draw(ascii_only=drawn_ascii):
        _prepare_textual()
        from briefing.tui.library_app import read_library  # noqa: PLC0415 - only for libraries

        early.heed()
        memory_of_it = memory(kept=kept)
        return read_library(library, memory_of_it, ascii_only=drawn_ascii, early_frame=early_frame)
    from briefing.export.transliteration import transliterated  # noqa: PLC0415 - where there is none
    from briefing.tui.presentation.listed import lines  # noqa: PLC0415 - the same

    text = lines(_listings(library))
    put(transliterated(text) if ascii_only or not can_encode(text) else text)
    return 0


def _prepare_textual() -> None:
    """Load what it needs, and settle what it takes from the environment."""
    _load_asyncio()
    # an answer to a key waits for the next frame: by default up to 17 ms, so up to 4
    os.environ.setdefault("TEXTUAL_FPS", "240")
    if os.environ.get("TEXTUAL_COLOR_SYSTEM") not in _COLOURS:  # it would end Textual
        os.environ.pop("TEXTUAL_COLOR_SYSTEM", None)


def _load_asyncio() -> None:
    """Load asyncio as it is where Python has no TLS: 4 MiB and 6 ms less, and nobody here connects.

    Who imports ssl later gets it.
    """
    import logging  # noqa: PLC0415 - loaded with asyncio

    # it would tell, over the screen or below a crash, of a process of ours that outlives its loop
    logging.getLogger("asyncio").addHandler(logging.NullHandler())
    if "ssl" in sys.modules:
        return
    modules = cast("dict[str, ModuleType | None]", sys.modules)
    modules["ssl"] = None  # which makes an import of it fail
    try:
        import asyncio  # noqa: F401, PLC0415 - for who imports it next
    finally:
        del modules["ssl"]


def _listings(library: Path) -> Iterable[Listing]:
    """The briefs of a library as they are now: from its index, else from their files."""
    from briefing.library import catalogue, listings, update  # noqa: PLC0415 - as above

    with suppress(BriefingError):  # nobody can keep an index
        update(library)
        if (known := catalogue(library)) is not None:
            return known
    return listings(library)


def main(arguments: list[str]) -> int:
    """`briefing` without options: open what is named, or say in a line why not (status 2)."""
    try:
        return launch(Path(arguments[0]) if arguments else None)
    except BriefingError as error:
        report(error.problems)
        say(f"briefing: {error}")
        return 2
