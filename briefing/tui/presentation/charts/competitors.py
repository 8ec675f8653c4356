"""The actors as a table that can be sorted: what each is, and how much is said of it where."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.model.statements import by_id, points_of
from briefing.tui.presentation.charts.table import CAPTION, Column, breadth, fitting, table
from briefing.tui.presentation.page import Item, Page, muted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.brief import Brief
    from briefing.model.entries import Competitor
    from briefing.model.sections import SectionName
    from briefing.tui.presentation.page import Shown

# the letters that the ids of their points begin with; figures have a column with a name
_LETTERS: dict[SectionName, str] = {
    "regions": "R",
    "motives": "M",
    "competitors": "C",
    "risks": "K",
    "timeline": "T",
}
_ACTOR, _ROLES = 8, 8  # cells that these columns can be cut to


def actor_items(brief: Brief, cells: int, height: int, shown: Shown) -> Page:
    """The items of the table in a pane of that size, and the columns it can be sorted by.

    It is sorted by the number of statements unless `shown` names another column: numbers from the
    most, names from A. What is equal stays as the file has it.
    """
    actors = brief.competitors.entries
    columns = _columns(brief, actors, cells)
    names = [column.name for column in columns]
    start = names.index("Statements") if "Statements" in names else 0
    by = columns[names.index(shown.sort) if shown.sort in names else start]
    falls = by.right != shown.backwards
    places = sorted(range(len(actors)), key=lambda place: _key(by, place), reverse=falls)
    head, rows = table(columns, cells, by.name, "▼" if falls else "▲")
    items = [Item((head,))]
    items += (Item(rows[n], actors[n].id, actors[n].id, gap=False) for n in places)
    if "R" in names:
        told = (f"{letter} {section}" for section, letter in _LETTERS.items())
        items.append(muted(" · ".join(told)))
    caption = len(items) + 1 + CAPTION <= height
    return Page("", "", tuple(items), caption=caption, columns=(*names[start:], *names[:start]))


def _key(column: Column, place: int) -> int | str:
    text = column.texts[place]
    return int(text) if column.right else text.casefold()


def _columns(brief: Brief, actors: Sequence[Competitor], cells: int) -> list[Column]:
    known = by_id(brief)
    found = [Counter(known[point.id].section for point in points_of(brief, a)) for a in actors]

    def numbers(name: str, of: SectionName) -> Column:
        return Column(name, tuple(str(told[of]) for told in found), right=True)

    columns = [
        Column("Actor", tuple(actor.title for actor in actors), least=_ACTOR, style="strong"),
        Column("Roles", tuple(", ".join(actor.roles) for actor in actors), least=_ROLES),
        Column("Statements", tuple(str(told.total()) for told in found), right=True),
        numbers("Figures", "figures"),
    ]
    by_section = [*columns, *(numbers(letter, name) for name, letter in _LETTERS.items())]
    if breadth(by_section) <= cells:
        return by_section
    return list(fitting(columns, cells))
