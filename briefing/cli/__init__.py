"""The commands. Each imports what it needs when it runs, so that none pays for another."""

from __future__ import annotations

import click

from briefing import __version__
from briefing.cli.checking import check, source
from briefing.cli.common import Group
from briefing.cli.comparing import diff
from briefing.cli.drafting import new
from briefing.cli.indexing import index
from briefing.cli.keys import keys
from briefing.cli.reading import export, read, schema
from briefing.cli.searching import search


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
def cli() -> None:
    """Read, search and check structured briefs in the terminal.

    `briefing [PATH]` opens the reader. PATH is the folder of a brief, or a folder that holds one;
    without it, ./content is opened if there is one, else the brief that comes with the program.
    `briefing read --help` has the options of the reader, such as --ascii and --no-state.

    Exit status: 0 done, 1 problems found or nothing matched, 2 could not run.
    """


for command in (read, export, search, index, diff, check, new, source, schema, keys):
    cli.add_command(command)
