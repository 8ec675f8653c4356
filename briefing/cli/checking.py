"""The commands that hold a brief to its source: check, and the record it is checked against."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.common import FILE, PLACE, hinting, refuse
from briefing.problems import BriefingError
from briefing.streams import put, say

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.audit.ledger import Line
    from briefing.audit.report import Report

    Audited = tuple[str, Report, list[Line] | None]


@click.command()
@click.argument("paths", type=PLACE, nargs=-1, metavar="[PATH]...")
@click.option(
    "--source",
    type=FILE,
    help="The article itself, for the checks that need its text.",
)
@click.option(
    "-f",
    "--format",
    "kind",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How to report: for people, for programs, for GitHub Actions.  [default: text]",
)
@click.option("--ledger", is_flag=True, help="Each figure and marker of the source: where it went.")
def check(paths: tuple[Path, ...], source: Path | None, kind: str, ledger: bool) -> None:
    """Report what is wrong in briefs, and where they leave their source.

    PATH is a brief or a folder of briefs. Each problem stands with its line, with what the source
    has instead, and with what to do. The report ends with what was checked and what was not.

    \b
    briefing check                         ./content, else the shipped brief
    briefing check notes/merger --ledger   where every figure of the source went
    briefing check --source article.txt    against the article itself
    briefing check content -f github       in a workflow

    Exit status: 0 clean or warnings only, 1 errors, 2 could not run.
    """  # noqa: D301 - the character itself tells click to keep the lines
    if source and len(paths) > 1:
        raise click.UsageError("--source is the article of one brief: name one PATH")
    if ledger and kind == "github":
        raise click.UsageError("--ledger is a table: ask for it as text or json")
    refused = False
    audited: list[Audited] = []
    for path in paths or (None,):
        try:
            audited += _audited(path, source, ledger=ledger, kept=kind == "text")
        except BriefingError as error:
            refuse(error)
            refused = True
    put(_shown(audited, kind))
    count = sum(report.count for _, report, _ in audited)
    if audited:
        say(f"{count} problem{'' if count == 1 else 's'}")
    if refused:
        sys.exit(2)
    sys.exit(1 if any(report.errors for _, report, _ in audited) else 0)


def _audited(path: Path | None, source: Path | None, *, ledger: bool, kept: bool) -> list[Audited]:
    """What was found in each brief; `kept` for a user who reads: the list of a library tells it."""
    from briefing.library import (  # noqa: PLC0415
        audit_of,
        briefs,
        keep_audit,
        ledger_of,
        memory,
        sourced,
    )

    remembered = memory(kept=kept and source is None)
    file = remembered.file
    there = file is not None and os.path.exists(file)  # noqa: PTH110 - no raise

    with hinting(path):
        found = list(briefs(path))
        if source and len(found) > 1:
            raise click.UsageError("--source is the article of one brief: name one PATH")
        audited: list[Audited] = []
        for brief in found:
            against = sourced(brief, source)
            lines = list(ledger_of(brief, against)) if ledger else None
            report = audit_of(brief, against)
            audited.append((brief.slug, report, lines))
            if there:  # nobody who never reads gets a file for it
                keep_audit(remembered, brief, report)
        remembered.close()
        return audited


def _shown(audited: list[Audited], kind: str) -> str:
    from briefing.audit.output import as_github, as_json, as_text, ledger_as_text  # noqa: PLC0415

    if kind == "json":
        return as_json(audited)
    show = as_github if kind == "github" else as_text
    return "".join(
        show(name, report) + ledger_as_text(lines or ()) for name, report, lines in audited
    )


@click.command()
@click.argument("article", type=PLACE)
@click.option(
    "-o",
    "--output",
    type=FILE,
    help="The record to write or refresh.  [default: beside the article, NAME.yaml]",
)
@click.option("--force", is_flag=True, help="Replace the record of another article.")
def source(article: Path, output: Path | None, force: bool) -> None:
    """Write the source record of an article, or refresh it.

    ARTICLE is plain text in UTF-8, one paragraph a line or with blank lines between them. Its
    record keeps fingerprints, figures, names and markers, and none of its sentences. Write a
    digest of each paragraph into it; they are kept when the article changes and the command runs
    again, which marks the paragraphs that changed. Comments are kept at its head only.

    \b
    briefing source article.txt -o seeds/merger.yaml
    """  # noqa: D301 - the character itself tells click to keep the lines
    from briefing.export import write  # noqa: PLC0415
    from briefing.library import record_text  # noqa: PLC0415
    from briefing.text import on_one_line  # noqa: PLC0415

    made = record_text(article, output, force=force)
    write(made.path, made.text, force=True)
    say(f"Wrote {on_one_line(str(made.path))}: {made.told}")
