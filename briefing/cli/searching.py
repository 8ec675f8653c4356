"""The command that searches a brief, or a library."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.common import PLACE, hinting, line
from briefing.streams import put, report, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from click.shell_completion import CompletionItem

    from briefing.search import Hit, Kept, Results

_LEFT_OUT = re.compile(r"-[^-].")


class _Search(click.Command):
    """A command that takes `-chip` as a word of the query, not as a row of options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [f" {a}" if _LEFT_OUT.match(a) else a for a in args])


def _complete(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem  # noqa: PLC0415

    from briefing.search import completions  # noqa: PLC0415

    return [
        CompletionItem(incomplete[: found.start] + found.text, help=found.means or None)
        for found in completions(incomplete)
    ]


@click.command(cls=_Search)
@click.argument("query", nargs=-1, required=True, shell_complete=_complete)
@click.option("--in", "path", type=PLACE, help="The brief or library to search.")
@click.option("--json", "as_lines", is_flag=True, help="One JSON object a line instead of text.")
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=200,
    show_default=True,
    help="Hits that are written, the best ones.",
)
@click.option("--count", is_flag=True, help="Only the number of all matches.")
def search(
    query: tuple[str, ...], path: Path | None, as_lines: bool, limit: int, count: bool
) -> None:
    """Find statements in a brief or a library, best first.

    \b
    briefing search chip supply                both words, in any form
    briefing search '"chip supply" -nvidia'    the phrase, without a word
    briefing search chip OR wafer in:risks     either, in one section
    briefing search 'likelihood:>=likely'      a field; there are eleven
    briefing search P6.3                       what cites that sentence

    One hit a line: its section, id and text; in a library its brief stands before.
    docs/search.md has the whole language.
    """  # noqa: D301 - the character itself tells click to keep the lines
    asked = " ".join(query)
    results = _results(asked, path, limit)
    for message in results.messages:
        say(message)
    if count:
        put(f"{results.total}\n")
    elif as_lines:
        from briefing.export import hits_as_json  # noqa: PLC0415

        put(hits_as_json(results.hits))
    else:
        put("".join(f"{_line(hit)}\n" for hit in results.hits))
    if not results.total:
        say(f"No match for '{line(asked)}'.")
        sys.exit(1)


def _results(asked: str, path: Path | None, limit: int) -> Results:
    from briefing.library import find, index_of, library_at, open_brief  # noqa: PLC0415

    with hinting(path):
        library = library_at(path)
        folder = None if library else find(path)
    if library:
        return _in_library(asked, library, limit)
    brief = open_brief(folder)
    report(brief.problems)  # a section that could not be read is not searched
    return index_of(brief).search(asked, limit, kept=_kept(asked, brief.folder, one=True))


def _in_library(asked: str, library: Path, limit: int) -> Results:
    from briefing.cli.indexing import Shown  # noqa: PLC0415
    from briefing.library import index_folder, sheltered, update  # noqa: PLC0415
    from briefing.search import Shelf  # noqa: PLC0415

    shown = Shown()
    with sheltered(library) as why:
        if why:
            say(why)
        try:
            outcome = update(library, told=shown.hear)
        finally:
            shown.done()
        if failing := outcome.failing:
            who = "1 brief has" if failing == 1 else f"{failing:,} briefs have"
            say(f"{who} errors; what could not be read is not searched (see `briefing check`).")
        kept = _kept(asked, library, one=False)
        return Shelf.open(index_folder(library)).search(asked, limit, kept=kept)


def _kept(asked: str, folder: Path, *, one: bool) -> Kept:
    """What the reader keeps of one brief, or of those in a library, where the query asks for it."""
    from briefing.library import memory  # noqa: PLC0415
    from briefing.library.finding import as_text, of_library  # noqa: PLC0415
    from briefing.search import NOTHING, Kept  # noqa: PLC0415

    if "is:" not in asked.casefold():
        return NOTHING

    def here(pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        if not one:
            return of_library(folder, pairs)
        root = as_text(os.path.realpath(folder))
        return frozenset(("", name) for brief, name in pairs if brief == root)

    remembered = memory()
    kept = Kept(here(remembered.all_marked()), here(remembered.all_read()))
    remembered.close()
    return kept


def _line(hit: Hit) -> str:
    found = hit.statement
    fields = [hit.brief] if hit.brief else []
    return "\t".join(map(line, (*fields, found.section, found.id, found.text)))
