"""The nine sections of a brief, in order: their number is their key."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

SectionName = Literal[
    "overview",
    "regions",
    "motives",
    "competitors",
    "risks",
    "timeline",
    "figures",
    "outlook",
    "source",
]


class Section(Struct, frozen=True):
    """A section: its name in files and options, its title, and a short title of four letters."""

    name: SectionName
    title: str
    short: str


SECTIONS = (
    Section("overview", "Overview", "Over"),
    Section("regions", "Regions", "Regn"),
    Section("motives", "Motives", "Motv"),
    Section("competitors", "Competitors", "Comp"),
    Section("risks", "Risks", "Risk"),
    Section("timeline", "Timeline", "Time"),
    Section("figures", "Figures", "Figs"),
    Section("outlook", "Outlook", "Outl"),
    Section("source", "Source", "Srce"),
)
TITLES: dict[SectionName, str] = {section.name: section.title for section in SECTIONS}
SECTION_NAMES: tuple[SectionName, ...] = tuple(section.name for section in SECTIONS)
ENTRY_SECTIONS: tuple[SectionName, ...] = ("regions", "motives", "competitors", "risks")
