"""The commands that read a brief: the reader, export; and the schema of the format."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.common import FILE, PLACE, finish, hinting, open_
from briefing.model.sections import SECTION_NAMES
from briefing.streams import put, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.model.sections import SectionName
    from briefing.problems import Problem


@click.command()
@click.argument("path", type=PLACE, required=False)
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with ASCII characters only.")
@click.option(
    "--no-state",
    is_flag=True,
    help="Remember nothing: not the place, not what was read, no marks, no settings.",
)
@click.option(
    "--no-early-frame",
    is_flag=True,
    help="Show nothing of the brief before the reader has loaded, now and the next time.",
)
def read(path: Path | None, *, ascii_only: bool, no_state: bool, no_early_frame: bool) -> None:
    """Open the reader on a brief (the same as `briefing PATH`).

    It opens where you left it, with what changed since. Where there is no terminal to draw on, the
    plain brief is printed instead.
    """
    from briefing.launch import launch  # noqa: PLC0415

    with hinting(path):
        status = launch(
            path, ascii_only=ascii_only, kept=not no_state, early_frame=not no_early_frame
        )
    sys.exit(status)


@click.command()
@click.argument("path", type=PLACE, required=False)
@click.option(
    "-f",
    "--format",
    "kind",
    type=click.Choice(["text", "json", "ndjson"]),
    default="text",
    help="What to write.  [default: text]",
)
@click.option(
    "-s",
    "--section",
    "sections",
    multiple=True,
    type=click.Choice(SECTION_NAMES),
    metavar="SECTION",
    help=f"Only this section; can be given several times. One of: {', '.join(SECTION_NAMES)}.",
)
@click.option("--full", is_flag=True, help="Every point, not only what a hurried reader needs.")
@click.option(
    "-o",
    "--output",
    type=FILE,
    help="Write to this file instead of standard output (-).",
)
@click.option(
    "--width",
    type=click.IntRange(20, 200),
    default=72,
    show_default=True,
    help="Columns of the text.",
)
@click.option(
    "--ascii", "ascii_only", is_flag=True, help="Only ASCII characters; others are spelled out."
)
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
def export(
    path: Path | None,
    kind: str,
    sections: tuple[SectionName, ...],
    full: bool,
    output: Path | None,
    width: int,
    ascii_only: bool,
    force: bool,
) -> None:
    """Write a brief as text or JSON, or many as lines of JSON.

    \b
    briefing export                        ./content, else the shipped brief
    briefing export notes/merger --full    every point of a brief
    briefing export -s risks -s timeline   two sections
    briefing export -f json -o brief.json  for other programs
    briefing export -f ndjson archive      many briefs, a statement a line
    """  # noqa: D301 - the character itself tells click to keep the lines
    problems: list[Problem] = []
    if kind == "ndjson":
        pieces = _documents(path, sections, problems)
    else:
        from briefing.export import as_json, plain  # noqa: PLC0415

        brief = open_(path)
        problems += brief.problems
        if kind == "json":
            pieces = iter([as_json(brief, sections=sections)])
        else:
            text = plain(brief, sections=sections, full=full, width=width, ascii=ascii_only)
            pieces = iter([text])
    if output is None or str(output) == "-":
        for piece in pieces:
            put(piece)
    else:
        from briefing.export import write  # noqa: PLC0415
        from briefing.text import on_one_line  # noqa: PLC0415

        size = write(output, pieces, force=force)
        say(f"Wrote {on_one_line(str(output))} ({size} bytes)")
    finish(problems)


def _documents(
    path: Path | None, sections: tuple[SectionName, ...], problems: list[Problem]
) -> Iterator[str]:
    """The statements of each brief; its problems are added once it was read."""
    from briefing.export import as_ndjson  # noqa: PLC0415
    from briefing.library import briefs, key_in, library_at  # noqa: PLC0415

    library = library_at(path)
    with hinting(path):
        for brief in briefs(path):
            key = key_in(library, brief.folder) if library else ""
            problems += brief.problems
            yield "".join(as_ndjson(brief, key, sections=sections))


@click.command()
@click.argument("section", type=click.Choice(SECTION_NAMES), required=False, metavar="[SECTION]")
def schema(section: SectionName | None) -> None:
    """Print the JSON Schema of the format, for editors.

    With SECTION, that of its file only.
    """
    import json  # noqa: PLC0415

    from briefing.library import schema_of  # noqa: PLC0415

    put(json.dumps(schema_of(section), indent=2, ensure_ascii=False) + "\n")
