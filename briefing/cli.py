"""The commands. Each imports what it needs when it runs, so that none pays for another."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing import __version__
from briefing.model.sections import SECTION_NAMES
from briefing.problems import BriefingError, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BriefingError as error:
            _tell(error.problems)
            click.echo(f"briefing: {error}", err=True)
            ctx.exit(2)


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
    brief = _open(path)
    if not _can_draw():
        _print_plain(brief)
        return
    from briefing.tui.app import read as open_reader  # noqa: PLC0415

    sys.exit(open_reader(brief))


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
    r"""Write a brief as plain text or JSON.

    \b
    briefing export                        the brief that comes with the program
    briefing export notes/merger --full    every point of a brief
    briefing export -s risks -s timeline   two sections
    briefing export -f json -o brief.json  for other programs
    """
    from briefing.export import as_json, plain, write  # noqa: PLC0415

    brief = _open(path)
    if kind == "json":
        text = as_json(brief, sections=sections)
    else:
        text = plain(brief, sections=sections, full=full, width=width, ascii=ascii_only)
    if output is None:
        _print(text)
    else:
        write(output, text, force=force)
        click.echo(f"Wrote {_line(str(output))} ({len(text.encode())} bytes)", err=True)
    _finish(brief)


@cli.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--in", "path", type=_PLACE, help="The brief to search.")
@click.option("--json", "as_lines", is_flag=True, help="One JSON object a line instead of text.")
def search(query: tuple[str, ...], path: Path | None, as_lines: bool) -> None:
    r"""Find statements in a brief: one hit a line, best first.

    \b
    briefing search chip supply            both words, in any form
    briefing search '"chip supply"'        the phrase
    briefing search chip in:risks          in one section
    briefing search 'P6.3'                 what cites that sentence
    """
    from briefing.library import index_of  # noqa: PLC0415

    results = index_of(_open(path)).search(" ".join(query))
    if as_lines:
        from briefing.export import hits_as_json  # noqa: PLC0415

        _print(hits_as_json(results.hits))
    else:
        _print(
            "".join(
                f"{h.statement.section}\t{h.statement.id}\t{_line(h.statement.text)}\n"
                for h in results.hits
            )
        )
    if not results.hits:
        click.echo(f"No match for '{_line(' '.join(query))}'.", err=True)
        sys.exit(1)


@cli.command()
@click.argument("paths", type=_PLACE, nargs=-1)
def check(paths: tuple[Path, ...]) -> None:
    """Report every problem in the files of briefs, each with its line and what to do."""
    problems = [problem for path in paths or (None,) for problem in _open(path).problems]
    for problem in problems:
        click.echo(problem.report())
    click.echo(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}", err=True)
    sys.exit(1 if _errors(problems) else 0)


@cli.command()
@click.argument("section", type=click.Choice(SECTION_NAMES), required=False, metavar="[SECTION]")
def schema(section: SectionName | None) -> None:
    """Print the JSON Schema of the format, for editors; with SECTION, of that file only."""
    import json  # noqa: PLC0415

    from briefing.library import schema_of  # noqa: PLC0415

    _print(json.dumps(schema_of(section), indent=2, ensure_ascii=False) + "\n")


def _open(path: Path | None) -> Brief:
    from briefing.library import open_brief  # noqa: PLC0415

    try:
        return open_brief(path)
    except BriefingError as error:
        if path and (meant := _meant(str(path))):
            msg = f"{error} (did you mean the command '{meant}'?)"
            raise BriefingError(msg, error.problems) from None
        raise


def _meant(word: str) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415

    return next(iter(get_close_matches(word, cli.commands, 1)), None)


def _can_draw() -> bool:
    """Whether this is a terminal that can show the reader."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        return False
    return _can_encode("▌─●…")


def _can_encode(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _print_plain(brief: Brief) -> None:
    from briefing.export import plain  # noqa: PLC0415

    text = plain(brief)
    _print(text if _can_encode(text) else plain(brief, ascii=True))
    _tell(brief.problems)


def _print(text: str) -> None:
    """Write a result to standard output, LF everywhere, in UTF-8 unless the user chose otherwise."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.buffer.write(text.encode(encoding, errors="replace"))
    sys.stdout.flush()


def _finish(brief: Brief) -> None:
    """Report the problems of the brief and exit accordingly."""
    _tell(brief.problems)
    if _errors(brief.problems):
        sys.exit(1)


def _tell(problems: Sequence[Problem]) -> None:
    for problem in problems:
        click.echo(problem.report(), err=True)


def _errors(problems: Sequence[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _line(text: str) -> str:
    from briefing.text import safe  # noqa: PLC0415

    return " ".join(safe(text).split())
