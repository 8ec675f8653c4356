"""The table of keys, with those that the user has chosen."""

from __future__ import annotations

import sys

import click

from briefing.streams import put, report


@click.command()
def keys() -> None:
    """List every command of the reader, with its keys.

    A line has its name for config.toml, its keys, and what it does. What config.toml has changed is marked with *. Mistakes in that file go to standard error,
    and the exit status is 1.
    """
    from briefing.config import read_config  # noqa: PLC0415
    from briefing.tui.commands import own_keys, with_keys  # noqa: PLC0415
    from briefing.tui.keytable import key_table  # noqa: PLC0415

    config = read_config(own_keys())
    put(key_table(with_keys(config.keys), set(config.keys)))
    report(config.problems)
    if config.problems:
        sys.exit(1)
