"""Briefs with content that would like to be more than text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from briefing.model.brief import Brief


def titled(brief: Brief, text: str) -> Brief:
    """The brief with this text for its title, and for each text of its first region."""
    region = brief.regions.entries[0]
    points = tuple(msgspec.structs.replace(point, text=text, note=text) for point in region.points)
    region = msgspec.structs.replace(region, title=text, summary=text, place=text, points=points)
    return msgspec.structs.replace(
        brief,
        header=msgspec.structs.replace(brief.header, title=text),
        regions=msgspec.structs.replace(brief.regions, so_what=text, entries=(region,)),
    )
