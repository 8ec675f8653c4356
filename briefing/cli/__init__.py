"""The commands. Each imports what it needs when it runs, so that none pays for another."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing import __version__
from briefing.model.sections import SECTION_NAMES
from briefing.problems import BriefingError, Severity
from briefing.streams import put, report, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.brief import Brief
    from briefing.model.sections import SectionName
    from briefing.problems import Problem

_PLACE = click.Path(path_type=Path)


class _Group(click.Group):
    """A group whose first word may also be a PATH: then `read` is meant."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        known = {*self.commands, "--help", "-h", "--version"}
        if not args or args[0] not in known:
            args = ["read", *args]
        with _safely():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with _safely():
                return super().invoke(ctx)
        except BriefingError as error:
            _refuse(error)
            ctx.exit(2)
        except KeyboardInterrupt:
            ctx.exit(130)


@contextmanager
def _safely() -> Iterator[None]:
    """What click says of wrong usage holds the arguments as they were typed: show them safely."""
    try:
        yield
    except click.UsageError as error:
        from briefing.text import on_one_line  # noqa: PLC0415

        raise click.UsageError(on_one_line(error.format_message()), error.ctx) from None


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
def cli() -> None:
    """Read, search and check structured briefs in the terminal.

    `briefing [PATH]` opens the reader. PATH is the folder of a brief, or a folder that holds one;
    without it, ./content is opened if there is one, else the brief that comes with the program.

    Exit status: 0 done, 1 problems found or nothing matched, 2 could not run.
    """


@cli.command()
@click.argument("path", type=_PLACE, required=False)
def read(path: Path | None) -> None:
    """Open the reader on a brief (the same as `briefing PATH`).

    Where there is no terminal to draw on, the plain brief is printed instead.
    """
    from briefing.launch import launch  # noqa: PLC0415

    with _hinting(path):
        status = launch(path)
    sys.exit(status)


@cli.command()
@click.argument("path", type=_PLACE, required=False)
@click.option(
    "-f",
    "--format",
    "kind",
    type=click.Choice(["text", "json"]),
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
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file instead of standard output.",
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
    """Write a brief as plain text or JSON.

    \b
    briefing export                        the brief that comes with the program
    briefing export notes/merger --full    every point of a brief
    briefing export -s risks -s timeline   two sections
    briefing export -f json -o brief.json  for other programs
    """  # noqa: D301 - the character itself tells click to keep the lines
    from briefing.export import as_json, plain, write  # noqa: PLC0415
    from briefing.text import on_one_line  # noqa: PLC0415

    brief = _open(path)
    if kind == "json":
        text = as_json(brief, sections=sections)
    else:
        text = plain(brief, sections=sections, full=full, width=width, ascii=ascii_only)
    if output is None:
        put(text)
    else:
        write(output, text, force=force)
        say(f"Wrote {on_one_line(str(output))} ({len(text.encode())} bytes)")
    _finish(brief)


@cli.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--in", "path", type=_PLACE, help="The brief to search.")
@click.option("--json", "as_lines", is_flag=True, help="One JSON object a line instead of text.")
def search(query: tuple[str, ...], path: Path | None, as_lines: bool) -> None:
    """Find statements in a brief: one hit a line, best first.

    \b
    briefing search chip supply            both words, in any form
    briefing search '"chip supply"'        the phrase
    briefing search chip in:risks          in one section
    briefing search 'P6.3'                 what cites that sentence
    """  # noqa: D301 - the character itself tells click to keep the lines
    from briefing.library import index_of  # noqa: PLC0415

    brief = _open(path)
    results = index_of(brief).search(" ".join(query))
    if as_lines:
        from briefing.export import hits_as_json  # noqa: PLC0415

        put(hits_as_json(results.hits))
    else:
        put(
            "".join(
                f"{h.statement.section}\t{h.statement.id}\t{_line(h.statement.text)}\n"
                for h in results.hits
            )
        )
    report(brief.problems)  # a section that could not be read was not searched
    if not results.hits:
        say(f"No match for '{_line(' '.join(query))}'.")
        sys.exit(1)


@cli.command()
@click.argument("paths", type=_PLACE, nargs=-1)
def check(paths: tuple[Path, ...]) -> None:
    """Report every problem in the files of briefs, each with its line and what to do."""
    problems: list[Problem] = []
    refused = 0
    asked = paths or (None,)
    for path in asked:
        try:
            found = _open(path).problems
        except BriefingError as error:
            _refuse(error)
            refused += 1
            continue
        put("".join(f"{problem.report()}\n" for problem in found))
        problems += found
    if refused < len(asked):
        say(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}")
    if refused:
        sys.exit(2)
    sys.exit(1 if _errors(problems) else 0)


@cli.command()
@click.argument("section", type=click.Choice(SECTION_NAMES), required=False, metavar="[SECTION]")
def schema(section: SectionName | None) -> None:
    """Print the JSON Schema of the format, for editors; with SECTION, of that file only."""
    import json  # noqa: PLC0415

    from briefing.library import schema_of  # noqa: PLC0415

    put(json.dumps(schema_of(section), indent=2, ensure_ascii=False) + "\n")


def _open(path: Path | None) -> Brief:
    from briefing.library import open_brief  # noqa: PLC0415

    with _hinting(path):
        return open_brief(path)


@contextmanager
def _hinting(path: Path | None) -> Iterator[None]:
    """Where a path that is not there looks like a command, ask whether that was meant."""
    try:
        yield
    except BriefingError as error:
        if path and (meant := _meant(str(path))):
            msg = f"{error} (did you mean the command '{meant}'?)"
            raise BriefingError(msg, error.problems) from None
        raise


def _meant(word: str) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415

    return next(iter(get_close_matches(word, cli.commands, 1)), None)


def _refuse(error: BriefingError) -> None:
    """Say why a command, or a part of it, could not be done."""
    report(error.problems)
    say(f"briefing: {error}")


def _finish(brief: Brief) -> None:
    """Report the problems of the brief and exit accordingly."""
    report(brief.problems)
    if _errors(brief.problems):
        sys.exit(1)


def _errors(problems: Sequence[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _line(text: str) -> str:
    """Words on one line, whatever white space was between them."""
    from briefing.text import on_one_line  # noqa: PLC0415

    return on_one_line(" ".join(text.split()))
