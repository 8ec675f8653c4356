"""The navigation: a list beside the text, or where that is too narrow a strip above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.sections import SECTIONS
from briefing.text import fit, width
from briefing.tui.widgets.bars import Bar, Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.sections import Section, SectionName


class Navigation(Bar):
    """The nine sections with their numbers, the current one marked, counts where there is room.

    The sign of a section, such as that it is read, takes a cell that is empty without.
    """

    def __init__(self, holdings: Mapping[SectionName, str]) -> None:
        super().__init__()
        self._holdings = holdings
        self._current: SectionName = "overview"
        self._signs: Mapping[SectionName, str] = {}

    def show(self, section: SectionName) -> None:
        """Mark another section as the current one."""
        self._current = section
        self.refresh()

    def hold(self, holdings: Mapping[SectionName, str]) -> None:
        """Tell what the sections hold now."""
        self._holdings = holdings
        self.refresh()

    def sign(self, signs: Mapping[SectionName, str]) -> None:
        """Show a sign of one cell, or none, at each section."""
        if signs != self._signs:
            self._signs = signs
            self.refresh()

    def lines(self) -> list[list[Label]]:
        if self.size.height > 1:
            return [
                [],
                *([self._row(number, section)] for number, section in enumerate(SECTIONS, 1)),
            ]
        for current, short, gap in ((True, True, 2), (False, True, 2), (False, True, 1)):
            strip = self._strip(gap, short=short, full=current)
            if sum(width(label.text) for label in strip) <= self.size.width:
                return [strip]
        return [self._strip(1, short=False, full=True)]

    def _row(self, number: int, section: Section) -> Label:
        here = section.name == self._current
        end = f"{self._holdings.get(section.name, ''):>3} {self._sign(section)}"
        text = fit(f"{'▌' if here else ' '}{number} {section.title}", self.size.width - len(end))
        text += end
        return Label(text, "strong" if here else "text", _action(section))

    def _strip(self, gap: int, *, short: bool, full: bool) -> list[Label]:
        strip = [Label(" ")]
        for number, section in enumerate(SECTIONS, 1):
            here = section.name == self._current
            name = section.title if here and full else section.short if short else ""
            mark = "!" if self._holdings.get(section.name, "").endswith("!") else ""
            sign = self._sign(section)
            text = f"{number}{mark}{sign}{name}".rstrip()
            into_gap = not name and sign != " "
            strip += [
                Label(text, "heading" if here else "muted", _action(section)),
                Label(" " * (gap - into_gap)),
            ]
        return strip[:-1]

    def _sign(self, section: Section) -> str:
        return self._signs.get(section.name) or " "


def _action(section: Section) -> str:
    return f"section('{section.name}')"
