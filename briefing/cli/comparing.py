"""The command that compares two versions of a brief."""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003 - click reads the annotation's type from the argument

import click

from briefing.cli.common import PLACE, open_
from briefing.streams import put, report, say


@click.command()
@click.argument("old", type=PLACE)
@click.argument("new", type=PLACE)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of text.")
def diff(old: Path, new: Path, as_json: bool) -> None:
    """Show what differs between two versions of a brief.

    OLD and NEW are folders of briefs. Statements that were added, removed or reworded stand by
    section, each field that differs with its old words after - and its new ones after +.
    Statements are told apart by their ids, so another order in a file is no change.

    \b
    briefing diff notes/merger-may notes/merger
    briefing diff old new --json | jq -r '.changes[].id'

    Exit status: 0 they say the same, 1 they differ, 2 something could not be compared.
    """  # noqa: D301 - the character itself tells click to keep the lines
    from briefing.export.differences import (  # noqa: PLC0415
        differences,
        differences_as_json,
        differences_as_text,
    )
    from briefing.model.changes import unreadable  # noqa: PLC0415

    found = differences(open_(old), open_(new))
    if as_json:
        put(differences_as_json(found))
    elif found.changes:
        put(differences_as_text(found))
    for brief in (found.old, found.new):
        if unreadable(brief):
            report(brief.problems)
    if not found.changes:
        say("No changes." if not found.unread else "No changes in what could be read.")
    if found.unread:
        sys.exit(2)
    sys.exit(1 if found.changes else 0)
