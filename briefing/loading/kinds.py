"""The files of a brief: what each section is read from, and into which struct."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.entries import Competitors, Figures, Motives, Regions, Risks, Timeline
from briefing.model.header import Header
from briefing.model.outlook import Outlook
from briefing.model.source import SourceRecord

if TYPE_CHECKING:
    from msgspec import Struct

    from briefing.model.sections import SectionName

KINDS: dict[SectionName, type[Struct]] = {
    "overview": Header,
    "regions": Regions,
    "motives": Motives,
    "competitors": Competitors,
    "risks": Risks,
    "timeline": Timeline,
    "figures": Figures,
    "outlook": Outlook,
    "source": SourceRecord,
}

# The files that lie in the folder of a brief; the source record lies elsewhere.
FILES: dict[str, SectionName] = {
    "brief.yaml" if section == "overview" else f"{section}.yaml": section
    for section in KINDS
    if section != "source"
}
