"""The command that starts a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefing.cli.common import FILE, PLACE
from briefing.streams import put, say

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("slug")
@click.option(
    "--article",
    type=FILE,
    help="The article: its record is written, and a point for each of its sentences.",
)
@click.option(
    "--in", "home", type=PLACE, help="The folder to put it in.  [default: ./content, else here]"
)
def new(slug: str, article: Path | None, home: Path | None) -> None:
    """Start a brief: a folder SLUG with everything still to be written.

    It loads as it is, and `briefing check` lists what is to be written: every text that says TODO.
    With an article it has one point for each sentence, anchored, with the figures, markers and
    names that the point has to keep. The sentences themselves are nowhere in it.

    \b
    briefing new harbour-tram
    briefing new harbour-tram --article seeds/harbour-tram.txt
    briefing new harbour-tram --article tram.txt --in ~/briefs

    Nothing that exists is overwritten. Exit status: 0 done, 2 could not.
    """  # noqa: D301 - the character itself tells click to keep the lines
    from briefing.drafting import new_brief  # noqa: PLC0415
    from briefing.text import on_one_line  # noqa: PLC0415

    made = new_brief(slug, article, home)
    put("".join(f"{on_one_line(str(path))}\n" for path in made.files))
    place = on_one_line(str(made.folder))
    if made.told:
        say(f"The source: {made.told}.")
    if article and article.resolve().parent != (kept := made.files[-1].parent).resolve():
        beside = on_one_line(str(kept))
        say(f"To read the article in the reader, keep your copy of it in {beside}.")
    say(f"Write over each TODO, then:  briefing check {place}")
    say(f"Read it while you write:     briefing {place}")
